#include "data/store/object_store.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fmt/format.h>
#include <unistd.h>

#include "data/files/parallel.h"
#include "data/files/paths.h"
#include "data/files/stamp.h"
#include "data/files/walk.h"
#include "data/hash/dos2unix.h"
#include "data/hash/large_file.h"
#include "data/store/fingerprint.h"

namespace cairn::data {
namespace {

constexpr std::size_t kPrefixCount = 256;

bool is_protected(const struct stat& info) { return (info.st_mode & 07777) == kProtected; }

}  // namespace

mode_t ObjectStore::directory_mode() const { return sharing_ == Sharing::kGroup ? 02775 : 0777 & ~process_umask(); }

std::string ObjectStore::path(const ObjectId& id) const { return root_ + '/' + relative_path(id); }

std::string ObjectStore::relative_path(const ObjectId& id) { return id.text().insert(2, 1, '/'); }

bool ObjectStore::is_named(const ObjectId& id, const Md5& md5, const std::string& path) const {
  if (id.md5 == md5) return true;
  if (naming_ == Naming::kBytes) return false;
  const auto file = open_to_read(path);
  if (!file.ok()) return false;
  const auto named = hash_dos2unix(*file, path);
  return named.ok() && *named == id.md5;
}

bool ObjectStore::has(const ObjectId& id) const {
  const std::string file = path(id);
  struct stat info{};
  if (::stat(file.c_str(), &info) != 0) return false;
  if (is_protected(info)) return true;
  const auto md5 = hash_path(file);
  if (!md5.ok() || !is_named(id, *md5, file)) return false;
  ::chmod(file.c_str(), kProtected);
  return true;
}

// A name is found faster from its directory than from the root.
template <class IdOf>
std::vector<char> ObjectStore::lacks(std::size_t count, IdOf id_of) const {
  std::vector<char> is_missing(count, 0);
  std::array<std::vector<std::size_t>, kPrefixCount> of_prefix;
  for (std::size_t i = 0; i < count; ++i) of_prefix[id_of(i).md5.bytes()[0]].push_back(i);
  run_parallel(kPrefixCount, threads_for(count), [&](std::size_t prefix) {
    if (of_prefix[prefix].empty()) return;
    const auto directory = open_file(fmt::format("{}/{:02x}", root_, prefix), O_RDONLY | O_DIRECTORY);
    for (const std::size_t i : of_prefix[prefix]) {
      const ObjectId id = id_of(i);
      struct stat info{};
      const bool is_there = directory.ok() && ::fstatat(directory->get(), id.text().c_str() + 2, &info, 0) == 0;
      is_missing[i] = !is_there || (!is_protected(info) && !has(id)) ? 1 : 0;
    }
  });
  return is_missing;
}

std::vector<ObjectId> ObjectStore::missing(const std::vector<ObjectId>& ids) const {
  const std::vector<char> is_missing = lacks(ids.size(), [&ids](std::size_t i) { return ids[i]; });
  std::vector<ObjectId> absent;
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (is_missing[i] != 0) absent.push_back(ids[i]);
  return absent;
}

bool ObjectStore::has_all(const DirEntries& entries) const {
  return has_all(entries.size(), [&entries](std::size_t i) -> const Md5& { return entries[i].md5; });
}

bool ObjectStore::has_all(std::size_t count, const std::function<const Md5&(std::size_t)>& md5_of_file) const {
  const auto is_missing = lacks(count, [&md5_of_file](std::size_t i) { return ObjectId{md5_of_file(i), false}; });
  return std::ranges::find(is_missing, 1) == is_missing.end();
}

ObjectStore::View ObjectStore::view(const ObjectId& id) const {
  const std::int64_t now = file_clock_now();
  Fingerprint fingerprint;
  bool is_settled = true;
  const auto look = [&](const std::string& path) {
    struct stat info{};
    const FileStamp stamp = ::stat(path.c_str(), &info) == 0 ? FileStamp(info) : FileStamp();
    fingerprint.add(path, stamp);
    is_settled = is_settled && stamp.settled_before(now);
  };
  look(path(id));
  for (std::size_t prefix = 0; prefix < kPrefixCount; ++prefix) look(fmt::format("{}/{:02x}", root_, prefix));
  return {fingerprint.finish(), is_settled};
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
  const auto remove_if_old = [](const std::string& path) -> Status {
    const auto info = is_temporary_name(file_name(path)) ? lstat_path(path) : Result<struct stat>(does_not_exist(""));
    return info.ok() && FileStamp(*info).settled_before(file_clock_now() - kAge) ? remove_all(path) : Status();
  };
  for (const DirectoryEntry& prefix : *prefixes) {
    const std::string directory = fmt::format("{}/{}", root_, prefix.name);
    TRY(remove_if_old(directory));
    if (prefix.kind != EntryKind::kDirectory || prefix.name.size() != 2) continue;
    for (const DirectoryEntry& entry : TRY(list_directory(directory)))
      TRY(remove_if_old(join_path(directory, entry.name)));
  }
  return {};
}

Result<Md5> hash_path(const std::string& path) {
  const Fd fd = TRY(open_file(path, O_RDONLY));
  return hash_large_file(fd, path, nullptr);
}

}  // namespace cairn::data
