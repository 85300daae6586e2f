// Searching experiments: a filter, an order, a page.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "db/database.h"
#include "tracking/types.h"

namespace cairn::tracking {

struct ExperimentQuery {
  ViewType view = ViewType::kActiveOnly;
  std::int64_t max_results = 0;
  std::string filter;
  std::vector<std::string> order_by;
  std::string page_token;
};

Result<Page<Experiment>> search_experiments(db::Database& database, const ExperimentQuery& query);

}  // namespace cairn::tracking
