#include "data/ops/fsck.h"

#include <algorithm>
#include <cerrno>
#include <fmt/format.h>
#include <memory>
#include <unordered_set>

#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/hash/dos2unix.h"
#include "data/hash/hash_files.h"
#include "data/remote/remote.h"

namespace cairn::data {
namespace {

constexpr std::string_view kCorrupt = "its bytes are not what its name says";
constexpr std::size_t kFetchedAtOnce = 4096;

using Stored = ObjectStore::Stored;

// A store that is removed when it goes. Beside the cache's objects, so that what it holds can be renamed into place.
class Scratch {
 public:
  explicit Scratch(const Repo& repo, const ObjectStore& like)
      : path_(join_path(repo.cache_dir(), temporary_name())), store_(path_, like.sharing()) {}
  ~Scratch() { (void)remove_all(path_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  [[nodiscard]] const ObjectStore& store() const { return store_; }

 private:
  std::string path_;
  ObjectStore store_;
};

// Fetches objects, checked; the ids of those that came.
Result<std::unordered_set<ObjectId>> fetch_checked(Remote& remote, HashKind kind, const std::vector<ObjectId>& ids,
                                                   const ObjectStore& into) {
  TRY(make_dirs(into.root(), into.directory_mode()));
  std::vector<ObjectId> files;
  std::unordered_set<ObjectId> came;
  ObjectBatch batch(into);
  for (const ObjectId& id : ids) {
    if (!id.is_dir) files.push_back(id);
    if (!id.is_dir) continue;
    const auto text = remote.read_dir(kind, id.md5);
    if (!text.ok()) continue;
    TRY(batch.add(id, *text));
    came.insert(id);
  }
  const TransferResult result = TRY(remote.download(kind, files, into));
  TRY(batch.commit());
  came.insert(files.begin(), files.end());
  for (const auto& failure : result.failed) came.erase(failure.id);
  return came;
}

// Those whose bytes are not what their names say.
Result<std::vector<ObjectId>> corrupt_objects(Repo& repo, const ObjectStore& store, HashKind kind,
                                              const std::vector<Stored>& objects) {
  std::vector<ObjectId> corrupt;
  if (objects.empty()) return corrupt;
  const Fd root = TRY(open_file(store.root(), O_RDONLY | O_DIRECTORY));
  std::vector<TreeFile> files(objects.size());
  std::vector<TreeFile*> pointers;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    files[i].path = ObjectStore::relative_path(objects[i].id);
    files[i].stamp.size = objects[i].size;
    pointers.push_back(&files[i]);
  }
  if (kind == HashKind::kMd5Dos2Unix)
    TRY(hash_files_dos2unix(root, pointers));
  else
    TRY(hash_files(root, pointers, {.workers = repo.hash_workers(), .progress = &repo.progress()}));
  for (std::size_t i = 0; i < objects.size(); ++i)
    if (files[i].md5 != objects[i].id.md5) corrupt.push_back(objects[i].id);
  return corrupt;
}

class CacheChecker {
 public:
  CacheChecker(Repo& repo, HashKind kind, Remote* remote)
      : repo_(repo), kind_(kind), store_(repo.cache_of(kind)), remote_(remote) {}

  Status run(FsckResult& result) {
    const std::vector<Stored> objects = TRY(store_.list());
    result.objects += objects.size();
    for (const Stored& object : objects) result.bytes += object.size;
    const std::vector<ObjectId> corrupt = TRY(corrupt_objects(repo_, store_, kind_, objects));
    std::unordered_set<ObjectId> sound;
    for (const Stored& object : objects) sound.insert(object.id);
    for (const ObjectId& id : corrupt) sound.erase(id);
    const std::unordered_set<ObjectId> repaired = TRY(replace(corrupt));
    for (const ObjectId& id : corrupt)
      result.findings.push_back({store_.path(id), std::string(kCorrupt), repaired.contains(id)});
    sound.insert(repaired.begin(), repaired.end());
    return check_directories(sound, result);
  }

 private:
  // A directory object promises its files.
  Status check_directories(const std::unordered_set<ObjectId>& sound, FsckResult& result) {
    for (const ObjectId& id : sound) {
      if (!id.is_dir) continue;
      const auto entries = store_.load_dir(id.md5);
      if (!entries.ok()) {
        result.findings.push_back({store_.path(id), entries.error().message()});
        continue;
      }
      std::vector<ObjectId> lacking;
      for (const DirEntry& entry : *entries)
        if (!sound.contains({entry.md5, false})) lacking.push_back({entry.md5, false});
      if (lacking.empty()) continue;
      const std::size_t got = TRY(replace(lacking)).size();
      result.findings.push_back({store_.path(id),
                                 fmt::format("{} of its {} files are missing", lacking.size(), entries->size()),
                                 got == lacking.size()});
    }
    return {};
  }

