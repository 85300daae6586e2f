#include "data/files/walk.h"

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fmt/format.h>
#include <memory>
#include <span>
#include <unistd.h>

#include "core/python_text.h"
#include "core/utf8.h"
#include "data/files/parallel.h"
#include "data/files/paths.h"

namespace cairn::data {
namespace {

struct CloseDirectory {
  void operator()(DIR* directory) const { ::closedir(directory); }
};
using Directory = std::unique_ptr<DIR, CloseDirectory>;

Result<Directory> open_directory(const std::string& path, int at) {
  const int number = ::openat(at, path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (number < 0) return os_error(errno, path);
  DIR* directory = ::fdopendir(number);
  if (!directory) {
    const int failed = errno;
    ::close(number);
    return os_error(failed, path);
  }
  return Directory(directory);
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = decode_utf8(text).length;
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

struct RawEntry {
  std::string name;
  unsigned char type;
};

Result<std::vector<RawEntry>> read_entries(DIR* directory, const std::string& path) {
  std::vector<RawEntry> entries;
  while (true) {
    errno = 0;
    const dirent* entry = ::readdir(directory);
    if (!entry && errno != 0) return os_error(errno, path);
    if (!entry) return entries;
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") entries.push_back({std::string(name), entry->d_type});
  }
}

// Files of one directory, one after another in the list, that are still to be looked at.
struct Unseen {
  std::string directory;
  std::size_t first, count;
};
constexpr std::size_t kLookedAtTogether = 1024;

// First lists all directories, which is quick, and then looks at the files on all cores.
class Walk {
 public:
  Walk(const Fd& root, const std::string& shown_root, WalkFilter* filter)
      : root_(root), shown_root_(shown_root), filter_(filter) {}

  Result<WalkedTree> run() {
    std::vector<std::string> waiting{""};
    while (!waiting.empty()) {
      const std::string directory = std::move(waiting.back());
      waiting.pop_back();
      const std::size_t first = waiting.size();
      TRY(visit(directory, waiting));
      if (!directory.empty()) tree_.directories.push_back(directory);
      std::reverse(waiting.begin() + static_cast<std::ptrdiff_t>(first), waiting.end());
    }
    std::vector<Status> looked(unseen_.size());
    run_parallel(unseen_.size(), threads_for(tree_.files.size()),
                 [&](std::size_t i) { looked[i] = look_at(unseen_[i]); });
    for (Status& status : looked) TRY(std::move(status));
    return std::move(tree_);
  }

 private:
  Status visit(const std::string& path, std::vector<std::string>& directories) {
    const Directory directory = TRY(open_directory(path.empty() ? "." : path, root_.get()));
    auto entries = TRY(read_entries(directory.get(), path));
    std::ranges::sort(entries, {}, &RawEntry::name);
    if (filter_) {
      std::vector<std::string> names;
      names.reserve(entries.size());
      for (const RawEntry& entry : entries) names.push_back(entry.name);
      TRY(filter_->enter(path, names));
    }
    for (const RawEntry& entry : entries) TRY(take(path, ::dirfd(directory.get()), entry, directories));
    return {};
  }

  Status take(const std::string& directory, int at, const RawEntry& entry, std::vector<std::string>& directories) {
    if (entry.type == DT_DIR) {
      if (!skips(directory, entry.name, EntryKind::kDirectory)) {
        TRY(check_name(directory, entry.name));
        directories.push_back(join_path(directory, entry.name));
      }
      return {};
    }
    if (entry.type == DT_REG) {
      if (skips(directory, entry.name, EntryKind::kFile)) return {};
      TRY(check_name(directory, entry.name));
      look_later(directory, entry.name);
      return {};
    }
    struct stat info{};
    bool is_link = entry.type == DT_LNK;
    if (entry.type == DT_UNKNOWN || is_link) {
      if (::fstatat(at, entry.name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0) return failed(errno, directory, entry);
      is_link = S_ISLNK(info.st_mode);
      if (S_ISDIR(info.st_mode)) return take(directory, at, {entry.name, DT_DIR}, directories);
    }
    const int missing = ::fstatat(at, entry.name.c_str(), &info, 0) == 0 ? 0 : errno;
    if (missing == 0 && is_link && S_ISDIR(info.st_mode)) return {};
    if (skips(directory, entry.name, EntryKind::kFile)) return {};
    TRY(check_name(directory, entry.name));
    if (missing != 0) return failed(missing, directory, entry);
    if (!S_ISREG(info.st_mode)) return no_file(directory, entry.name);
    tree_.files.push_back({.path = join_path(directory, entry.name),
                           .stamp = FileStamp(info),
                           .mode = info.st_mode,
                           .links = info.st_nlink,
                           .is_link = is_link});
    return {};
  }

  void look_later(const std::string& directory, std::string_view name) {
    const bool goes_on = !unseen_.empty() && unseen_.back().directory == directory &&
                         unseen_.back().count < kLookedAtTogether &&
                         unseen_.back().first + unseen_.back().count == tree_.files.size();
    if (!goes_on) unseen_.push_back({directory, tree_.files.size(), 0});
    ++unseen_.back().count;
    tree_.files.push_back({.path = join_path(directory, name)});
  }

  Status look_at(const Unseen& unseen) {
    const Fd at =
        TRY(open_file(unseen.directory.empty() ? "." : unseen.directory, O_RDONLY | O_DIRECTORY, 0, root_.get()));
    const std::size_t prefix = unseen.directory.empty() ? 0 : unseen.directory.size() + 1;
    for (TreeFile& file : std::span(tree_.files).subspan(unseen.first, unseen.count)) {
      struct stat info{};
      const char* name = file.path.c_str() + prefix;
      if (::fstatat(at.get(), name, &info, 0) != 0) return os_error(errno, shown(unseen.directory, name));
      if (!S_ISREG(info.st_mode)) return no_file(unseen.directory, name);
      file.stamp = FileStamp(info);
      file.mode = info.st_mode;
      file.links = info.st_nlink;
    }
    return {};
  }

  [[nodiscard]] bool skips(std::string_view directory, std::string_view name, EntryKind kind) {
    return filter_ && filter_->skips(directory, name, kind);
  }
  [[nodiscard]] Status check_name(std::string_view directory, std::string_view name) const {
    if (is_utf8(name)) return {};
    return invalid_state(fmt::format("The name of {} is not UTF-8, so it can't be tracked. Rename it.",
                                     python_bytes_repr(shown(directory, name))));
  }
  [[nodiscard]] std::string shown(std::string_view directory, std::string_view name) const {
    return join_path(shown_root_, join_path(directory, name));
  }
  [[nodiscard]] Error no_file(std::string_view directory, std::string_view name) const {
    return invalid_state(fmt::format("{} is neither a file nor a directory, so it can't be tracked.",
                                     python_repr(shown(directory, name))));
  }
  [[nodiscard]] Error failed(int number, std::string_view directory, const RawEntry& entry) const {
    return os_error(number, shown(directory, entry.name));
  }

  const Fd& root_;
  const std::string& shown_root_;
  WalkFilter* filter_;
  WalkedTree tree_;
  std::vector<Unseen> unseen_;
};

}  // namespace

Result<WalkedTree> walk_tree(const Fd& root, const std::string& shown_root, WalkFilter* filter) {
  return Walk(root, shown_root, filter).run();
}

Result<std::vector<DirectoryEntry>> list_directory(const std::string& path) {
  const Directory directory = TRY(open_directory(path, AT_FDCWD));
  std::vector<DirectoryEntry> entries;
  for (RawEntry& entry : TRY(read_entries(directory.get(), path))) {
    struct stat info{};
    const bool looked = entry.type == DT_LNK || entry.type == DT_UNKNOWN;
    bool is_directory = entry.type == DT_DIR, is_link = entry.type == DT_LNK;
    if (looked && ::fstatat(::dirfd(directory.get()), entry.name.c_str(), &info, AT_SYMLINK_NOFOLLOW) == 0)
      is_link = S_ISLNK(info.st_mode);
    if (looked && ::fstatat(::dirfd(directory.get()), entry.name.c_str(), &info, 0) == 0)
      is_directory = S_ISDIR(info.st_mode);
    entries.push_back({std::move(entry.name), is_directory ? EntryKind::kDirectory : EntryKind::kFile, is_link});
  }
  return entries;
}

}  // namespace cairn::data
