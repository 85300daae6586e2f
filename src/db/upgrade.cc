#include "db/upgrade.h"

#include <fmt/format.h>

#include "db/schema.h"
#include "db/sole_use.h"
#include "db/sqlite_connection.h"
#include "db/upgrade_files.h"
#include "db/upgrade_functions.h"
#include "db/upgrade_migrations.h"

namespace cairn::db {
namespace {

// The new file is worthless until it is whole, so it needs no journal. Its sorter may need more than memory has.
constexpr std::string_view kBuildSettings =
    "PRAGMA journal_mode=OFF;"
    "PRAGMA synchronous=OFF;"
    "PRAGMA foreign_keys=OFF;"
    "PRAGMA temp_store=DEFAULT;"
    "PRAGMA cache_size=-65536;";

Status attach_old(SqliteConnection& connection, const std::string& path) {
  // Whoever has the database now is not about to finish: no use in waiting.
  TRY(connection.script("PRAGMA busy_timeout=500"));
  TRY(connection.execute("ATTACH ?1 AS old", path));
  return {};
}

// The old database, with SQLite's own lock on it while this lives.
class OldDatabase {
 public:
  static Result<OldDatabase> open(std::string path) {
    auto connection = TRY(SqliteConnection::open(":memory:", Access::kReadWrite));
    if (auto attached = attach_old(*connection, path); !attached.ok()) {
      return Error(attached.error().code(), fmt::format("Cannot read '{}': {}.", path, attached.error().message()));
    }
    return OldDatabase(std::move(path), std::move(connection));
  }

  Result<std::string> revision() {
    auto table = TRY(connection_->query("SELECT 1 FROM old.sqlite_master WHERE name = 'alembic_version'"));
    if (!TRY(table.next())) {
      return invalid_state(
          fmt::format("'{}' was not made by MLflow or cairn: it has no table alembic_version.", path_));
    }
    auto rows = TRY(connection_->query("SELECT version_num FROM old.alembic_version"));
    std::string revision = TRY(rows.next()) ? rows.string(0) : "";
    if (revision.empty() || TRY(rows.next())) {
      return invalid_state(fmt::format(
          "'{}' must be at one schema version, but its table alembic_version does not hold one row.", path_));
    }
    return revision;
  }

  Status lock() { return take_sole_use(*connection_, "old", path_); }

 private:
  OldDatabase(std::string path, std::unique_ptr<SqliteConnection> connection)
      : path_(std::move(path)), connection_(std::move(connection)) {}

  std::string path_;
  std::unique_ptr<SqliteConnection> connection_;
};

Result<Copied> build(const std::string& new_path, const std::string& old_path, std::span<const Migration> pending,
                     const UpgradeProgress& progress) {
  auto connection = TRY(SqliteConnection::open(new_path, Access::kReadWrite));
  TRY(connection->script(kBuildSettings));
  TRY(add_upgrade_functions(*connection));
  TRY(attach_old(*connection, old_path));
  return copy_database(*connection, pending, progress);
}

}  // namespace

Result<UpgradeReport> upgrade_sqlite(const std::string& path, const UpgradeProgress& progress) {
  const std::string file = TRY(replaceable_file(path));
  OldDatabase old = TRY(OldDatabase::open(file));
  UpgradeReport report;
  report.from = TRY(old.revision());
  const auto pending = TRY(migrations_after(report.from));
  report.release = known_migrations()[known_migrations().size() - pending.size() - 1].release;
  if (pending.empty()) return report;

  TRY(old.lock());
  if (TRY(old.revision()) != report.from) {
    return invalid_state(fmt::format("Something else has just upgraded '{}'.", file));
  }
  TRY(require_space(file));
  const ScratchFile scratch = TRY(ScratchFile::create(file + ".upgrading", file));
  Copied copied = TRY(build(scratch.path(), file, pending, progress));
  TRY(refuse_if_open_elsewhere(file));
  report.kept = TRY(swap_in(scratch.path(), file, fmt::format("{}.before-{}", file, report.from)));
  report.tables = std::move(copied.tables);
  report.remarks = std::move(copied.remarks);
  return report;
}

}  // namespace cairn::db
