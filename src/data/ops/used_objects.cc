#include "data/ops/used_objects.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "data/files/paths.h"

namespace cairn::data {
namespace {

class UsedOutputs {
 public:
  UsedOutputs(Repo& repo, const OutputFilter& filter) : repo_(repo), filter_(filter) {}

  void add(const Stage& stage, const std::string& only, bool in_work_tree) {
    for (const Output& output : stage.outputs) {
      const bool meant = only.empty() || is_inside(only, output.path);
      const auto id = output.object();
      if (!meant || !id || !output.use_cache || !output.in_repository || !filter_(stage, output)) continue;
      UsedOutput used{repo_.shown(output), output.remote, output.hash, *id, "", in_work_tree};
      if (stage.is_import()) used.import_of = stage.dependencies.front();
      if (!only.empty() && only != output.path && id->is_dir) used.part = only.substr(output.path.size() + 1);
      if (seen_.insert({used.name, used.remote + '\n' + used.part, id->text()}).second)
        found_.push_back(std::move(used));
    }
  }

  std::vector<UsedOutput> take() { return std::move(found_); }

 private:
  Repo& repo_;
  const OutputFilter& filter_;
  std::set<std::array<std::string, 3>> seen_;
  std::vector<UsedOutput> found_;
};

// The same words, for stages of the past: what a word doesn't mean there is passed over.
std::vector<StageTarget> select(const std::vector<Stage>& stages, const Scope& scope) {
  std::vector<StageTarget> selected;
  if (scope.targets.empty())
    for (const Stage& stage : stages) selected.push_back({stage, ""});
  for (const std::string& word : scope.targets) {
    const std::string path = absolute_path(word);
    for (const Stage& stage : stages) {
      const bool is_below = scope.recursion == Recursion::kInto && is_inside(stage.file, path);
      const bool has_output =
          std::ranges::any_of(stage.outputs, [&](const Output& output) { return is_inside(path, output.path); });
      if (stage.file == path || is_below || (!stage.name.empty() && address_of(stage) == word))
        selected.push_back({stage, ""});
      else if (has_output)
        selected.push_back({stage, path});
    }
  }
  return selected;
}

}  // namespace

Result<std::vector<UsedOutput>> used_outputs(Repo& repo, const Scope& scope, const OutputFilter& filter) {
  UsedOutputs used(repo, filter);
  for (const StageTarget& target : TRY(find_targets(repo, scope.targets, scope.recursion)))
    used.add(target.stage, target.only, true);
  for (const std::string& commit : TRY(commits_of(repo, scope.history)))
    for (const StageTarget& target : select(TRY(stages_at(repo, commit)), scope))
      used.add(target.stage, target.only, false);
  return used.take();
}

DirEntries meant_entries(const UsedOutput& output, DirEntries entries) {
  if (output.part.empty()) return entries;
  std::erase_if(entries, [&output](const DirEntry& entry) { return !is_inside(entry.path, output.part); });
  return entries;
}

}  // namespace cairn::data
