// Puts objects into a store, so that after a crash at any moment the store holds whole objects and nothing else under
// an object's name.
//
// Every object is first written under a temporary name beside its place, or in a directory that has a temporary name
// itself. commit() makes all of them durable with one sync of the file system (a few objects: one sync each, which
// waits for nobody else's files) and only then renames them, directory objects last: a directory object that is there
// has its files. What names the objects (.dvc files) is written after commit().
//
// A temporary name is DVC's form, made of the object's hash and a key of the batch: unlike any other process's, and
// known again from the hash alone, so that a million objects need no list of names.
#pragma once

#include <atomic>
#include <mutex>
#include <vector>

#include "data/hash/hash_files.h"
#include "data/store/early_sync.h"
#include "data/store/object_store.h"
#include "data/store/prefix_directories.h"

namespace cairn::data {

// How an object comes about of a file.
enum class Origin : std::uint8_t {
  kCopy,  // a copy, which shares its extents with the file where the file system can (reflink)
  kLink,  // the file itself (hardlink) where possible: cache.type begins with hardlink
};

// take() and start() may be called by several threads at once; the rest by one.
class ObjectBatch : public ContentSink {
 public:
  explicit ObjectBatch(const ObjectStore& store, Origin origin = Origin::kCopy);
  // What was not committed is removed.
  ~ObjectBatch() override;
  ObjectBatch(const ObjectBatch&) = delete;
  ObjectBatch& operator=(const ObjectBatch&) = delete;

  Status take(TreeFile& file, const Fd& source, const Md5& md5, std::span<const std::byte> content) override;
  Result<std::unique_ptr<ContentWriter>> start(TreeFile& file, const Fd& source) override;
  // A directory object; returns its name.
  Result<ObjectId> add_dir(const DirEntries& entries);
  // One whose bytes are known, and known to be right.
  Status add(const ObjectId& id, std::string_view bytes);
  // The same, of a file in the store's own directory: it becomes the object.
  Status adopt(const ObjectId& id, const Fd& file, const std::string& path);

  Status commit();

  // The objects that this batch added, none that were there before. In order of commit once committed.
  [[nodiscard]] const std::vector<ObjectId>& added() const { return added_; }

 private:
  class CopyWriter;
  class LinkWriter;

  // Where an object is until it is committed.
  struct Place {
    int directory;
    std::string name;
  };
  Result<Place> place_of(const ObjectId& id);
  [[nodiscard]] std::string temporary_name_of(const ObjectId& id) const;
  Result<bool> is_stored(const ObjectId& id);
  // Creates an object's temporary file. No descriptor if this batch has one for it already.
  Result<Fd> create(const ObjectId& id);
  Status write_object(const ObjectId& id, std::span<const std::byte> content);
  Result<std::unique_ptr<CopyWriter>> start_copy(const Fd& source);
  Result<bool> clone(const ObjectId& id, const TreeFile& file, const Fd& source);
  Result<bool> link(const ObjectId& id, TreeFile& file, const Fd& source);
  void remember(const ObjectId& id);
  Status make_durable();
  Status put_in_place(std::uint8_t first_byte, const std::vector<ObjectId>& files);
  Status put_in_place(const ObjectId& directory_object);
  Status protect(const Fd& fd, const ObjectId& id) const;

  const ObjectStore& store_;
  Md5 key_;
  std::atomic<bool> may_link_;
  std::atomic<bool> may_clone_;  // until the file system says no
  PrefixDirectories prefixes_;
  EarlySync early_sync_;
  std::mutex mutex_;  // guards what follows
  std::vector<ObjectId> added_;
  bool committed_ = false;
};

}  // namespace cairn::data
