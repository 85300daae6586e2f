#include "data/ops/gc.h"

#include <fmt/format.h>
#include <map>
#include <unordered_set>

#include "data/errors.h"
#include "data/remote/remote.h"
#include "data/repo/cache_users.h"

namespace cairn::data {
namespace {

using Hashes = std::unordered_set<ObjectId>;
using HashesByKind = std::map<HashKind, Hashes>;

constexpr HashKind kKinds[] = {HashKind::kMd5, HashKind::kMd5Dos2Unix};

class GarbageCollector {
 public:
  GarbageCollector(Repo& repo, const GcOptions& options) : repo_(repo), options_(options) {}

  Result<std::vector<GcStore>> run() {
    TRY(check_other_users());
    if (options_.cloud || options_.not_in_remote) remote_ = TRY(open_remote(repo_, options_.remote, "gc -c"));
    TRY(use_all_of(repo_));
    std::vector<std::unique_ptr<Repo>> others;
    std::vector<RepoLock> locks;
    for (const std::string& path : options_.others) {
      others.push_back(TRY(Repo::open(path)));
      locks.push_back(TRY(others.back()->lock(LockWait::kAFewSeconds)));
      TRY(use_all_of(*others.back()));
    }
    if (options_.not_in_remote) TRY(keep_only_what_the_remote_lacks());
    std::vector<GcStore> stores;
    for (const HashKind kind : kKinds) stores.push_back(TRY(clean_cache(kind)));
    if (options_.cloud)
      for (const HashKind kind : kKinds) stores.push_back(TRY(clean_remote(kind)));
    return stores;
  }

 private:
  Status check_other_users() const {
    std::string unnamed;
    for (const std::string& root : TRY(other_cache_users(repo_)))
      if (std::ranges::find(options_.others, root) == options_.others.end()) unnamed += "\n  - " + root;
    if (unnamed.empty()) return {};
    return dvc_error(
        fmt::format("the cache '{}' is also used by:{}\nName them with -p, so that what they need is kept.",
                    repo_.cache_dir(), unnamed));
  }

  Status use_all_of(Repo& repo) {
    Scope scope;
    scope.history = options_.history;
    const auto all = [](const Stage& stage, const Output&) { return !stage.is_repo_import(); };
    for (const UsedOutput& output : TRY(used_outputs(repo, scope, all))) {
      Hashes& used = used_[output.kind];
      if (!used.insert(output.id).second || !output.id.is_dir) continue;
      for (const DirEntry& entry : TRY(entries_of(repo, output))) used.insert({entry.md5, false});
    }
    return {};
  }

  // From the cache, or else from the remote.
  Result<DirEntries> entries_of(Repo& repo, const UsedOutput& output) {
    auto entries = repo.cache_of(output.kind).load_dir(output.id.md5);
    if (entries.ok() || !is_missing(entries.error())) return entries;
    if (auto remote = open_remote(repo, output.remote, "gc"); remote.ok()) {
      const auto text = (*remote)->read_dir(output.kind, output.id.md5);
      if (text.ok()) return parse_dir_object(*text);
      if (!is_missing(text.error())) return text.error();
    }
    if (!output.in_work_tree && options_.force) {
      repo_.warn(fmt::format("Missing cache for directory '{}'. Cache for files inside will be lost.", output.name));
      return DirEntries();
    }
    return dvc_error(
        fmt::format("unable to fully collect used cache without cache for directory '{}' ({}). Fetch it, or stop "
                    "tracking the directory.",
                    output.name, output.id.text()));
  }

  Status keep_only_what_the_remote_lacks() {
    for (auto& [kind, used] : used_) {
      const std::vector<ObjectId> lacking = TRY(remote_->missing(kind, {used.begin(), used.end()}));
      used = Hashes(lacking.begin(), lacking.end());
    }
    return {};
  }

  template <class Place, class Remove>
  Status remove_unused(HashKind kind, const std::vector<ObjectStore::Stored>& stored, Place place, Remove remove,
                       GcStore& store) {
    const Hashes& used = used_[kind];
    for (const bool directories : {true, false}) {  // a directory goes before its files
      for (const auto& [id, size] : stored) {
        if (id.is_dir != directories || used.contains(id)) continue;
        if (!options_.dry) TRY(remove(id));
        store.removed.push_back({place(id), size});
        store.bytes += size;
      }
    }
    return {};
  }

  Result<GcStore> clean_cache(HashKind kind) {
    GcStore store{kind == HashKind::kMd5 ? "repo" : "legacy", {}, 0};
    const ObjectStore& cache = repo_.cache_of(kind);
    TRY(remove_unused(
        kind, TRY(cache.list()), [&](const ObjectId& id) { return cache.path(id); },
        [&](const ObjectId& id) { return cache.remove(id); }, store));
    if (!options_.dry) TRY(cache.remove_leftovers());
    return store;
  }

  Result<GcStore> clean_remote(HashKind kind) {
    GcStore store;
    TRY(remove_unused(
        kind, TRY(remote_->list(kind)), [&](const ObjectId& id) { return remote_->place(kind, id); },
        [&](const ObjectId& id) { return remote_->remove(kind, id); }, store));
    return store;
  }

  Repo& repo_;
  const GcOptions& options_;
  std::unique_ptr<Remote> remote_;
  HashesByKind used_;
};

}  // namespace

Result<std::vector<GcStore>> collect_garbage(Repo& repo, const GcOptions& options) {
  return GarbageCollector(repo, options).run();
}

}  // namespace cairn::data
