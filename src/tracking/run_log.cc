#include "tracking/run_log.h"

#include <algorithm>
#include <fmt/format.h>

#include "core/ids.h"
#include "core/json_text.h"
#include "core/ordered_id.h"
#include "core/python_text.h"
#include "tracking/logged_model_metrics.h"
#include "tracking/runs.h"
#include "tracking/validation.h"

namespace cairn::tracking {
namespace {

constexpr std::string_view kModelHistoryTag = "mlflow.log-model.history";

struct ChangedParam {
  std::string key, old_value, new_value;
};

// [["key","value"],...]: one parameter of a statement, for any number of rows.
template <class Pairs>
std::string pair_list(const Pairs& pairs) {
  std::string list = "[";
  for (const auto& pair : pairs) {
    list += list.size() > 1 ? ",[" : "[";
    write_json_string(pair.key, list);
    list += ',';
    write_json_string(pair.value, list);
    list += ']';
  }
  return list += ']';
}

// Writes those that are absent; those that have another value already.
Result<std::vector<ChangedParam>> insert_params(db::Connection& connection, std::string_view run_id,
                                                std::span<const Param> params) {
  std::vector<ChangedParam> changed;
  if (params.empty()) return changed;
  const std::string list = pair_list(params);
  const std::int64_t inserted =
      TRY(connection.execute("INSERT INTO params (key, value, run_uuid) "
                             "SELECT wanted.value ->> 0, wanted.value ->> 1, ?2 FROM json_each(?1) AS wanted "
                             "WHERE TRUE ON CONFLICT DO NOTHING",
                             list, run_id));
  if (inserted == static_cast<std::int64_t>(params.size())) return changed;
  auto rows = TRY(
      connection.query("SELECT p.key, p.value, wanted.value ->> 1 FROM json_each(?1) AS wanted CROSS JOIN params AS p "
                       "WHERE p.run_uuid = ?2 AND p.key = wanted.value ->> 0 AND p.value <> wanted.value ->> 1 "
                       "ORDER BY wanted.key",
                       list, run_id));
  while (TRY(rows.next())) changed.push_back({rows.string(0), rows.string(1), rows.string(2)});
  return changed;
}

Status write_params(db::Connection& connection, std::string_view run_id, const std::vector<Param>& params) {
  std::string changes;
  for (const ChangedParam& changed : TRY(insert_params(connection, run_id, params))) {
    changes += fmt::format("{}{{'key': {}, 'old_value': {}, 'new_value': {}}}", changes.empty() ? "" : ", ",
                           python_repr(changed.key), python_repr(changed.old_value), python_repr(changed.new_value));
  }
  if (changes.empty()) return {};
  return invalid_parameter(fmt::format(
      "Changing param values is not allowed. Params were already logged='[{}]' for run ID='{}'.", changes, run_id));
}

Result<std::string> find_or_create_dataset(db::Connection& connection, std::int64_t experiment_id,
                                           const Dataset& dataset) {
  constexpr std::string_view kFind =
      "SELECT dataset_uuid FROM datasets WHERE experiment_id = ?1 AND name = ?2 AND digest = ?3";
  {
    auto rows = TRY(connection.query(kFind, experiment_id, dataset.name, dataset.digest));
    if (TRY(rows.next())) return rows.string(0);
  }
  std::string id = new_hex_id();
  const std::int64_t added =
      TRY(connection.execute("INSERT INTO datasets (dataset_uuid, experiment_id, name, digest, dataset_source_type, "
                             "dataset_source, dataset_schema, dataset_profile) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) "
                             "ON CONFLICT DO NOTHING",
                             id, experiment_id, dataset.name, dataset.digest, dataset.source_type, dataset.source,
                             dataset.schema, dataset.profile));
  if (added == 1) return id;
  auto rows = TRY(connection.query(kFind, experiment_id, dataset.name, dataset.digest));  // another process was quicker
  if (!TRY(rows.next())) return internal_error(fmt::format("The dataset '{}' cannot be written.", dataset.name));
  return rows.string(0);
}

Status link_dataset(db::Connection& connection, std::string_view run_id, std::string_view dataset_id,
                    const std::vector<Tag>& tags) {
  const std::string input_id = new_ordered_hex_id();
  const std::int64_t linked = TRY(
      connection.execute("INSERT INTO inputs (input_uuid, source_type, source_id, destination_type, destination_id) "
                         "VALUES (?1, 'DATASET', ?2, 'RUN', ?3) ON CONFLICT DO NOTHING",
                         input_id, dataset_id, run_id));
  if (linked == 0) return {};
  for (const Tag& tag : tags) {
    const std::int64_t added =
        TRY(connection.execute("INSERT INTO input_tags (input_uuid, name, value) VALUES (?1, ?2, ?3) "
                               "ON CONFLICT DO NOTHING",
                               input_id, tag.key, tag.value));
    if (added == 0) {
      return bad_request(fmt::format("The tag '{}' of a dataset input is given twice.", tag.key));
    }
  }
  return {};
}

}  // namespace

Status RunLog::log_metric(std::string_view run_id, const MetricEntry& metric) {
  TRY(validate_dataset_pair(metric));
  // MLflow looks at a model's metric only after the run, at others before.
  const Status valid = validate_metric(metric.metric, {});
  if (!metric.model_id) TRY(valid);
  if (!metric.model_id) return log_grouped(run_id, std::span(&metric, 1), {});
  return database_.write([&](db::Connection& connection) -> Status {
    const std::int64_t experiment_id = TRY(begin_run_change(connection, run_id));
    TRY(valid);
    return write_metrics(connection, run_id, experiment_id, std::span(&metric, 1));
  });
}

Status RunLog::log_param(std::string_view run_id, Param param) {
  TRY(validate_param(param, {}));
  return database_.write([&](db::Connection& connection) -> Status {
    TRY(begin_run_change(connection, run_id));
    const auto changed = TRY(insert_params(connection, run_id, std::span(&param, 1)));
    if (changed.empty()) return {};
    return invalid_parameter(
        fmt::format("Changing param values is not allowed. Param with key='{}' was already logged with value='{}' for "
                    "run ID='{}'. Attempted logging new value '{}'.",
                    changed[0].key, changed[0].old_value, run_id, changed[0].new_value));
  });
}

Status RunLog::log_batch(Batch batch) {
  for (const MetricEntry& entry : batch.metrics) TRY(validate_dataset_pair(entry));
  TRY(validate_run_id(batch.run_id));
  for (std::size_t i = 0; i < batch.metrics.size(); ++i) {
    if (auto valid = validate_metric(batch.metrics[i].metric, {}); !valid.ok()) {
      return validate_metric(batch.metrics[i].metric, fmt::format("metrics[{}]", i));
    }
  }
  for (std::size_t i = 0; i < batch.params.size(); ++i)
    TRY(validate_param(batch.params[i], fmt::format("params[{}]", i)));
  for (std::size_t i = 0; i < batch.tags.size(); ++i) TRY(validate_tag(batch.tags[i], fmt::format("tags[{}]", i)));
  TRY(validate_batch_sizes(batch.metrics.size(), batch.params.size(), batch.tags.size()));
  TRY(validate_unique_keys(batch.params));

  const bool of_models =
      std::ranges::any_of(batch.metrics, [](const MetricEntry& entry) { return entry.model_id.has_value(); });
  if (batch.params.empty() && !of_models) return log_grouped(batch.run_id, batch.metrics, batch.tags);
  return database_.write([&](db::Connection& connection) -> Status {
    const std::int64_t experiment_id = TRY(begin_run_change(connection, batch.run_id));
    TRY(write_params(connection, batch.run_id, batch.params));
    TRY(write_metrics(connection, batch.run_id, experiment_id, batch.metrics));
    for (const Tag& tag : batch.tags) TRY(write_tag(connection, batch.run_id, tag));
    return {};
  });
}

Status RunLog::set_tag(std::string_view run_id, Tag tag) {
  TRY(validate_tag(tag, {}));
  return log_grouped(run_id, {}, std::span(&tag, 1));
}

Status RunLog::delete_tag(std::string_view run_id, std::string_view key) {
  return database_.write([&](db::Connection& connection) -> Status {
    TRY(begin_run_change(connection, run_id));
    const std::int64_t deleted =
        TRY(connection.execute("DELETE FROM tags WHERE key = ?1 AND run_uuid = ?2", key, run_id));
    if (deleted == 0) return does_not_exist(fmt::format("No tag with name: {} in run with id {}", key, run_id));
    return {};
  });
}

Status RunLog::log_grouped(std::string_view run_id, std::span<const MetricEntry> metrics, std::span<const Tag> tags) {
  RunLogging::Item item;
  item.run_id = run_id;
  item.metrics = metrics;
  item.tags = tags;
  return database_.write_grouped(logging_, item);
}

Status RunLog::write_metrics(db::Connection& connection, std::string_view run_id, std::int64_t experiment_id,
                             std::span<const MetricEntry> entries) const {
  std::vector<LoggedMetric> logged;
  logged.reserve(entries.size());
  for (const MetricEntry& entry : entries) logged.push_back(logged_metric(entry));
  TRY(write_logged_model_metrics(connection, run_id, experiment_id, entries));
  return history_.append(connection, run_id, logged);
}

Status RunLog::log_inputs(std::string_view run_id, const std::vector<DatasetInput>& datasets,
                          const std::vector<ModelInput>& models) {
  TRY(validate_run_id(run_id));
  for (const DatasetInput& input : datasets) TRY(validate_dataset_input(input));
  return database_.write([&](db::Connection& connection) -> Status {
    const std::int64_t experiment_id = TRY(begin_run_change(connection, run_id));
    for (const DatasetInput& input : datasets) {
      const std::string dataset_id = TRY(find_or_create_dataset(connection, experiment_id, input.dataset));
      TRY(link_dataset(connection, run_id, dataset_id, input.tags));
    }
    for (const ModelInput& model : models) {
      TRY(connection.execute(
          "INSERT INTO inputs (input_uuid, source_type, source_id, destination_type, destination_id) "
          "VALUES (?1, 'RUN_INPUT', ?2, 'MODEL_INPUT', ?3) ON CONFLICT (source_type, source_id, "
          "destination_type, destination_id) DO UPDATE SET input_uuid = excluded.input_uuid",
          new_ordered_hex_id(), run_id, model.model_id));
    }
    return {};
  });
}

Status RunLog::log_outputs(std::string_view run_id, const std::vector<ModelOutput>& models) {
  return database_.write([&](db::Connection& connection) -> Status {
    TRY(begin_run_change(connection, run_id));
    for (const ModelOutput& model : models) {
      const std::int64_t added = TRY(connection.execute(
          "INSERT INTO inputs (input_uuid, source_type, source_id, destination_type, destination_id, step) "
          "VALUES (?1, 'RUN_OUTPUT', ?2, 'MODEL_OUTPUT', ?3, ?4) ON CONFLICT DO NOTHING",
          new_ordered_hex_id(), run_id, model.model_id, model.step));
      if (added == 0) {
        return bad_request(fmt::format("The model '{}' is already an output of the run '{}'.", model.model_id, run_id));
      }
    }
    return {};
  });
}

Status RunLog::log_model(std::string_view run_id, std::string_view entry) {
  return database_.write([&](db::Connection& connection) -> Status {
    TRY(begin_run_change(connection, run_id));
    std::string history;
    {
      auto rows =
          TRY(connection.query("SELECT value FROM tags WHERE key = ?1 AND run_uuid = ?2", kModelHistoryTag, run_id));
      if (TRY(rows.next())) history = rows.string(0);
    }
    if (history.size() > 2 && history.ends_with(']'))
      history = history.substr(0, history.size() - 1) + ", ";
    else
      history = "[";
    Tag tag{std::string(kModelHistoryTag), history + std::string(entry) + "]"};
    TRY(validate_length("value", tag.value, 8000));
    return write_run_tag(connection, run_id, tag);
  });
}

}  // namespace cairn::tracking
