#include "data/ops/commit_output.h"

#include <algorithm>
#include <fmt/format.h>
#include <unistd.h>
#include <utility>

#include "core/python_text.h"
#include "data/errors.h"
#include "data/files/parallel.h"
#include "data/files/paths.h"
#include "data/store/file_maker.h"

namespace cairn::data {
namespace {

// A directory's entries with everything at or below `part` replaced.
DirEntries with_part(DirEntries entries, const std::string& part, const Content* content) {
  const std::string below = part + '/';
  std::erase_if(entries, [&](const DirEntry& entry) { return entry.path == part || entry.path.starts_with(below); });
  if (content && !content->is_dir()) entries.push_back({part, content->id.md5});
  if (content && content->is_dir())
    for (const TreeFile& file : content->files) entries.push_back({below + file.path, file.md5});
  std::ranges::sort(entries, {}, &DirEntry::path);
  return entries;
}

bool holds(const DirEntries& entries, const std::string& part) {
  const std::string below = part + '/';
  return std::ranges::any_of(
      entries, [&](const DirEntry& entry) { return entry.path == part || entry.path.starts_with(below); });
}

Result<ObjectId> name_of(const DirEntries& entries, ObjectBatch* batch) {
  if (batch) return batch->add_dir(entries);
  return ObjectId{md5_of(write_dir_object(entries)), true};
}

// The rest of a directory is known from its object; its size only as far as files were added and none changed.
Status update_part(Repo& repo, Output& output, const std::string& part, const Content* content, ObjectBatch* batch) {
  DirEntries entries;
  if (const auto object = output.object()) {
    auto known = repo.cache_of(output).load_dir(object->md5);
    if (!known.ok()) return dvc_error(fmt::format("could not read {}", python_repr(output.hash_value)));
    entries = *std::move(known);
  }
  const bool only_adds = !holds(entries, part);
  if (!content && only_adds) return os_error(ENOENT, join_path(output.path, part));
  entries = with_part(std::move(entries), part, content);
  const std::string name = TRY(name_of(entries, batch)).text();
  const bool known_size = output.size && *output.size > 0;
  if (content && only_adds && known_size)
    *output.size += content->size;
  else if (!content || name != output.hash_value)
    output.size.reset();
  output.hash_value = name;
  output.nfiles = static_cast<std::int64_t>(entries.size());
  return {};
}

// A link of another kind than wanted, or to another file.
bool needs_relink(const ObjectStore& store, const std::vector<LinkType>& types, const TreeFile& file,
                  const std::string& path) {
  const bool is_hardlink = !file.is_link && file.links > 1, is_copy = !file.is_link && !is_hardlink;
  for (const LinkType type : types) {
    struct stat info{};
    switch (type) {
      case LinkType::kReflink:
      case LinkType::kCopy:
        if (is_copy) return false;
        break;
      case LinkType::kHardlink:
        if (is_hardlink)
          return ::stat(store.path({file.md5, false}).c_str(), &info) != 0 || info.st_ino != file.stamp.inode;
        break;
      case LinkType::kSymlink:
        if (!file.is_link) break;
        const std::string object = store.path({file.md5, false});
        std::string target(object.size() + 1, '\0');
        const ssize_t size = ::readlink(path.c_str(), target.data(), target.size());
        return size < 0 || target.substr(0, static_cast<std::size_t>(size)) != object;
    }
  }
  return true;
}

}  // namespace

Origin object_origin(const Repo& repo, Relink relink) {
  const auto types = repo.link_types();
  return relink == Relink::kYes && !types.empty() && types.front() == LinkType::kHardlink ? Origin::kLink
                                                                                          : Origin::kCopy;
}

Status move_to_md5_if_changed(Repo& repo, Output& output) {
  if (output.hash != HashKind::kMd5Dos2Unix) return {};
  const auto content = read_content(repo, output.path, {.hash = HashKind::kMd5Dos2Unix});
  if (!content.ok() && !is_missing(content.error())) return content.error();
  if (!content.ok() || content->id.text() != output.hash_value) output.hash = HashKind::kMd5;
  return {};
}

Result<Content> update_output(Repo& repo, Output& output, const std::string& path, ObjectBatch* batch) {
  const bool is_part = path != output.path;
  if (is_part && !output.hash_value.empty() && !output.is_directory())
    return dvc_error(fmt::format("Cannot modify '{}' which is being tracked as a file", repo.shown(output)));
  ReadOptions options{.hash = output.hash, .batch = batch, .store = &repo.cache_of(output)};
  auto content = read_content(repo, path, options);
  if (!content.ok() && is_missing(content.error())) {
    if (!exists(output.path))
      return dvc_error(fmt::format("output '{}' does not exist: {}", repo.shown(output), content.error().message()));
    if (!is_part || !output.is_directory() || exists(path)) return content.error();
    TRY(update_part(repo, output, path.substr(output.path.size() + 1), nullptr, batch));
    output.other.remove("files");
    return Content();
  }
  Content found = TRY(std::move(content));
  if (is_part) {
    TRY(update_part(repo, output, path.substr(output.path.size() + 1), &found, batch));
  } else {
    output.clear_content();
    output.hash_name = "md5";
    output.hash_value = found.id.text();
    output.size = found.size;
    if (found.is_dir()) output.nfiles = static_cast<std::int64_t>(found.files.size());
    output.is_executable = found.is_executable;
  }
  output.other.remove("files");
  return found;
}

Result<Content> commit_output(Repo& repo, Output& output, const std::string& path, Relink relink) {
  ObjectBatch batch(repo.cache_of(output), object_origin(repo, relink));
  Content content = TRY(update_output(repo, output, path, output.use_cache ? &batch : nullptr));
  if (output.use_cache) {
    TRY(batch.commit());
    TRY(repo.ignore(output.path));
    if (relink == Relink::kYes) TRY(relink_content(repo, repo.cache_of(output), path, content));
  }
  TRY(TRY(repo.index())->note_placed(output.path, output.hash_value));
  return content;
}

Status relink_content(Repo& repo, const ObjectStore& store, const std::string& path, Content& content) {
  const auto types = repo.link_types();
  const std::string directory = content.is_dir() ? path : parent_path(path);
  std::vector<char> needs_link(content.files.size(), 0);
  run_parallel(needs_link.size(), threads_for(needs_link.size()), [&](std::size_t i) {
    const TreeFile& file = content.files[i];
    const std::string file_path = content.is_dir() ? join_path(path, file.path) : path;
    needs_link[i] = !file.is_object && needs_relink(store, types, file, file_path) ? 1 : 0;
  });
  std::vector<TreeFile*> files;
  for (std::size_t i = 0; i < needs_link.size(); ++i)
    if (needs_link[i] != 0) files.push_back(&content.files[i]);
  if (files.empty()) return {};
  const Fd root = TRY(open_file(directory, O_RDONLY | O_DIRECTORY));
  if (!content.is_dir()) files.front()->path = file_name(path);
  // Modes of files inside directories are not tracked.
  if (content.is_dir())
    for (TreeFile* file : files) file->mode = 0;
  FileMaker maker(store, types, *TRY(repo.index()), repo.hash_workers());
  TRY(maker.make(root, files));
  if (!content.is_dir()) files.front()->path.clear();
  return remember_content(repo, path, content, HashKind::kMd5);
}

}  // namespace cairn::data
