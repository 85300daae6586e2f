#include "tracking/experiment_activity.h"

#include "tracking/validation.h"

namespace cairn::tracking {
namespace {

// NULLs are skipped by max(), so that a run without an end does not hide the others'.
constexpr std::string_view kSelect =
    "SELECT count(*), count(CASE WHEN status = 'RUNNING' THEN 1 END), max(start_time), max(end_time) FROM runs "
    "WHERE experiment_id = ?1 AND lifecycle_stage = 'active'";

}  // namespace

Result<std::vector<ExperimentActivity>> experiment_activity(db::Database& database,
                                                            std::span<const std::string> experiment_ids) {
  return database.read([&](db::Connection& connection) -> Result<std::vector<ExperimentActivity>> {
    std::vector<ExperimentActivity> found;
    for (const std::string& id : experiment_ids) {
      auto rows = TRY(connection.query(kSelect, TRY(parse_experiment_id(id))));
      TRY(rows.next());
      found.push_back({id, rows.int64(0), rows.int64(1), std::max(rows.maybe_int64(2), rows.maybe_int64(3))});
    }
    return found;
  });
}

}  // namespace cairn::tracking
