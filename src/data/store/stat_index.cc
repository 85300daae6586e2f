#include "data/store/stat_index.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <optional>

#include "data/files/fd.h"
#include "data/files/paths.h"

namespace cairn::data {

struct StatIndex::Known {
  std::string name;
  FileStamp stamp;
  Md5 md5;
};

namespace {

constexpr const char* kSchema =
    "PRAGMA synchronous=OFF;"
    "CREATE TABLE IF NOT EXISTS directories(path TEXT PRIMARY KEY, files BLOB NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS seen(place TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, object TEXT NOT NULL) "
    "WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS placed(path TEXT PRIMARY KEY, object TEXT NOT NULL) WITHOUT ROWID;";

void put_number(std::uint64_t number, std::string& out) {
  for (int shift = 0; shift < 64; shift += 8) out += static_cast<char>(number >> shift);
}

// Takes fixed-size pieces off the front of a blob; nothing once it is too short.
class BlobReader {
 public:
  explicit BlobReader(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] bool at_end() const { return bytes_.empty(); }
  std::optional<std::string_view> take(std::size_t size) {
    if (size > bytes_.size()) return std::nullopt;
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }
  std::optional<std::uint64_t> take_number() {
    const auto bytes = take(8);
    if (!bytes) return std::nullopt;
    std::uint64_t number = 0;
    for (std::size_t i = 8; i > 0; --i) number = number << 8 | static_cast<unsigned char>((*bytes)[i - 1]);
    return number;
  }

