#include "data/remote/object_remote.h"

#include <algorithm>
#include <atomic>
#include <fmt/format.h>
#include <mutex>

#include "data/files/fd.h"
#include "data/files/parallel.h"
#include "data/remote/checked_source.h"
#include "data/remote/find_objects.h"
#include "data/remote/memory_file.h"
#include "data/remote/received_object.h"
#include "http_client/retry.h"

namespace cairn::data {
namespace {

// Few large files fill a line as well as many, and each holds some memory.
constexpr std::uint64_t kLarge = std::uint64_t{8} << 20;
constexpr unsigned kLargeAtOnce = 4;

// What is fetched is made durable, and counts, after so many files: a command that is killed has not to fetch them
// again.
constexpr std::size_t kRound = 4'096;

// Takes the results of files that travel side by side. Where nothing gets through any more, the rest is not tried.
class Results {
 public:
  explicit Results(Progress* progress) : progress_(progress) {}

  // False: give up; this file fails as the last one did.
  bool may_try(const ObjectId& id) {
    const std::scoped_lock lock(mutex_);
    if (failures_in_a_row_ < kPatience) return true;
    result_.failed.push_back({id, last_});
    return false;
  }

  void add(const ObjectId& id, const Status& done) {
    if (progress_) progress_->did_file();
    const std::scoped_lock lock(mutex_);
    if (done.ok()) {
      ++result_.transferred;
      failures_in_a_row_ = 0;
      return;
    }
    const Error& error = done.error();
    const bool tells_of_others = http_client::is_transient(error) || error.code() == ErrorCode::kUnauthenticated ||
                                 error.code() == ErrorCode::kPermissionDenied;
    failures_in_a_row_ = tells_of_others ? failures_in_a_row_ + 1 : 0;
    last_ = error.message();
    result_.failed.push_back({id, last_});
  }

  TransferResult take() {
    std::ranges::sort(result_.failed, {}, &TransferResult::Failure::id);
    return std::move(result_);
  }

 private:
  static constexpr unsigned kPatience = 16;

  Progress* progress_;
  std::mutex mutex_;
  TransferResult result_;
  std::string last_;
  unsigned failures_in_a_row_ = 0;
};

// The MD5 of an object's bytes, which is its name but for what DVC 2 stored.
Result<Md5> md5_of_bytes(const ObjectStore& from, const ObjectId& id) {
  if (from.naming() == Naming::kBytes) return id.md5;
  const std::string path = from.path(id);
  const Md5 md5 = TRY(hash_path(path));
  return from.is_named(id, md5, path) ? Result<Md5>(md5) : corrupt_object(path);
}

Status upload_file(Storage& storage, const ObjectStore& from, const ObjectId& id, const std::string& path,
                   Progress* progress) {
  CheckedSource source = TRY(CheckedSource::open(from.path(id), TRY(md5_of_bytes(from, id)), progress));
  return storage.put(path, source);
}

class ObjectUpload {
 public:
  ObjectUpload(Storage& storage, HashKind kind, const ObjectStore& from, unsigned jobs, Progress* progress)
      : storage_(storage), kind_(kind), from_(from), jobs_(jobs), progress_(progress) {}

  TransferResult run(const TransferPlan& plan) {
    std::vector<ObjectId> small, large;
    std::uint64_t bytes = 0;
    for (const ObjectId& id : plan.files) {
      const std::uint64_t size = size_of(id);
      bytes += size;
      (size > kLarge ? large : small).push_back(id);
    }
    if (progress_) progress_->expect(plan.files.size() + plan.directories.size(), bytes);
    TransferResult result = send(small, jobs_);
    result.add(send(large, std::min(jobs_, kLargeAtOnce)));

    const auto failed = result.failed_hashes();
    std::vector<ObjectId> directories;
    for (const TransferDirectory& directory : plan.directories) {
      if (std::ranges::any_of(directory.files, [&](const Md5& md5) { return failed.contains(md5); }))
        result.failed.push_back({{directory.md5, true}, "not all of its files are there"});
      else
        directories.push_back({directory.md5, true});
    }
    result.add(send(directories, jobs_));
    return result;
  }

