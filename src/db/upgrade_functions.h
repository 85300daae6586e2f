// The SQL functions that the migrations' statements call (upgrade_migrations.cc). All answer NULL where Python gets
// None, and for NULL.
//
//   json_member(json, name)          a scalar member of a JSON object: a number or a text
//   token_count(value)               a whole number, or NULL
//   finite_float(value)              a finite number, or NULL
//   first_characters(text, limit)
//   assessment_value(value)          the number that an assessment counts as
//   assessment_is_numeric(value)     1 or 0
//   span_dimension(json, name)       a text member of spans.dimension_attributes
//   span_dimension_problem(json)     what stands in the way of reading that column, or NULL
#pragma once

#include "db/sqlite_connection.h"

namespace cairn::db {

Status add_upgrade_functions(SqliteConnection& connection);

}  // namespace cairn::db
