// An object on its way in, of any size, while it still arrives: what fits into one part is one request, the rest goes
// out in parts, several at a time. Nothing is visible before finish().
//
// At most kInMemory bytes (or two parts, where these are larger) are held. A part that fails is sent again from memory.
// A process that dies leaves its parts behind, invisible. Whoever sends the same object again may go on with them: of
// each part that the store has, size and MD5 are compared with what would be sent. Others are removed by a lifecycle
// rule of the bucket.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "s3/client.h"

namespace cairn::s3 {

// What becomes of the parts that an earlier upload of the same object left.
enum class Leftovers : std::uint8_t { kIgnored, kUsed };

struct UploadOptions {
  Pairs headers{};                      // of the object: Content-Type, encryption, ...
  Pairs part_headers{};                 // of each part beside the beginning: the keys of encryption
  std::optional<std::uint64_t> size{};  // if known: the parts of a huge object are chosen to be few enough
  Leftovers leftovers = Leftovers::kIgnored;
};

// One thread at a time.
class Upload {
 public:
  static constexpr std::size_t kInMemory = std::size_t{24} << 20;
  static constexpr unsigned kMostParts = 10'000;

  Upload(Client& client, Object object, UploadOptions options);
  ~Upload();  // without finish(): nothing remains
  Upload(const Upload&) = delete;
  Upload& operator=(const Upload&) = delete;

  // Waits while too much is in memory.
  Status write(std::string_view bytes);
  Status finish();
  // What was sent stays in the store for a later upload that uses it.
  void keep() { is_kept_ = true; }

 private:
  struct Parts;
  class PartJob;

  [[nodiscard]] std::size_t size_of_part(unsigned number) const;
  Status begin();
  Status send_part();
  [[nodiscard]] const SentPart* sent_before(std::string_view bytes) const;

  Client& client_;
  const Object object_;
  const UploadOptions options_;
  const std::size_t part_size_;
  std::string buffer_;  // the part that is being filled
  unsigned next_part_ = 1;
  std::shared_ptr<Parts> parts_;  // null: all fits into buffer_ so far
  std::vector<SentPart> sent_;    // by an earlier upload
  bool is_kept_ = false;
};

}  // namespace cairn::s3
