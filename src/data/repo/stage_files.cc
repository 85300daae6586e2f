#include "data/repo/stage_files.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <set>

#include "core/python_text.h"
#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/files/walk.h"
#include "data/repo/repo.h"

namespace cairn::data {
namespace {

constexpr std::string_view kProjectFile = "dvc.yaml";

Error not_supported(const std::string& file) {
  return Error(ErrorCode::kNotImplemented,
               fmt::format("'{}': pipelines are not supported here yet", relative_path(file)));
}

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
    Stage stage = TRY(load_stage(repo_, file));
    for (const Output& output : stage.outputs) outputs_.insert(output.path);
    stages_.push_back(std::move(stage));
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

const Stage* stage_around(const std::vector<Stage>& stages, const std::string& path) {
  for (const Stage& stage : stages)
    for (const Output& output : stage.outputs)
      if (!output.path.empty() && is_inside(path, output.path)) return &stage;
  return nullptr;
}

std::string no_such_target(const std::string& word) {
  return fmt::format("'{}' does not exist as an output or a stage name in 'dvc.yaml': {}", word,
                     no_such_stage().message());
}

}  // namespace

std::string described(const Stage& stage) { return fmt::format("stage: '{}'", relative_path(stage.file)); }

Error no_such_stage() {
  return dvc_error(fmt::format("'{}' does not exist", relative_path(std::string(kProjectFile))));
}

bool is_stage_file(std::string_view path) { return path.ends_with(".dvc") || file_name(path) == kProjectFile; }

Result<std::vector<Stage>> collect_stages(Repo& repo) { return StageCollector(repo).run(); }

Result<Stage> load_stage(Repo& repo, const std::string& file) {
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
  return read_stage(repo, file, TRY(read_file(file)));
}

Result<Stage> read_stage(const Repo& repo, const std::string& file, std::string_view text) {
  if (file_name(file) == kProjectFile) return not_supported(file);
  return parse_stage(file, text, repo.root());
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

Status check_graph(const Repo& repo, const std::vector<Stage>& stages) {
  const OutputConflict conflict = find_conflict(stages);
  if (conflict.output && conflict.same) {
    return dvc_error(fmt::format(
        "output '{}' is specified in:\n\t- {}\n\t- {}\nUse `dvc remove` with any of the above "
        "targets to stop tracking the overlapping output.",
        repo.shown(*conflict.output), relative_path(conflict.stage->file), relative_path(conflict.other_stage->file)));
  }
  if (conflict.output) {
    return dvc_error(fmt::format(
        "The output paths:\n'{}'('{}')\n'{}'('{}')\noverlap and are thus in the same tracked directory.\nTo keep "
        "reproducibility, outputs should be in separate tracked directories or tracked individually.",
        repo.shown(*conflict.output), relative_path(conflict.stage->file), repo.shown(*conflict.other),
        relative_path(conflict.other_stage->file)));
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

Result<StageTarget> find_output(Repo& repo, const std::string& path) {
  const std::vector<Stage> stages = TRY(repo.stages());
  TRY(check_graph(repo, stages));
  const Stage* stage = stage_around(stages, path);
  if (stage) return StageTarget{*stage, path};
  return dvc_error(fmt::format("Unable to find DVC file with output {}", python_repr(relative_path(path))));
}

Result<std::vector<StageTarget>> find_targets(Repo& repo, const std::vector<std::string>& words, Recursion recursion) {
  std::vector<StageTarget> targets;
  std::optional<std::vector<Stage>> all;  // collected if a word asks for it
  const auto all_stages = [&]() -> Result<const std::vector<Stage>*> {
    if (!all) all = TRY(repo.stages());
    return &*all;
  };
  if (words.empty())
    for (const Stage& stage : *TRY(all_stages())) targets.push_back({stage, ""});
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    const std::string path = absolute_path(word);
    if (is_stage_file(word)) {
      auto stage = load_stage(repo, path);
      if (!stage.ok()) return std::move(stage).error().at(i);
      targets.push_back({*std::move(stage), ""});
      continue;
    }
    const std::vector<Stage>& stages = *TRY(all_stages());
    TRY(check_graph(repo, stages));
    if (recursion == Recursion::kInto && is_directory(path)) {
      for (const Stage& stage : stages)
        if (is_inside(stage.file, path)) targets.push_back({stage, ""});
      continue;
    }
    const Stage* stage = stage_around(stages, path);
    if (!stage) return dvc_error(no_such_target(word)).at(i);
    targets.push_back({*stage, path});
  }
  return targets;
}

}  // namespace cairn::data
