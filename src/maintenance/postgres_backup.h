// Backups of a PostgreSQL database, by PostgreSQL's own programs pg_dump and pg_restore: one file in their custom form,
// which they and others read. The password goes to them through the environment, where no list of processes shows it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "core/result.h"

namespace cairn::maintenance {

using BackupSize = std::function<void(std::uint64_t bytes)>;  // written so far; called by the caller's thread

// The database as it is at one moment, while others read and write. The file is read through again, and shows under its
// name when it is whole. Its size in bytes.
Result<std::int64_t> backup_postgres(const std::string& uri, const std::string& to, const BackupSize& progress);

// Puts a backup in the place of the database's tables, all at once or not at all. Before that it is read through, and
// the tables that are there are kept in a backup of their own beside the file; its name, empty if there were none.
// Refuses while others are connected.
Result<std::string> restore_postgres(const std::string& backup, const std::string& uri, const BackupSize& progress);

}  // namespace cairn::maintenance
