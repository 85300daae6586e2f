#include "registry/version_search.h"

#include <fmt/format.h>

#include "registry/reader.h"
#include "registry/search_conditions.h"
#include "registry/validation.h"
#include "search/page_token.h"

namespace cairn::registry {
namespace {

using search::Entity;
using search::OrderBy;

constexpr std::int64_t kMostVersions = 200'000;

struct AttributeColumn {
  std::string_view attribute;
  std::string_view column;
};
constexpr AttributeColumn kColumns[] = {
    {"name", "name"},          {"version_number", "version"},           {"run_id", "run_id"},
    {"source_path", "source"}, {"creation_timestamp", "creation_time"}, {"last_updated_timestamp", "last_updated_time"},
};

std::string_view version_column(std::string_view attribute) {
  for (const AttributeColumn& each : kColumns) {
    if (each.attribute == attribute) return each.column;
  }
  return "NULL";
}

constexpr Searched kVersions = {
    "model_versions AS v", "v",      "model_version_tags",         "v.name = {0}.name AND v.version = {0}.version",
    version_column,        "run_id", "cairn_model_versions_by_run"};
const OrderBy kNewestChange[] = {{Entity::kAttribute, "last_updated_timestamp", false}};
const OrderBy kTies[] = {{Entity::kAttribute, "name", true}, {Entity::kAttribute, "version_number", false}};

Status check_max_results(std::int64_t max_results) {
  if (max_results < 1) {
    return invalid_parameter(
        fmt::format("Invalid value for max_results. It must be a positive integer, but got {}", max_results));
  }
  if (max_results > kMostVersions) {
    return invalid_parameter(
        fmt::format("Invalid value for request parameter max_results. It must be at most {}, but got value {}",
                    kMostVersions, max_results));
  }
  return {};
}

// The page of what `found` (FROM ... WHERE ...) finds. SQLite finds it first, in an index alone where one has all that
// the filter and the order look at. PostgreSQL sorts whole rows as quickly, and before it has statistics it joins the
// two steps by comparing every row with every other.
std::string page_of(std::string_view found, std::string_view order, std::string_view window, db::Engine engine) {
  if (engine == db::Engine::kPostgres)
    return fmt::format("SELECT {}{} ORDER BY {} {}", kVersionColumns, found, order, window);
  return fmt::format(
      "SELECT {} FROM (SELECT v.rowid AS id{} ORDER BY {} {}) AS page CROSS JOIN model_versions AS v "
      "WHERE v.rowid = page.id ORDER BY {}",
      kVersionColumns, found, order, window, order);
}

}  // namespace

Result<Page<ModelVersion>> search_model_versions(db::Database& database, const SearchQuery& query) {
  TRY(check_max_results(query.max_results));
  const auto clauses = TRY(search::parse_filter(search::kModelVersions, query.filter));
  const auto order = TRY(search::parse_order_by(search::kModelVersions, query.order_by));
  const std::int64_t offset = TRY(search::read_page_token(query.page_token));

  const auto by = order.empty() ? std::span(kNewestChange) : std::span<const OrderBy>(order);
  return database.read([&](db::Connection& connection) -> Result<Page<ModelVersion>> {
    tracking::SqlBuilder sql;
    std::string found = TRY(from_where(connection, sql, kVersions, clauses));
    found += fmt::format(" AND v.current_stage != '{}'", kStageDeleted);
    const std::string window = fmt::format("LIMIT {} OFFSET {}", sql.bind(query.max_results + 1), sql.bind(offset));
    sql += page_of(found, order_terms(kVersions, by, kTies), window, connection.dialect().engine);
    Page<ModelVersion> page;
    {
      auto rows = TRY(sql.run(connection));
      while (TRY(rows.next())) page.items.push_back(read_version_row(rows));
    }
    if (static_cast<std::int64_t>(page.items.size()) > query.max_results) {
      page.items.pop_back();
      page.next_token = search::make_page_token(offset + query.max_results);
    }
    TRY(read_version_tags(connection, page.items));
    return page;
  });
}

}  // namespace cairn::registry
