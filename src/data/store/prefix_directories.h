// The 256 directories of a store, for a batch that puts objects into them.
//
// A directory that the store lacks is made under a temporary name, and everything in it gets its place with one rename
// of the directory: in an empty store that is 256 renames, however many objects there are.
#pragma once

#include <array>
#include <atomic>
#include <mutex>
#include <string>

#include "core/result.h"
#include "data/files/fd.h"
#include "data/store/object_store.h"

namespace cairn::data {

// Any thread may call find(); one at a time publish() of a directory, and the destructor.
class PrefixDirectories {
 public:
  static constexpr std::size_t kCount = 256;

  struct Directory {
    int fd = -1;
    bool is_new = false;  // the store has none of that name as long as it is not published
  };

  explicit PrefixDirectories(const ObjectStore& store) : store_(store) {}
  // What is new and was not published is removed, as far as it is empty.
  ~PrefixDirectories();
  PrefixDirectories(const PrefixDirectories&) = delete;
  PrefixDirectories& operator=(const PrefixDirectories&) = delete;

  Result<Directory> find(std::uint8_t first_byte);
  // Gives a new directory its name. kResourceAlreadyExists if the store has one of that name by now: it is open()ed
  // then, and what is in the new one is moved by the caller.
  Status publish(std::uint8_t first_byte);
  Result<Fd> open(std::uint8_t first_byte) const;

 private:
  struct Slot {
    std::atomic<bool> is_ready = false;
    Fd fd;
    std::string temporary;  // its path while it is new
  };

  [[nodiscard]] std::string path(std::uint8_t first_byte) const;
  Status prepare(Slot& slot, std::uint8_t first_byte);

  const ObjectStore& store_;
  std::mutex mutex_;  // held while a directory is opened or made
  std::array<Slot, kCount> slots_;
};

}  // namespace cairn::data
