#include "db/upgrade_functions.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <sqlite3.h>

#include "core/utf8.h"
#include "db/upgrade_json.h"
#include "db/upgrade_values.h"

namespace cairn::db {
namespace {

constexpr std::string_view kSpanDimensions[] = {"mlflow.llm.model", "mlflow.llm.provider"};

// The text of an argument, or nothing if it is of another type.
std::optional<std::string_view> text_of(sqlite3_value* value) {
  if (sqlite3_value_type(value) != SQLITE_TEXT) return std::nullopt;
  const auto* data = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return std::string_view(data, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

void answer(sqlite3_context* context, std::string_view text) {
  sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}
void answer(sqlite3_context* context, std::optional<std::int64_t> number) {
  if (number) sqlite3_result_int64(context, *number);
}
void answer(sqlite3_context* context, std::optional<double> number) {
  if (number) sqlite3_result_double(context, *number);
}

void answer(sqlite3_context* context, const Json& json) {
  const auto& text = json.text;
  if (json.kind == Json::Kind::kString) {
    answer(context, text);
  } else if (json.kind == Json::Kind::kReal) {
    answer(context, finite_float(text));
  } else if (json.kind == Json::Kind::kInteger) {
    std::int64_t number = 0;
    const bool fits = std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc();
    if (fits) return answer(context, std::optional(number));
    answer(context, text);
  }
}

void json_member(sqlite3_context* context, int, sqlite3_value** arguments) {
  const auto text = text_of(arguments[0]);
  const auto name = text_of(arguments[1]);
  if (!text || !name) return;
  const auto json = parse_json(*text);
  if (!json) return;
  if (const Json* member = json->member(*name)) answer(context, *member);
}

void token_count_function(sqlite3_context* context, int, sqlite3_value** arguments) {
  switch (sqlite3_value_type(arguments[0])) {
    case SQLITE_INTEGER:
      return answer(context, std::optional(std::int64_t{sqlite3_value_int64(arguments[0])}));
    case SQLITE_FLOAT:
      return answer(context, token_count(sqlite3_value_double(arguments[0])));
    case SQLITE_TEXT:
      return answer(context, token_count(*text_of(arguments[0])));
    default:
      return;
  }
}

void finite_float_function(sqlite3_context* context, int, sqlite3_value** arguments) {
  switch (sqlite3_value_type(arguments[0])) {
    case SQLITE_INTEGER:
    case SQLITE_FLOAT: {
      const double number = sqlite3_value_double(arguments[0]);
      return answer(context, std::isfinite(number) ? std::optional(number) : std::nullopt);
    }
    case SQLITE_TEXT:
      return answer(context, finite_float(*text_of(arguments[0])));
    default:
      return;
  }
}

void first_characters(sqlite3_context* context, int, sqlite3_value** arguments) {
  const auto text = text_of(arguments[0]);
  const auto limit = static_cast<std::size_t>(std::max(sqlite3_value_int(arguments[1]), 0));
  if (text) answer(context, utf8_prefix(*text, limit));
}

void assessment_value(sqlite3_context* context, int, sqlite3_value** arguments) {
  if (const auto text = text_of(arguments[0])) answer(context, aggregate_assessment(*text).value);
}

void assessment_is_numeric(sqlite3_context* context, int, sqlite3_value** arguments) {
  const auto text = text_of(arguments[0]);
  sqlite3_result_int(context, text && aggregate_assessment(*text).is_numeric ? 1 : 0);
}

// Reads the column as MLflow does: a JSON text that holds an object, or a JSON text of it.
std::optional<Json> span_dimensions(std::string_view text) {
  auto json = parse_json(text);
  if (json && json->kind == Json::Kind::kString) json = parse_json(json->text);
  return json;
}

void span_dimension(sqlite3_context* context, int, sqlite3_value** arguments) {
  const auto text = text_of(arguments[0]);
  const auto name = text_of(arguments[1]);
  if (!text || !name) return;
  const auto json = span_dimensions(*text);
  const Json* member = json ? json->member(*name) : nullptr;
  if (member && member->kind == Json::Kind::kString) answer(context, member->text);
}

void span_dimension_problem(sqlite3_context* context, int, sqlite3_value** arguments) {
  if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) return;
  const auto json = span_dimensions(text_of(arguments[0]).value_or(""));
  if (!json) return answer(context, "malformed JSON");
  if (json->kind == Json::Kind::kNull) return;
  if (json->kind != Json::Kind::kObject) return answer(context, "not a JSON object");
  for (const Json& member : json->members) {
    const bool known = std::ranges::find(kSpanDimensions, member.name) != std::end(kSpanDimensions);
    const auto kind = json->member(member.name)->kind;
    if (known && (kind == Json::Kind::kString || kind == Json::Kind::kNull)) continue;
    return answer(context, fmt::format("a member '{}' that MLflow 3.17 has no column for", member.name));
  }
}

struct Function {
  const char* name;
  int arguments;
  void (*run)(sqlite3_context*, int, sqlite3_value**);
};
constexpr Function kFunctions[] = {
    {"json_member", 2, json_member},
    {"token_count", 1, token_count_function},
    {"finite_float", 1, finite_float_function},
    {"first_characters", 2, first_characters},
    {"assessment_value", 1, assessment_value},
    {"assessment_is_numeric", 1, assessment_is_numeric},
    {"span_dimension", 2, span_dimension},
    {"span_dimension_problem", 1, span_dimension_problem},
};

}  // namespace

Status add_upgrade_functions(SqliteConnection& connection) {
  for (const Function& function : kFunctions) {
    const int code = sqlite3_create_function_v2(connection.handle(), function.name, function.arguments,
                                                SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr, function.run, nullptr,
                                                nullptr, nullptr);
    if (code != SQLITE_OK) return internal_error(fmt::format("Cannot add {}() to SQLite.", function.name));
  }
  return {};
}

}  // namespace cairn::db
