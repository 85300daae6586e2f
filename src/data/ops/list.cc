#include "data/ops/list.h"

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <map>
#include <memory>
#include <utility>

#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/format/dir_object.h"
#include "data/remote/remote.h"
#include "data/repo/ignore_tree.h"

namespace cairn::data {
namespace {

// An output, with the list of its files once somebody asks for it.
struct TrackedOutput {
  const Output* output = nullptr;
  std::optional<DirEntries> entries;
};

class Lister {
 public:
  Lister(Source& source, ListScope scope) : source_(source), repo_(source.repo()), scope_(scope) {}

  Result<ListedItem> run(const std::string& path, std::size_t depth) {
    const std::string place = normal_path(join_path(source_.root(), path));
    if (!is_inside(place, source_.root())) return os_error(ENOENT, place);
    if (repo_) stages_ = TRY(repo_->stages());
    for (const Stage& stage : stages_)
      for (const Output& output : stage.outputs)
        if (output.in_repository && output.use_cache) outputs_[output.path] = {&output, std::nullopt};
    auto item = TRY(describe(place));
    if (!item && !is_above_outputs(place)) return os_error(ENOENT, place);
    if (!item) item = unknown(EntryKind::kDirectory);
    item->name = file_name(place);
    if (item->is_directory) TRY(fill(place, depth, *item));
    return *std::move(item);
  }

 private:
  // What is there only because something is tracked below it.
  static ListedItem unknown(EntryKind kind) {
    ListedItem item;
    item.is_directory = kind == EntryKind::kDirectory;
    return item;
  }

  using Names = std::map<std::string, EntryKind>;

  Status fill(const std::string& directory, std::size_t depth, ListedItem& item) {
    if (depth == 0) return {};
    Names names;
    if (scope_ != ListScope::kTracked) TRY(add_present(directory, names));
    TRY(add_tracked(directory, names));
    for (const auto& [name, kind] : names) {
      const std::string path = join_path(directory, name);
      auto found = TRY(describe(path));
      if (!found) found = unknown(kind);
      found->name = name;
      if (found->is_directory) TRY(fill(path, depth - 1, *found));
      item.contents.push_back(*std::move(found));
    }
    return {};
  }

  // What lies in the work tree, without what .dvcignore leaves out.
  Status add_present(const std::string& directory, Names& names) {
    const std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(directory.c_str()), ::closedir);
    if (!open) return errno == ENOENT || errno == ENOTDIR ? Status() : os_error(errno, directory);
    const std::string below = directory == source_.root() ? "" : directory.substr(source_.root().size() + 1);
    while (const dirent* entry = ::readdir(open.get())) {
      const std::string name = entry->d_name;
      if (name == "." || name == "..") continue;
      struct stat info{};
      const std::string path = join_path(directory, name);
      if (::lstat(path.c_str(), &info) != 0) continue;
      const EntryKind kind = S_ISDIR(info.st_mode) ? EntryKind::kDirectory : EntryKind::kFile;
      if (!is_left_out(below, name, kind)) names.emplace(name, kind);
    }
    return {};
  }

  bool is_left_out(const std::string& below, const std::string& name, EntryKind kind) {
    const bool is_stage_file = name.ends_with(".dvc") || name == "dvc.yaml" || name == ".dvcignore";
    if (scope_ == ListScope::kAllButStageFiles && is_stage_file) return true;
    if (!repo_) return name == ".git" || name == ".hg";
    return repo_->ignored().check(below.empty() ? name : join_path(below, name), kind).ignored;
  }

  Status add_tracked(const std::string& directory, Names& names) {
    const std::string inside = directory + '/';
    for (auto at = outputs_.lower_bound(inside); at != outputs_.end() && at->first.starts_with(inside); ++at) {
      const std::string rest = at->first.substr(inside.size());
      const std::size_t slash = rest.find('/');
      const bool is_directory = slash != std::string::npos || at->second.output->is_directory();
      names.emplace(rest.substr(0, slash), is_directory ? EntryKind::kDirectory : EntryKind::kFile);
    }
    TrackedOutput* around = output_around(directory);
    if (!around || !around->output->is_directory()) return {};
    const DirEntries& entries = *TRY(entries_of(*around));
    const std::string part = part_in(*around, directory);
    for (auto at = first_in(entries, part); at != entries.end() && at->path.starts_with(part); ++at) {
      const std::string_view rest = std::string_view(at->path).substr(part.size());
      const std::size_t slash = rest.find('/');
      names.emplace(rest.substr(0, slash), slash == std::string_view::npos ? EntryKind::kFile : EntryKind::kDirectory);
    }
    return {};
  }

