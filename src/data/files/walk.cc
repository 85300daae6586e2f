#include "data/files/walk.h"

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <deque>
#include <dirent.h>
#include <fmt/format.h>
#include <iterator>
#include <memory>
#include <mutex>
#include <span>
#include <system_error>
#include <thread>
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

// Files of one directory, in the order of the walk.
struct Chunk {
  std::string directory;
  std::vector<TreeFile> files;
  Status looked;
  bool is_done = false;
};
constexpr std::size_t kChunkSize = 1024;
constexpr std::size_t kMostWaiting = 64;  // more, and the thread that lists looks, too

// Lists the directories on this thread, while others look at the files that it found.
class Walk {
 public:
  Walk(const Fd& root, const std::string& shown_root, WalkFilter* filter)
      : root_(root), shown_root_(shown_root), filter_(filter) {}

  Result<WalkedTree> run() {
    Status listed = list_all();
    close_chunk();
    {
      const std::scoped_lock lock(mutex_);
      if (!listed.ok()) next_ = closed_;
      is_listed_ = true;
    }
    changed_.notify_all();
    look_at_chunks();
    lookers_.clear();
    TRY(std::move(listed));
    collect();
    TRY(std::move(looked_));
    return std::move(tree_);
  }

 private:
  Status list_all() {
    std::vector<std::string> waiting{""};
    while (!waiting.empty()) {
      const std::string directory = std::move(waiting.back());
      waiting.pop_back();
      const std::size_t first = waiting.size();
      TRY(visit(directory, waiting));
      if (!directory.empty()) tree_.directories.push_back(directory);
      std::reverse(waiting.begin() + static_cast<std::ptrdiff_t>(first), waiting.end());
    }
    return {};
  }

  Status visit(const std::string& path, std::vector<std::string>& directories) {
    const Directory directory = TRY(open_directory(path.empty() ? "." : path, root_.get()));
    auto entries = TRY(read_entries(directory.get(), path));
    std::ranges::sort(entries, {}, &RawEntry::name);
    if (filter_) TRY(filter_->enter(path, entries));
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
      add({.path = join_path(directory, entry.name)}, directory);
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
    add({.path = join_path(directory, entry.name),
         .stamp = FileStamp(info),
         .mode = info.st_mode,
         .links = info.st_nlink,
         .is_link = is_link},
        directory);
    return {};
  }

  // One without a mode was not looked at yet.
  void add(TreeFile file, const std::string& directory) {
    if (!open_chunk_ || open_chunk_->directory != directory || open_chunk_->files.size() == kChunkSize) {
      close_chunk();
      const std::scoped_lock lock(mutex_);
      open_chunk_ = &chunks_.emplace_back(directory);
    }
    open_chunk_->files.push_back(std::move(file));
    ++count_;
  }

  void close_chunk() {
    if (!open_chunk_) return;
    open_chunk_ = nullptr;
    Chunk* mine = nullptr;
    {
      const std::scoped_lock lock(mutex_);
      closed_ = chunks_.size();
      if (closed_ - next_ > kMostWaiting) mine = &chunks_[next_++];
    }
    changed_.notify_one();
    if (lookers_.size() + 1 < threads_for(count_)) start_looker();
    if (mine) look_at(*mine);
    collect();
  }

  // Moves what was looked at into the tree, in order: the walk of a million files keeps them once.
  void collect() {
    std::unique_lock lock(mutex_);
    while (!chunks_.empty() && chunks_.front().is_done) {
      Chunk chunk = std::move(chunks_.front());
      chunks_.pop_front();
      --next_;
      --closed_;
      lock.unlock();
      if (looked_.ok()) looked_ = std::move(chunk.looked);
      std::ranges::move(chunk.files, std::back_inserter(tree_.files));
      lock.lock();
    }
  }

  void start_looker() {
    try {
      lookers_.emplace_back([this] { look_at_chunks(); });
    } catch (const std::system_error&) {
      // Fewer threads do the same work.
    }
  }

  Chunk* next_chunk() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return next_ < closed_ || is_listed_; });
    return next_ < closed_ ? &chunks_[next_++] : nullptr;
  }

  void look_at_chunks() {
    while (Chunk* chunk = next_chunk()) look_at(*chunk);
  }

  void look_at(Chunk& chunk) {
    chunk.looked = look_at_files(chunk);
    const std::scoped_lock lock(mutex_);
    chunk.is_done = true;
  }

  Status look_at_files(Chunk& chunk) const {
    const std::string& directory = chunk.directory;
    const Fd at = TRY(open_file(directory.empty() ? "." : directory, O_RDONLY | O_DIRECTORY, 0, root_.get()));
    const std::size_t prefix = directory.empty() ? 0 : directory.size() + 1;
    for (TreeFile& file : chunk.files) {
      if (file.mode != 0) continue;
      struct stat info{};
      const char* name = file.path.c_str() + prefix;
      if (::fstatat(at.get(), name, &info, 0) != 0) return os_error(errno, shown(directory, name));
      if (!S_ISREG(info.st_mode)) return no_file(directory, name);
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
  Status looked_;
  std::size_t count_ = 0;        // of files
  Chunk* open_chunk_ = nullptr;  // the last one, while files are added to it
  std::mutex mutex_;             // guards what follows
  std::condition_variable changed_;
  std::deque<Chunk> chunks_;           // which are not in the tree yet
  std::size_t closed_ = 0, next_ = 0;  // so many of them can be looked at, so many are being or were
  bool is_listed_ = false;
  std::vector<std::jthread> lookers_;  // of this thread alone
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
