#include "data/repo/content.h"

#include <algorithm>
#include <fmt/format.h>

#include "data/errors.h"
#include "data/files/paths.h"
#include "data/files/walk.h"
#include "data/hash/dos2unix.h"
#include "data/store/fingerprint.h"

namespace cairn::data {
namespace {

constexpr std::string_view kIgnoreFile = ".dvcignore";

// The rules of .dvcignore, none of which may stand inside of a tracked directory: they would change what it holds.
class DirectoryFilter : public WalkFilter {
 public:
  DirectoryFilter(std::unique_ptr<WalkFilter> ignored, std::string root)
      : ignored_(std::move(ignored)), root_(std::move(root)) {}

  Status enter(std::string_view directory, const std::vector<RawEntry>& entries) override {
    TRY(ignored_->enter(directory, entries));
    const bool has_rules = std::ranges::find(entries, kIgnoreFile, &RawEntry::name) != entries.end() &&
                           !ignored_->skips(directory, kIgnoreFile, EntryKind::kFile);
    if (!has_rules) return {};
    return plain_error(fmt::format("{} file should not be in collected dir path: '{}'", kIgnoreFile,
                                   directory.empty() ? root_ : join_path(root_, directory)));
  }
  bool skips(std::string_view directory, std::string_view name, EntryKind kind) override {
    return ignored_->skips(directory, name, kind);
  }

 private:
  std::unique_ptr<WalkFilter> ignored_;
  std::string root_;
};

// The directory object, without a list of its entries in between.
std::string object_text(const std::vector<TreeFile>& files) {
  std::size_t bytes_of_paths = 0;
  for (const TreeFile& file : files) bytes_of_paths += file.path.size();
  DirObjectText text;
  text.reserve(files.size(), bytes_of_paths);
  for (const TreeFile& file : files) text.add(file.path, file.md5);
  return std::move(text).finish();
}

class ContentReader {
 public:
  ContentReader(Repo& repo, const std::string& path, const ReadOptions& options)
      : repo_(repo), path_(path), options_(options) {}

  Result<Content> read() {
    const struct stat info = TRY(stat_path(path_));
    if (S_ISDIR(info.st_mode)) return read_directory();
    if (!S_ISREG(info.st_mode))
      return dvc_error(fmt::format("output '{}' is not a file or directory", repo_.shown(path_)));
    return read_file(info);
  }

 private:
  Result<Content> read_file(const struct stat& info) {
    Content content;
    TreeFile file;
    file.path = file_name(path_);
    file.stamp = FileStamp(info);
    file.mode = info.st_mode;
    file.links = info.st_nlink;
    file.is_link = is_link(path_);
    content.files.push_back(std::move(file));
    TRY(hash_all(parent_path(path_), content, Coverage::kSomeFiles));
    TreeFile& only = content.files.front();
    only.path.clear();
    content.id = {only.md5, false};
    content.size = static_cast<std::int64_t>(only.stamp.size);
    content.is_executable = (only.mode & 0111) != 0;
    return content;
  }

  Result<Content> read_directory() {
    const Fd root = TRY(open_file(path_, O_RDONLY | O_DIRECTORY));
    std::unique_ptr<WalkFilter> filter;
    if (options_.ignored == Ignored::kLeftOut && is_inside(path_, repo_.root())) {
      const std::string below = path_ == repo_.root() ? "" : path_.substr(repo_.root().size() + 1);
      filter = std::make_unique<DirectoryFilter>(repo_.ignored().filter(below), path_);
    }
    Content content;
    WalkedTree tree = TRY(walk_tree(root, repo_.shown(path_), filter.get()));
    content.files = std::move(tree.files);
    content.directories = std::move(tree.directories);
    const bool is_seen = options_.file_hashes == FileHashes::kNotNeeded && TRY(find_seen(content));
    if (is_seen) return content;
    TRY(hash_all(path_, content, Coverage::kWholeDirectories));
    // In the order of the walk, as the next look will be.
    const Md5 fingerprint = fingerprint_of(content.files);
    if (!std::ranges::is_sorted(content.files, {}, &TreeFile::path))
      std::ranges::sort(content.files, {}, &TreeFile::path);
    for (const TreeFile& file : content.files) content.size += static_cast<std::int64_t>(file.stamp.size);
    const std::string text = object_text(content.files);
    content.id = {md5_of(text), true};
    if (options_.batch) TRY(options_.batch->add(content.id, text));
    TRY(note_seen(fingerprint, content));
    return content;
  }

