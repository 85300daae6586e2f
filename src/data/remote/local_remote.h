// A remote that is a directory of this machine, or one that is mounted here.
#pragma once

#include "data/remote/remote.h"

namespace cairn::data {

class LocalRemote : public Remote {
 public:
  LocalRemote(const std::string& path, Sharing sharing, Progress* progress = nullptr)
      : current_(path + "/files/md5", sharing), legacy_(path, sharing, Naming::kDos2Unix), progress_(progress) {}

  Result<std::vector<ObjectId>> missing(HashKind kind, const std::vector<ObjectId>& ids) override;
  Result<TransferResult> upload(HashKind kind, const ObjectStore& from, const TransferPlan& plan) override;
  Result<std::string> read_dir(HashKind kind, const Md5& md5) override;
  Result<TransferResult> download(HashKind kind, const std::vector<ObjectId>& files, const ObjectStore& into) override;
  Result<std::vector<ObjectStore::Stored>> list(HashKind kind) override;
  Status remove(HashKind kind, const ObjectId& id) override;
  [[nodiscard]] const ObjectStore* objects(HashKind kind) const override { return &store(kind); }
  [[nodiscard]] std::string place(HashKind kind, const ObjectId& id) const override;

 private:
  [[nodiscard]] const ObjectStore& store(HashKind kind) const {
    return kind == HashKind::kMd5Dos2Unix ? legacy_ : current_;
  }

  ObjectStore current_;
  ObjectStore legacy_;
  Progress* progress_;
};

}  // namespace cairn::data
