// A range of an object, read in order while the next parts of it arrive side by side.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <stop_token>
#include <string>

#include "core/result.h"
#include "s3/client.h"

namespace cairn::s3 {

// One thread at a time. Holds at most kAhead parts in memory. Should the object be replaced meanwhile, then reading
// fails: never a mixture of two.
class Download {
 public:
  static constexpr std::size_t kAhead = 3;

  // `etag` of the object as head() gave it. The range lies within the object; its length may be 0.
  Download(Client& client, Object object, std::string etag, Range range);
  ~Download();
  Download(const Download&) = delete;
  Download& operator=(const Download&) = delete;

  // 0 is the end.
  Result<std::size_t> read(std::span<char> buffer);

 private:
  class Piece;

  void fetch_ahead();

  Client& client_;
  const Object object_;
  const std::string etag_;
  Range rest_;  // not asked for yet
  std::stop_source stop_;
  std::deque<std::shared_ptr<Piece>> pieces_;  // the first is being read
  std::string spare_;                          // a buffer to be used again
  std::size_t taken_ = 0;                      // of the first piece
};

}  // namespace cairn::s3
