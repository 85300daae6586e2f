#include "db/upgrade_checks.h"

#include <fmt/format.h>
#include <map>
#include <utility>

#include "db/upgrade_catalog.h"

namespace cairn::db {
namespace {

Status check_no_leftovers(const Names& tables) {
  for (const auto& table : tables) {
    if (!table.starts_with("_alembic_tmp_")) continue;
    return invalid_state(
        fmt::format("The database has a table '{}': an earlier `mlflow db upgrade` was interrupted. Restore the copy "
                    "that was made before it, or drop that table if you are sure that the table it was to replace is "
                    "whole.",
                    table));
  }
  return {};
}

Status check_tables(const Names& tables, std::span<const Migration> applied) {
  for (const Migration& migration : applied) {
    for (const auto table : migration.new_tables) {
      if (contains(tables, table)) continue;
      return invalid_state(fmt::format("The database lacks the table '{}', so it is not whole.", table));
    }
  }
  return {};
}

Status check_requirement(Connection& connection, const Requirement& requirement) {
  if (!contains(TRY(column_names(connection, "old", requirement.table)), requirement.column)) return {};
  auto rows = TRY(connection.query(requirement.problem));
  if (!TRY(rows.next())) return {};
  return invalid_state(fmt::format("The database cannot be upgraded before this is mended: {}.", rows.text(0)));
}

// By (table, the table that it refers to): how many rows refer to nothing.
using Orphans = std::map<std::pair<std::string, std::string>, std::int64_t>;

Result<Orphans> find_orphans(Connection& connection, std::string_view schema) {
  Orphans found;
  auto rows = TRY(connection.query(fmt::format("PRAGMA {}.foreign_key_check", schema)));
  while (TRY(rows.next())) ++found[{rows.string(0), rows.string(2)}];
  return found;
}

}  // namespace

Status check_old_database(Connection& connection, std::span<const Migration> pending) {
  const auto tables = TRY(table_names(connection, "old"));
  const std::span all(known_migrations());
  TRY(check_no_leftovers(tables));
  TRY(check_tables(tables, all.first(all.size() - pending.size())));
  for (const Migration& migration : pending) {
    for (const Requirement& requirement : migration.requirements) TRY(check_requirement(connection, requirement));
  }
  return {};
}

Result<std::vector<std::string>> check_references(Connection& connection) {
  std::vector<std::string> remarks;
  const Orphans after = TRY(find_orphans(connection, "main"));
  if (after.empty()) return remarks;
  Orphans before = TRY(find_orphans(connection, "old"));
  for (const auto& [tables, count] : after) {
    const auto& [table, parent] = tables;
    if (count > before[tables]) {
      return Error(ErrorCode::kDataLoss,
                   fmt::format("{} rows of '{}' lost the rows of '{}' that they refer to.", count, table, parent));
    }
    remarks.push_back(
        fmt::format("{} rows of '{}' refer to rows of '{}' that do not exist, as before.", count, table, parent));
  }
  return remarks;
}

Status check_integrity(Connection& connection) {
  auto rows = TRY(connection.query("PRAGMA main.integrity_check(1)"));
  TRY(rows.next());
  if (rows.text(0) == "ok") return {};
  return Error(ErrorCode::kDataLoss, fmt::format("The new database is not sound: {}.", rows.text(0)));
}

}  // namespace cairn::db
