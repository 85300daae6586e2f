#include "tracking/runs.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "core/clock.h"
#include "core/ids.h"
#include "core/uri.h"
#include "tracking/experiments.h"
#include "tracking/run_changes.h"
#include "tracking/run_names.h"
#include "tracking/run_reader.h"
#include "tracking/validation.h"

namespace cairn::tracking {
namespace {

constexpr std::array<std::string_view, 6> kStatusNames = {"", "RUNNING", "SCHEDULED", "FINISHED", "FAILED", "KILLED"};

Error no_run(std::string_view run_id) { return does_not_exist(fmt::format("Run with id={} not found", run_id)); }

Result<RunInfo> read_info(db::Connection& connection, std::string_view run_id) {
  static const std::string kSql = fmt::format("SELECT {} FROM runs AS r WHERE r.run_uuid = ?1", kRunColumns);
  auto rows = TRY(connection.query(kSql, run_id));
  if (!TRY(rows.next())) return no_run(run_id);
  return read_run_info(rows);
}

const Tag* find_tag(const std::vector<Tag>& tags, std::string_view key) {
  const auto found = std::find_if(tags.begin(), tags.end(), [&](const Tag& tag) { return tag.key == key; });
  return found == tags.end() ? nullptr : &*found;
}

// Settles the name between the argument, the tag and chance, and makes sure that the tag is there.
Status settle_name(NewRun& request) {
  const Tag* tag = find_tag(request.tags, kRunNameTag);
  const std::string tagged = tag ? tag->value : "";
  if (!request.run_name.empty() && !tagged.empty() && request.run_name != tagged) {
    return invalid_parameter(
        fmt::format("Both 'run_name' argument and 'mlflow.runName' tag are specified, but with different values "
                    "(run_name='{}', mlflow.runName='{}').",
                    request.run_name, tagged));
  }
  if (request.run_name.empty()) request.run_name = tagged.empty() ? random_run_name() : tagged;
  if (tagged.empty()) request.tags.push_back({std::string(kRunNameTag), request.run_name});
  return {};
}

Status check_unique_tags(const std::vector<Tag>& tags) {
  for (std::size_t i = 0; i < tags.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (tags[i].key == tags[j].key) {
        return bad_request(fmt::format("The tag '{}' is given twice. A run has one value for each tag.", tags[i].key));
      }
    }
  }
  return {};
}

Status set_stage(db::Database& database, std::string_view run_id, std::string_view stage,
                 std::optional<std::int64_t> deleted_time) {
  return database.write([&](db::Connection& connection) -> Status {
    const RunState run = TRY(read_run_state(connection, run_id));
    TRY(connection.execute("UPDATE runs SET lifecycle_stage = ?1, deleted_time = ?2 WHERE run_uuid = ?3", stage,
                           deleted_time, run_id));
    announce_run(connection, run.experiment_id, run_id);
    return {};
  });
}

}  // namespace

std::string_view name(RunStatus status) { return kStatusNames[static_cast<std::size_t>(status)]; }

RunStatus run_status(std::string_view name) {
  const auto found = std::find(kStatusNames.begin() + 1, kStatusNames.end(), name);
  return found == kStatusNames.end() ? RunStatus::kRunning : static_cast<RunStatus>(found - kStatusNames.begin());
}

Result<RunState> read_run_state(db::Connection& connection, std::string_view run_id) {
  auto rows = TRY(connection.query(
      "SELECT experiment_id, lifecycle_stage FROM runs WHERE run_uuid = ?1 /*pg FOR NO KEY UPDATE */", run_id));
  if (!TRY(rows.next())) return no_run(run_id);
  return RunState{rows.int64(0), rows.string(1)};
}

Result<std::int64_t> begin_run_change(db::Connection& connection, std::string_view run_id) {
  const RunState run = TRY(read_run_state(connection, run_id));
  if (run.lifecycle_stage != "active") {
    return invalid_parameter(
        fmt::format("The run {} must be in the 'active' state. Current state is {}.", run_id, run.lifecycle_stage));
  }
  announce_run(connection, run.experiment_id, run_id);
  return run.experiment_id;
}

