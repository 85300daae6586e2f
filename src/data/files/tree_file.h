// One file below a directory, on its way from the walk through hashing to a directory object.
#pragma once

#include <string>
#include <sys/types.h>

#include "data/files/stamp.h"
#include "data/hash/md5.h"

namespace cairn::data {

enum class HashState : std::uint8_t {
  kUnknown,
  kRacy,        // known now, but the stamp can't vouch for it later
  kSettled,     // known, and any later edit shows in the stamp
  kRemembered,  // settled, and the index holds it
};

constexpr bool is_settled(HashState state) { return state >= HashState::kSettled; }

struct TreeFile {
  std::string path;  // relative to the directory, with '/'
  Md5 md5{};
  FileStamp stamp{};
  mode_t mode = 0;
  nlink_t links = 1;
  bool is_link = false;  // a symbolic link; stamp and mode are those of the file it points to
  HashState hash = HashState::kUnknown;
  bool is_object = false;  // it became an object itself just now: another name of the object's file
};

}  // namespace cairn::data
