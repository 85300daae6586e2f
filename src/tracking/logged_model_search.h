// Searching logged models: a filter, datasets, an order, a page.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "db/database.h"
#include "search/logged_model_order.h"
#include "tracking/logged_model.h"
#include "tracking/logged_model_reader.h"

namespace cairn::tracking {

// Stands for the points that were measured on it. Without a digest: for those that name a dataset and no digest.
struct DatasetChoice {
  std::string name;
  std::string digest;
};

struct LoggedModelQuery {
  search::LoggedModelQuestion question;
  // If any: conditions on metrics look at points on one of these only, and a model without such a point is not found.
  std::vector<DatasetChoice> datasets;
  std::int64_t max_results = 0;
  std::string page_token;
  ModelMetrics metrics = ModelMetrics::kAll;
};

// The page's models with all that is shown of them; never a deleted one.
Result<Page<LoggedModel>> search_logged_models(db::Database& database, const LoggedModelQuery& query);

}  // namespace cairn::tracking
