// Backups of a SQLite database, and putting one back. PostgreSQL has pg_dump for this.
#pragma once

#include <functional>
#include <string>

#include "core/result.h"

namespace cairn::db {

using BackupProgress = std::function<void(std::int64_t pages_done, std::int64_t pages_total)>;

// Writes the database, as it is at one moment, to a new file, while others read and write. The file is checked, synced,
// and shows under its name when it is whole. Its size in bytes.
Result<std::int64_t> backup_sqlite(const std::string& path, const std::string& to, const BackupProgress& progress);

struct Restored {
  std::string kept;  // where the database that was replaced is now; empty if there was none
};

// Puts a backup in the place of the database `path`, which nothing may use meanwhile. The backup is checked before.
Result<Restored> restore_sqlite(const std::string& backup, const std::string& path, const BackupProgress& progress);

}  // namespace cairn::db
