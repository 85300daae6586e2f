// Objects in a directory of this machine: the cache, or a remote that is a path. An object's file is
// ROOT/<2 digits>/<30 digits>[.dir].
//
// A file with mode 0444 was checked when it was put there and is believed, as DVC does. Any other mode means that
// something happened to it: its bytes are hashed before it is used. One that doesn't hold what its name says is
// reported and left where it is.
//
// Any thread may call.
#pragma once

#include <functional>
#include <string>
#include <sys/types.h>
#include <vector>

#include "core/result.h"
#include "data/files/fd.h"
#include "data/format/dir_object.h"
#include "data/store/object_id.h"

namespace cairn::data {

inline constexpr mode_t kProtected = 0444;  // of an object that was checked when it was put there

enum class Sharing : std::uint8_t { kPrivate, kGroup };  // cache.shared=group: others of the group may write

// What an object's name is the MD5 of: its bytes, or, in what DVC 2 stored, those of text with Unix's line ends.
enum class Naming : std::uint8_t { kBytes, kDos2Unix };

class ObjectStore {
 public:
  explicit ObjectStore(std::string root, Sharing sharing = Sharing::kPrivate, Naming naming = Naming::kBytes)
      : root_(std::move(root)), sharing_(sharing), naming_(naming) {}

  [[nodiscard]] const std::string& root() const { return root_; }
  [[nodiscard]] Sharing sharing() const { return sharing_; }
  [[nodiscard]] Naming naming() const { return naming_; }
  [[nodiscard]] mode_t directory_mode() const;
  [[nodiscard]] std::string path(const ObjectId& id) const;
  // The same, relative to the root: "26/ab…".
  [[nodiscard]] static std::string relative_path(const ObjectId& id);

  // Whether bytes of this MD5 are what the object's name says. `path` has them: where the name is that of something
  // else, it is read again.
  [[nodiscard]] bool is_named(const ObjectId& id, const Md5& md5, const std::string& path) const;
  // Whether the object is there and sound. Makes one that was hashed and found sound read-only.
  [[nodiscard]] bool has(const ObjectId& id) const;
  // The ids that has() would deny.
  [[nodiscard]] std::vector<ObjectId> missing(const std::vector<ObjectId>& ids) const;
  // Whether has() would confirm each of a directory's files.
  [[nodiscard]] bool has_all(const DirEntries& entries) const;
  [[nodiscard]] bool has_all(std::size_t count, const std::function<const Md5&(std::size_t)>& md5_of_file) const;

  // An object and all directories, as they are at one moment. No object came or went as long as the fingerprint is the
  // same, provided that the last change lies before the moment.
  struct View {
    Md5 fingerprint;
    bool is_settled;
  };
  [[nodiscard]] View view(const ObjectId& id) const;

  // A directory object, its bytes checked. kResourceDoesNotExist if it isn't there, kDataLoss if it is broken.
  [[nodiscard]] Result<DirEntries> load_dir(const Md5& md5) const;
  // Its bytes, checked.
  [[nodiscard]] Result<std::string> read_dir(const Md5& md5) const;

  struct Stored {
    ObjectId id;
    std::uint64_t size;
  };
  // Everything that has the name of an object.
  [[nodiscard]] Result<std::vector<Stored>> list() const;
  Status remove(const ObjectId& id) const;
  // Temporary files that nobody works on any more: a day old.
  Status remove_leftovers() const;

 private:
  // For each of so many objects, whether has() would deny it: 1 or 0.
  template <class IdOf>
  [[nodiscard]] std::vector<char> lacks(std::size_t count, IdOf id_of) const;

  std::string root_;
  Sharing sharing_;
  Naming naming_;
};

// Hashes a file that has no business being large or many.
Result<Md5> hash_path(const std::string& path);

}  // namespace cairn::data