Status write_run_tag(db::Connection& connection, std::string_view run_id, const Tag& tag) {
  return connection.send(
      "INSERT INTO tags (key, value, run_uuid) VALUES (?1, ?2, ?3) "
      "ON CONFLICT (key, run_uuid) DO UPDATE SET value = excluded.value",
      tag.key, tag.value, run_id);
}

Status rename_run(db::Connection& connection, std::string_view run_id, std::string_view name) {
  if (name.empty()) return {};
  TRY(connection.send("UPDATE runs SET name = ?1 WHERE run_uuid = ?2", name, run_id));
  return write_run_tag(connection, run_id, {std::string(kRunNameTag), std::string(name)});
}

Result<Run> Runs::create(NewRun request) {
  Run run;
  run.info.run_id = new_hex_id();
  return database_.write([&](db::Connection& connection) -> Result<Run> {
    const Experiment experiment = TRY(read_experiment(connection, request.experiment_id));
    TRY(check_active(experiment));
    if (request.experiment_id.empty()) {
      return bad_request("No experiment_id is given. A run belongs to an experiment: '0' is the default one.");
    }
    TRY(settle_name(request));
    TRY(check_unique_tags(request.tags));
    run.info.run_name = request.run_name;
    run.info.experiment_id = experiment.experiment_id;
    run.info.user_id = request.user_id;
    run.info.start_time = request.start_time;
    run.info.artifact_uri =
        append_to_uri_path(append_to_uri_path(experiment.artifact_location, run.info.run_id), "artifacts");
    run.info.lifecycle_stage = "active";
    const std::int64_t experiment_id = TRY(parse_experiment_id(run.info.experiment_id));
    TRY(connection.send(
        "INSERT INTO runs (run_uuid, name, source_type, source_name, entry_point_name, user_id, status, "
        "start_time, source_version, lifecycle_stage, artifact_uri, experiment_id) "
        "VALUES (?1, ?2, 'UNKNOWN', '', '', ?3, 'RUNNING', ?4, '', 'active', ?5, ?6)",
        run.info.run_id, run.info.run_name, run.info.user_id, run.info.start_time, run.info.artifact_uri,
        experiment_id));
    for (const Tag& tag : request.tags) {
      TRY(connection.send("INSERT INTO tags (key, value, run_uuid) VALUES (?1, ?2, ?3)", tag.key, tag.value,
                          run.info.run_id));
    }
    run.data.tags = request.tags;
    announce_run(connection, experiment_id, run.info.run_id);
    return run;
  });
}

Result<Run> Runs::get(std::string_view run_id) const {
  return database_.read([&](db::Connection& connection) -> Result<Run> {
    Run run;
    run.info = TRY(read_info(connection, run_id));
    run.outputs.emplace();
    TRY(read_run_contents(connection, std::span(&run, 1), ModelInputs::kRead));
    if (run.info.run_name.empty()) {
      if (const Tag* tag = find_tag(run.data.tags, kRunNameTag)) run.info.run_name = tag->value;
    }
    return run;
  });
}

Result<RunInfo> Runs::update(std::string_view run_id, const RunUpdate& update) {
  return database_.write([&](db::Connection& connection) -> Result<RunInfo> {
    TRY(begin_run_change(connection, run_id));
    if (update.status) {
      TRY(connection.send("UPDATE runs SET status = ?1 WHERE run_uuid = ?2", name(*update.status), run_id));
    }
    if (update.end_time) {
      TRY(connection.send("UPDATE runs SET end_time = ?1 WHERE run_uuid = ?2", *update.end_time, run_id));
    }
    if (update.run_name) TRY(rename_run(connection, run_id, *update.run_name));
    return read_info(connection, run_id);
  });
}

Status Runs::remove(std::string_view run_id) { return set_stage(database_, run_id, "deleted", now_ms()); }

Status Runs::restore(std::string_view run_id) { return set_stage(database_, run_id, "active", std::nullopt); }

}  // namespace cairn::tracking
