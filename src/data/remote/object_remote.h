// A remote in a storage of any kind: objects under DVC's names, today's in files/md5/, those of DVC 2 beside it.
#pragma once

#include <memory>

#include "data/remote/remote.h"
#include "data/remote/storage.h"

namespace cairn::data {

class ObjectRemote final : public Remote {
 public:
  // `jobs`: how many files are on their way at once. `progress` may be null.
  ObjectRemote(std::unique_ptr<Storage> storage, unsigned jobs, Progress* progress = nullptr)
      : storage_(std::move(storage)), jobs_(jobs), progress_(progress) {}

  Result<std::vector<ObjectId>> missing(HashKind kind, const std::vector<ObjectId>& ids) override;
  Result<TransferResult> upload(HashKind kind, const ObjectStore& from, const TransferPlan& plan) override;
  Result<std::string> read_dir(HashKind kind, const Md5& md5) override;
  Result<TransferResult> download(HashKind kind, const std::vector<ObjectId>& files, const ObjectStore& into) override;
  Result<std::vector<ObjectStore::Stored>> list(HashKind kind) override;
  Status remove(HashKind kind, const ObjectId& id) override;
  [[nodiscard]] Storage* storage() const override { return storage_.get(); }
  [[nodiscard]] std::string place(HashKind kind, const ObjectId& id) const override;

 private:
  std::unique_ptr<Storage> storage_;
  unsigned jobs_;
  Progress* progress_;
};

}  // namespace cairn::data
