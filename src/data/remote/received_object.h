// One object on its way from a storage into a store, hashed while it comes.
//
// A small one is collected in memory. A large one is written to a file beside the objects, whose name follows from the
// object's: should this process end, then the next that wants the object goes on where the file ends.
#pragma once

#include <optional>
#include <string>

#include "data/files/fd.h"
#include "data/progress.h"
#include "data/remote/storage.h"
#include "data/store/object_batch.h"

namespace cairn::data {

class ReceivedObject final : public FileSink {
 public:
  static constexpr std::size_t kInMemory = std::size_t{1} << 20;

  // `progress` may be null.
  ReceivedObject(const ObjectStore& store, const ObjectId& id, Progress* progress)
      : store_(store), id_(id), progress_(progress) {}

  // Where to go on: what an earlier attempt left is read, and counts.
  Result<std::uint64_t> resume();
  // An earlier process left some of it.
  [[nodiscard]] bool resumed() const { return resumed_; }
  [[nodiscard]] std::uint64_t position() const { return position_; }

  Status begin(std::uint64_t offset, std::uint64_t size) override;
  Status write(std::string_view bytes) override;

  // Once all of it came. False if the bytes are not what the object's name says; then nothing of it remains.
  Result<bool> finish(ObjectBatch& into);
  void discard();

 private:
  Status open_part();
  Status move_to_part();
  Result<bool> is_what_it_says();
  [[nodiscard]] std::string part_path() const;

  const ObjectStore& store_;
  const ObjectId id_;
  Progress* progress_;
  std::string memory_;
  Fd part_;  // once it is large
  std::string path_;
  Md5Stream hash_;
  std::uint64_t position_ = 0;
  bool resumed_ = false;
};

}  // namespace cairn::data
