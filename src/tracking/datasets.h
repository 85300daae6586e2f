// The datasets that an experiment's runs read.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "db/database.h"
#include "tracking/types.h"

namespace cairn::tracking {

// One summary for each dataset and context in which a run of these experiments used it; at most a thousand.
Result<std::vector<DatasetSummary>> summarise_datasets(db::Database& database,
                                                       const std::vector<std::string>& experiment_ids);

}  // namespace cairn::tracking
