#include "data/repo/stage_files.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

#include "core/python_text.h"
#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/files/walk.h"
#include "data/repo/pipeline_file.h"
#include "data/repo/repo.h"

namespace cairn::data {
namespace {

class StageCollector {
 public:
  explicit StageCollector(Repo& repo) : repo_(repo), filter_(repo.ignored().filter("")) {}

  Result<std::vector<Stage>> run() {
    TRY(visit(""));
    return std::move(stages_);
  }

 private:
  // Files before folders, as os.walk does it: an output is known before the walk could enter it.
  Status visit(const std::string& directory) {
    const std::string path = directory.empty() ? repo_.root() : join_path(repo_.root(), directory);
    const auto entries = list_directory(path);
    if (!entries.ok()) return {};  // unreadable, or gone meanwhile
    TRY(filter_->enter(directory, {}));
    std::vector<std::string> below;
    for (const DirectoryEntry& entry : *entries) {
      if (filter_->skips(directory, entry.name, entry.kind)) continue;
      if (entry.kind == EntryKind::kFile)
        TRY(take_file(join_path(path, entry.name)));
      else if (!entry.is_link)
        below.push_back(directory.empty() ? entry.name : join_path(directory, entry.name));
    }
    for (const std::string& next : below) {
      const std::string absolute = join_path(repo_.root(), next);
      if (outputs_.contains(absolute) || is_git_ignored(absolute, EntryKind::kDirectory)) continue;
      TRY(visit(next));
    }
    return {};
  }

  Status take_file(const std::string& file) {
    if (!is_stage_file(file) || is_git_ignored(file, EntryKind::kFile)) return {};
    for (Stage& stage : TRY(load_stages(repo_, file))) {
      for (const Output& output : stage.outputs) outputs_.insert(output.path);
      stages_.push_back(std::move(stage));
    }
    return {};
  }

  bool is_git_ignored(const std::string& path, EntryKind kind) {
    return repo_.git() && repo_.git()->is_ignored(path, kind);
  }

  Repo& repo_;
  std::unique_ptr<WalkFilter> filter_;
  std::set<std::string> outputs_;
  std::vector<Stage> stages_;
};

Result<std::string> readable_stage_file(Repo& repo, const std::string& file) {
  const bool ignored = repo.is_dvc_ignored(file, EntryKind::kFile);
  if (ignored || !exists(file))
    return dvc_error(fmt::format("'{}' {}", file, ignored ? "is dvc-ignored" : "does not exist"));
  if (!is_stage_file(file)) {
    return dvc_error(
        fmt::format("bad DVC file name '{0}'. DVC files should be named 'dvc.yaml' or have a '.dvc' suffix "
                    "(e.g. '{1}.dvc').",
                    relative_path(file), file_name(file)));
  }
  if (!is_file(file)) return dvc_error(fmt::format("'{}' is not a .dvc file", file));
  if (repo.git() && repo.git()->is_ignored(file, EntryKind::kFile))
    return dvc_error(fmt::format("bad DVC file name '{}' is git-ignored.", relative_path(file)));
  return read_file(file);
}

}  // namespace

bool is_stage_file(std::string_view path) { return path.ends_with(".dvc") || file_name(path) == kPipelineFile; }

Result<std::vector<Stage>> collect_stages(Repo& repo) { return StageCollector(repo).run(); }

Result<std::vector<Stage>> load_stages(Repo& repo, const std::string& file) {
  const std::string text = TRY(readable_stage_file(repo, file));
  if (file_name(file) != kPipelineFile) return read_stages(repo, file, text, "");
  const std::string lock_file = lock_file_of(file);
  if (repo.git() && repo.git()->is_ignored(lock_file, EntryKind::kFile))
    return dvc_error(fmt::format("'{}' is git-ignored.", relative_path(lock_file)));
  return read_stages(repo, file, text, TRY(read_file_if_there(lock_file)));
}

Result<std::vector<Stage>> read_stages(const Repo& repo, const std::string& file, std::string_view text,
                                       std::string_view lock_text) {
  if (file_name(file) != kPipelineFile) return std::vector{TRY(parse_stage(file, text, repo.root()))};
  Pipeline pipeline = TRY(parse_pipeline(file, text, lock_text, repo.root()));
  if (!pipeline.templates.empty()) {
    repo.warn(fmt::format("'{}': templates are not worked out here yet; of {} only what dvc.lock holds is known.",
                          relative_path(file), fmt::join(pipeline.templates, ", ")));
  }
  return std::move(pipeline.stages);
}

OutputConflict find_conflict(const std::vector<Stage>& stages) {
  struct Owner {
    const Stage* stage;
    const Output* output;
  };
  std::map<std::string_view, Owner> seen;
  for (const Stage& stage : stages) {
    for (const Output& output : stage.outputs) {
      if (output.path.empty()) continue;
      const auto [same, is_new] = seen.try_emplace(output.path, Owner{&stage, &output});
      if (!is_new) return {&stage, &output, same->second.stage, same->second.output, true};
      const std::string inside = output.path + '/';
      const auto below = seen.lower_bound(inside);
      if (below != seen.end() && below->first.starts_with(inside))
        return {&stage, &output, below->second.stage, below->second.output, false};
      for (std::string above = parent_path(output.path); above.size() > 1; above = parent_path(above))
        if (const auto around = seen.find(above); around != seen.end())
          return {around->second.stage, around->second.output, &stage, &output, false};
    }
  }
  return {};
}

Status check_new_stage_file(Repo& repo, const std::string& file, std::string_view output) {
  if (repo.git() && repo.git()->is_ignored(file, EntryKind::kFile))
    return dvc_error(fmt::format("bad DVC file name '{}' is git-ignored.", relative_path(file)));
  if (is_stage_file(output)) return dvc_error(fmt::format("DVC file '{}' cannot be an output.", output));
  return {};
}

Status check_graph(const Repo& repo, const std::vector<Stage>& stages) {
  const OutputConflict conflict = find_conflict(stages);
  if (conflict.output && conflict.same) {
    return dvc_error(
        fmt::format("output '{}' is specified in:\n\t- {}\n\t- {}\nUse `dvc remove` with any of the above "
                    "targets to stop tracking the overlapping output.",
                    repo.shown(*conflict.output), address_of(*conflict.stage), address_of(*conflict.other_stage)));
  }
  if (conflict.output) {
    return dvc_error(fmt::format(
        "The output paths:\n'{}'('{}')\n'{}'('{}')\noverlap and are thus in the same tracked directory.\nTo keep "
        "reproducibility, outputs should be in separate tracked directories or tracked individually.",
        repo.shown(*conflict.output), address_of(*conflict.stage), repo.shown(*conflict.other),
        address_of(*conflict.other_stage)));
  }
  std::map<std::string_view, const Output*> outputs;
  for (const Stage& stage : stages)
    for (const Output& output : stage.outputs) outputs.emplace(output.path, &output);
  for (const Stage& stage : stages) {
    for (std::string above = parent_path(stage.file); above.size() > 1; above = parent_path(above)) {
      const auto around = outputs.find(above);
      if (around == outputs.end()) continue;
      return dvc_error(fmt::format("{} is within an output {} of another stage", described(stage),
                                   python_repr(repo.shown(*around->second))));
    }
  }
  return {};
}

}  // namespace cairn::data
