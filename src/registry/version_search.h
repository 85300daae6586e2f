// Searching model versions: a filter, an order, a page. Prompts are left out unless the filter asks for them.
#pragma once

#include "core/result.h"
#include "db/database.h"
#include "registry/model_search.h"
#include "registry/types.h"

namespace cairn::registry {

// Without their aliases, as in MLflow.
Result<Page<ModelVersion>> search_model_versions(db::Database& database, const SearchQuery& query);

}  // namespace cairn::registry
