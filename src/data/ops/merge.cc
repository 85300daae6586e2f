#include "data/ops/merge.h"

#include <fmt/format.h>
#include <map>
#include <optional>
#include <set>

#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/repo/stage.h"
#include "data/store/object_batch.h"

namespace cairn::data {
namespace {

using Files = std::map<std::string, Md5>;

Result<Stage> read_version(const Repo& repo, const std::string& path) {
  const std::string file = absolute_path(path);
  return parse_stage(file, TRY(read_file(file)), repo.root());
}

Status check_can_merge(const Stage& stage) {
  if (!stage.is_data_source() || stage.outputs.size() != 1 || !stage.dependencies.empty())
    return dvc_error("unable to auto-merge DVC files that are no results of `dvc add`");
  if (!stage.outputs.front().is_directory()) return dvc_error("unable to auto-merge outputs that are not directories");
  return {};
}

// Everything but what the content makes of it.
Status check_same_options(const Output& ours, const Output& theirs) {
  const bool same = ours.path == theirs.path && ours.hash == theirs.hash && ours.use_cache == theirs.use_cache &&
                    ours.persist == theirs.persist && ours.can_push == theirs.can_push &&
                    ours.remote == theirs.remote && same_value(ours.other, theirs.other);
  return same ? Status() : dvc_error("unable to auto-merge outputs with different options");
}

Result<Files> files_of(const Repo& repo, const Stage* stage) {
  Files files;
  if (!stage || stage->outputs.empty()) return files;
  const Output& output = stage->outputs.front();
  for (const DirEntry& entry : TRY(repo.cache_of(output).load_dir(output.object()->md5)))
    files.emplace(entry.path, entry.md5);
  return files;
}

std::optional<Md5> hash_in(const Files& files, const std::string& path) {
  const auto found = files.find(path);
  return found == files.end() ? std::nullopt : std::optional(found->second);
}

// What one side left as it was is as the other one has it.
Result<DirEntries> merged(const Files& ancestor, const Files& ours, const Files& theirs) {
  std::set<std::string> paths;
  for (const Files* files : {&ours, &theirs})
    for (const auto& [path, md5] : *files) paths.insert(path);
  DirEntries entries;
  std::string conflicts;
  for (const std::string& path : paths) {
    const auto before = hash_in(ancestor, path), our = hash_in(ours, path), their = hash_in(theirs, path);
    if (our != their && our != before && their != before) conflicts += '\n' + path;
    const auto& result = our == before ? their : our;
    if (result) entries.push_back({path, *result});
  }
  if (!conflicts.empty()) return dvc_error("unable to auto-merge the following paths:" + conflicts);
  return entries;
}

// The sum of the files' sizes, if the cache has them all.
std::optional<std::int64_t> size_of(const ObjectStore& cache, const DirEntries& entries) {
  std::int64_t size = 0;
  for (const DirEntry& entry : entries) {
    const auto info = stat_path(cache.path({entry.md5, false}));
    if (!info.ok()) return std::nullopt;
    size += info->st_size;
  }
  return size;
}

}  // namespace

Status merge_stage_files(Repo& repo, const std::string& ancestor, const std::string& ours, const std::string& theirs) {
  const Stage before = TRY(read_version(repo, ancestor)), their = TRY(read_version(repo, theirs));
  Stage our = TRY(read_version(repo, ours));
  if (their.outputs.empty()) return {};
  if (our.outputs.empty()) return replace_file(our.file, TRY(read_file(their.file)));
  TRY(check_can_merge(our));
  TRY(check_can_merge(their));
  TRY(check_same_options(our.outputs.front(), their.outputs.front()));
  if (!before.outputs.empty()) {
    TRY(check_can_merge(before));
    TRY(check_same_options(our.outputs.front(), before.outputs.front()));
  }
  Output& output = our.outputs.front();
  const ObjectStore& cache = repo.cache_of(output);
  const DirEntries entries =
      TRY(merged(TRY(files_of(repo, &before)), TRY(files_of(repo, &our)), TRY(files_of(repo, &their))));
  ObjectBatch batch(cache);
  output.hash_value = TRY(batch.add_dir(entries)).text();
  TRY(batch.commit());
  output.size = size_of(cache, entries);
  output.nfiles = static_cast<std::int64_t>(entries.size());
  return replace_file(our.file, TRY(write_stage(our)));
}

}  // namespace cairn::data
