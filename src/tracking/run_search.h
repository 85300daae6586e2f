// Searching runs: a filter, an order, a page.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "db/database.h"
#include "tracking/types.h"

namespace cairn::tracking {

struct RunQuery {
  std::vector<std::string> experiment_ids;
  std::string filter;
  ViewType view = ViewType::kActiveOnly;
  std::int64_t max_results = 1000;
  std::vector<std::string> order_by;
  std::string page_token;
};

// The page's runs with all that is shown of them but model inputs, as in MLflow.
Result<Page<Run>> search_runs(db::Database& database, const RunQuery& query);

}  // namespace cairn::tracking
