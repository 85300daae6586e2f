#include "db/upgrade_copy.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <limits>

#include "db/schema.h"
#include "db/schema_sql.h"
#include "db/upgrade_catalog.h"
#include "db/upgrade_checks.h"

namespace cairn::db {
namespace {

constexpr std::int64_t kRowsAtOnce = 20'000;  // between two calls of the progress function

// How one table is copied: the new columns that are filled, and from what.
struct CopyPlan {
  std::vector<std::string> columns;  // quoted
  std::vector<std::string> expressions;
};

class Copier {
 public:
  Copier(Connection& connection, std::span<const Migration> pending, const UpgradeProgress& progress)
      : db_(connection), pending_(pending), progress_(progress) {}

  Result<Copied> run() {
    TRY(check_old_database(db_, pending_));
    TRY(db_.script(kMlflowSchemaSqlite));
    const auto mlflow_tables = TRY(table_names(db_, "main"));
    const auto old_tables = TRY(table_names(db_, "old"));
    const auto indexes = TRY(set_indexes_aside());
    TRY(create_extras(Extras::kTables));
    const auto new_tables = TRY(table_names(db_, "main"));
    for (const auto& table : new_tables) {
      if (contains(old_tables, table)) TRY(copy(table, contains(mlflow_tables, table)));
    }
    TRY(copy_sequences());
    TRY(run_steps());
    TRY(build_indexes(indexes));
    TRY(create_extras(Extras::kOthers));
    TRY(db_.execute("INSERT INTO main.alembic_version (version_num) VALUES (?1)", kMlflowHead));
    TRY(check_new_database());
    for (const auto& table : new_tables) copied_.tables.push_back({table, TRY(count_rows("main", table))});
    return std::move(copied_);
  }

 private:
  enum class Extras { kTables, kOthers };

  void report(std::string_view what, std::int64_t done, std::int64_t total) const {
    if (progress_) progress_(what, done, total);
  }

  Result<std::int64_t> count_rows(std::string_view schema, std::string_view table) {
    return select_number(db_, fmt::format("SELECT count(*) FROM {}.{}", schema, quoted_name(table)));
  }

  // Building an index over all rows takes a fraction of the time that keeping it up while they come takes.
  Result<Names> set_indexes_aside() {
    constexpr std::string_view kIndexes =
        "FROM main.sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY rowid";
    const auto names = TRY(select_texts(db_, fmt::format("SELECT name {}", kIndexes)));
    auto statements = TRY(select_texts(db_, fmt::format("SELECT sql {}", kIndexes)));
    for (const auto& name : names) TRY(db_.script(fmt::format("DROP INDEX main.{}", quoted_name(name))));
    return statements;
  }

  Status build_indexes(const Names& statements) {
    const auto total = static_cast<std::int64_t>(statements.size());
    std::int64_t done = 0;
    for (const auto& statement : statements) {
      report("indexes", done++, total);
      TRY(db_.script(statement));
    }
    report("indexes", done, total);
    return {};
  }

  // What the old database holds beyond MLflow's schema (the tables of its basic-auth app, an index that someone added)
  // comes along as it is.
  Status create_extras(Extras which) {
    const std::string extras = fmt::format(
        "FROM old.sqlite_master WHERE (type = 'table') = {} AND sql IS NOT NULL AND substr(name, 1, 7) <> 'sqlite_' "
        "AND name NOT IN (SELECT name FROM main.sqlite_master) ORDER BY rowid",
        which == Extras::kTables ? 1 : 0);
    const auto names = TRY(select_texts(db_, fmt::format("SELECT name {}", extras)));
    const auto statements = TRY(select_texts(db_, fmt::format("SELECT sql {}", extras)));
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (was_dropped(names[i])) continue;
      if (auto created = db_.script(statements[i]); !created.ok()) {
        return invalid_state(fmt::format(
            "'{}' is not MLflow's and does not fit its new schema: {}. Drop it, then run this command again.", names[i],
            created.error().message()));
      }
    }
    return {};
  }

  [[nodiscard]] bool was_dropped(std::string_view index) const {
    return std::ranges::any_of(pending_, [&](const Migration& migration) {
      return std::ranges::find(migration.dropped_indexes, index) != migration.dropped_indexes.end();
    });
  }

  [[nodiscard]] std::vector<MovedColumn> moved_columns(std::string_view table, const Names& old_columns) const {
    std::vector<MovedColumn> moved;
    for (const Migration& migration : pending_) {
      for (const MovedColumn& column : migration.moved_columns) {
        if (column.table == table && contains(old_columns, column.source)) moved.push_back(column);
      }
    }
    return moved;
  }

