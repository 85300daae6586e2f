#include "data/ops/status.h"

#include <algorithm>
#include <optional>

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

struct Look {
  OutputState state;
  std::optional<Content> content;  // if it was read
};

Result<Look> look_at(Repo& repo, const Output& output) {
  if (output.path.empty()) return Look{OutputState::kClean, {}};  // not on this machine
  const auto kind = is_directory(output.path) ? EntryKind::kDirectory : EntryKind::kFile;
  if (!exists(output.path) || (!output.is_dependency && repo.is_dvc_ignored(output.path, kind)))
    return Look{OutputState::kDeleted, {}};
  if (output.hash_value.empty()) return Look{OutputState::kModified, {}};
  Content content = TRY(read_content(repo, output.path, {.hash = output.hash}));
  const bool is_same = content.id.text() == output.hash_value;
  return Look{is_same ? OutputState::kClean : OutputState::kModified, std::move(content)};
}

// Whether a cache that has an object holds all that the object names.
Result<bool> is_cached(const ObjectStore& cache, const Content& content) {
  if (!content.is_dir()) return true;
  if (!cache.read_dir(content.id.md5).ok()) return false;
  return cache.has_all(content.files.size(), [&](std::size_t i) -> const Md5& { return content.files[i].md5; });
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
  if (stage.is_repo_import() && updates == Updates::kLookedFor && TRY(has_update(stage)))
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

Result<OutputState> work_tree_state(Repo& repo, const Output& output) { return TRY(look_at(repo, output)).state; }

Result<bool> is_cached(const Repo& repo, const Output& output) {
  const auto id = output.object();
  if (!id) return false;
  const ObjectStore& cache = repo.cache_of(output);
  if (!cache.has(*id)) return false;
  if (!id->is_dir) return true;
  const auto entries = cache.load_dir(id->md5);
  return entries.ok() && cache.has_all(*entries);
}

Result<OutputState> output_state(Repo& repo, const Output& output) {
  const auto id = output.object();
  if (!output.use_cache || !id) return work_tree_state(repo, output);
  const ObjectStore& cache = repo.cache_of(output);
  if (!cache.has(*id)) return OutputState::kNotInCache;
  auto look = look_at(repo, output);
  // What is in a directory that is as it should be need not be read from its object.
  const bool is_whole = look.ok() && look->state == OutputState::kClean && look->content;
  const bool cached = is_whole ? TRY(is_cached(cache, *look->content)) : TRY(is_cached(repo, output));
  if (!cached) return OutputState::kNotInCache;
  return TRY(std::move(look)).state;
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
