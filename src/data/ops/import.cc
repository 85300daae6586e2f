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
#include "data/ops/to_remote.h"
#include "data/ops/url_source.h"
#include "data/repo/stage_files.h"

namespace cairn::data {
namespace {

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

Error no_dependency(const Output& dependency) {
  return dvc_error(fmt::format("dependency '{}' does not exist", dependency.definition));
}

Result<UrlSource> source_at(const Repo& repo, const Output& dependency, unsigned jobs) {
  auto source = UrlSource::open(&repo, dependency.definition, jobs);
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
    return copy_tree(dependency.path, stage.outputs.front().path);
  }
  UrlSource source = TRY(source_at(repo, dependency, jobs));
  TRY(source.describe(dependency));
  return source.fetch_to(stage.outputs.front().path);
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

Status get_url(const Repo* repo, const std::string& url, const std::string& target, unsigned jobs) {
  if (is_url(url)) {
    auto source = UrlSource::open(repo, url, jobs);
    if (!source.ok() && is_missing(source.error())) return dvc_error(source.error().message());
    return TRY(std::move(source)).fetch_to(target);
  }
  if (!exists(url)) return dvc_error(fmt::format("The path '{}' does not exist", url));
  return copy_tree(absolute_path(url), target);
}

Status fetch_for_add(Repo& repo, const std::string& from, const std::string& target, unsigned jobs) {
  return get_url(&repo, from, target, jobs);
}

Status import_url(Repo& repo, const UrlImport& import, const ImportNotice& notice) {
  Stage stage = TRY(new_import(repo, import.target));
  Output& dependency = stage.dependencies.emplace_back(dependency_on(repo, stage, import.url));
  if (import.download == Download::kNoLook) return finish_without_data(repo, stage, import.download);
  if (import.to_remote) {
    TRY(describe_dependency(repo, dependency, import.jobs));
    TRY(send_to_remote(repo, import.url, *import.to_remote, import.jobs, stage.outputs.front()));
    return finish_without_data(repo, stage, Download::kNo);
  }
  notice(repo.shown(dependency), repo.shown(stage.outputs.front()));
  if (import.download == Download::kNo) {
    TRY(describe_dependency(repo, dependency, import.jobs));
    return finish_without_data(repo, stage, import.download);
  }
  TRY(take_from_place(repo, stage, import.jobs));
  return finish(repo, stage);
}

Status add_to_remote(Repo& repo, const std::string& from, const std::string& target, const std::string& remote,
                     unsigned jobs) {
  Stage stage = TRY(new_import(repo, target));
  stage.frozen = false;
  auto sent = send_to_remote(repo, from, remote, jobs, stage.outputs.front());
  if (!sent.ok() && is_missing(sent.error())) return dvc_error(sent.error().message());
  TRY(std::move(sent));
  return repo.save(stage);
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
    if (is_here && TRY(is_unchanged(repo, dependency))) return false;
    notice(repo.shown(dependency), repo.shown(output));
    TRY(take_from_place(repo, stage, 0));
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