 private:
  std::string_view bytes_;
};

template <class Known>
std::string write_blob(const std::vector<Known>& files) {
  std::string blob;
  for (const Known& file : files) {
    put_number(file.name.size(), blob);
    blob += file.name;
    put_number(file.stamp.inode, blob);
    put_number(file.stamp.size, blob);
    put_number(static_cast<std::uint64_t>(file.stamp.mtime), blob);
    put_number(static_cast<std::uint64_t>(file.stamp.ctime), blob);
    blob.append(reinterpret_cast<const char*>(file.md5.bytes().data()), Md5::kSize);
  }
  const Md5 check = md5_of(blob);
  return blob.append(reinterpret_cast<const char*>(check.bytes().data()), Md5::kSize);
}

Md5 md5_from(std::string_view bytes) {
  std::array<std::uint8_t, Md5::kSize> raw{};
  std::memcpy(raw.data(), bytes.data(), raw.size());
  return Md5(raw);
}

template <class Known>
std::vector<Known> read_blob(std::string_view blob) {
  std::vector<Known> files;
  if (blob.size() < Md5::kSize) return files;
  const std::string_view content = blob.substr(0, blob.size() - Md5::kSize);
  if (md5_of(content) != md5_from(blob.substr(content.size()))) return files;
  BlobReader reader(content);
  while (!reader.at_end()) {
    const auto size = reader.take_number();
    const auto name = size ? reader.take(*size) : std::nullopt;
    const auto inode = reader.take_number(), length = reader.take_number(), mtime = reader.take_number(),
               ctime = reader.take_number();
    const auto md5 = reader.take(Md5::kSize);
    if (!name || !md5) return {};
    FileStamp stamp;
    stamp.inode = *inode;
    stamp.size = *length;
    stamp.mtime = static_cast<std::int64_t>(*mtime);
    stamp.ctime = static_cast<std::int64_t>(*ctime);
    files.push_back({std::string(*name), stamp, md5_from(*md5)});
  }
  return files;
}

// The files of each directory, by its absolute path.
template <class File>
std::map<std::string, std::vector<File*>> by_directory(const std::string& base, std::span<File> files) {
  std::map<std::string, std::vector<File*>> groups;
  std::vector<File*>* last = nullptr;
  std::string_view last_directory;
  for (File& file : files) {
    const std::string_view directory = parent_of(file.path);
    if (!last || directory != last_directory) last = &groups[directory.empty() ? base : join_path(base, directory)];
    last_directory = directory;
    last->push_back(&file);
  }
  return groups;
}

}  // namespace

Result<StatIndex> StatIndex::open(const std::string& path) {
  for (const bool anew : {false, true}) {
    if (anew)
      for (const char* suffix : {"", "-wal", "-shm"}) TRY(remove_all(path + suffix));
    auto database = db::SqliteConnection::open(path, db::Access::kReadWrite);
    if (!database.ok()) continue;
    if ((*database)->script(kSchema).ok()) return StatIndex(*std::move(database));
  }
  return internal_error("The index '" + path + "' can't be opened.");
}

Result<StatIndex::Directory> StatIndex::read(const std::string& directory) {
  auto rows = TRY(database_->query("SELECT files FROM directories WHERE path = ?1", directory));
  if (!TRY(rows.next())) return Directory();
  const db::Blob blob = rows.blob(0);
  return read_blob<Known>({reinterpret_cast<const char*>(blob.data()), blob.size()});
}

Status StatIndex::write(const std::string& directory, const Directory& known) {
  const std::string blob = write_blob(known);
  TRY(database_->execute("INSERT OR REPLACE INTO directories VALUES(?1, ?2)", directory,
                         db::Blob(std::as_bytes(std::span(blob)))));
  return {};
}

Status StatIndex::look_up(const std::string& directory, std::span<TreeFile> files) {
  for (auto& [path, group] : by_directory(directory, files)) {
    const Directory known = TRY(read(path));
    if (known.empty()) continue;
    for (TreeFile* file : group) {
      const auto found = std::ranges::lower_bound(known, file_name(file->path), {}, &Known::name);
      if (found == known.end() || found->name != file_name(file->path) || found->stamp != file->stamp) continue;
      file->md5 = found->md5;
      file->hash = HashState::kRemembered;
    }
  }
  return {};
}

Status StatIndex::remember(const std::string& directory, std::span<const TreeFile> files, Coverage coverage) {
  TRY(database_->execute("BEGIN IMMEDIATE"));
  for (const auto& [path, group] : by_directory(directory, files)) {
    const bool is_new =
        std::ranges::any_of(group, [](HashState state) { return state != HashState::kRemembered; }, &TreeFile::hash);
    if (!is_new) continue;
    Directory known;
    if (coverage == Coverage::kSomeFiles) known = TRY(read(path));
    std::map<std::string_view, const TreeFile*> fresh;
    for (const TreeFile* file : group) fresh[file_name(file->path)] = file;
    std::erase_if(known, [&fresh](const Known& entry) { return fresh.contains(entry.name); });
    for (const auto& [name, file] : fresh)
      if (is_settled(file->hash)) known.push_back({std::string(name), file->stamp, file->md5});
    std::ranges::sort(known, {}, &Known::name);
    TRY(write(path, known));
  }
  TRY(database_->execute("COMMIT"));
  return {};
}

Result<std::optional<ObjectId>> StatIndex::seen(const std::string& place, const Md5& fingerprint) {
  auto rows =
      TRY(database_->query("SELECT object FROM seen WHERE place = ?1 AND fingerprint = ?2", place, fingerprint.hex()));
  if (!TRY(rows.next())) return std::optional<ObjectId>();
  return ObjectId::parse(rows.text(0));
}

Status StatIndex::note_seen(const std::string& place, const Md5& fingerprint, const ObjectId& object) {
  TRY(database_->execute("INSERT OR REPLACE INTO seen VALUES(?1, ?2, ?3)", place, fingerprint.hex(), object.text()));
  return {};
}

Result<std::vector<std::pair<std::string, std::string>>> StatIndex::placed() {
  std::vector<std::pair<std::string, std::string>> found;
  auto rows = TRY(database_->query("SELECT path, object FROM placed ORDER BY path"));
  while (TRY(rows.next())) found.emplace_back(rows.text(0), rows.text(1));
  return found;
}

Status StatIndex::note_placed(const std::string& path, const std::string& object) {
  TRY(database_->execute("INSERT OR REPLACE INTO placed VALUES(?1, ?2)", path, object));
  return {};
}

Status StatIndex::forget_placed(const std::string& path) {
  TRY(database_->execute("DELETE FROM placed WHERE path = ?1", path));
  return {};
}

}  // namespace cairn::data
