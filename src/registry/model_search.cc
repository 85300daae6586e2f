#include "registry/model_search.h"

#include <fmt/format.h>

#include "registry/reader.h"
#include "registry/search_conditions.h"
#include "search/page_token.h"

namespace cairn::registry {
namespace {

constexpr std::int64_t kMostModels = 1000;

std::string_view model_column(std::string_view attribute) {
  return attribute == "last_updated_timestamp" ? "last_updated_time" : "name";
}

constexpr Searched kModels = {"registered_models AS m", "m", "registered_model_tags", "m.name = {0}.name",
                              model_column};
const search::OrderBy kDefaultOrder[] = {{search::Entity::kAttribute, "name", true}};

}  // namespace

Result<Page<RegisteredModel>> search_registered_models(db::Database& database, const SearchQuery& query) {
  if (query.max_results < 0) {
    return invalid_parameter(
        fmt::format("Invalid value for max_results. It must not be negative, but got {}", query.max_results));
  }
  if (query.max_results > kMostModels) {
    return invalid_parameter(
        fmt::format("Invalid value for request parameter max_results. It must be at most {}, but got value {}",
                    kMostModels, query.max_results));
  }
  const auto clauses = TRY(search::parse_filter(search::kRegisteredModels, query.filter));
  const auto order = TRY(search::parse_order_by(search::kRegisteredModels, query.order_by));
  const std::int64_t offset = TRY(search::read_page_token(query.page_token));

  return database.read([&](db::Connection& connection) -> Result<Page<RegisteredModel>> {
    tracking::SqlBuilder sql;
    sql += fmt::format("SELECT {}{} ORDER BY {} LIMIT {} OFFSET {}", kModelColumns,
                       TRY(from_where(connection, sql, kModels, clauses)), order_terms(kModels, order, kDefaultOrder),
                       sql.bind(query.max_results + 1), sql.bind(offset));
    Page<RegisteredModel> page;
    {
      auto rows = TRY(sql.run(connection));
      while (TRY(rows.next())) page.items.push_back(read_model_row(rows));
    }
    if (static_cast<std::int64_t>(page.items.size()) > query.max_results) {
      page.items.pop_back();
      page.next_token = search::make_page_token(offset + query.max_results);
    }
    TRY(read_page_contents(connection, page.items));
    return page;
  });
}

}  // namespace cairn::registry