  // Nothing if there is nothing at a path.
  Result<std::optional<ListedItem>> describe(const std::string& path) {
    ListedItem item;
    const bool is_tracked = TRY(describe_tracked(path, item));
    struct stat info{};
    if (::lstat(path.c_str(), &info) != 0) return is_tracked ? std::optional(std::move(item)) : std::nullopt;
    item.is_directory = S_ISDIR(info.st_mode);
    if (S_ISLNK(info.st_mode) && ::stat(path.c_str(), &info) != 0) info = {};  // a link to nothing
    item.size = info.st_size;
    item.is_executable = S_ISREG(info.st_mode) && (info.st_mode & 0111) != 0;
    return std::optional(std::move(item));
  }

  Result<bool> describe_tracked(const std::string& path, ListedItem& item) {
    TrackedOutput* around = output_around(path);
    if (!around) return false;
    const Output& output = *around->output;
    if (path == output.path) {
      item.is_output = true;
      item.is_directory = output.is_directory();
      item.size = output.size;
      item.hash = output.hash_value;
      return true;
    }
    if (!output.is_directory()) return false;
    const DirEntries& entries = *TRY(entries_of(*around));
    const std::string part = path.substr(output.path.size() + 1);
    if (const DirEntry* file = find_entry(entries, part)) {
      item.is_output = true;
      item.hash = file->md5.hex();
      struct stat info{};  // the list has no sizes
      if (scope_ == ListScope::kAllButStageFiles &&
          ::stat(repo_->cache_of(output).path({file->md5, false}).c_str(), &info) == 0)
        item.size = info.st_size;
      return true;
    }
    const auto below = first_in(entries, part + '/');
    item.is_output = item.is_directory = below != entries.end() && below->path.starts_with(part + '/');
    return item.is_output;
  }

  // From the cache, or else from the remote.
  Result<const DirEntries*> entries_of(TrackedOutput& tracked) {
    if (tracked.entries) return &*tracked.entries;
    const Output& output = *tracked.output;
    const auto id = output.object();
    if (!id) return &tracked.entries.emplace();
    auto entries = repo_->cache_of(output).load_dir(id->md5);
    if (!entries.ok() && is_missing(entries.error())) {
      if (auto remote = open_remote(*repo_, output.remote, "list"); remote.ok()) {
        const auto text = (*remote)->read_dir(output.hash, id->md5);
        if (text.ok()) entries = parse_dir_object(*text);
      }
    }
    return &tracked.entries.emplace(TRY(std::move(entries)));
  }

  static DirEntries::const_iterator first_in(const DirEntries& entries, const std::string& prefix) {
    return std::ranges::lower_bound(entries, prefix, {}, &DirEntry::path);
  }

  // Of a directory at or in an output: "" or "a/b/".
  static std::string part_in(const TrackedOutput& tracked, const std::string& directory) {
    const std::string& output = tracked.output->path;
    return directory == output ? "" : directory.substr(output.size() + 1) + '/';
  }

  TrackedOutput* output_around(const std::string& path) {
    for (std::string at = path; at.size() >= source_.root().size() && at.size() > 1; at = parent_path(at))
      if (const auto found = outputs_.find(at); found != outputs_.end()) return &found->second;
    return nullptr;
  }

  [[nodiscard]] bool is_above_outputs(const std::string& path) const {
    const auto below = outputs_.lower_bound(path + '/');
    return below != outputs_.end() && below->first.starts_with(path + '/');
  }

  Source& source_;
  Repo* repo_;
  ListScope scope_;
  std::vector<Stage> stages_;
  std::map<std::string, TrackedOutput> outputs_;
};

void flatten(const ListedItem& item, const std::string& prefix, std::size_t depth, std::vector<ListedItem>& items) {
  for (const ListedItem& child : item.contents) {
    const std::string path = prefix + child.name;
    if (child.is_directory && depth > 1) {
      flatten(child, path + '/', depth - 1, items);
    } else {
      items.push_back(child);
      items.back().name = path;
    }
  }
}

}  // namespace

Result<ListedItem> list(Source& source, const std::string& path, ListScope scope, std::size_t depth) {
  return Lister(source, scope).run(path, depth);
}

std::vector<ListedItem> flattened(const ListedItem& root, std::size_t depth) {
  std::vector<ListedItem> items;
  flatten(root, "", depth, items);
  std::ranges::sort(items, {}, &ListedItem::name);
  return items;
}

std::int64_t disk_usage(const ListedItem& item) {
  if (!item.is_directory) return item.size.value_or(0);
  std::int64_t bytes = 0;
  for (const ListedItem& child : item.contents) bytes += disk_usage(child);
  return bytes;
}

}  // namespace cairn::data
