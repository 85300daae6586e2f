#include "data/ops/compare.h"

#include <algorithm>
#include <deque>
#include <unordered_map>

#include "data/files/paths.h"
#include "data/repo/content.h"

namespace cairn::data {
namespace {

// The order of paths by their parts, in which a directory is followed by what is in it.
bool path_before(std::string_view left, std::string_view right) {
  return std::ranges::lexicographical_compare(
      left, right, {}, [](char c) { return c == '/' ? -1 : static_cast<unsigned char>(c); },
      [](char c) { return c == '/' ? -1 : static_cast<unsigned char>(c); });
}

void sort(TrackedState& state) { std::ranges::sort(state.items, path_before, &TrackedItem::path); }

bool is_compared(const Output& output) { return output.use_cache && output.in_repository; }

std::string path_in(const Repo& repo, const Output& output) { return output.path.substr(repo.root().size() + 1); }

void add_files(const std::string& base, const DirEntries& entries, HashKind kind, TrackedState& state) {
  for (const DirEntry& entry : entries)
    state.items.push_back({join_path(base, entry.path), ObjectId{entry.md5, false}, kind});
}

class Comparer {
 public:
  Comparer(const TrackedState& before, const TrackedState& after) : before_(before), after_(after) {}

  std::vector<Change> run() {
    auto old = before_.items.begin();
    auto now = after_.items.begin();
    while (old != before_.items.end() || now != after_.items.end()) {
      if (now == after_.items.end() || (old != before_.items.end() && path_before(old->path, now->path)))
        take_deleted(*old++);
      else if (old == before_.items.end() || path_before(now->path, old->path))
        take_added(*now++);
      else
        take_both(*old++, *now++);
    }
    find_renames();
    return std::move(changes_);
  }

 private:
  static bool is_unlisted(const TrackedState& state, const std::string& path) {
    return std::ranges::any_of(state.unlisted, [&path](const std::string& directory) {
      return path.size() > directory.size() && is_inside(path, directory);
    });
  }

  void take_deleted(const TrackedItem& item) {
    if (is_unlisted(after_, item.path))
      changes_.push_back({Difference::kUnknown, item, {}});
    else if (item.id)
      deleted_.push_back({Difference::kDeleted, item, {}});
  }
  void take_added(const TrackedItem& item) {
    if (is_unlisted(before_, item.path))
      changes_.push_back({Difference::kUnknown, {}, item});
    else if (item.id)
      added_.push_back({Difference::kAdded, {}, item});
  }
  void take_both(const TrackedItem& old, const TrackedItem& now) {
    if (!old.id && !now.id) return;
    if (!old.id)
      added_.push_back({Difference::kAdded, old, now});
    else if (!now.id)
      deleted_.push_back({Difference::kDeleted, old, now});
    else
      changes_.push_back(
          {*old.id == *now.id && old.kind == now.kind ? Difference::kUnchanged : Difference::kModified, old, now});
  }

  void find_renames() {
    std::unordered_map<ObjectId, std::deque<std::size_t>> gone;  // by content, in the order of paths
    for (std::size_t i = 0; i < deleted_.size(); ++i) gone[*deleted_[i].before->id].push_back(i);
    std::vector<bool> was_renamed(deleted_.size());
    std::vector<Change> renamed;
    for (Change& addition : added_) {
      const auto same = gone.find(*addition.after->id);
      if (same == gone.end() || same->second.empty()) {
        changes_.push_back(std::move(addition));
        continue;
      }
      const std::size_t from = same->second.front();
      same->second.pop_front();
      was_renamed[from] = true;
      renamed.push_back({Difference::kRenamed, deleted_[from].before, addition.after});
    }
    for (std::size_t i = 0; i < deleted_.size(); ++i)
      if (!was_renamed[i]) changes_.push_back(std::move(deleted_[i]));
    std::ranges::stable_sort(changes_, path_before, [](const Change& change) {
      return std::string_view(change.before ? change.before->path : change.after->path);
    });
    std::ranges::move(renamed, std::back_inserter(changes_));
  }

  const TrackedState& before_;
  const TrackedState& after_;
  std::vector<Change> changes_, added_, deleted_;
};

}  // namespace

Result<TrackedState> declared_state(Repo& repo, const std::vector<Stage>& stages, Depth depth) {
  TrackedState state;
  for (const Stage& stage : stages) {
    for (const Output& output : stage.outputs) {
      if (!is_compared(output)) continue;
      const std::string path = path_in(repo, output);
      const auto id = output.object();
      state.items.push_back({path, id, output.hash});
      if (depth == Depth::kOutputs || !id || !id->is_dir) continue;
      const auto entries = repo.cache_of(output).load_dir(id->md5);
      if (entries.ok())
        add_files(path, *entries, output.hash, state);
      else
        state.unlisted.push_back(path);
    }
  }
  sort(state);
  return state;
}

Result<TrackedState> work_tree_items(Repo& repo, const std::vector<Stage>& stages, Depth depth) {
  TrackedState state;
  for (const Stage& stage : stages) {
    for (const Output& output : stage.outputs) {
      if (!is_compared(output)) continue;
      const auto content = read_content(repo, output.path, {.hash = output.hash});
      if (!content.ok() && is_missing(content.error())) continue;
      if (!content.ok()) return content.error();
      const std::string path = path_in(repo, output);
      state.items.push_back({path, content->id, output.hash});
      if (depth == Depth::kFiles && content->is_dir()) add_files(path, content->entries(), output.hash, state);
    }
  }
  sort(state);
  return state;
}

std::vector<Change> compare(const TrackedState& before, const TrackedState& after) {
  return Comparer(before, after).run();
}

std::string shown_path(const TrackedItem& item) { return item.id && item.id->is_dir ? item.path + '/' : item.path; }

void keep_only(const std::vector<std::string>& paths, TrackedState& state) {
  if (paths.empty()) return;
  std::erase_if(state.items, [&paths](const TrackedItem& item) {
    return std::ranges::none_of(paths, [&item](const std::string& path) { return is_inside(item.path, path); });
  });
}

}  // namespace cairn::data
