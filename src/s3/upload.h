// An object on its way in, of any size, while it still arrives: what fits into one part is one request, the rest goes
// out in parts, several at a time. Nothing is visible before finish().
//
// At most kInMemory bytes (or two parts, where these are larger) are held. A part that fails is sent again from memory.
// A process that dies leaves its parts behind, invisible; a lifecycle rule of the bucket removes such.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"
#include "s3/client.h"

namespace cairn::s3 {

struct UploadOptions {
  Pairs headers{};                      // of the object: Content-Type, encryption, ...
  Pairs part_headers{};                 // of each part beside the beginning: the keys of encryption
  std::optional<std::uint64_t> size{};  // if known: the parts of a huge object are chosen to be few enough
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

 private:
  struct Parts;
  class PartJob;

  [[nodiscard]] std::size_t size_of_part(unsigned number) const;
  Status send_part();

  Client& client_;
  const Object object_;
  const UploadOptions options_;
  const std::size_t part_size_;
  std::string buffer_;  // the part that is being filled
  unsigned next_part_ = 1;
  std::shared_ptr<Parts> parts_;  // null: all fits into buffer_ so far
};

}  // namespace cairn::s3
