#include "tracking/logged_models.h"

#include <fmt/format.h>

#include "core/clock.h"
#include "core/ids.h"
#include "core/python_text.h"
#include "core/uri.h"
#include "tracking/experiments.h"
#include "tracking/logged_model_reader.h"
#include "tracking/run_names.h"
#include "tracking/validation.h"

namespace cairn::tracking {
namespace {

Error no_model(std::string_view model_id) {
  return does_not_exist(fmt::format("Logged model with ID '{}' not found.", model_id));
}

Result<LoggedModel> read_model(db::Connection& connection, std::string_view model_id, DeletedModels deleted) {
  static const std::string kSql =
      fmt::format("SELECT {}, m.lifecycle_stage FROM logged_models AS m WHERE m.model_id = ?1", kLoggedModelColumns);
  LoggedModel model;
  {
    auto rows = TRY(connection.query(kSql, model_id));
    if (!TRY(rows.next())) return no_model(model_id);
    if (deleted == DeletedModels::kHide && rows.text(kLoggedModelColumnCount) == "deleted") return no_model(model_id);
    model.info = read_logged_model_info(rows);
  }
  TRY(read_logged_model_contents(connection, std::span(&model, 1), ModelMetrics::kAll));
  return model;
}

Result<std::int64_t> experiment_of(db::Connection& connection, std::string_view model_id) {
  auto rows = TRY(connection.query("SELECT experiment_id FROM logged_models WHERE model_id = ?1", model_id));
  if (!TRY(rows.next())) return no_model(model_id);
  return rows.int64(0);
}

Status insert_params(db::Connection& connection, std::string_view model_id, std::int64_t experiment_id,
                     const std::vector<Param>& params) {
  for (const Param& param : params) {
    const std::int64_t added = TRY(connection.execute(
        "INSERT INTO logged_model_params (model_id, experiment_id, param_key, param_value) VALUES (?1, ?2, ?3, ?4) "
        "ON CONFLICT DO NOTHING",
        model_id, experiment_id, param.key, param.value));
    if (added == 0) {
      return bad_request(
          fmt::format("The parameter '{}' of the logged model '{}' has a value already.", param.key, model_id));
    }
  }
  return {};
}

Status insert_tags(db::Connection& connection, const LoggedModelInfo& model, std::int64_t experiment_id) {
  for (const Tag& tag : model.tags) {
    const std::int64_t added = TRY(connection.execute(
        "INSERT INTO logged_model_tags (model_id, experiment_id, tag_key, tag_value) VALUES (?1, ?2, ?3, ?4) "
        "ON CONFLICT DO NOTHING",
        model.model_id, experiment_id, tag.key, tag.value));
    if (added == 0) return bad_request(fmt::format("The tag '{}' is given twice.", tag.key));
  }
  return {};
}

std::string artifact_uri(const Experiment& experiment, std::string_view model_id) {
  const std::string models = append_to_uri_path(experiment.artifact_location, "models");
  return append_to_uri_path(append_to_uri_path(models, model_id), "artifacts");
}

}  // namespace

Result<LoggedModel> LoggedModels::create(NewLoggedModel request) {
  TRY(validate_logged_model_name(request.name));
  LoggedModel model;
  LoggedModelInfo& info = model.info;
  info.model_id = "m-" + new_hex_id();
  info.name = request.name.empty() ? random_run_name() : std::move(request.name);
  info.model_type = std::move(request.model_type);
  info.source_run_id = std::move(request.source_run_id);
  info.tags = std::move(request.tags);
  model.data.params = std::move(request.params);
  return database_.write([&](db::Connection& connection) -> Result<LoggedModel> {
    const Experiment experiment = TRY(read_experiment(connection, request.experiment_id));
    TRY(check_active(experiment));
    const std::int64_t experiment_id = TRY(parse_experiment_id(experiment.experiment_id));
    info.experiment_id = experiment.experiment_id;
    info.artifact_uri = artifact_uri(experiment, info.model_id);
    info.creation_timestamp_ms = info.last_updated_timestamp_ms = now_ms();
    TRY(connection.execute(
        "INSERT INTO logged_models (model_id, experiment_id, name, artifact_location, creation_timestamp_ms, "
        "last_updated_timestamp_ms, status, lifecycle_stage, model_type, source_run_id) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6, 'active', ?7, ?8)",
        info.model_id, experiment_id, info.name, info.artifact_uri, info.creation_timestamp_ms,
        static_cast<std::int64_t>(info.status), info.model_type, info.source_run_id));
    TRY(insert_params(connection, info.model_id, experiment_id, model.data.params));
    TRY(insert_tags(connection, info, experiment_id));
    return model;
  });
}

Result<LoggedModel> LoggedModels::get(std::string_view model_id, DeletedModels deleted) const {
  return database_.read([&](db::Connection& connection) { return read_model(connection, model_id, deleted); });
}

Result<LoggedModel> LoggedModels::finalize(std::string_view model_id, LoggedModelStatus status) {
  return database_.write([&](db::Connection& connection) -> Result<LoggedModel> {
    TRY(connection.execute("UPDATE logged_models SET status = ?1, last_updated_timestamp_ms = ?2 WHERE model_id = ?3",
                           static_cast<std::int64_t>(status), now_ms(), model_id));
    return read_model(connection, model_id, DeletedModels::kShow);
  });
}

Status LoggedModels::remove(std::string_view model_id) {
  return database_.write([&](db::Connection& connection) -> Status {
    const std::int64_t changed =
        TRY(connection.execute("UPDATE logged_models SET lifecycle_stage = 'deleted', last_updated_timestamp_ms = ?1 "
                               "WHERE model_id = ?2",
                               now_ms(), model_id));
    if (changed == 0) return no_model(model_id);
    return {};
  });
}

Status LoggedModels::set_tags(std::string_view model_id, const std::vector<Tag>& tags) {
  return database_.write([&](db::Connection& connection) -> Status {
    const std::int64_t experiment_id = TRY(experiment_of(connection, model_id));
    for (const Tag& tag : tags) {
      TRY(connection.execute(
          "INSERT INTO logged_model_tags (model_id, experiment_id, tag_key, tag_value) VALUES (?1, ?2, ?3, ?4) "
          "ON CONFLICT (model_id, tag_key) DO UPDATE SET tag_value = excluded.tag_value",
          model_id, experiment_id, tag.key, tag.value));
    }
    return {};
  });
}

Status LoggedModels::delete_tag(std::string_view model_id, std::string_view key) {
  return database_.write([&](db::Connection& connection) -> Status {
    TRY(experiment_of(connection, model_id));
    const std::int64_t deleted =
        TRY(connection.execute("DELETE FROM logged_model_tags WHERE model_id = ?1 AND tag_key = ?2", model_id, key));
    if (deleted == 0) {
      return does_not_exist(
          fmt::format("No tag with key {} found for model with ID {}.", python_repr(key), python_repr(model_id)));
    }
    return {};
  });
}

Status LoggedModels::log_params(std::string_view model_id, const std::vector<Param>& params) {
  return database_.write([&](db::Connection& connection) -> Status {
    const std::int64_t experiment_id = TRY(experiment_of(connection, model_id));
    return insert_params(connection, model_id, experiment_id, params);
  });
}

}  // namespace cairn::tracking
