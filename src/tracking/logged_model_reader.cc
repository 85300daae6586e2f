#include "tracking/logged_model_reader.h"

#include <fmt/format.h>
#include <functional>
#include <string>

#include "core/json_text.h"

namespace cairn::tracking {
namespace {

// Each statement takes the model ids as one JSON array, so that it serves any number of models, and its rows begin with
// the place in that array.
constexpr std::string_view kTags =
    "SELECT wanted.key, t.tag_key, t.tag_value FROM json_each(?1) AS wanted "
    "CROSS JOIN logged_model_tags AS t WHERE t.model_id = wanted.value";

constexpr std::string_view kParams =
    "SELECT wanted.key, p.param_key, p.param_value FROM json_each(?1) AS wanted "
    "CROSS JOIN logged_model_params AS p WHERE p.model_id = wanted.value";

constexpr std::string_view kMetricColumns =
    "x.metric_name, x.metric_value, x.metric_timestamp_ms, x.metric_step, x.dataset_name, "
    "x.dataset_digest, x.run_id";

// This index gives a model's points in the order in which they came, which is the order of MLflow's answers. PostgreSQL
// keeps no such order; theirs is that of their times.
std::string all_metrics() {
  return fmt::format(
      "SELECT wanted.key, {} FROM json_each(?1) AS wanted "
      "CROSS JOIN logged_model_metrics AS x INDEXED BY index_logged_model_metrics_model_id "
      "WHERE x.model_id = wanted.value "
      "/*pg ORDER BY wanted.key, x.metric_timestamp_ms, x.metric_step, x.metric_name, x.run_id */",
      kMetricColumns);
}

// Jumps through cairn_logged_model_metrics_by_dataset, where the latest point of a metric on a dataset is the first:
// to the next metric on the same dataset, else to the next digest of that name, else to the next name. What is read
// does not depend on how many points there are. A comparison of rows would say it shorter, but SQLite then reads all
// points of the group that it starts from.
std::string latest_metrics_in_sqlite() {
  constexpr std::string_view kLatestFirst = "x.metric_timestamp_ms DESC, x.metric_step DESC, x.run_id LIMIT 1";
  const auto first = [&](std::string_view where, std::string_view order) {
    return fmt::format("(SELECT x.rowid FROM logged_model_metrics AS x WHERE x.model_id = {} ORDER BY {}, {})", where,
                       order, kLatestFirst);
  };
  return fmt::format(
      "WITH RECURSIVE latest (place, point) AS ("
      "SELECT wanted.key, {} FROM json_each(?1) AS wanted UNION ALL SELECT latest.place, coalesce({}, {}, {}) "
      "FROM latest CROSS JOIN logged_model_metrics AS p ON p.rowid = latest.point) "
      "SELECT latest.place, {} FROM latest CROSS JOIN logged_model_metrics AS x ON x.rowid = latest.point ORDER BY "
      "x.rowid",
      first("wanted.value", "x.dataset_name, x.dataset_digest, x.metric_name"),
      first("p.model_id AND x.dataset_name IS NOT DISTINCT FROM p.dataset_name "
            "AND x.dataset_digest IS NOT DISTINCT FROM p.dataset_digest AND x.metric_name > p.metric_name",
            "x.metric_name"),
      first("p.model_id AND x.dataset_name IS NOT DISTINCT FROM p.dataset_name "
            "AND x.dataset_digest > coalesce(p.dataset_digest, '')",
            "x.dataset_digest, x.metric_name"),
      first("p.model_id AND x.dataset_name > coalesce(p.dataset_name, '')",
            "x.dataset_name, x.dataset_digest, x.metric_name"),
      kMetricColumns);
}

// PostgreSQL finds no NULL by an index in a comparison of columns, and has words of its own for the first of a group.
std::string latest_metrics_in_postgres() {
  return fmt::format(
      "SELECT DISTINCT ON (wanted.key, x.dataset_name, x.dataset_digest, x.metric_name) wanted.key, {} "
      "FROM json_each(?1) AS wanted CROSS JOIN logged_model_metrics AS x WHERE x.model_id = wanted.value "
      "ORDER BY wanted.key, x.dataset_name, x.dataset_digest, x.metric_name, x.metric_timestamp_ms DESC, "
      "x.metric_step DESC, x.run_id",
      kMetricColumns);
}

std::string_view latest_metrics(db::Engine engine) {
  static const std::string kSqlite = latest_metrics_in_sqlite();
  static const std::string kPostgres = latest_metrics_in_postgres();
  return engine == db::Engine::kPostgres ? kPostgres : kSqlite;
}

std::string id_list(std::span<const LoggedModel> models) {
  return json_strings(models, [](const LoggedModel& model) -> const std::string& { return model.info.model_id; });
}

Status for_each_row(db::Connection& connection, std::string_view sql, std::string_view ids,
                    std::span<LoggedModel> models, const std::function<void(LoggedModel&, const db::Rows&)>& take) {
  auto rows = TRY(connection.query(sql, ids));
  while (TRY(rows.next())) take(models[static_cast<std::size_t>(rows.int64(0))], rows);
  return {};
}

// MLflow does not tell an empty text from an absent one here.
std::optional<std::string> unless_empty(const db::Rows& row, int column) {
  const std::string_view text = row.text(column);
  if (text.empty()) return std::nullopt;
  return std::string(text);
}

void take_metric(LoggedModel& model, const db::Rows& row) {
  model.data.metrics.push_back({row.string(1), row.real(2), row.int64(3), row.int64(4), unless_empty(row, 5),
                                unless_empty(row, 6), model.info.model_id, row.string(7)});
}

}  // namespace

LoggedModelInfo read_logged_model_info(const db::Rows& row) {
  LoggedModelInfo info;
  info.model_id = row.string(0);
  info.experiment_id = std::to_string(row.int64(1));
  info.name = row.string(2);
  info.creation_timestamp_ms = row.int64(3);
  info.last_updated_timestamp_ms = row.int64(4);
  info.artifact_uri = row.string(5);
  info.status = static_cast<LoggedModelStatus>(row.int64(6));
  info.model_type = row.maybe_string(7);
  info.source_run_id = row.maybe_string(8);
  info.status_message = row.maybe_string(9);
  return info;
}

Status read_logged_model_contents(db::Connection& connection, std::span<LoggedModel> models, ModelMetrics metrics) {
  static const std::string kAllMetrics = all_metrics();
  if (models.empty()) return {};
  const std::string ids = id_list(models);

  TRY(for_each_row(connection, kTags, ids, models, [](LoggedModel& model, const db::Rows& row) {
    model.info.tags.push_back({row.string(1), row.string(2)});
  }));
  TRY(for_each_row(connection, kParams, ids, models, [](LoggedModel& model, const db::Rows& row) {
    model.data.params.push_back({row.string(1), row.string(2)});
  }));
  const std::string_view wanted =
      metrics == ModelMetrics::kAll ? std::string_view(kAllMetrics) : latest_metrics(connection.dialect().engine);
  return for_each_row(connection, wanted, ids, models, take_metric);
}

}  // namespace cairn::tracking
