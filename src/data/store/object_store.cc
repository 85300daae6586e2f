#include "data/store/object_store.h"

#include <algorithm>
#include <cerrno>
#include <fmt/format.h>
#include <unistd.h>

#include "data/files/stamp.h"
#include "data/files/walk.h"
#include "data/hash/large_file.h"

namespace cairn::data {
namespace {}  // namespace

mode_t ObjectStore::directory_mode() const { return sharing_ == Sharing::kGroup ? 02775 : 0777 & ~process_umask(); }

std::string ObjectStore::path(const ObjectId& id) const { return root_ + '/' + relative_path(id); }

std::string ObjectStore::relative_path(const ObjectId& id) { return id.text().insert(2, 1, '/'); }

bool ObjectStore::has(const ObjectId& id) const {
  const std::string file = path(id);
  struct stat info{};
  if (::stat(file.c_str(), &info) != 0) return false;
  if ((info.st_mode & 07777) == kProtected) return true;
  const auto md5 = hash_path(file);
  if (!md5.ok() || *md5 != id.md5) return false;
  ::chmod(file.c_str(), kProtected);
  return true;
}

std::vector<ObjectId> ObjectStore::missing(const std::vector<ObjectId>& ids) const {
  std::vector<ObjectId> absent;
  std::ranges::copy_if(ids, std::back_inserter(absent), [this](const ObjectId& id) { return !has(id); });
  return absent;
}

bool ObjectStore::has_all(const DirEntries& entries) const {
  return std::ranges::all_of(entries, [this](const DirEntry& entry) { return has({entry.md5, false}); });
}

Result<std::string> ObjectStore::read_dir(const Md5& md5) const {
  const ObjectId id{md5, true};
  std::string text = TRY(read_file(path(id)));
  if (md5_of(text) != md5)
    return Error(ErrorCode::kDataLoss,
                 fmt::format("the directory object '{}' is corrupt: its bytes are not what its name says", path(id)));
  return text;
}

Result<DirEntries> ObjectStore::load_dir(const Md5& md5) const { return parse_dir_object(TRY(read_dir(md5))); }

Result<std::vector<ObjectStore::Stored>> ObjectStore::list() const {
  std::vector<Stored> found;
  const auto prefixes = list_directory(root_);
  if (!prefixes.ok() && is_missing(prefixes.error())) return found;
  if (!prefixes.ok()) return prefixes.error();
  for (const DirectoryEntry& prefix : *prefixes) {
    if (prefix.kind != EntryKind::kDirectory || prefix.name.size() != 2) continue;
    const std::string directory = fmt::format("{}/{}", root_, prefix.name);
    for (const DirectoryEntry& entry : TRY(list_directory(directory))) {
      const auto id = ObjectId::parse(prefix.name + entry.name);
      struct stat info{};
      if (!id || ::stat(fmt::format("{}/{}", directory, entry.name).c_str(), &info) != 0) continue;
      found.push_back({*id, static_cast<std::uint64_t>(info.st_size)});
    }
  }
  return found;
}

Status ObjectStore::remove(const ObjectId& id) const {
  const std::string file = path(id);
  if (::unlink(file.c_str()) != 0 && errno != ENOENT) return os_error(errno, file);
  return {};
}

Status ObjectStore::remove_leftovers() const {
  constexpr std::int64_t kAge = 86'400'000'000'000;
  const auto prefixes = list_directory(root_);
  if (!prefixes.ok()) return {};
  for (const DirectoryEntry& prefix : *prefixes) {
    if (prefix.kind != EntryKind::kDirectory || prefix.name.size() != 2) continue;
    const std::string directory = fmt::format("{}/{}", root_, prefix.name);
    for (const DirectoryEntry& entry : TRY(list_directory(directory))) {
      const std::string path = fmt::format("{}/{}", directory, entry.name);
      const auto info = is_temporary_name(entry.name) ? lstat_path(path) : Result<struct stat>(does_not_exist(""));
      if (info.ok() && FileStamp(*info).settled_before(file_clock_now() - kAge)) TRY(remove_all(path));
    }
  }
  return {};
}

Result<Md5> hash_path(const std::string& path) {
  const Fd fd = TRY(open_file(path, O_RDONLY));
  return hash_large_file(fd, path, nullptr);
}

}  // namespace cairn::data
