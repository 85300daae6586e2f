#include "data/ops/hooks.h"

#include <algorithm>
#include <fmt/format.h>
#include <sys/stat.h>

#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/format/yaml.h"

namespace cairn::data {
namespace {

constexpr std::string_view kHooks[] = {"post-checkout", "pre-commit", "pre-push"};

Status install_merge_driver(const Git& git) {
  TRY(git.run({"config", "--local", "merge.dvc.name", "DVC merge driver"}));
  TRY(git.run(
      {"config", "--local", "merge.dvc.driver", "dvc git-hook merge-driver --ancestor %O --our %A --their %B "}));
  return {};
}

Result<std::string> hooks_directory(const Git& git) {
  const std::string path = TRY(git.run({"rev-parse", "--git-path", "hooks"}));
  return join_path(git.root(), path.substr(0, path.find('\n')));
}

YamlNode pre_commit_hook(std::string_view id, std::string_view stage) {
  YamlNode hook = YamlNode::mapping();
  hook.set("id", YamlNode::string(id));
  hook.set("additional_dependencies", YamlNode::sequence({YamlNode::string(".[all]")}));
  hook.set("language_version", YamlNode::string("python3"));
  hook.set("stages", YamlNode::sequence({YamlNode::string(stage)}));
  if (stage == "post-checkout") hook.set("always_run", YamlNode::boolean(true));
  return hook;
}

YamlNode pre_commit_entry() {
  YamlNode entry = YamlNode::mapping();
  entry.set("repo", YamlNode::string("https://github.com/treeverse/dvc"));
  entry.set("rev", YamlNode::string("3.67.1"));
  entry.set("hooks", YamlNode::sequence({pre_commit_hook("dvc-pre-commit", "pre-commit"),
                                         pre_commit_hook("dvc-pre-push", "pre-push"),
                                         pre_commit_hook("dvc-post-checkout", "post-checkout")}));
  return entry;
}

}  // namespace

Status install_hooks(const Repo& repo) {
  if (!repo.git()) return {};
  const std::string directory = TRY(hooks_directory(*repo.git()));
  TRY(install_merge_driver(*repo.git()));
  for (const std::string_view hook : kHooks) {
    if (exists(join_path(directory, hook)))
      return dvc_error(
          fmt::format("Hook '{}' already exists. Please refer to <https://man.dvc.org/install> for more "
                      "info.",
                      hook));
  }
  TRY(make_dirs(directory));
  for (const std::string_view hook : kHooks) {
    const std::string path = join_path(directory, hook);
    TRY(replace_file(path, fmt::format("#!/usr/bin/sh\nexec dvc git-hook {} $@\n", hook)));
    if (::chmod(path.c_str(), 0777) != 0) return os_error(errno, path);
  }
  return {};
}

Status install_pre_commit_hooks(const Repo& repo) {
  if (!repo.git()) return {};
  TRY(install_merge_driver(*repo.git()));
  const std::string path = join_path(repo.git()->root(), ".pre-commit-config.yaml");
  YamlDocument document = TRY(parse_yaml(TRY(read_file_if_there(path))));
  if (!document.root.is(YamlType::kMapping)) document.root = YamlNode::mapping();
  const YamlNode* known = document.root.find("repos");
  YamlNode repos = known ? *known : YamlNode::sequence();
  const YamlNode entry = pre_commit_entry();
  if (std::ranges::any_of(repos.items, [&entry](const YamlNode& item) { return same_value(item, entry); })) return {};
  repos.items.push_back(entry);
  document.root.set("repos", std::move(repos));
  return replace_file(path, write_yaml(document));
}

}  // namespace cairn::data
