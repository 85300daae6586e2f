#include "data/ops/data_status.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <set>

#include "data/files/paths.h"
#include "data/remote/remote.h"
#include "data/repo/history.h"

namespace cairn::data {
namespace {

std::vector<std::string> not_in_cache(const Repo& repo, const TrackedState& state) {
  std::vector<std::string> paths;
  for (const TrackedItem& item : state.items)
    if (item.id && !repo.cache_of(item.kind).has(*item.id)) paths.push_back(shown_path(item));
  return paths;
}

Result<std::vector<std::string>> not_in_remote(const Repo& repo, const std::vector<Stage>& stages,
                                               const TrackedState& state, const std::string& remote_name) {
  std::set<std::string> kept_here;  // outputs that are never pushed
  for (const Stage& stage : stages)
    for (const Output& output : stage.outputs)
      if (!output.can_push || stage.is_repo_import()) kept_here.insert(output.path);
  const bool has_remote = !remote_name.empty() || has_default_remote(repo);
  const auto remote = has_remote ? TRY(open_remote(repo, remote_name, "data status")) : nullptr;
  std::map<HashKind, std::vector<ObjectId>> ids;
  for (const TrackedItem& item : state.items)
    if (item.id) ids[item.kind].push_back(*item.id);
  std::set<std::pair<HashKind, ObjectId>> lacking;
  for (const auto& [kind, some] : ids)
    for (const ObjectId& id : remote ? TRY(remote->missing(kind, some)) : some) lacking.emplace(kind, id);
  std::vector<std::string> paths;
  for (const TrackedItem& item : state.items) {
    const std::string path = join_path(repo.root(), item.path);
    const bool is_pushed =
        std::ranges::none_of(kept_here, [&path](const std::string& output) { return is_inside(path, output); });
    if (item.id && is_pushed && lacking.contains({item.kind, *item.id})) paths.push_back(shown_path(item));
  }
  return paths;
}

// Takes the unchanged ones out of the list; their paths.
std::set<std::string> take_unchanged(std::vector<Change>& changes) {
  std::set<std::string> paths;
  for (const Change& change : changes)
    if (change.difference == Difference::kUnchanged) paths.insert(shown_path(*change.after));
  std::erase_if(changes, [](const Change& change) { return change.difference == Difference::kUnchanged; });
  return paths;
}

Status look_at_git(const Repo& repo, const DataStatusOptions& options, DataStatus& status) {
  const Git* git = repo.git();
  if (!git) return {};
  const std::string mode = options.untracked_files ? "--untracked-files=all" : "--untracked-files=no";
  const std::string output = TRY(git->run({"status", "--porcelain", "-z", "--no-renames", mode}));
  status.git_has_changes = !output.empty();
  for (const auto part : std::views::split(output, '\0')) {
    const std::string_view line(part.begin(), part.end());
    if (!line.starts_with("?? ")) continue;
    const std::string path = join_path(git->root(), line.substr(3));
    if (!is_inside(path, repo.root())) continue;
    const std::string in_repository = path.substr(repo.root().size() + 1);
    const bool is_meant =
        options.targets.empty() || std::ranges::any_of(options.targets, [&](const std::string& target) {
          return is_inside(in_repository, target);
        });
    if (is_meant) status.untracked.push_back(repo.shown(path));
  }
  return {};
}

// What only the other side's list names unknown isn't worth a word.
void drop_old_unknowns(std::vector<Change>& changes) {
  std::erase_if(changes,
                [](const Change& change) { return change.difference == Difference::kUnknown && !change.after; });
}

}  // namespace

Result<DataStatus> data_status(Repo& repo, const DataStatusOptions& options) {
  DataStatus status;
  const std::vector<Stage> stages = TRY(repo.stages());
  TrackedState declared = TRY(declared_state(repo, stages, options.depth));
  keep_only(options.targets, declared);
  TrackedState there = TRY(work_tree_items(repo, stages, options.depth));
  keep_only(options.targets, there);
  status.not_in_cache = not_in_cache(repo, declared);
  if (options.not_in_remote) status.not_in_remote = TRY(not_in_remote(repo, stages, declared, options.remote));
  status.uncommitted = compare(declared, there);
  std::set<std::string> unchanged = take_unchanged(status.uncommitted);
  drop_old_unknowns(status.uncommitted);
  if (repo.git()) {
    status.has_commits = has_commits(repo);
    TrackedState head;
    if (status.has_commits) head = TRY(declared_state(repo, TRY(stages_at(repo, "HEAD")), options.depth));
    keep_only(options.targets, head);
    status.committed = compare(head, declared);
    const std::set<std::string> also_unchanged = take_unchanged(status.committed);
    drop_old_unknowns(status.committed);
    std::erase_if(unchanged, [&also_unchanged](const std::string& path) { return !also_unchanged.contains(path); });
  }
  status.unchanged.assign(unchanged.begin(), unchanged.end());
  TRY(look_at_git(repo, options, status));
  return status;
}

}  // namespace cairn::data
