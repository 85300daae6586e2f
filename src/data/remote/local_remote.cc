#include "data/remote/local_remote.h"

#include <algorithm>

namespace cairn::data {

Result<std::vector<ObjectId>> LocalRemote::missing(HashKind kind, const std::vector<ObjectId>& ids) {
  return store(kind).missing(ids);
}

Result<TransferResult> LocalRemote::upload(HashKind kind, const ObjectStore& from, const TransferPlan& plan) {
  TRY(make_dirs(store(kind).root(), store(kind).directory_mode()));
  ObjectBatch batch(store(kind));
  TransferResult result = TRY(copy_files(from, plan.files, batch, progress_));
  const auto failed = result.failed_hashes();
  for (const TransferDirectory& directory : plan.directories) {
    const ObjectId id{directory.md5, true};
    const bool lacks_files =
        std::ranges::any_of(directory.files, [&failed](const Md5& md5) { return failed.contains(md5); });
    const auto text = from.read_dir(directory.md5);
    if (lacks_files || !text.ok()) {
      result.failed.push_back({id, text.ok() ? "not all of its files are there" : text.error().message()});
      continue;
    }
    TRY(batch.add(id, *text));
    ++result.transferred;
  }
  TRY(batch.commit());
  return result;
}

Result<std::string> LocalRemote::read_dir(HashKind kind, const Md5& md5) { return store(kind).read_dir(md5); }

Result<TransferResult> LocalRemote::download(HashKind kind, const std::vector<ObjectId>& files,
                                             const ObjectStore& into) {
  TRY(make_dirs(into.root(), into.directory_mode()));
  ObjectBatch batch(into);
  TransferResult result = TRY(copy_files(store(kind), files, batch, progress_));
  TRY(batch.commit());
  return result;
}

Result<std::vector<ObjectStore::Stored>> LocalRemote::list(HashKind kind) { return store(kind).list(); }

Status LocalRemote::remove(HashKind kind, const ObjectId& id) { return store(kind).remove(id); }

std::string LocalRemote::place(HashKind kind, const ObjectId& id) const { return store(kind).path(id); }

}  // namespace cairn::data
