#include "data/ops/import.h"

#include <algorithm>
#include <fmt/format.h>

#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/ops/checkout.h"
#include "data/ops/commit_output.h"
#include "data/ops/source.h"
#include "data/ops/status.h"
#include "data/repo/stage_files.h"

namespace cairn::data {
namespace {

bool is_url(const std::string& text) { return text.find("://") != std::string::npos; }

Error no_such_kind(const std::string& url) {
  return dvc_error(fmt::format("The source '{}' is of the kind '{}', which is not supported yet.", url,
                               url.substr(0, url.find("://"))));
}

// A new stage for a target, with its output and a dependency that is still empty.
Result<Stage> new_import(Repo& repo, const std::string& target) {
  Stage stage;
  stage.file = target + ".dvc";
  stage.working_directory = parent_path(target);
  stage.frozen = true;
  stage.outputs.push_back(make_output(stage, std::string(file_name(target)), repo.root()));
  std::vector<Stage> stages = TRY(repo.stages());
  std::erase_if(stages, [&stage](const Stage& old) { return old.file == stage.file; });
  stages.push_back(stage);
  TRY(check_graph(repo, stages));
  return stage;
}

std::string text_of(const YamlNode& mapping, std::string_view key) {
  const YamlNode* value = mapping.find(key);
  return value && value->is(YamlType::kString) ? value->text : std::string();
}

// What the work tree now holds at the output is what the stage is to hold.
Status finish(Repo& repo, Stage& stage) {
  TRY(commit_output(repo, stage.outputs.front(), stage.outputs.front().path, Relink::kYes));
  stage.md5 = stage_md5(stage);
  return repo.save(stage);
}

Status finish_without_data(Repo& repo, Stage& stage, Download download) {
  TRY(repo.ignore(stage.outputs.front().path));
  if (download == Download::kNo) stage.md5 = stage_md5(stage);
  return repo.save(stage);
}

Result<std::unique_ptr<Source>> source_of(const YamlNode& origin, const std::string& revision) {
  return Source::open(text_of(origin, "url"), revision.empty() ? "HEAD" : revision);
}

Status take_from_repository(Stage& stage, Source& from) {
  Output& dependency = stage.dependencies.front();
  YamlNode& origin = *dependency.other.find("repo");
  origin.set("rev_lock", YamlNode::string(TRY(from.commit())));
  return from.fetch_to(dependency.definition, stage.outputs.front().path);
}

Status take_from_path(Repo& repo, Stage& stage) {
  Output& dependency = stage.dependencies.front();
  TRY(update_output(repo, dependency, dependency.path, nullptr));
  return copy_tree(dependency.path, stage.outputs.front().path);
}

}  // namespace

std::string described_origin(const Output& dependency) {
  const YamlNode* origin = dependency.other.find("repo");
  return origin ? fmt::format("{} ({})", dependency.definition, text_of(*origin, "url")) : dependency.definition;
}

Result<std::string> resolve_target(const std::string& source, const std::string& wanted, bool force) {
  const std::string name(file_name(normal_path(source)));
  std::string target = wanted.empty() ? name : wanted;
  if (!wanted.empty() && is_directory(wanted)) target = join_path(wanted, name);
  if (exists(target) && !force) {
    return dvc_error(
        fmt::format("The file '{0}' already exists locally.\nTo re-download it, remove '{0}' first or "
                    "use `--force` to overwrite.",
                    target));
  }
  return absolute_path(target);
}

Status get(const std::string& url, const std::string& path, const std::string& revision, const std::string& target) {
  if (is_stage_file(target))
    return dvc_error("the given path is a DVC file, you must specify a data file or a directory");
  const auto source = TRY(Source::open(url, revision));
  return source->fetch_to(path, target);
}

Status get_url(const std::string& url, const std::string& target) {
  if (is_url(url)) return no_such_kind(url);
  if (!exists(url)) return dvc_error(fmt::format("The path '{}' does not exist", url));
  return copy_tree(absolute_path(url), target);
}

Status import_url(Repo& repo, const std::string& url, const std::string& target, Download download,
                  const ImportNotice& notice) {
  if (is_url(url)) return no_such_kind(url);
  Stage stage = TRY(new_import(repo, target));
  const std::string source = absolute_path(url);
  const bool is_own = exists(source) && is_inside(source, repo.root());
  Stage user;  // paths are the user's unless they lie in the repository
  user.working_directory = working_directory();
  Output& dependency = stage.dependencies.emplace_back(
      is_own ? make_output(stage, relative_path(source, stage.working_directory), repo.root())
             : make_output(user, url, repo.root()));
  dependency.is_dependency = true;
  dependency.use_cache = false;
  if (!is_own && !url.starts_with('/')) dependency.definition = relative_path(source, stage.working_directory);
  if (download == Download::kNoLook) return finish_without_data(repo, stage, download);
  notice(repo.shown(dependency), repo.shown(stage.outputs.front()));
  if (!exists(source)) return dvc_error(fmt::format("dependency '{}' does not exist", dependency.definition));
  if (download == Download::kNo) {
    TRY(update_output(repo, dependency, dependency.path, nullptr));
    return finish_without_data(repo, stage, download);
  }
  TRY(take_from_path(repo, stage));
  return finish(repo, stage);
}

Status import_from(Repo& repo, const std::string& url, const std::string& path, const std::string& revision,
                   const std::string& target, Download download, const ImportNotice& notice) {
  Stage stage = TRY(new_import(repo, target));
  Output& dependency = stage.dependencies.emplace_back();
  dependency.definition = path;
  dependency.is_dependency = true;
  dependency.use_cache = false;
  YamlNode origin = YamlNode::mapping();
  origin.set("url", YamlNode::string(url));
  if (!revision.empty()) origin.set("rev", YamlNode::string(revision));
  dependency.other.set("repo", std::move(origin));
  if (download == Download::kNoLook) return finish_without_data(repo, stage, download);
  notice(described_origin(dependency), repo.shown(stage.outputs.front()));
  const auto source = TRY(source_of(*dependency.other.find("repo"), revision));
  TRY(take_from_repository(stage, *source));
  if (download == Download::kYes) return finish(repo, stage);
  TRY(remove_all(stage.outputs.front().path));
  return finish_without_data(repo, stage, download);
}

Result<bool> update_import(Repo& repo, const std::string& word, const std::string& revision,
                           const ImportNotice& notice) {
  Stage stage =
      is_stage_file(word) ? TRY(repo.load(absolute_path(word))) : TRY(find_output(repo, absolute_path(word))).stage;
  if (!stage.is_import())
    return dvc_error(
        fmt::format("update is not supported for stages that are not imports: '{}'", relative_path(stage.file)));
  Output& dependency = stage.dependencies.front();
  if (!stage.is_repo_import() && !revision.empty())
    return dvc_error("--rev can only be used with imports of repositories");
  if (dependency.path.empty() && !stage.is_repo_import()) return no_such_kind(dependency.definition);
  // What is here and not saved is not to be written over.
  const Output& output = stage.outputs.front();
  const OutputState state = TRY(work_tree_state(repo, output));
  if (state == OutputState::kModified && !output.hash_value.empty())
    return dvc_error(
        fmt::format("'{}' has changes that are not committed; commit them or check it out first", repo.shown(output)));
  const bool is_here = state == OutputState::kClean;
  if (stage.is_repo_import()) {
    YamlNode& origin = *dependency.other.find("repo");
    if (!revision.empty()) origin.set("rev", YamlNode::string(revision));
    const auto source = TRY(source_of(origin, text_of(origin, "rev")));
    if (is_here && revision.empty() && TRY(source->commit()) == text_of(origin, "rev_lock")) return false;
    notice(described_origin(dependency), repo.shown(output));
    TRY(take_from_repository(stage, *source));
  } else {
    if (is_here && TRY(work_tree_state(repo, dependency)) == OutputState::kClean) return false;
    notice(repo.shown(dependency), repo.shown(output));
    TRY(take_from_path(repo, stage));
  }
  TRY(finish(repo, stage));
  return true;
}

Result<bool> has_update(const Stage& stage) {
  const Output& dependency = stage.dependencies.front();
  const YamlNode& origin = *dependency.other.find("repo");
  const std::string revision = text_of(origin, "rev"), locked = text_of(origin, "rev_lock");
  const auto source = TRY(source_of(origin, revision));
  if (TRY(source->commit()) == locked) return false;
  const std::string now = source->root() + "/now", then = source->root() + "/then";
  const auto before = TRY(Source::open(text_of(origin, "url"), locked));
  TRY(source->fetch_to(dependency.definition, now));
  TRY(before->fetch_to(dependency.definition, then));
  // Two trees of one repository: Git tells whether they are the same.
  const auto same = Git::find(source->root())->run({"diff", "--no-index", "--quiet", now, then});
  return !same.ok();
}

}  // namespace cairn::data
