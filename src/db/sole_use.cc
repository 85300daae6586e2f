#include "db/sole_use.h"

#include <fmt/format.h>

#include "db/upgrade_files.h"

namespace cairn::db {

Status take_sole_use(Connection& connection, std::string_view schema, const std::string& path) {
  TRY(refuse_if_open_elsewhere(path));
  // Leaving WAL mode folds the log into the file and removes it, which works only for the database's sole user. The
  // exclusive lock shows that nobody is reading; what is held after it still lets the copying connection read.
  const std::string leave_wal = fmt::format("PRAGMA {}.journal_mode=DELETE", schema);
  for (const char* step : {leave_wal.c_str(), "BEGIN EXCLUSIVE", "COMMIT", "BEGIN IMMEDIATE"}) {
    if (auto done = connection.script(step); !done.ok()) {
      return invalid_state(
          fmt::format("Cannot have '{}' alone: {}. Stop everything that uses it, then run this command again.", path,
                      done.error().message()));
    }
  }
  return {};
}

}  // namespace cairn::db
