// Searching registered models: a filter, an order, a page. Prompts are left out unless the filter asks for them.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "db/database.h"
#include "registry/types.h"

namespace cairn::registry {

struct SearchQuery {
  std::string filter;
  std::int64_t max_results = 0;
  std::vector<std::string> order_by;
  std::string page_token;
};

Result<Page<RegisteredModel>> search_registered_models(db::Database& database, const SearchQuery& query);

}  // namespace cairn::registry