 private:
  [[nodiscard]] std::uint64_t size_of(const ObjectId& id) const {
    const auto info = stat_path(from_.path(id));
    return info.ok() ? static_cast<std::uint64_t>(info->st_size) : 0;
  }

  TransferResult send(const std::vector<ObjectId>& ids, unsigned jobs) {
    Results results(progress_);
    run_parallel(ids.size(), jobs, [&](std::size_t i) {
      if (results.may_try(ids[i]))
        results.add(ids[i], upload_file(storage_, from_, ids[i], object_path(kind_, ids[i]), progress_));
    });
    return results.take();
  }

  Storage& storage_;
  HashKind kind_;
  const ObjectStore& from_;
  unsigned jobs_;
  Progress* progress_;
};

Status download_file(Storage& storage, const std::string& path, const ObjectId& id, const ObjectStore& store,
                     ObjectBatch& into, Progress* progress) {
  ReceivedObject object(store, id, progress);
  const std::uint64_t offset = TRY(object.resume());
  const bool resumed = object.resumed();
  // An earlier part may be longer than the file is: then nothing comes of going on.
  const Status got = storage.get(path, offset, object);
  if (got.ok() && TRY(object.finish(into))) return {};
  if (!got.ok() && !resumed) return got.error();
  if (!resumed) return corrupt_object(storage.place(path));
  // What an earlier process left may be to blame.
  object.discard();
  TRY(storage.get(path, 0, object));
  return TRY(object.finish(into)) ? Status() : corrupt_object(storage.place(path));
}

}  // namespace

Result<std::vector<ObjectId>> ObjectRemote::missing(HashKind kind, const std::vector<ObjectId>& ids) {
  return missing_objects(*storage_, kind, ids, jobs_);
}

Result<TransferResult> ObjectRemote::upload(HashKind kind, const ObjectStore& from, const TransferPlan& plan) {
  return ObjectUpload(*storage_, kind, from, jobs_, progress_).run(plan);
}

Result<std::string> ObjectRemote::read_dir(HashKind kind, const Md5& md5) {
  const std::string path = object_path(kind, {md5, true});
  MemorySink sink;
  TRY(storage_->get(path, 0, sink));
  if (md5_of(sink.bytes) != md5) return corrupt_object(storage_->place(path));
  return std::move(sink.bytes);
}

Result<TransferResult> ObjectRemote::download(HashKind kind, const std::vector<ObjectId>& files,
                                              const ObjectStore& into) {
  TransferResult all;
  TRY(make_dirs(into.root(), into.directory_mode()));
  if (progress_) progress_->expect(files.size(), 0);  // nobody knows how large they are
  for (std::size_t begin = 0; begin < files.size(); begin += kRound) {
    const std::span round = std::span(files).subspan(begin, std::min(kRound, files.size() - begin));
    ObjectBatch batch(into);
    Results results(progress_);
    run_parallel(round.size(), jobs_, [&](std::size_t i) {
      if (results.may_try(round[i]))
        results.add(round[i], download_file(*storage_, object_path(kind, round[i]), round[i], into, batch, progress_));
    });
    TRY(batch.commit());
    all.add(results.take());
  }
  return all;
}

Result<std::vector<ObjectStore::Stored>> ObjectRemote::list(HashKind kind) {
  return list_objects(*storage_, kind, jobs_);
}

Status ObjectRemote::remove(HashKind kind, const ObjectId& id) { return storage_->remove(object_path(kind, id)); }

std::string ObjectRemote::place(HashKind kind, const ObjectId& id) const {
  return storage_->place(object_path(kind, id));
}

}  // namespace cairn::data
