#include "data/ops/status.h"

#include <algorithm>

#include "data/files/paths.h"
#include "data/ops/import.h"
#include "data/ops/parameters.h"
#include "data/repo/content.h"

namespace cairn::data {
namespace {

constexpr std::string_view kStateNames[] = {"", "deleted", "modified", "new", "not in cache"};

void note(const Repo& repo, const Output& output, OutputState state, StageStatus::Entries& entries) {
  if (state != OutputState::kClean)
    entries.push_back({repo.shown(output), kStateNames[static_cast<std::size_t>(state)], {}});
}

Result<StageStatus> status_of(Repo& repo, const StageTarget& target, Updates updates) {
  const Stage& stage = target.stage;
  StageStatus status;
  status.stage = address_of(stage);
  if (!stage.frozen) {
    for (const Output& dependency : stage.dependencies)
      note(repo, dependency, TRY(work_tree_state(repo, dependency)), status.dependencies);
    for (const Parameters& parameters : stage.parameters)
      if (auto changed = TRY(changed_parameters(repo, parameters))) status.dependencies.push_back(*std::move(changed));
  }
  if (stage.is_repo_import() && updates == Updates::kLookedFor && TRY(has_update(repo, stage)))
    status.dependencies.push_back({described_origin(stage.dependencies.front()), "update available", {}});
  for (const Output& output : stage.outputs)
    if (target.only.empty() || is_inside(target.only, output.path))
      note(repo, output, TRY(output_state(repo, output)), status.outputs);
  status.always_changed = stage.is_callback() || stage.always_changed;
  status.changed_command = stage.changed_command;
  status.changed_checksum = stage.is_data_source() && stage.md5 != stage_md5(stage);
  return status;
}

}  // namespace

Result<OutputState> work_tree_state(Repo& repo, const Output& output) {
  if (output.path.empty()) return OutputState::kClean;  // not on this machine
  const auto kind = is_directory(output.path) ? EntryKind::kDirectory : EntryKind::kFile;
  if (!exists(output.path) || (!output.is_dependency && repo.is_dvc_ignored(output.path, kind)))
    return OutputState::kDeleted;
  if (output.hash_value.empty()) return OutputState::kModified;
  const Content content =
      TRY(read_content(repo, output.path, {.hash = output.hash, .file_hashes = FileHashes::kNotNeeded}));
  return content.id.text() == output.hash_value ? OutputState::kClean : OutputState::kModified;
}

Result<bool> is_cached(Repo& repo, const Output& output) {
  const auto id = output.object();
  if (!id) return false;
  const ObjectStore& cache = repo.cache_of(output);
  if (!cache.has(*id)) return false;
  if (!id->is_dir) return true;
  StatIndex* index = TRY(repo.index());
  const std::string place = output.path + "//cached";  // which no path is called
  const ObjectStore::View view = cache.view(*id);
  if (TRY(index->seen(place, view.fingerprint)) == id) return true;
  const auto entries = cache.load_dir(id->md5);
  if (!entries.ok() || !cache.has_all(*entries)) return false;
  if (view.is_settled) TRY(index->note_seen(place, view.fingerprint, *id));
  return true;
}

Result<OutputState> output_state(Repo& repo, const Output& output) {
  if (output.use_cache && output.object() && !TRY(is_cached(repo, output))) return OutputState::kNotInCache;
  return work_tree_state(repo, output);
}

Result<std::vector<StageStatus>> status(Repo& repo, const std::vector<StageTarget>& targets, Updates updates) {
  repo.progress().begin("status");
  std::vector<StageStatus> changed;
  for (const StageTarget& target : targets) {
    StageStatus status = TRY(status_of(repo, target, updates));
    if (!status.is_clean()) changed.push_back(std::move(status));
  }
  return changed;
}

}  // namespace cairn::data
