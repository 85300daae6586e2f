#include "db/backup.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <sqlite3.h>
#include <unistd.h>

#include "db/schema.h"
#include "db/sole_use.h"
#include "db/sqlite_connection.h"
#include "db/upgrade_checks.h"
#include "db/upgrade_files.h"

namespace cairn::db {
namespace {

namespace fs = std::filesystem;

// 16 MiB at a time: often enough to show progress.
constexpr int kPagesAtOnce = 4096;

struct FinishBackup {
  void operator()(sqlite3_backup* backup) const { sqlite3_backup_finish(backup); }
};

// The open transaction keeps the source as it is at one moment; without it each write would start the copy anew.
Status copy_pages(SqliteConnection& from, SqliteConnection& to, const BackupProgress& progress) {
  TRY(from.execute("BEGIN"));
  {
    auto rows = TRY(from.query("SELECT COUNT(*) FROM sqlite_master"));
    TRY(rows.next());
  }
  std::unique_ptr<sqlite3_backup, FinishBackup> copy(sqlite3_backup_init(to.handle(), "main", from.handle(), "main"));
  for (int state = copy ? SQLITE_OK : SQLITE_ERROR; state != SQLITE_DONE;) {
    if (state == SQLITE_OK) state = sqlite3_backup_step(copy.get(), kPagesAtOnce);
    if (state != SQLITE_OK && state != SQLITE_DONE) {
      return Error(ErrorCode::kTemporarilyUnavailable,
                   fmt::format("Cannot copy the database: {}.", sqlite3_errstr(state)));
    }
    const int total = sqlite3_backup_pagecount(copy.get());
    progress(total - sqlite3_backup_remaining(copy.get()), total);
  }
  copy.reset();
  TRY(from.execute("COMMIT"));
  return {};
}

Status sync_path(const std::string& path) {
  const int opened = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = opened >= 0 && ::fsync(opened) == 0;
  const int why = errno;
  if (opened >= 0) ::close(opened);
  if (synced) return {};
  return Error(ErrorCode::kTemporarilyUnavailable,
               fmt::format("Cannot write '{}' to disk: {}.", path, std::strerror(why)));
}

Status copy_and_check(SqliteConnection& from, const std::string& to, const BackupProgress& progress) {
  auto copy = TRY(SqliteConnection::open(to, Access::kReadWrite));
  TRY(copy->script("PRAGMA journal_mode=OFF"));
  TRY(copy_pages(from, *copy, progress));
  // One file, whole without another beside it.
  TRY(copy->script("PRAGMA journal_mode=DELETE"));
  return check_integrity(*copy);
}

// A file that is removed unless it gets its final name.
class NewFile {
 public:
  explicit NewFile(std::string path) : path_(std::move(path)) { remove(); }
  ~NewFile() { remove(); }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  void remove() const {
    std::error_code ignored;
    for (const char* suffix : {"", "-journal", "-wal", "-shm"}) fs::remove(path_ + suffix, ignored);
  }
  std::string path_;
};

Status check_backup(SqliteConnection& backup, const std::string& path) {
  const auto whole = check_integrity(backup);
  if (!whole.ok()) {
    return Error(ErrorCode::kDataLoss, fmt::format("The backup '{}' is not whole: {}", path, whole.error().message()));
  }
  if (!TRY(has_table(backup, "alembic_version"))) {
    return invalid_parameter(fmt::format("'{}' is not a backup of cairn's or MLflow's database.", path));
  }
  return {};
}

}  // namespace

Result<std::int64_t> backup_sqlite(const std::string& path, const std::string& to, const BackupProgress& progress) {
  std::error_code missing;
  if (!fs::exists(path, missing)) return does_not_exist(fmt::format("There is no database file '{}'.", path));
  if (fs::exists(to, missing)) return already_exists(fmt::format("'{}' is there already. Name another file.", to));
  auto from = TRY(SqliteConnection::open(path, Access::kReadOnly));
  const NewFile partial(to + ".partial");
  TRY(copy_and_check(*from, partial.path(), progress));
  TRY(sync_path(partial.path()));
  if (::rename(partial.path().c_str(), to.c_str()) != 0) {
    return Error(ErrorCode::kPermissionDenied, fmt::format("Cannot make '{}': {}.", to, std::strerror(errno)));
  }
  TRY(sync_path(fs::absolute(to).parent_path()));
  return static_cast<std::int64_t>(fs::file_size(to, missing));
}

Result<Restored> restore_sqlite(const std::string& backup, const std::string& path, const BackupProgress& progress) {
  std::error_code missing;
  if (!fs::exists(backup, missing)) return does_not_exist(fmt::format("There is no backup '{}'.", backup));
  auto from = TRY(SqliteConnection::open(backup, Access::kReadOnly));
  TRY(check_backup(*from, backup));
  if (!fs::exists(path, missing)) {
    TRY(backup_sqlite(backup, path, progress));
    return Restored{};
  }
  const std::string file = TRY(replaceable_file(path));
  auto old = TRY(SqliteConnection::open(":memory:", Access::kReadWrite));
  TRY(old->script("PRAGMA busy_timeout=500"));
  TRY(old->execute("ATTACH ?1 AS old", file));
  TRY(take_sole_use(*old, "old", file));
  const ScratchFile scratch = TRY(ScratchFile::create(file + ".restoring", file));
  TRY(copy_and_check(*from, scratch.path(), progress));
  TRY(refuse_if_open_elsewhere(file));
  return Restored{TRY(swap_in(scratch.path(), file, file + ".before-restore"))};
}

}  // namespace cairn::db
