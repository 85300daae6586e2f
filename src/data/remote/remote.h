// Where objects go with push and come from with pull. A remote holds objects under the same names as the cache, today's
// and those of DVC 2 in two places.
//
// A remote is a directory (local_remote.h) or a storage of some other kind (object_remote.h); open_remote() chooses by
// the URL. One thread calls; a remote may use more inside.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "data/remote/storage.h"
#include "data/remote/transfer.h"
#include "data/repo/repo.h"
#include "data/store/object_batch.h"
#include "data/store/object_store.h"

namespace cairn::data {

class Remote {
 public:
  virtual ~Remote() = default;

  // Of these, the ones that it doesn't have.
  virtual Result<std::vector<ObjectId>> missing(HashKind kind, const std::vector<ObjectId>& ids) = 0;

  // Directory objects come last, and only where all of `files` are there: one that is there has its files.
  virtual Result<TransferResult> upload(HashKind kind, const ObjectStore& from, const TransferPlan& plan) = 0;

  // The bytes of a directory object, which are checked. kResourceDoesNotExist if it isn't there.
  virtual Result<std::string> read_dir(HashKind kind, const Md5& md5) = 0;

  // What is fetched is hashed while it comes; what isn't what its name says is a failure and goes nowhere. The rest is
  // durable in the store afterwards.
  virtual Result<TransferResult> download(HashKind kind, const std::vector<ObjectId>& files,
                                          const ObjectStore& into) = 0;

  virtual Result<std::vector<ObjectStore::Stored>> list(HashKind kind) = 0;
  virtual Status remove(HashKind kind, const ObjectId& id) = 0;
  // Its objects, if they are in a directory of this machine. Those of DVC 2 have the remote's own as their root.
  [[nodiscard]] virtual const ObjectStore* objects(HashKind /*kind*/) const { return nullptr; }
  // Where it is otherwise: what lies there besides objects.
  [[nodiscard]] virtual Storage* storage() const { return nullptr; }
  // How messages name an object's place.
  [[nodiscard]] virtual std::string place(HashKind kind, const ObjectId& id) const = 0;
};

[[nodiscard]] bool has_default_remote(const Repo& repo);
// The remote of that name, or the default one. `command` is what the user is told to add -r to if there is none. `jobs`
// of 0: as many as the remote is set to.
Result<std::unique_ptr<Remote>> open_remote(const Repo& repo, const std::string& name, std::string_view command,
                                            unsigned jobs = 0);

// A URL, or "remote://name/path", which has the settings of that remote.
struct UrlSpec {
  std::string url;
  ConfigSection options{};  // over the remote's
  unsigned jobs = 0;        // 0: as many as the remote is set to
};
// The storage that it means. `repo` is null outside of one.
Result<std::unique_ptr<Storage>> open_url(const Repo* repo, const UrlSpec& spec);

}  // namespace cairn::data
