// Copies objects from one place to another, checked on the way.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "core/result.h"
#include "data/progress.h"
#include "data/store/object_batch.h"
#include "data/store/object_store.h"

namespace cairn::data {

// A directory object and its files. Files may be in `files` of the plan, too, or at the destination already.
struct TransferDirectory {
  Md5 md5;
  std::vector<Md5> files;
};

struct TransferPlan {
  std::vector<ObjectId> files;                 // to be copied
  std::vector<TransferDirectory> directories;  // to be copied once all their files are there
};

struct TransferResult {
  struct Failure {
    ObjectId id;
    std::string why;
  };
  std::size_t transferred = 0;
  std::vector<Failure> failed;

  void add(TransferResult other);
  [[nodiscard]] std::unordered_set<Md5> failed_hashes() const;
};

// Files from `from` into a batch. One that fails doesn't stop the others.
Result<TransferResult> copy_files(const ObjectStore& from, const std::vector<ObjectId>& files, ObjectBatch& into,
                                  Progress* progress = nullptr);

}  // namespace cairn::data
