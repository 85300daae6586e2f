#include "data/ops/stage_edit.h"

#include <fmt/format.h>
#include <unistd.h>

#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/files/walk.h"
#include "data/ops/commit_output.h"
#include "data/repo/pipeline_edit.h"
#include "data/repo/pipeline_file.h"
#include "data/repo/stage_files.h"

namespace cairn::data {
namespace {

constexpr std::string_view kSuffix = ".dvc";

Status make_copy_of_link(const std::string& path) {
  const struct stat info = TRY(lstat_path(path));
  if (S_ISLNK(info.st_mode) || info.st_nlink > 1) TRY(copy_in_place(path));
  if (::chmod(path.c_str(), 0666 & ~process_umask()) != 0) return os_error(errno, path);
  return {};
}

Status unprotect_outputs(const Stage& stage) {
  for (const Output& output : stage.outputs)
    if (output.use_cache && exists(output.path)) TRY(unprotect(output.path));
  return {};
}

// Of a pipeline's stages only the one with that very name is meant: a group is a template.
Result<std::vector<Stage>> stages_for_word(Repo& repo, const std::string& word) {
  if (is_stage_file(word)) return load_stages(repo, absolute_path(word));
  std::vector<Stage> named = TRY(find_named(repo, word));
  std::erase_if(named, [&word](const Stage& stage) { return !word.ends_with(stage.name); });
  if (!named.empty()) return named;
  if (exists(word + std::string(kSuffix)))
    return dvc_error(
        fmt::format("'{0}' is not a .dvc file. Do you mean '{0}.dvc'?: {1}", word, no_such_stage(word).message()));
  return no_such_stage(word);
}

Status let_go(Repo& repo, const Stage& stage, Outputs outputs) {
  if (stage.is_template) return remove_from_pipeline(repo, stage);  // which says why not
  std::vector<std::string> paths;
  for (const Output& output : stage.outputs)
    if (!output.path.empty()) paths.push_back(output.path);
  const PathLocks locks = TRY(PathLocks::acquire(repo.tmp_dir(), "dvc remove", {}, paths));
  if (outputs == Outputs::kStay)
    TRY(unprotect_outputs(stage));
  else
    for (const std::string& path : paths) TRY(remove_all(path));
  for (const Output& output : stage.outputs)
    if (output.is_ignored_by_git(stage)) TRY(repo.stop_ignoring(output.path));
  return stage.name.empty() ? remove_all(stage.file) : remove_from_pipeline(repo, stage);
}

}  // namespace

Status unprotect(const std::string& path) {
  if (!exists(path)) return internal_error(fmt::format("can't unprotect non-existing data '{}'", path));
  if (!is_directory(path)) return make_copy_of_link(path);
  const Fd root = TRY(open_file(path, O_RDONLY | O_DIRECTORY));
  for (const TreeFile& file : TRY(walk_tree(root, path, nullptr)).files)
    TRY(make_copy_of_link(join_path(path, file.path)));
  return {};
}

Status remove_stage(Repo& repo, const std::string& word, Outputs outputs) {
  for (const Stage& stage : TRY(stages_for_word(repo, word))) TRY(let_go(repo, stage, outputs));
  return {};
}

Status move_output(Repo& repo, const std::string& from, const std::string& to) {
  const std::string source = absolute_path(from);
  const StageTarget found = TRY(find_output(repo, source));
  const Stage& old = found.stage;
  if (!old.is_data_source()) {
    return dvc_error(fmt::format(
        "move is not permitted for stages that are not data sources. You need to either move '{0}' to a new location "
        "and edit it by hand, or remove '{0}' and create a new one at the desired location.",
        address_of(old)));
  }
  if (old.outputs.front().path != source)
    return dvc_error(fmt::format("unable to find DVC file with output '{}'", relative_path(source)));
  std::string target = absolute_path(to);
  if (is_directory(target)) target = join_path(target, file_name(source));

  Stage stage = old;
  const bool has_its_name = file_name(old.file) == std::string(file_name(source)) + std::string(kSuffix);
  if (has_its_name) {
    stage.file = target + std::string(kSuffix);
    stage.working_directory = parent_path(target);
    TRY(check_new_stage_file(repo, stage.file, file_name(target)));
    if (!is_directory(stage.working_directory))
      return dvc_error(fmt::format("stage working dir '{}' does not exist", stage.working_directory));
    if (exists(stage.file)) return dvc_error(fmt::format("'{}' already exists", relative_path(stage.file)));
    stage.text.reset();
  }
  Output& output = stage.outputs.front();
  output.definition = relative_path(target, stage.working_directory);
  output.path = target;
  if (exists(source)) {
    TRY(rename_path(source, target));
  } else {
    repo.warn(fmt::format("'{}' missing", source));
  }
  if (output.is_ignored_by_git(stage)) TRY(repo.stop_ignoring(source));
  if (exists(target))
    TRY(commit_output(repo, output, target, Relink::kYes));
  else
    TRY(repo.ignore(target));
  stage.md5 = stage_md5(stage);
  TRY(repo.save(stage));
  if (!has_its_name) return {};
  TRY(remove_all(old.file));
  repo.changed_for_git(old.file);
  return {};
}

Status set_frozen(Repo& repo, const std::string& word, Frozen frozen) {
  std::vector<Stage> stages = TRY(stages_for_word(repo, word));
  if (stages.size() != 1 || word.ends_with(kPipelineFile))
    return dvc_error(fmt::format("Stage name not provided.Please specify the name as: `{}:stage_name`",
                                 relative_path(absolute_path(word))));
  Stage& stage = stages.front();
  stage.frozen = frozen == Frozen::kYes;
  return stage.name.empty() ? repo.save(stage) : write_frozen(repo, stage);
}

Status destroy(Repo& repo) {
  for (const Stage& stage : TRY(repo.stages())) {
    TRY(unprotect_outputs(stage));
    TRY(remove_all(stage.file));
    if (!stage.name.empty()) TRY(remove_all(lock_file_of(stage.file)));
  }
  TRY(remove_all(repo.root() + "/.dvcignore"));
  return remove_all(repo.dvc_dir());
}

}  // namespace cairn::data
