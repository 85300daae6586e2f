#include "tracking/run_reader.h"

#include <cmath>
#include <functional>
#include <limits>
#include <unordered_map>

#include "core/json_text.h"
#include "tracking/runs.h"

namespace cairn::tracking {
namespace {

using ByRunId = std::unordered_map<std::string_view, Run*>;

// The run ids as one JSON array parameter, so that one prepared statement serves any number of runs.
std::string id_list(std::span<Run> runs) {
  return json_strings(runs, [](const Run& run) -> const std::string& { return run.info.run_id; });
}

// A statement with the run ids, whose rows begin with one of them, and what is done with a row of a run.
struct Contents {
  std::string_view sql;
  std::function<void(Run& run, const db::Rows& row)> take;
};

void take_latest_metric(Run& run, const db::Rows& row) {
  const double value = row.boolean(3) ? std::numeric_limits<double>::quiet_NaN() : row.real(2);
  run.data.metrics.push_back({row.string(1), value, row.int64(4), row.int64(5)});
}

void take_run_param(Run& run, const db::Rows& row) { run.data.params.push_back({row.string(1), row.string(2)}); }

void take_run_tag(Run& run, const db::Rows& row) { run.data.tags.push_back({row.string(1), row.string(2)}); }

// A row for each tag of an input, or one with none.
class TakeDatasetInput {
 public:
  void operator()(Run& run, const db::Rows& row) {
    auto& inputs = run.inputs.dataset_inputs;
    if (inputs.empty() || row.text(1) != last_input_) {
      last_input_ = row.string(1);
      inputs.push_back(
          {{}, {row.string(2), row.string(3), row.string(4), row.string(5), row.maybe_string(6), row.maybe_string(7)}});
    }
    if (!row.is_null(8)) inputs.back().tags.push_back({row.string(8), row.string(9)});
  }

 private:
  std::string last_input_;
};

void take_model_output(Run& run, const db::Rows& row) {
  run.outputs->model_outputs.push_back({row.string(1), row.int64(2)});
}

void take_model_input(Run& run, const db::Rows& row) { run.inputs.model_inputs.push_back({row.string(1)}); }

std::vector<Contents> contents_of(ModelInputs model_inputs) {
  std::vector<Contents> parts = {
      {"SELECT m.run_uuid, m.key, m.value, m.is_nan, m.timestamp, m.step FROM latest_metrics AS m "
       "WHERE m.run_uuid IN (SELECT value FROM json_each(?1))",
       take_latest_metric},
      {"SELECT p.run_uuid, p.key, p.value FROM params AS p "
       "WHERE p.run_uuid IN (SELECT value FROM json_each(?1))",
       take_run_param},
      {"SELECT t.run_uuid, t.key, t.value FROM tags AS t "
       "WHERE t.run_uuid IN (SELECT value FROM json_each(?1))",
       take_run_tag},
      {"SELECT i.destination_id, i.input_uuid, d.name, d.digest, d.dataset_source_type, d.dataset_source, "
       "d.dataset_schema, d.dataset_profile, t.name, t.value FROM inputs AS i "
       "CROSS JOIN datasets AS d LEFT JOIN input_tags AS t ON t.input_uuid = i.input_uuid "
       "WHERE i.destination_type = 'RUN' AND i.destination_id IN (SELECT value FROM json_each(?1)) "
       "AND i.source_type = 'DATASET' AND d.dataset_uuid = i.source_id "
       "ORDER BY i.rowid/*pg input_uuid */, t.rowid/*pg name */",
       TakeDatasetInput()},
      {"SELECT i.source_id, i.destination_id, i.step FROM inputs AS i "
       "WHERE i.source_type = 'RUN_OUTPUT' AND i.source_id IN (SELECT value FROM json_each(?1)) "
       "AND i.destination_type = 'MODEL_OUTPUT' /*pg ORDER BY i.input_uuid */",
       take_model_output},
  };
  if (model_inputs == ModelInputs::kLeave) return parts;
  parts.push_back(
      {"SELECT i.source_id, i.destination_id FROM inputs AS i "
       "WHERE i.source_type = 'RUN_INPUT' AND i.source_id IN (SELECT value FROM json_each(?1)) "
       "AND i.destination_type = 'MODEL_INPUT' /*pg ORDER BY i.input_uuid */",
       take_model_input});
  return parts;
}

Status take_contents(db::Rows rows, const ByRunId& runs, const Contents& part) {
  Run* current = nullptr;
  while (TRY(rows.next())) {
    const std::string_view run_id = rows.text(0);
    if (!current || current->info.run_id != run_id) {
      const auto found = runs.find(run_id);
      if (found == runs.end()) continue;
      current = found->second;
    }
    part.take(*current, rows);
  }
  return {};
}

}  // namespace

RunInfo read_run_info(const db::Rows& row, int first) {
  RunInfo info;
  info.run_id = row.string(first);
  info.run_name = row.string(first + 1);
  info.experiment_id = std::to_string(row.int64(first + 2));
  info.user_id = row.string(first + 3);
  info.status = run_status(row.text(first + 4));
  info.start_time = row.int64(first + 5);
  info.end_time = row.maybe_int64(first + 6);
  if (info.end_time == 0) info.end_time.reset();  // MLflow does not tell 0 from absent
  info.artifact_uri = row.string(first + 7);
  info.lifecycle_stage = row.string(first + 8);
  return info;
}

Status read_run_contents(db::Connection& connection, std::span<Run> runs, ModelInputs model_inputs) {
  if (runs.empty()) return {};
  ByRunId by_id;
  for (Run& run : runs) by_id.emplace(run.info.run_id, &run);
  const std::string ids = id_list(runs);

  const auto wanted = contents_of(model_inputs);
  std::vector<db::Statement> statements;
  for (const Contents& part : wanted) statements.push_back({part.sql, {std::string_view(ids)}});
  return connection.run_each(statements, [&](std::size_t query, db::Rows rows) {
    return take_contents(std::move(rows), by_id, wanted[query]);
  });
}

}  // namespace cairn::tracking
