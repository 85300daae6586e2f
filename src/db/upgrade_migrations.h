// What each of MLflow's migrations, from 2.9's head to ours, does to the rows of a SQLite database.
//
// New tables, columns, types, defaults, constraints and indexes are not listed: the new file has the head's schema, and
// a column that the old database lacks gets its default.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace cairn::db {

// A column of the new file that is filled from another of the old (where it has that one).
struct MovedColumn {
  std::string_view table;
  std::string_view column;
  std::string_view source;      // a column of the same table in the old database
  std::string_view expression;  // in terms of the old table's columns
};

// What must be true of the old database, where it has that column. The query selects what is wrong, if anything is.
struct Requirement {
  std::string_view table;
  std::string_view column;
  std::string_view problem;
};

// A statement that is run on the new file once all rows are copied.
struct Step {
  std::string sql;
  std::string_view remark = {};  // for the user, after the number of rows that were changed
};

struct Migration {
  std::string_view revision;
  std::string_view release;  // the first MLflow that has it
  std::vector<std::string_view> new_tables = {};
  std::vector<std::string_view> dropped_indexes = {};
  std::vector<Requirement> requirements = {};
  std::vector<MovedColumn> moved_columns = {};
  std::vector<Step> steps = {};
};

// All of them, oldest first: the first stands for everything up to MLflow 2.9, the last is kMlflowHead.
const std::vector<Migration>& known_migrations();

// Those that a database at this revision still needs; an error that says what to do if it is not one of ours.
Result<std::span<const Migration>> migrations_after(std::string_view revision);

}  // namespace cairn::db
