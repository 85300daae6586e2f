#include "tracking/runs.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "core/clock.h"
#include "core/ids.h"
#include "core/json_text.h"
#include "tracking/run_changes.h"
#include "tracking/run_creation.h"
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

Result<std::int64_t> begin_change_of(db::Connection& connection, std::string_view run_id, const RunState& run) {
  if (run.lifecycle_stage != "active") {
    return invalid_parameter(
        fmt::format("The run {} must be in the 'active' state. Current state is {}.", run_id, run.lifecycle_stage));
  }
  announce_run(connection, run.experiment_id, run_id);
  return run.experiment_id;
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
  return begin_change_of(connection, run_id, TRY(read_run_state(connection, run_id)));
}

// SQLite has no use for FOR NO KEY UPDATE; in PostgreSQL it locks the rows in the order in which they come.
db::Statement RunLocks::statement() {
  constexpr std::string_view kSelectStates =
      "SELECT r.run_uuid, r.experiment_id, r.lifecycle_stage FROM json_each(?1) AS wanted CROSS JOIN runs AS r "
      "WHERE r.run_uuid = wanted.value ORDER BY r.run_uuid /*pg FOR NO KEY UPDATE OF r */";
  ids_ = json_strings(states_, [](const auto& run) { return run.first; });
  return {kSelectStates, {std::string_view(ids_)}};
}

Status RunLocks::read(db::Rows rows) {
  while (TRY(rows.next())) states_.at(rows.text(0)) = RunState{rows.int64(1), rows.string(2)};
  return {};
}

Result<std::int64_t> RunLocks::begin_change(db::Connection& connection, std::string_view run_id) const {
  const auto& state = states_.at(run_id);
  if (!state) return no_run(run_id);
  return begin_change_of(connection, run_id, *state);
}

Status write_run_tag(db::Connection& connection, std::string_view run_id, const Tag& tag) {
  return connection.send(
      "INSERT INTO tags (key, value, run_uuid) VALUES (?1, ?2, ?3) "
      "ON CONFLICT (key, run_uuid) DO UPDATE SET value = excluded.value",
      tag.key, tag.value, run_id);
}

Status write_tag(db::Connection& connection, std::string_view run_id, const Tag& tag) {
  if (tag.key == kRunNameTag) return rename_run(connection, run_id, tag.value);
  return write_run_tag(connection, run_id, tag);
}

Status rename_run(db::Connection& connection, std::string_view run_id, std::string_view name) {
  if (name.empty()) return {};
  TRY(connection.send("UPDATE runs SET name = ?1 WHERE run_uuid = ?2", name, run_id));
  return write_run_tag(connection, run_id, {std::string(kRunNameTag), std::string(name)});
}

Runs::Runs(db::Database& database) : database_(database), creation_(std::make_shared<const RunCreation>()) {}

Result<Run> Runs::create(NewRun request) {
  RunCreation::Item item;
  item.request = std::move(request);
  item.run.info.run_id = new_hex_id();
  TRY(database_.write_grouped(*creation_, item));
  return std::move(item.run);
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
