#include "tracking/datasets.h"

#include <algorithm>

#include "tracking/validation.h"

namespace cairn::tracking {

Result<std::vector<DatasetSummary>> summarise_datasets(db::Database& database,
                                                       const std::vector<std::string>& experiment_ids) {
  constexpr std::size_t kMostSummaries = 1000;
  std::vector<std::int64_t> ids;
  for (const std::string& text : experiment_ids) {
    const std::int64_t id = TRY(parse_experiment_id(text));
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  }
  return database.read([&](db::Connection& connection) -> Result<std::vector<DatasetSummary>> {
    std::vector<DatasetSummary> summaries;
    for (const std::int64_t id : ids) {
      auto rows = TRY(connection.query(
          "SELECT DISTINCT d.name, d.digest, t.value FROM datasets AS d "
          "JOIN inputs AS i ON i.source_type = 'DATASET' AND i.source_id = d.dataset_uuid "
          "LEFT JOIN input_tags AS t ON t.input_uuid = i.input_uuid AND t.name = 'mlflow.data.context' "
          "WHERE d.experiment_id = ?1",
          id));
      while (summaries.size() < kMostSummaries && TRY(rows.next())) {
        summaries.push_back({std::to_string(id), rows.string(0), rows.string(1), rows.maybe_string(2)});
      }
    }
    return summaries;
  });
}

}  // namespace cairn::tracking
