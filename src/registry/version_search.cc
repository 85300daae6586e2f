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

constexpr std::int64_t kMostResults = 200'000;

struct AttributeColumn {
  std::string_view attribute;
  std::string_view column;
};
constexpr AttributeColumn kColumns[] = {
    {"name", "name"},          {"version_number", "version"},           {"run_id", "run_id"},
    {"source_path", "source"}, {"creation_timestamp", "creation_time"}, {"last_updated_timestamp", "last_updated_time"},
};

std::string_view column(std::string_view attribute) {
  for (const AttributeColumn& each : kColumns) {
    if (each.attribute == attribute) return each.column;
  }
  return "NULL";
}

constexpr Searched kVersions = {"v", "model_version_tags", "t.name = v.name AND t.version = v.version", column};
const OrderBy kNewestChange[] = {{Entity::kAttribute, "last_updated_timestamp", false}};
const OrderBy kTies[] = {{Entity::kAttribute, "name", true}, {Entity::kAttribute, "version_number", false}};

Status check_max_results(std::int64_t max_results) {
  if (max_results < 1) {
    return invalid_parameter(
        fmt::format("Invalid value for max_results. It must be a positive integer, but got {}", max_results));
  }
  if (max_results > kMostResults) {
    return invalid_parameter(
        fmt::format("Invalid value for request parameter max_results. It must be at most {}, but got value {}",
                    kMostResults, max_results));
  }
  return {};
}

}  // namespace

Result<Page<ModelVersion>> search_model_versions(db::Database& database, const SearchQuery& query) {
  TRY(check_max_results(query.max_results));
  const auto clauses = TRY(search::parse_filter(search::kModelVersions, query.filter));
  const auto order = TRY(search::parse_order_by(search::kModelVersions, query.order_by));
  const std::int64_t offset = TRY(search::read_page_token(query.page_token));

  tracking::SqlBuilder sql;
  sql += fmt::format("SELECT {} FROM model_versions AS v", kVersionColumns);
  sql += where(sql, kVersions, clauses);
  sql += fmt::format(" AND v.current_stage != '{}' ORDER BY {} LIMIT {} OFFSET {}", kStageDeleted,
                     order_terms(kVersions, order.empty() ? std::span(kNewestChange) : std::span(order), kTies),
                     sql.bind(query.max_results + 1), sql.bind(offset));

  return database.read([&](db::Connection& connection) -> Result<Page<ModelVersion>> {
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
