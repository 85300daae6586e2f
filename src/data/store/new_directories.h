// The folders that new files need.
//
// One that isn't there yet is made under a temporary name, with everything that belongs in it, and gets its place with
// one rename once the last of its files is whole. What a killed process leaves behind bears a temporary name.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/result.h"
#include "data/files/fd.h"

namespace cairn::data {

// One thread makes room for all files; then any thread may ask and finish.
class NewDirectories {
 public:
  struct Place {
    std::string path;        // where to make the file, relative to the root
    std::string directory;   // of that path
    bool is_hidden = false;  // nobody looks there yet: the file needs no other name before it is whole
  };

  explicit NewDirectories(const Fd& root) : root_(root) {}

  Status make_room_for(const std::string& path);
  [[nodiscard]] Place place_of(const std::string& path) const;
  // A file is where place_of() said.
  Status finished(const std::string& path);
  // Whatever is whole gets its place, though not all of its neighbours came.
  Status show_all();

 private:
  struct Hidden {
    Hidden(std::string now, std::string later) : temporary(std::move(now)), place(std::move(later)) {}
    std::string temporary;  // empty once it is shown
    std::string place;
    std::atomic<std::size_t> missing = 0;  // files that are to come
  };
  struct Directory {
    std::string now;           // where it is now
    Hidden* hidden = nullptr;  // what it is, or is in
  };

  Result<Directory*> find(const std::string& path);
  Status show(Hidden& hidden);

  const Fd& root_;
  std::map<std::string, Directory> directories_;  // by path; "" is the root
  std::vector<std::unique_ptr<Hidden>> hidden_;
};

}  // namespace cairn::data