  // Fetches them to a place of their own first; what is there is replaced by what came whole.
  Result<std::unordered_set<ObjectId>> replace(const std::vector<ObjectId>& ids) {
    if (ids.empty() || !remote_) return std::unordered_set<ObjectId>();
    const Scratch scratch(repo_, store_);
    const std::unordered_set<ObjectId> came = TRY(fetch_checked(*remote_, kind_, ids, scratch.store()));
    for (const ObjectId& id : came) {
      TRY(make_dirs(parent_path(store_.path(id)), store_.directory_mode()));
      TRY(rename_path(scratch.store().path(id), store_.path(id)));
    }
    return came;
  }

  Repo& repo_;
  HashKind kind_;
  const ObjectStore& store_;
  Remote* remote_;  // null: nothing is repaired
};

class RemoteChecker {
 public:
  RemoteChecker(Repo& repo, HashKind kind, Remote& remote, bool repair)
      : repo_(repo), kind_(kind), remote_(remote), repair_(repair) {}

  Status run(FsckResult& result) {
    const std::vector<Stored> objects = TRY(remote_.list(kind_));
    result.objects += objects.size();
    for (const Stored& object : objects) result.bytes += object.size;
    if (const ObjectStore* store = remote_.objects(kind_))
      return add_findings(TRY(corrupt_objects(repo_, *store, kind_, objects)), result);
    for (std::size_t start = 0; start < objects.size(); start += kFetchedAtOnce) {
      std::vector<ObjectId> ids;
      for (std::size_t i = start; i < std::min(start + kFetchedAtOnce, objects.size()); ++i)
        ids.push_back(objects[i].id);
      const Scratch scratch(repo_, repo_.cache_of(kind_));
      const auto sound = TRY(fetch_checked(remote_, kind_, ids, scratch.store()));
      std::erase_if(ids, [&sound](const ObjectId& id) { return sound.contains(id); });
      TRY(add_findings(ids, result));
    }
    return {};
  }

 private:
  Status add_findings(const std::vector<ObjectId>& corrupt, FsckResult& result) {
    for (const ObjectId& id : corrupt)
      result.findings.push_back({remote_.place(kind_, id), std::string(kCorrupt), repair_ && TRY(replace(id))});
    return {};
  }

  // What the cache has is hashed before the corrupt one goes.
  Result<bool> replace(const ObjectId& id) {
    const ObjectStore& cache = repo_.cache_of(kind_);
    struct stat info{};
    if (::stat(cache.path(id).c_str(), &info) != 0) return false;
    const auto corrupt = TRY(corrupt_objects(repo_, cache, kind_, {{id, static_cast<std::uint64_t>(info.st_size)}}));
    if (!corrupt.empty()) return false;
    TRY(remote_.remove(kind_, id));
    TransferPlan plan;
    if (id.is_dir)
      plan.directories.push_back({id.md5, {}});
    else
      plan.files.push_back(id);
    return TRY(remote_.upload(kind_, cache, plan)).failed.empty();
  }

  Repo& repo_;
  HashKind kind_;
  Remote& remote_;
  bool repair_;
};

}  // namespace

std::size_t FsckResult::repaired() const {
  return static_cast<std::size_t>(std::ranges::count_if(findings, &Finding::repaired));
}

Result<FsckResult> fsck(Repo& repo, const FsckOptions& options) {
  const bool checks_remote = options.where == FsckOptions::Where::kRemote;
  std::unique_ptr<Remote> remote;
  if (checks_remote || options.repair) remote = TRY(open_remote(repo, options.remote, "fsck"));
  FsckResult result;
  repo.progress().begin("fsck");
  for (const HashKind kind : {HashKind::kMd5, HashKind::kMd5Dos2Unix}) {
    if (checks_remote)
      TRY(RemoteChecker(repo, kind, *remote, options.repair).run(result));
    else
      TRY(CacheChecker(repo, kind, remote.get()).run(result));
  }
  std::ranges::sort(result.findings, {}, &FsckResult::Finding::place);
  return result;
}

}  // namespace cairn::data
