// One number for the stamps of many files: what was looked at is unchanged if and only if its fingerprint is.
#pragma once

#include <string>
#include <string_view>

#include "data/files/stamp.h"
#include "data/hash/md5.h"

namespace cairn::data {

class Fingerprint {
 public:
  void add(std::string_view name, const FileStamp& stamp);
  [[nodiscard]] Md5 finish();

 private:
  void hash_pieces();

  std::string text_;     // that is not hashed yet
  std::string digests_;  // of the pieces before it
};

}  // namespace cairn::data
