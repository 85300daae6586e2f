#include "data/ops/commit.h"

#include <fmt/format.h>

#include "core/python_text.h"
#include "data/errors.h"
#include "data/files/paths.h"
#include "data/ops/commit_output.h"
#include "data/ops/parameters.h"
#include "data/ops/run_cache.h"
#include "data/ops/status.h"

namespace cairn::data {
namespace {

Result<std::vector<std::string>> changed_ones(Repo& repo, const std::vector<Output>& outputs) {
  std::vector<std::string> changed;
  for (const Output& output : outputs)
    if (TRY(work_tree_state(repo, output)) != OutputState::kClean) changed.push_back(repo.shown(output));
  return changed;
}

// The question to ask about a stage; empty if nothing of it changed.
Result<std::string> question_about(Repo& repo, const Stage& stage) {
  auto dependencies = TRY(changed_ones(repo, stage.dependencies));
  for (const Parameters& parameters : stage.parameters)
    if (TRY(changed_parameters(repo, parameters))) dependencies.push_back(repo.shown(parameters.path));
  const auto outputs = TRY(changed_ones(repo, stage.outputs));
  const std::string name = described(stage);
  std::string what;
  if (!dependencies.empty() && !outputs.empty())
    what = fmt::format("dependencies {} and outputs {} of {} changed.", python_repr(dependencies), python_repr(outputs),
                       name);
  else if (!dependencies.empty())
    what = fmt::format("dependencies {} of {} changed.", python_repr(dependencies), name);
  else if (!outputs.empty())
    what = fmt::format("outputs {} of {} changed.", python_repr(outputs), name);
  else if (stage.changed_command)
    what = fmt::format("'cmd' of {} has changed.", name);
  else if (stage.name.empty() && stage.md5 != stage_md5(stage))
    what = fmt::format("'md5' of {} changed.", name);
  return what.empty() ? what : what + " Are you sure you want to commit it?";
}

Status check_is_there(const Repo& repo, const Output& output) {
  if (exists(output.path)) return {};
  const std::string_view what = output.is_dependency ? "dependency" : "output";
  return dvc_error(fmt::format("{} '{}' does not exist", what, repo.shown(output)));
}

bool is_empty(const Content& content) { return content.size == 0 && (!content.is_dir() || content.files.empty()); }

// As it was, or with what it holds now noted for later runs.
enum class Save : std::uint8_t { kNo, kYes };

Status commit_stage(Repo& repo, Stage& stage, const CommitOptions& options, Save save) {
  for (Output& dependency : stage.dependencies) {
    if (dependency.path.empty()) continue;
    TRY(check_is_there(repo, dependency));
    TRY(update_output(repo, dependency, dependency.path, nullptr));
  }
  for (Output& output : stage.outputs) {
    TRY(check_is_there(repo, output));
    TRY(move_to_md5_if_changed(repo, output));
    const PathLocks locks = TRY(PathLocks::acquire(repo.tmp_dir(), "dvc commit", {}, {output.path}));
    const Content content = TRY(commit_output(repo, output, output.path, options.relink ? Relink::kYes : Relink::kNo));
    if (is_empty(content)) repo.warn(fmt::format("'{}' is empty.", repo.shown(output)));
  }
  for (Parameters& parameters : stage.parameters) parameters.known = TRY(current_values(repo, parameters));
  if (stage.name.empty()) stage.md5 = stage_md5(stage);
  if (save == Save::kYes) TRY(save_run(repo, stage));
  return repo.save(stage);
}

}  // namespace

Status commit(Repo& repo, const std::vector<StageTarget>& targets, const CommitOptions& options) {
  repo.progress().begin("commit");
  for (const StageTarget& target : targets) {
    Stage stage = target.stage;
    const std::string question = options.force ? "" : TRY(question_about(repo, stage));
    const Save save = options.force || !question.empty() ? Save::kYes : Save::kNo;
    if (!question.empty() && !options.confirm(question))
      return dvc_error(fmt::format("unable to commit changed {}. Use `-f|--force` to force.", described(stage)));
    TRY(commit_stage(repo, stage, options, save));
  }
  return {};
}

}  // namespace cairn::data
