#include "data/ops/migrate.h"

#include <algorithm>
#include <fmt/format.h>

#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/hash/hash_files.h"
#include "data/ops/commit_output.h"
#include "data/repo/stage_files.h"
#include "data/store/object_batch.h"

namespace cairn::data {
namespace {

bool is_legacy(const Stage& stage) {
  return stage.name.empty() && std::ranges::any_of(stage.outputs, [](const Output& output) {
           return output.hash == HashKind::kMd5Dos2Unix && output.in_repository && !output.hash_value.empty();
         });
}

}  // namespace

Result<std::size_t> count_legacy_objects(const Repo& repo) { return TRY(repo.legacy_cache().list()).size(); }

Result<std::size_t> migrate_objects(Repo& repo) {
  const ObjectStore& old = repo.legacy_cache();
  const auto objects = TRY(old.list());
  if (objects.empty()) return std::size_t{0};
  TRY(make_dirs(repo.cache().root(), repo.cache().directory_mode()));
  ObjectBatch batch(repo.cache(), Origin::kLink);
  std::vector<TreeFile> files;
  for (const auto& [id, size] : objects) {
    if (id.is_dir) {
      const std::string text = TRY(read_file(old.path(id)));
      TRY(batch.add({md5_of(text), true}, text));
      continue;
    }
    TreeFile& file = files.emplace_back();
    file.path = ObjectStore::relative_path(id);
    file.stamp.size = size;
  }
  std::vector<TreeFile*> pointers;
  for (TreeFile& file : files) pointers.push_back(&file);
  const Fd root = TRY(open_file(old.root(), O_RDONLY | O_DIRECTORY));
  repo.progress().begin("migrate");
  TRY(hash_files(root, pointers, {.workers = repo.hash_workers(), .sink = &batch, .progress = &repo.progress()}));
  TRY(batch.commit());
  return batch.added().size();
}

Result<std::vector<std::string>> legacy_stage_files(Repo& repo) {
  std::vector<std::string> files;
  for (const Stage& stage : TRY(repo.stages()))
    if (is_legacy(stage)) files.push_back(relative_path(stage.file));
  std::ranges::sort(files);
  return files;
}

Status migrate_stage_files(Repo& repo, const StageFileNotice& notice) {
  for (Stage& stage : TRY(repo.stages())) {
    if (!is_legacy(stage)) continue;
    for (const Output& output : stage.outputs)
      if (!exists(output.path)) return os_error(ENOENT, repo.shown(output));
    for (Output& output : stage.outputs) {
      if (output.hash != HashKind::kMd5Dos2Unix) continue;
      output.hash = HashKind::kMd5;
      TRY(commit_output(repo, output, output.path, Relink::kYes));
    }
    stage.md5 = stage_md5(stage);
    notice(relative_path(stage.file));
    TRY(repo.save(stage));
  }
  return {};
}

}  // namespace cairn::data
