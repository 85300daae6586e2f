#include "data/store/new_directories.h"

#include <cerrno>
#include <cstdio>

#include "data/files/paths.h"

namespace cairn::data {

Result<NewDirectories::Directory*> NewDirectories::find(const std::string& path) {
  if (const auto known = directories_.find(path); known != directories_.end()) return &known->second;
  if (path.empty()) return &directories_[path];
  const Directory& parent = *TRY(find(parent_path(path)));
  Directory directory{path, parent.hidden};
  struct stat info{};
  if (parent.hidden != nullptr) {
    directory.now = join_path(parent.now, file_name(path));
  } else if (::fstatat(root_.get(), path.c_str(), &info, 0) != 0) {
    directory.now = join_path(parent.now, temporary_name());
    directory.hidden = hidden_.emplace_back(std::make_unique<Hidden>(directory.now, path)).get();
  }
  if (directory.hidden != nullptr && ::mkdirat(root_.get(), directory.now.c_str(), 0777) != 0)
    return os_error(errno, path);
  return &(directories_[path] = std::move(directory));
}

Status NewDirectories::make_room_for(const std::string& path) {
  const Directory& directory = *TRY(find(parent_path(path)));
  if (directory.hidden != nullptr) ++directory.hidden->missing;
  return {};
}

NewDirectories::Place NewDirectories::place_of(const std::string& path) const {
  const Directory& directory = directories_.find(parent_path(path))->second;
  return {join_path(directory.now, file_name(path)), directory.now, directory.hidden != nullptr};
}

Status NewDirectories::finished(const std::string& path) {
  Hidden* hidden = directories_.find(parent_path(path))->second.hidden;
  return hidden != nullptr && --hidden->missing == 0 ? show(*hidden) : Status();
}

Status NewDirectories::show(Hidden& hidden) {
  if (::renameat(root_.get(), hidden.temporary.c_str(), root_.get(), hidden.place.c_str()) != 0)
    return os_error(errno, hidden.place);
  hidden.temporary.clear();
  return {};
}

Status NewDirectories::show_all() {
  for (const auto& hidden : hidden_)
    if (!hidden->temporary.empty()) TRY(show(*hidden));
  return {};
}

}  // namespace cairn::data