  Result<CopyPlan> plan(std::string_view table) {
    const auto old_columns = TRY(column_names(db_, "old", table));
    const auto new_columns = TRY(column_names(db_, "main", table));
    const auto moved = moved_columns(table, old_columns);
    CopyPlan plan;
    for (const MovedColumn& column : moved) {
      plan.columns.push_back(quoted_name(column.column));
      plan.expressions.emplace_back(column.expression);
    }
    for (const auto& column : old_columns) {
      const std::string name = quoted_name(column);
      if (contains(plan.columns, name)) continue;
      if (contains(new_columns, column)) {
        plan.columns.push_back(name);
        plan.expressions.push_back(name);
      } else if (std::ranges::find(moved, column, &MovedColumn::source) == moved.end()) {
        return invalid_state(
            fmt::format("The table '{}' has a column '{}' that MLflow's schema does not have. It would be lost: move "
                        "it into a table of your own, then run this command again.",
                        table, column));
      }
    }
    return plan;
  }

  // MLflow's tables may be huge and have rowids, so they go in portions; of others nothing is known.
  Status copy(std::string_view table, bool in_portions) {
    const CopyPlan how = TRY(plan(table));
    const std::string insert = fmt::format("INSERT INTO main.{0} ({1}) SELECT {2} FROM old.{0}", quoted_name(table),
                                           fmt::join(how.columns, ", "), fmt::join(how.expressions, ", "));
    const std::int64_t total = TRY(count_rows("old", table));
    report(table, 0, total);
    const std::int64_t done =
        TRY(in_portions ? copy_in_portions(table, insert, total) : copy_at_once(table, insert, total));
    if (done == total) return {};
    return Error(ErrorCode::kDataLoss,
                 fmt::format("Only {} of {} rows of '{}' could be read: the database is damaged.", done, total, table));
  }

  Result<std::int64_t> copy_at_once(std::string_view table, const std::string& insert, std::int64_t total) {
    const std::int64_t done = TRY(db_.execute(insert));
    report(table, done, total);
    return done;
  }

  Result<std::int64_t> copy_in_portions(std::string_view table, const std::string& insert, std::int64_t total) {
    const std::string find_end = fmt::format(
        "SELECT max(id) FROM (SELECT _rowid_ AS id FROM old.{} WHERE _rowid_ > ?1 ORDER BY _rowid_ LIMIT ?2)",
        quoted_name(table));
    const std::string portion = insert + " WHERE _rowid_ > ?1 AND _rowid_ <= ?2 ORDER BY _rowid_";
    std::int64_t done = 0;
    for (std::int64_t start = std::numeric_limits<std::int64_t>::min();;) {
      const auto end = TRY(end_of_portion(find_end, start));
      if (!end) return done;
      done += TRY(db_.execute(portion, start, *end));
      report(table, done, total);
      start = *end;
    }
  }

  Result<std::optional<std::int64_t>> end_of_portion(const std::string& find_end, std::int64_t start) {
    auto rows = TRY(db_.query(find_end, start, kRowsAtOnce));
    TRY(rows.next());
    return rows.maybe_int64(0);
  }

  // AUTOINCREMENT's memory of ids that are gone; the table is there only where some table uses it.
  Status copy_sequences() {
    constexpr std::string_view kIsThere = "SELECT count(*) FROM old.sqlite_master WHERE name = 'sqlite_sequence'";
    if (TRY(select_number(db_, kIsThere)) == 0) return {};
    return db_.script(
        "DELETE FROM main.sqlite_sequence;"
        "INSERT INTO main.sqlite_sequence SELECT * FROM old.sqlite_sequence");
  }

  Status run_steps() {
    for (const Migration& migration : pending_) {
      for (const Step& step : migration.steps) {
        const std::int64_t changed = TRY(db_.execute(step.sql));
        if (changed > 0 && !step.remark.empty()) copied_.remarks.push_back(fmt::format("{} {}", changed, step.remark));
      }
    }
    return {};
  }

  Status check_new_database() {
    report("checks", 0, 2);
    for (auto& remark : TRY(check_references(db_))) copied_.remarks.push_back(std::move(remark));
    report("checks", 1, 2);
    TRY(check_integrity(db_));
    report("checks", 2, 2);
    return {};
  }

  Connection& db_;
  std::span<const Migration> pending_;
  const UpgradeProgress& progress_;
  Copied copied_;
};

}  // namespace

Result<Copied> copy_database(Connection& connection, std::span<const Migration> pending,
                             const UpgradeProgress& progress) {
  TRY(connection.execute("BEGIN"));
  auto copied = TRY(Copier(connection, pending, progress).run());
  TRY(connection.execute("COMMIT"));
  return copied;
}

}  // namespace cairn::db