  static Md5 fingerprint_of(const std::vector<TreeFile>& files) {
    Fingerprint fingerprint;
    for (const TreeFile& file : files) fingerprint.add(file.path, file.stamp);
    return fingerprint.finish();
  }

  [[nodiscard]] std::string seen_place() const { return index_name(path_, options_.hash); }

  // Whether the directory is just what it was when its name was found out.
  Result<bool> find_seen(Content& content) {
    const auto id = TRY(TRY(repo_.index())->seen(seen_place(), fingerprint_of(content.files)));
    if (!id) return false;
    content.id = *id;
    for (const TreeFile& file : content.files) content.size += static_cast<std::int64_t>(file.stamp.size);
    content.files.clear();
    return true;
  }

  Status note_seen(const Md5& fingerprint, const Content& content) {
    if (!std::ranges::all_of(content.files, is_settled, &TreeFile::hash)) return {};
    StatIndex* index = TRY(repo_.index());
    if (TRY(index->seen(seen_place(), fingerprint)) == content.id) return {};
    return index->note_seen(seen_place(), fingerprint, content.id);
  }

  Status hash_all(const std::string& directory, Content& content, Coverage coverage) {
    StatIndex* index = TRY(repo_.index());
    TRY(index->look_up(index_name(directory, options_.hash), content.files));
    std::vector<TreeFile*> unknown = files_to_read(content);
    if (unknown.empty()) return {};
    const Fd root = TRY(open_file(directory, O_RDONLY | O_DIRECTORY));
    if (options_.hash == HashKind::kMd5Dos2Unix)
      TRY(hash_files_dos2unix(root, unknown));
    else
      TRY(hash_files(root, unknown,
                     {.workers = repo_.hash_workers(), .sink = options_.batch, .progress = &repo_.progress()}));
    return index->remember(index_name(directory, options_.hash), content.files, coverage);
  }

  // Those whose hash isn't known, and with a batch also those whose object isn't stored.
  std::vector<TreeFile*> files_to_read(Content& content) const {
    std::vector<TreeFile*> files;
    for (TreeFile& file : content.files) {
      const bool known = is_settled(file.hash);
      const bool stored = !options_.batch || (known && options_.store->has({file.md5, false}));
      if (!known || !stored) files.push_back(&file);
    }
    return files;
  }

  Repo& repo_;
  const std::string& path_;
  const ReadOptions& options_;
};

}  // namespace

std::string index_name(const std::string& directory, HashKind hash) {
  return hash == HashKind::kMd5Dos2Unix ? directory + "//dos2unix" : directory;
}

DirEntries Content::entries() const {
  DirEntries entries;
  entries.reserve(files.size());
  for (const TreeFile& file : files) entries.push_back({file.path, file.md5});
  return entries;
}

Result<Content> read_content(Repo& repo, const std::string& path, const ReadOptions& options) {
  return ContentReader(repo, path, options).read();
}

Status remember_content(Repo& repo, const std::string& path, const Content& content, HashKind hash) {
  StatIndex* index = TRY(repo.index());
  if (content.is_dir()) return index->remember(index_name(path, hash), content.files, Coverage::kSomeFiles);
  std::vector<TreeFile> file = content.files;
  for (TreeFile& only : file) only.path = file_name(path);
  return index->remember(index_name(parent_path(path), hash), file, Coverage::kSomeFiles);
}

}  // namespace cairn::data
