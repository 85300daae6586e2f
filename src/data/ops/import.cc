#include "data/ops/import.h"

#include <algorithm>
#include <fmt/format.h>

#include "data/errors.h"
#include "data/files/copy_tree.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/ops/checkout.h"
#include "data/ops/commit_output.h"
#include "data/ops/source.h"
#include "data/ops/status.h"
#include "data/ops/to_remote.h"
#include "data/ops/url_source.h"
#include "data/repo/config_schema.h"

namespace cairn::data {
namespace {

// A new stage for a target, with its output and a dependency that is still empty.
Result<Stage> new_import(Repo& repo, const std::string& target) {
  Stage stage;
  stage.file = target + ".dvc";
  stage.working_directory = parent_path(target);
  stage.frozen = true;
  stage.outputs.push_back(make_output(stage, std::string(file_name(target)), repo.root()));
  TRY(check_new_stage_file(repo, stage.file, file_name(target)));
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

// Of what was imported: at a commit, if it is in a Git repository, and not what lies there at the moment.
Result<std::unique_ptr<Source>> source_of(const Repo& repo, const YamlNode& origin, const std::string& revision) {
  SourceSpec spec = spec_of_origin(origin);
  spec.revision = revision.empty() ? "HEAD" : revision;
  return Source::open(spec, repo.progress());
}

Status take_from_repository(Stage& stage, Source& from, unsigned jobs) {
  Output& dependency = stage.dependencies.front();
  YamlNode& origin = *dependency.other.find("repo");
  YamlNode renewed = YamlNode::mapping();  // the keys in DVC's order
  for (const std::string_view key : {"url", "rev"})
    if (YamlNode* value = origin.find(key)) renewed.set(key, *value);
  renewed.set("rev_lock", YamlNode::string(TRY(from.commit())));
  for (const std::string_view key : {"config", "remote"})
    if (YamlNode* value = origin.find(key)) renewed.set(key, *value);
  origin = std::move(renewed);
  return from.fetch_to(dependency.definition, stage.outputs.front().path, jobs);
}

// The dependency on a URL or a path of this machine; paths are the user's unless they lie in the repository.
Output dependency_on(const Repo& repo, const Stage& stage, const std::string& url) {
  const std::string source = is_url(url) ? url : absolute_path(url);
  const bool is_own = !is_url(url) && exists(source) && is_inside(source, repo.root());
  Stage user;
  user.working_directory = working_directory();
  Output dependency = is_own ? make_output(stage, relative_path(source, stage.working_directory), repo.root())
                             : make_output(user, url, repo.root());
  dependency.is_dependency = true;
  dependency.use_cache = false;
  if (!is_own && !is_url(url) && !url.starts_with('/'))
    dependency.definition = relative_path(source, stage.working_directory);
  return dependency;
}

// What a path of this machine is told, it has no use for; but it must make sense.
Status check_path_options(const UrlSpec& from) {
  ConfigSection options = from.options;
  if (options.empty() || is_url(from.url)) return {};
  options["url"].value.text = from.url;
  return check_url_options(options);
}

Error no_dependency(const Output& dependency) {
  return dvc_error(fmt::format("dependency '{}' does not exist", dependency.definition));
}

UrlSpec url_of(const Output& dependency, unsigned jobs) {
  const YamlNode* options = dependency.other.find("fs_config");
  return {dependency.definition, options ? options_from_yaml(*options) : ConfigSection(), jobs};
}

Result<UrlSource> source_at(const Repo& repo, const Output& dependency, unsigned jobs) {
  auto source = UrlSource::open(&repo, url_of(dependency, jobs));
  if (!source.ok() && is_missing(source.error())) return no_dependency(dependency);
  return source;
}

// Notes what is at the dependency now.
Status describe_dependency(Repo& repo, Output& dependency, unsigned jobs) {
  if (dependency.path.empty()) return TRY(source_at(repo, dependency, jobs)).describe(dependency);
  if (!exists(dependency.path)) return no_dependency(dependency);
  TRY(update_output(repo, dependency, dependency.path, nullptr));
  return {};
}

Status take_from_place(Repo& repo, Stage& stage, unsigned jobs) {
  Output& dependency = stage.dependencies.front();
  if (!dependency.path.empty()) {
    TRY(describe_dependency(repo, dependency, jobs));
    repo.progress().begin("import");
    return copy_tree(dependency.path, stage.outputs.front().path, repo.progress());
  }
  UrlSource source = TRY(source_at(repo, dependency, jobs));
  TRY(source.describe(dependency));
  repo.progress().begin("import");
  return source.fetch_to(stage.outputs.front().path, UrlSource::Partly::kNo, repo.progress());
}

// Whether what is at the dependency is what was taken from there.
Result<bool> is_unchanged(Repo& repo, const Output& dependency) {
  if (!dependency.path.empty()) return TRY(work_tree_state(repo, dependency)) == OutputState::kClean;
  Output now = dependency;
  TRY(describe_dependency(repo, now, 0));
  // What is read back from a file is in lower case.
  return lower_ascii(now.hash_value) == lower_ascii(dependency.hash_value);
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
    return dvc_error(fmt::format("The {} '{}' already exists locally. \nTo override it, re-run with '--force'.",
                                 is_directory(target) ? "directory" : "file", target));
  }
  return absolute_path(target);
}

Status get(const SourceSpec& from, const std::string& path, const std::string& target, unsigned jobs,
           Progress& progress) {
  if (is_stage_file(target))
    return dvc_error("the given path is a DVC file, you must specify a data file or a directory");
  const auto source = TRY(Source::open(from, progress));
  return source->fetch_to(path, target, jobs);
}

Result<std::string> storage_place(const SourceSpec& from, const std::string& path, Progress& progress) {
  return TRY(Source::open(from, progress))->place_of(path);
}

Status get_url(const Repo* repo, const UrlSpec& from, const std::string& target, Progress& progress) {
  progress.begin("get");
  if (is_url(from.url)) {
    auto source = UrlSource::open(repo, from);
    if (!source.ok() && is_missing(source.error())) return dvc_error(source.error().message());
    return TRY(std::move(source)).fetch_to(target, UrlSource::Partly::kWhereNothingIs, progress);
  }
  TRY(check_path_options(from));
  if (!exists(from.url)) return dvc_error(fmt::format("The path '{}' does not exist", from.url));
  return copy_tree(absolute_path(from.url), target, progress);
}

Status fetch_for_add(Repo& repo, const std::string& from, const std::string& target, unsigned jobs) {
  return get_url(&repo, {.url = from, .jobs = jobs}, target, repo.progress());
}

Status import_url(Repo& repo, const UrlImport& import, const ImportNotice& notice) {
  Stage stage = TRY(new_import(repo, import.target));
  Output& dependency = stage.dependencies.emplace_back(dependency_on(repo, stage, import.from.url));
  TRY(check_path_options(import.from));
  if (!import.from.options.empty()) dependency.other.set("fs_config", options_as_yaml(import.from.options));
  const unsigned jobs = import.from.jobs;
  if (import.download == Download::kNoLook) return finish_without_data(repo, stage, import.download);
  if (import.to_remote) {
    TRY(describe_dependency(repo, dependency, jobs));
    TRY(send_to_remote(repo, import.from, *import.to_remote, stage.outputs.front()));
    return finish_without_data(repo, stage, Download::kNo);
  }
  notice(repo.shown(dependency), repo.shown(stage.outputs.front()));
  if (import.download == Download::kNo) {
    TRY(describe_dependency(repo, dependency, jobs));
    return finish_without_data(repo, stage, import.download);
  }
  TRY(take_from_place(repo, stage, jobs));
  return finish(repo, stage);
}

Status add_to_remote(Repo& repo, const std::string& from, const std::string& target, const std::string& remote,
                     unsigned jobs) {
  Stage stage = TRY(new_import(repo, target));
  stage.frozen = false;
  auto sent = send_to_remote(repo, {.url = from, .jobs = jobs}, remote, stage.outputs.front());
  if (!sent.ok() && is_missing(sent.error())) return dvc_error(sent.error().message());
  TRY(std::move(sent));
  return repo.save(stage);
}

Status import_from(Repo& repo, const RepoImport& import, const ImportNotice& notice) {
  Stage stage = TRY(new_import(repo, import.target));
  Output& dependency = stage.dependencies.emplace_back();
  dependency.definition = import.path;
  dependency.is_dependency = true;
  dependency.use_cache = false;
  dependency.other.set("repo", origin_of(import.from));
  if (import.download == Download::kNoLook) return finish_without_data(repo, stage, import.download);
  notice(described_origin(dependency), repo.shown(stage.outputs.front()));
  const auto source = TRY(source_of(repo, *dependency.other.find("repo"), import.from.revision));
  TRY(take_from_repository(stage, *source, import.jobs));
  if (import.download == Download::kYes) return finish(repo, stage);
  TRY(remove_all(stage.outputs.front().path));
  return finish_without_data(repo, stage, import.download);
}

Result<std::vector<Stage>> imports_of(Repo& repo, const std::string& word, Recursion recursion) {
  std::vector<Stage> stages;
  if (recursion == Recursion::kNone) {
    stages.push_back(is_stage_file(word) ? TRY(repo.load(absolute_path(word)))
                                         : TRY(find_output(repo, absolute_path(word))).stage);
  } else {
    for (StageTarget& target : TRY(find_targets(repo, {word}, recursion))) stages.push_back(std::move(target.stage));
  }
  for (const Stage& stage : stages)
    if (!stage.is_import())
      return dvc_error(
          fmt::format("update is not supported for stages that are not imports: '{}'", relative_path(stage.file)));
  return stages;
}

namespace {

// What is here and not saved is not to be written over.
Result<bool> is_here_unchanged(Repo& repo, const Output& output) {
  const OutputState state = TRY(work_tree_state(repo, output));
  if (state == OutputState::kModified && !output.hash_value.empty())
    return dvc_error(
        fmt::format("'{}' has changes that are not committed; commit them or check it out first", repo.shown(output)));
  return state == OutputState::kClean;
}

// Only notes what the source holds: what is here is no longer of it, and goes.
Status finish_update_without_data(Repo& repo, Stage& stage) {
  Output& output = stage.outputs.front();
  TRY(remove_all(output.path));
  output.clear_content();
  return finish_without_data(repo, stage, Download::kNo);
}

Result<bool> update_from_repository(Repo& repo, Stage& stage, const ImportUpdate& update, bool is_here,
                                    const ImportNotice& notice) {
  if (update.to_remote) return dvc_error("--to-remote can't be used with imports of repositories");
  Output& dependency = stage.dependencies.front();
  YamlNode& origin = *dependency.other.find("repo");
  if (!update.revision.empty()) origin.set("rev", YamlNode::string(update.revision));
  const auto source = TRY(source_of(repo, origin, text_of(origin, "rev")));
  if (is_here && update.revision.empty() && TRY(source->commit()) == text_of(origin, "rev_lock")) return false;
  notice(described_origin(dependency), repo.shown(stage.outputs.front()));
  TRY(take_from_repository(stage, *source, update.jobs));
  TRY(update.download == Download::kYes ? finish(repo, stage) : finish_update_without_data(repo, stage));
  return true;
}

Result<bool> update_from_place(Repo& repo, Stage& stage, const ImportUpdate& update, bool is_here,
                               const ImportNotice& notice) {
  if (!update.revision.empty()) return dvc_error("--rev can only be used with imports of repositories");
  Output& dependency = stage.dependencies.front();
  if (update.to_remote) {
    TRY(describe_dependency(repo, dependency, update.jobs));
    const UrlSpec from = dependency.path.empty() ? url_of(dependency, update.jobs)
                                                 : UrlSpec{.url = dependency.path, .jobs = update.jobs};
    TRY(send_to_remote(repo, from, *update.to_remote, stage.outputs.front()));
    TRY(finish_without_data(repo, stage, Download::kNo));
    return true;
  }
  if (is_here && TRY(is_unchanged(repo, dependency))) return false;
  notice(repo.shown(dependency), repo.shown(stage.outputs.front()));
  if (update.download == Download::kNo) {
    TRY(describe_dependency(repo, dependency, update.jobs));
    TRY(finish_update_without_data(repo, stage));
    return true;
  }
  TRY(take_from_place(repo, stage, update.jobs));
  TRY(finish(repo, stage));
  return true;
}

}  // namespace

Result<bool> update_import(Repo& repo, Stage stage, const ImportUpdate& update, const ImportNotice& notice) {
  const bool is_here = update.to_remote ? false : TRY(is_here_unchanged(repo, stage.outputs.front()));
  return stage.is_repo_import() ? update_from_repository(repo, stage, update, is_here, notice)
                                : update_from_place(repo, stage, update, is_here, notice);
}

Result<bool> take_partial_import(Repo& repo, Stage stage, unsigned jobs) {
  const Output& dependency = stage.dependencies.front();
  const std::string& target = stage.outputs.front().path;
  if (!stage.is_partial_import() || exists(target)) return false;
  if (const YamlNode* origin = dependency.other.find("repo")) {
    const std::string locked = text_of(*origin, "rev_lock");
    const auto source = TRY(source_of(repo, *origin, locked.empty() ? text_of(*origin, "rev") : locked));
    TRY(source->fetch_to(dependency.definition, target, jobs));
    return true;
  }
  if (!dependency.hash_value.empty() && !TRY(is_unchanged(repo, dependency)))
    return dvc_error(
        fmt::format("'{}' has changed since it was imported; `update` takes what is there now", dependency.definition));
  TRY(take_from_place(repo, stage, jobs));
  return true;
}

Result<bool> has_update(const Repo& repo, const Stage& stage) {
  const Output& dependency = stage.dependencies.front();
  const YamlNode& origin = *dependency.other.find("repo");
  const std::string revision = text_of(origin, "rev"), locked = text_of(origin, "rev_lock");
  const auto source = TRY(source_of(repo, origin, revision));
  if (TRY(source->commit()) == locked) return false;
  const std::string now = source->root() + "/now", then = source->root() + "/then";
  const auto before = TRY(source_of(repo, origin, locked));
  TRY(source->fetch_to(dependency.definition, now));
  TRY(before->fetch_to(dependency.definition, then));
  // Two trees of one repository: Git tells whether they are the same.
  const auto same = Git::find(source->root())->run({"diff", "--no-index", "--quiet", now, then});
  return !same.ok();
}

}  // namespace cairn::data
