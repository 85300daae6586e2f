#include "data/ops/add.h"

#include <algorithm>
#include <fmt/format.h>

#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/ops/commit_output.h"
#include "data/repo/stage_files.h"

namespace cairn::data {
namespace {

// What a target means: the file of its stage, and the path that is to be read.
struct Addition {
  std::string stage_file;
  std::string output_path;
  std::string path;
};

// Whether a directory on the way from the repository's root to `directory` is a symbolic link.
bool has_link_on_the_way(const std::string& directory, const std::string& root) {
  for (std::string at = directory; at.size() > root.size(); at = parent_path(at))
    if (is_link(at)) return true;
  return false;
}

Error in_linked_directory() {
  return dvc_error(
      "Cannot add files inside symlinked directories to DVC. See "
      "<https://dvc.org/doc/user-guide/troubleshooting#add-symlink> for more information.");
}

// A stage for a path that isn't tracked yet.
Result<Stage> new_stage(Repo& repo, const std::string& path) {
  if (!is_inside(path, repo.root())) {
    return dvc_error(
        fmt::format("Cached output(s) outside of DVC project: {}. See "
                    "<https://dvc.org/doc/user-guide/data-management/importing-external-data> for more info.",
                    path));
  }
  const std::string directory = parent_path(path);
  if (path == repo.root())
    return dvc_error(fmt::format("Path: {} does not overlap with base path: {}", directory, repo.root()));
  if (has_link_on_the_way(directory, repo.root()) || (is_directory(path) && is_link(path)))
    return in_linked_directory();
  Stage stage;
  stage.file = path + ".dvc";
  stage.working_directory = directory;
  if (!is_directory(directory)) return dvc_error(fmt::format("stage working dir '{}' does not exist", directory));
  const std::string name(file_name(path));
  TRY(check_new_stage_file(repo, stage.file, name));
  const auto kind = is_directory(path) ? EntryKind::kDirectory : EntryKind::kFile;
  const auto verdict = repo.ignored_with_sub_projects().check(path.substr(repo.root().size() + 1), kind);
  if (verdict.ignored) return dvc_error(fmt::format("Path '{}' is ignored by {}", path, verdict.pattern->origin()));
  stage.outputs.push_back(make_output(stage, name, repo.root()));
  return stage;
}

// The stage of a file, as it is now, or a new one for a path. An old file that no longer tracks the path gives way, but
// what its owner wrote into it stays.
Result<Stage> stage_for(Repo& repo, const Addition& addition) {
  Stage fresh;
  const bool is_there = exists(addition.stage_file);
  if (is_there) {
    Stage known = TRY(repo.load(addition.stage_file));
    for (const Output& output : known.outputs)
      if (output.path == addition.output_path) return known;
    fresh.description = known.description;
    fresh.meta = known.meta;
    fresh.text = known.text;
  }
  fresh.file = addition.stage_file;
  fresh.working_directory = parent_path(addition.output_path);
  fresh.outputs.push_back(make_output(fresh, std::string(file_name(addition.output_path)), repo.root()));
  return fresh;
}

// Complains about what would be tracked twice, in words for someone who adds.
Status check_overlaps(const Repo& repo, const std::vector<Stage>& stages, const std::vector<Addition>& additions) {
  const OutputConflict conflict = find_conflict(stages);
  if (!conflict.output || conflict.same) return check_graph(repo, stages);
  const std::string outer = repo.shown(*conflict.output), inner = repo.shown(*conflict.other);
  const bool outer_is_new = std::ranges::any_of(
      additions, [&](const Addition& addition) { return addition.output_path == conflict.output->path; });
  if (outer_is_new) {
    return dvc_error(fmt::format(
        "Cannot add '{0}', because it is overlapping with other DVC tracked output: '{1}'.\nTo include '{1}' in '{0}', "
        "run 'dvc remove {2}' and then 'dvc add {0}'",
        outer, inner, address_of(*conflict.other_stage)));
  }
  return dvc_error(fmt::format(
      "Cannot add '{0}', because it is overlapping with other DVC tracked output: '{1}'.\nTo include '{0}' in '{1}', "
      "run 'dvc commit {2}'",
      inner, outer, address_of(*conflict.stage)));
}

Result<std::vector<Addition>> plan(Repo& repo, const std::vector<std::string>& targets) {
  std::vector<Stage> stages = TRY(repo.stages());
  TRY(check_graph(repo, stages));
  std::vector<Addition> additions;
  for (const std::string& target : targets) {
    const std::string path = absolute_path(target);
    const Stage* tracked = nullptr;
    const Output* around = nullptr;
    for (const Stage& stage : stages)
      for (const Output& output : stage.outputs)
        if (!output.path.empty() && is_inside(path, output.path)) tracked = &stage, around = &output;
    if (tracked && !tracked->is_data_source()) {
      return dvc_error(
          fmt::format("cannot update '{}': overlaps with an output of {} in '{}'.\nRun the pipeline or use "
                      "'dvc commit' to "
                      "force update it.",
                      file_name(path), described(*tracked), relative_path(tracked->file)));
    }
    Addition addition{path + ".dvc", path, path};
    if (tracked) {
      if (has_link_on_the_way(parent_path(path), repo.root())) return in_linked_directory();
      addition = {tracked->file, around->path, path};
    } else {
      Stage stage = TRY(new_stage(repo, path));
      std::erase_if(stages, [&stage](const Stage& old) { return old.file == stage.file; });
      stages.push_back(std::move(stage));
    }
    additions.push_back(std::move(addition));
  }
  TRY(check_overlaps(repo, stages, additions));
  return additions;
}

Status check_untracked_by_git(Repo& repo, const Output& output) {
  if (!output.in_repository || !output.use_cache || !repo.git()) return {};
  if (!TRY(repo.git()->is_tracked(output.path))) return {};
  const std::string name = repo.shown(output);
  return dvc_error(
      fmt::format(" output '{0}' is already tracked by SCM (e.g. Git).\n"
                  "    You can remove it from Git, then add to DVC.\n"
                  "        To stop tracking from Git:\n"
                  "            git rm -r --cached '{0}'\n"
                  "            git commit -m \"stop tracking {0}\" ",
                  name));
}

Status add_one(Repo& repo, const Addition& addition, const AddOptions& options) {
  Stage stage = TRY(stage_for(repo, addition));
  Output& output = *std::ranges::find(stage.outputs, addition.output_path, &Output::path);
  if (output.hash == HashKind::kMd5Dos2Unix) TRY(move_to_md5_if_changed(repo, output));
  TRY(check_untracked_by_git(repo, output));
  const PathLocks locks = TRY(PathLocks::acquire(repo.tmp_dir(), "dvc add", {}, {output.path}));

  if (options.commit) {
    TRY(commit_output(repo, output, addition.path, options.relink ? Relink::kYes : Relink::kNo));
  } else {
    TRY(update_output(repo, output, addition.path, nullptr));
    if (output.use_cache) TRY(repo.ignore(output.path));
  }
  return repo.save(stage);
}

}  // namespace

Status add(Repo& repo, const std::vector<std::string>& targets, const AddOptions& options) {
  const std::vector<Addition> additions = TRY(plan(repo, targets));
  repo.progress().begin("add");
  for (const Addition& addition : additions) TRY(add_one(repo, addition, options));
  return {};
}

}  // namespace cairn::data
