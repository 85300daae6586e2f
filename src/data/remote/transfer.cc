#include "data/remote/transfer.h"

#include <algorithm>
#include <mutex>

#include "data/files/fd.h"
#include "data/hash/hash_files.h"

namespace cairn::data {
namespace {

// Lets only those through to a batch whose bytes are what their names say.
class CheckedSink : public ContentSink {
 public:
  CheckedSink(const std::vector<TreeFile>& objects, const std::vector<ObjectId>& ids, ObjectBatch& into)
      : objects_(objects), ids_(ids), into_(into) {}

  Status take(const TreeFile& file, const Fd& source, const Md5& md5, std::span<const std::byte> content) override {
    if (!check(file, md5)) return {};
    return into_.take(file, source, md5, content);
  }

  Result<std::unique_ptr<ContentWriter>> start(const TreeFile& file, const Fd& source) override {
    auto writer = std::make_unique<Writer>(*this, file);
    writer->inner = TRY(into_.start(file, source));
    return std::unique_ptr<ContentWriter>(std::move(writer));
  }

  std::vector<TransferResult::Failure> take_failures() { return std::move(failures_); }

 private:
  struct Writer : ContentWriter {
    Writer(CheckedSink& of, const TreeFile& object) : sink(of), file(object) {}
    [[nodiscard]] const Fd* snapshot() const override { return inner->snapshot(); }
    Status write(std::span<const std::byte> bytes) override { return inner->write(bytes); }
    Status finish(const Md5& md5) override { return sink.check(file, md5) ? inner->finish(md5) : Status(); }
    CheckedSink& sink;
    const TreeFile& file;
    std::unique_ptr<ContentWriter> inner;
  };

  bool check(const TreeFile& file, const Md5& md5) {
    const ObjectId& id = ids_[static_cast<std::size_t>(&file - objects_.data())];
    if (id.md5 == md5) return true;
    const std::scoped_lock lock(mutex_);
    failures_.push_back({id, "its bytes are not what its name says"});
    return false;
  }

  const std::vector<TreeFile>& objects_;
  const std::vector<ObjectId>& ids_;
  ObjectBatch& into_;
  std::mutex mutex_;
  std::vector<TransferResult::Failure> failures_;
};

}  // namespace

void TransferResult::add(TransferResult other) {
  transferred += other.transferred;
  std::ranges::move(other.failed, std::back_inserter(failed));
}

std::unordered_set<Md5> TransferResult::failed_hashes() const {
  std::unordered_set<Md5> hashes;
  for (const Failure& failure : failed) hashes.insert(failure.id.md5);
  return hashes;
}

Result<TransferResult> copy_files(const ObjectStore& from, const std::vector<ObjectId>& files, ObjectBatch& into,
                                  Progress* progress) {
  TransferResult result;
  if (files.empty()) return result;
  const Fd root = TRY(open_file(from.root(), O_RDONLY | O_DIRECTORY));
  std::vector<TreeFile> objects;
  std::vector<ObjectId> ids;
  for (const ObjectId& id : files) {
    TreeFile object;
    object.path = ObjectStore::relative_path(id);
    struct stat info{};
    if (::fstatat(root.get(), object.path.c_str(), &info, 0) != 0) {
      result.failed.push_back({id, os_error(errno, from.path(id)).message()});
      continue;
    }
    object.stamp = FileStamp(info);
    objects.push_back(std::move(object));
    ids.push_back(id);
  }
  CheckedSink sink(objects, ids, into);
  std::vector<TreeFile*> pointers;
  for (TreeFile& object : objects) pointers.push_back(&object);
  TRY(hash_files(root, pointers, {.sink = &sink, .progress = progress}));
  for (auto& failure : sink.take_failures()) {
    failure.why = from.path(failure.id) + ": " + failure.why;
    result.failed.push_back(std::move(failure));
  }
  result.transferred = files.size() - result.failed.size();
  return result;
}

}  // namespace cairn::data
