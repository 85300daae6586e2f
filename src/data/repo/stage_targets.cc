#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <set>

#include "core/python_text.h"
#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/repo/pipeline_file.h"
#include "data/repo/repo.h"
#include "data/repo/stage_files.h"

namespace cairn::data {
namespace {

const Stage* stage_around(const std::vector<Stage>& stages, const std::string& path) {
  for (const Stage& stage : stages)
    for (const Output& output : stage.outputs)
      if (!output.path.empty() && is_inside(path, output.path)) return &stage;
  return nullptr;
}

std::string no_such_target(const std::string& word) {
  return fmt::format("'{}' does not exist as an output or a stage name in 'dvc.yaml': {}", word,
                     no_such_stage(word).message());
}

// A word that names stages of a pipeline: "train", "dvc.yaml:train", "sub/dvc.yaml:train"; the name of a group means
// all that were made of it.
struct StageWord {
  std::string file;  // absolute
  std::string name;
  bool has_file = false;
};

StageWord parse_stage_word(const std::string& word) {
  const std::size_t colon = word.rfind(':');
  const std::string file = colon == std::string::npos ? "" : word.substr(0, colon);
  if (file_name(file) == kPipelineFile) return {absolute_path(file), word.substr(colon + 1), true};
  const bool is_bare = !file.empty() || colon == std::string::npos;
  return {absolute_path(kPipelineFile), is_bare ? word : word.substr(1), false};
}

Error not_in_pipeline(const std::string& name, const std::string& file) {
  return dvc_error(fmt::format("Stage '{}' not found inside '{}' file", name, relative_path(file)));
}

// Adds the stages that make what `target` depends on, before it.
void add_with_dependencies(const std::vector<Stage>& all, const StageTarget& target, std::set<std::string>& seen,
                           std::vector<StageTarget>& targets) {
  if (!seen.insert(target.stage.file + ':' + target.stage.name).second) return;
  for (const Output& dependency : target.stage.dependencies) {
    if (dependency.path.empty()) continue;
    for (const Stage& stage : all) {
      const bool makes_it = std::ranges::any_of(stage.outputs, [&dependency](const Output& output) {
        return !output.path.empty() &&
               (is_inside(dependency.path, output.path) || is_inside(output.path, dependency.path));
      });
      if (makes_it) add_with_dependencies(all, {stage, ""}, seen, targets);
    }
  }
  targets.push_back(target);
}

class TargetFinder {
 public:
  TargetFinder(Repo& repo, Recursion recursion) : repo_(repo), recursion_(recursion) {}

  Result<std::vector<StageTarget>> run(const std::vector<std::string>& words) {
    if (words.empty())
      for (const Stage& stage : *TRY(all())) targets_.push_back({stage, ""});
    for (std::size_t i = 0; i < words.size(); ++i) {
      TRY(find(words[i], i));
    }
    if (recursion_ == Recursion::kWithDependencies && !words.empty()) return with_dependencies();
    return std::move(targets_);
  }

 private:
  // Collected if a word asks for it.
  Result<const std::vector<Stage>*> all() {
    if (!all_) all_ = TRY(repo_.stages());
    return &*all_;
  }

  Status find(const std::string& word, std::size_t number) {
    const std::string path = absolute_path(word);
    if (is_stage_file(word)) {
      auto stages = load_stages(repo_, path);
      if (!stages.ok()) return std::move(stages).error().at(number);
      for (Stage& stage : *stages) targets_.push_back({std::move(stage), ""});
      return {};
    }
    const bool goes_into = recursion_ == Recursion::kInto && is_directory(path);
    std::vector<Stage> named = goes_into ? std::vector<Stage>() : TRY(find_named(repo_, word));
    for (Stage& stage : named) targets_.push_back({std::move(stage), ""});
    if (!named.empty()) return {};
    const std::vector<Stage>& stages = *TRY(all());
    TRY(check_graph(repo_, stages));
    if (goes_into) {
      for (const Stage& stage : stages)
        if (is_inside(stage.file, path)) targets_.push_back({stage, ""});
      return {};
    }
    const Stage* stage = stage_around(stages, path);
    if (!stage) return dvc_error(no_such_target(word)).at(number);
    targets_.push_back({*stage, path});
    return {};
  }

  Result<std::vector<StageTarget>> with_dependencies() {
    std::set<std::string> seen;
    std::vector<StageTarget> targets;
    for (const StageTarget& target : targets_) add_with_dependencies(*TRY(all()), target, seen, targets);
    return targets;
  }

  Repo& repo_;
  Recursion recursion_;
  std::optional<std::vector<Stage>> all_;
  std::vector<StageTarget> targets_;
};

}  // namespace

Result<std::vector<Stage>> find_named(Repo& repo, const std::string& text) {
  const StageWord word = parse_stage_word(text);
  if (!word.has_file && !exists(word.file)) return std::vector<Stage>();
  std::vector<Stage> stages = TRY(load_stages(repo, word.file));
  std::erase_if(stages, [&word](const Stage& stage) {
    return stage.name != word.name && !stage.name.starts_with(word.name + '@');
  });
  if (stages.empty() && word.has_file) return not_in_pipeline(word.name, word.file);
  return stages;
}

std::string address_of(const Stage& stage) {
  const std::string file = relative_path(stage.file);
  if (stage.name.empty()) return file;
  return file == kPipelineFile ? stage.name : file + ':' + stage.name;
}

std::string described(const Stage& stage) { return fmt::format("stage: '{}'", address_of(stage)); }

Error no_pipeline_changes(const std::string& file) {
  return Error(ErrorCode::kNotImplemented,
               fmt::format("'{}': changing a pipeline's stages is not supported here yet", relative_path(file)));
}

Error no_such_stage(const std::string& word) {
  const StageWord meant = parse_stage_word(word);
  if (exists(meant.file)) return not_in_pipeline(meant.name, meant.file);
  return dvc_error(fmt::format("'{}' does not exist", relative_path(meant.file)));
}

Result<StageTarget> find_output(Repo& repo, const std::string& path) {
  const std::vector<Stage> stages = TRY(repo.stages());
  TRY(check_graph(repo, stages));
  const Stage* stage = stage_around(stages, path);
  if (stage) return StageTarget{*stage, path};
  return dvc_error(fmt::format("Unable to find DVC file with output {}", python_repr(relative_path(path))));
}

Result<std::vector<StageTarget>> find_targets(Repo& repo, const std::vector<std::string>& words, Recursion recursion) {
  return TargetFinder(repo, recursion).run(words);
}

}  // namespace cairn::data
