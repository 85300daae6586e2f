#include "data/remote/find_objects.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <mutex>
#include <unordered_set>

#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/parallel.h"

namespace cairn::data {
namespace {

constexpr std::size_t kPrefixes = 256;
constexpr std::size_t kPage = 1000;

std::string directory_of(HashKind kind, std::size_t prefix) {
  return fmt::format("{}{:02x}", object_root(kind), prefix);
}

class MissingObjects {
 public:
  MissingObjects(Storage& storage, HashKind kind, const std::vector<ObjectId>& ids, unsigned jobs)
      : storage_(storage), kind_(kind), ids_(ids), jobs_(jobs), is_missing_(ids.size(), 0) {}

  Result<std::vector<ObjectId>> find() {
    TRY(choose());
    std::vector<ObjectId> missing;
    for (std::size_t i = 0; i < ids_.size(); ++i)
      if (is_missing_[i] != 0) missing.push_back(ids_[i]);
    return missing;
  }

 private:
  using Hashes = std::unordered_set<ObjectId>;

  Status choose() {
    if (storage_.listing() == Listing::kNone || ids_.size() <= jobs_) return ask_about_each();
    if (storage_.listing() == Listing::kDirectories) return ask_about_prefixes(1);
    const std::string root = object_root(kind_);
    Hashes found;
    // Beside the objects of DVC 2 lies everything else.
    if (!root.empty() && TRY(list(root.substr(0, root.size() - 1), Storage::Extent::kFirstPage, found))) {
      for (std::size_t i = 0; i < ids_.size(); ++i) is_missing_[i] = found.contains(ids_[i]) ? 0 : 1;
      return {};
    }
    if (ids_.size() <= kPrefixes) return ask_about_each();
    found.clear();
    TRY(list(directory_of(kind_, 0), Storage::Extent::kAll, found));
    return ask_about_prefixes(found.size() / kPage + 1);
  }

  Result<bool> list(const std::string& directory, Storage::Extent extent, Hashes& found) {
    return storage_.list(directory, extent, [&](const StoredFile& file) {
      if (const auto id = object_at(kind_, file.path)) found.insert(*id);
    });
  }

  Status ask_about(std::size_t i) {
    const auto info = storage_.stat(object_path(kind_, ids_[i]));
    if (!info.ok() && !is_missing(info.error())) return info.error();
    is_missing_[i] = info.ok() ? 0 : 1;
    return {};
  }

  Status ask_about_each() {
    return try_parallel(ids_.size(), jobs_, [&](std::size_t i) { return ask_about(i); });
  }

  // Those of a prefix are asked about one by one if that takes no more requests than listing it.
  Status ask_about_prefixes(std::size_t cost_of_listing) {
    std::array<std::vector<std::size_t>, kPrefixes> of_prefix;
    for (std::size_t i = 0; i < ids_.size(); ++i) of_prefix[ids_[i].md5.bytes()[0]].push_back(i);
    return try_parallel(kPrefixes, jobs_, [&](std::size_t prefix) -> Status {
      const std::vector<std::size_t>& wanted = of_prefix[prefix];
      if (wanted.size() <= cost_of_listing) {
        for (const std::size_t i : wanted) TRY(ask_about(i));
        return {};
      }
      Hashes found;
      TRY(list(directory_of(kind_, prefix), Storage::Extent::kAll, found));
      for (const std::size_t i : wanted) is_missing_[i] = found.contains(ids_[i]) ? 0 : 1;
      return {};
    });
  }

  Storage& storage_;
  const HashKind kind_;
  const std::vector<ObjectId>& ids_;
  const unsigned jobs_;
  std::vector<char> is_missing_;  // not bool: several threads write at once
};

}  // namespace

Result<std::vector<ObjectId>> missing_objects(Storage& storage, HashKind kind, const std::vector<ObjectId>& ids,
                                              unsigned jobs) {
  return MissingObjects(storage, kind, ids, jobs).find();
}

Result<std::vector<ObjectStore::Stored>> list_objects(Storage& storage, HashKind kind, unsigned jobs) {
  if (storage.listing() == Listing::kNone)
    return dvc_error(fmt::format("{} can't tell what it holds: its kind of server lists no files", storage.place("")));
  std::mutex mutex;
  std::vector<ObjectStore::Stored> stored;
  TRY(try_parallel(kPrefixes, jobs, [&](std::size_t prefix) -> Status {
    TRY(storage.list(directory_of(kind, prefix), Storage::Extent::kAll, [&](const StoredFile& file) {
      const auto id = object_at(kind, file.path);
      const std::scoped_lock lock(mutex);
      if (id) stored.push_back({*id, file.size});
    }));
    return {};
  }));
  std::ranges::sort(stored, {}, &ObjectStore::Stored::id);
  return stored;
}

}  // namespace cairn::data
