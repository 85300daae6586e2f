#include "data/remote/transfer.h"

#include <algorithm>
#include <cerrno>
#include <mutex>

#include "data/files/fd.h"
#include "data/files/parallel.h"
#include "data/hash/hash_files.h"

namespace cairn::data {
namespace {

// Lets only those through to a batch whose bytes are what their names say.
class CheckedSink : public ContentSink {
 public:
  CheckedSink(const ObjectStore& from, const std::vector<TreeFile>& objects, const std::vector<ObjectId>& ids,
              ObjectBatch& into)
      : from_(from), objects_(objects), ids_(ids), into_(into) {}

  Status take(TreeFile& file, const Fd& source, const Md5& md5, std::span<const std::byte> content) override {
    if (!check(file, md5)) return {};
    return into_.take(file, source, id_of(file).md5, content);
  }

  Result<std::unique_ptr<ContentWriter>> start(TreeFile& file, const Fd& source) override {
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
    Status finish(const Md5& md5) override {
      return sink.check(file, md5) ? inner->finish(sink.id_of(file).md5) : Status();
    }
    CheckedSink& sink;
    const TreeFile& file;
    std::unique_ptr<ContentWriter> inner;
  };

  [[nodiscard]] const ObjectId& id_of(const TreeFile& file) const {
    return ids_[static_cast<std::size_t>(&file - objects_.data())];
  }

  bool check(const TreeFile& file, const Md5& md5) {
    const ObjectId& id = id_of(file);
    if (id.md5 == md5 || from_.is_named(id, md5, from_.path(id))) return true;
    const std::scoped_lock lock(mutex_);
    failures_.push_back({id, "its bytes are not what its name says"});
    return false;
  }

  const ObjectStore& from_;
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
  std::vector<TreeFile> looked(files.size());
  std::vector<int> errors(files.size(), 0);
  run_parallel(files.size(), threads_for(files.size()), [&](std::size_t i) {
    looked[i].path = ObjectStore::relative_path(files[i]);
    struct stat info{};
    errors[i] = ::fstatat(root.get(), looked[i].path.c_str(), &info, 0) == 0 ? 0 : errno;
    looked[i].stamp = FileStamp(info);
  });
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (errors[i] != 0) {
      result.failed.push_back({files[i], os_error(errors[i], from.path(files[i])).message()});
      continue;
    }
    objects.push_back(std::move(looked[i]));
    ids.push_back(files[i]);
  }
  CheckedSink sink(from, objects, ids, into);
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
