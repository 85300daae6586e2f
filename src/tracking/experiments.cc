#include "tracking/experiments.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>

#include "core/clock.h"
#include "core/uri.h"
#include "tracking/validation.h"

namespace cairn::tracking {
namespace {

constexpr std::string_view kDefaultExperimentId = "0";
constexpr std::string_view kCustomViewPrefix = "mlflow.customView.view";
constexpr std::int64_t kMaxCustomViews = 50;

Error no_experiment(std::int64_t id) { return does_not_exist(fmt::format("No Experiment with id={} exists", id)); }

Error too_many_custom_views(std::string_view experiment_id) {
  const std::string where = experiment_id.empty() ? "" : fmt::format(" for experiment {}", experiment_id);
  return invalid_parameter(
      fmt::format("Unable to create another custom view{}; the maximum number of custom views per experiment is {}. "
                  "Delete an existing custom view before creating a new one.",
                  where, kMaxCustomViews));
}

bool is_custom_view(const Tag& tag) { return tag.key.starts_with(kCustomViewPrefix); }

Status check_duplicate_tags(const std::string& name, const std::vector<Tag>& tags) {
  for (std::size_t i = 0; i < tags.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (tags[i].key == tags[j].key) {
        return already_exists(
            fmt::format("Experiment(name={}) already exists. Error: tag '{}' is given twice", name, tags[i].key));
      }
    }
  }
  return {};
}

Result<std::int64_t> id_or_default(std::string_view experiment_id) {
  return parse_experiment_id(experiment_id.empty() ? kDefaultExperimentId : experiment_id);
}

// `suffix`: what follows the SELECT of its row.
std::string select_experiment(std::string_view suffix) {
  return fmt::format("SELECT {} FROM experiments WHERE experiment_id = ?1{}", kExperimentColumns, suffix);
}

Result<Experiment> read_selected(db::Connection& connection, std::string_view experiment_id, std::string_view sql) {
  const std::int64_t id = TRY(id_or_default(experiment_id));
  auto rows = TRY(connection.query(sql, id));
  if (!TRY(rows.next())) return no_experiment(id);
  return read_experiment_row(rows);
}

Result<bool> name_is_taken(db::Connection& connection, std::string_view name) {
  auto rows = TRY(connection.query("SELECT 1 FROM experiments WHERE workspace = 'default' AND name = ?1", name));
  return rows.next();
}

// Moves the experiment, which must be in the stage `from`, and all of its runs to the other stage.
Status move_stage(db::Database& database, std::string_view experiment_id, std::string_view from, std::string_view to) {
  return database.write([&](db::Connection& connection) -> Status {
    const Experiment experiment = TRY(read_experiment_to_change(connection, experiment_id));
    const std::int64_t id = TRY(parse_experiment_id(experiment.experiment_id));
    if (experiment.lifecycle_stage != from) return no_experiment(id);
    const std::int64_t now = now_ms();
    TRY(connection.execute(
        "UPDATE experiments SET lifecycle_stage = ?1, last_update_time = ?2 WHERE experiment_id = ?3", to, now, id));
    const std::optional<std::int64_t> deleted = to == "deleted" ? std::optional(now) : std::nullopt;
    TRY(connection.execute("UPDATE runs SET lifecycle_stage = ?1, deleted_time = ?2 WHERE experiment_id = ?3", to,
                           deleted, id));
    return {};
  });
}

}  // namespace

Experiment read_experiment_row(const db::Rows& row) {
  Experiment experiment;
  experiment.experiment_id = std::to_string(row.int64(0));
  experiment.name = row.string(1);
  experiment.artifact_location = row.string(2);
  experiment.lifecycle_stage = row.string(3);
  experiment.last_update_time = row.maybe_int64(4);
  experiment.creation_time = row.maybe_int64(5);
  experiment.workspace = row.string(6);
  return experiment;
}

Status read_experiment_tags(db::Connection& connection, std::span<Experiment> experiments) {
  if (experiments.empty()) return {};
  std::unordered_map<std::int64_t, Experiment*> by_id;
  std::string ids;
  for (Experiment& experiment : experiments) {
    by_id.emplace(TRY(parse_experiment_id(experiment.experiment_id)), &experiment);
    ids += (ids.empty() ? "[" : ",") + experiment.experiment_id;
  }
  auto rows =
      TRY(connection.query("SELECT t.experiment_id, t.key, t.value FROM json_each(?1) AS wanted "
                           "CROSS JOIN experiment_tags AS t WHERE t.experiment_id = CAST(wanted.value AS INTEGER)",
                           ids + "]"));
  while (TRY(rows.next())) by_id.at(rows.int64(0))->tags.push_back({rows.string(1), rows.string(2)});
  return {};
}

Result<Experiment> read_experiment(db::Connection& connection, std::string_view experiment_id) {
  static const std::string kSql = select_experiment("");
  return read_selected(connection, experiment_id, kSql);
}

Result<Experiment> read_experiment_to_change(db::Connection& connection, std::string_view experiment_id) {
  static const std::string kSql = select_experiment(" /*pg FOR NO KEY UPDATE */");
  return read_selected(connection, experiment_id, kSql);
}

void HeldExperiments::add(std::string_view experiment_id) {
  if (const auto id = id_or_default(experiment_id); id.ok()) by_id_.try_emplace(*id);
}

Status HeldExperiments::hold(db::Connection& connection) {
  static const std::string kSql = fmt::format(
      "SELECT {} FROM json_each(?1) AS wanted CROSS JOIN experiments AS e "
      "WHERE e.experiment_id = CAST(wanted.value AS BIGINT) ORDER BY e.experiment_id "
      "/*pg FOR SHARE OF e */",
      kExperimentColumns);
  std::string ids;
  for (const auto& [id, experiment] : by_id_) ids += fmt::format("{}{}", ids.empty() ? "" : ",", id);
  auto rows = TRY(connection.query(kSql, fmt::format("[{}]", ids)));
  while (TRY(rows.next())) by_id_.at(rows.int64(0)) = read_experiment_row(rows);
  return {};
}

Result<const Experiment*> HeldExperiments::get(std::string_view experiment_id) const {
  const std::int64_t id = TRY(id_or_default(experiment_id));
  const auto& found = by_id_.at(id);
  if (!found) return no_experiment(id);
  return &*found;
}

Status check_active(const Experiment& experiment) {
  if (experiment.lifecycle_stage == "active") return {};
  return invalid_parameter(fmt::format("The experiment {} must be in the 'active' state. Current state is {}.",
                                       experiment.experiment_id, experiment.lifecycle_stage));
}

Status Experiments::ensure_default() {
  return database_.write([&](db::Connection& connection) -> Status {
    auto rows = TRY(connection.query("SELECT 1 FROM experiments WHERE experiment_id = 0"));
    if (TRY(rows.next())) return {};
    TRY(connection.execute(
        "INSERT INTO experiments (experiment_id, name, artifact_location, lifecycle_stage, "
        "creation_time, last_update_time, workspace) VALUES (0, 'Default', ?1, 'active', ?2, ?2, 'default') "
        "ON CONFLICT DO NOTHING",
        append_to_uri_path(artifact_root_, kDefaultExperimentId), now_ms()));
    return {};
  });
}

Result<std::string> Experiments::create(NewExperiment request) {
  if (std::count_if(request.tags.begin(), request.tags.end(), is_custom_view) > kMaxCustomViews) {
    return too_many_custom_views({});
  }
  if (!request.artifact_location.empty()) TRY(validate_artifact_location(request.artifact_location));
  TRY(validate_experiment_name(request.name));
  const std::string location = request.artifact_location.empty() ? "" : resolve_uri_if_local(request.artifact_location);
  for (const Tag& tag : request.tags) TRY(validate_experiment_tag(tag));
  TRY(check_duplicate_tags(request.name, request.tags));

  return database_.write([&](db::Connection& connection) -> Result<std::string> {
    const auto taken = [&] {
      return already_exists(
          fmt::format("Experiment(name={}) already exists. Error: the name is taken by another "
                      "experiment, perhaps a deleted one",
                      request.name));
    };
    if (TRY(name_is_taken(connection, request.name))) return taken();  // an attempt would use up an id
    auto inserted =
        TRY(connection.query("INSERT INTO experiments (name, artifact_location, lifecycle_stage, creation_time, "
                             "last_update_time, workspace) VALUES (?1, ?2, 'active', ?3, ?3, 'default') "
                             "ON CONFLICT DO NOTHING RETURNING experiment_id",
                             request.name, location, now_ms()));
    if (!TRY(inserted.next())) return taken();
    const std::int64_t id = inserted.int64(0);
    TRY(inserted.next());
    if (location.empty()) {
      TRY(connection.execute("UPDATE experiments SET artifact_location = ?1 WHERE experiment_id = ?2",
                             append_to_uri_path(artifact_root_, std::to_string(id)), id));
    }
    for (const Tag& tag : request.tags) {
      TRY(connection.execute("INSERT INTO experiment_tags (key, value, experiment_id) VALUES (?1, ?2, ?3)", tag.key,
                             tag.value, id));
    }
    return std::to_string(id);
  });
}

Result<Experiment> Experiments::get(std::string_view experiment_id) const {
  return database_.read([&](db::Connection& connection) -> Result<Experiment> {
    Experiment experiment = TRY(read_experiment(connection, experiment_id));
    TRY(read_experiment_tags(connection, std::span(&experiment, 1)));
    return experiment;
  });
}

Result<Experiment> Experiments::get_by_name(std::string_view name) const {
  return database_.read([&](db::Connection& connection) -> Result<Experiment> {
    static const std::string kSql =
        fmt::format("SELECT {} FROM experiments WHERE workspace = 'default' AND name = ?1", kExperimentColumns);
    auto rows = TRY(connection.query(kSql, name));
    if (!TRY(rows.next())) return does_not_exist(fmt::format("Could not find experiment with name '{}'", name));
    Experiment experiment = read_experiment_row(rows);
    TRY(read_experiment_tags(connection, std::span(&experiment, 1)));
    return experiment;
  });
}

Status Experiments::rename(std::string_view experiment_id, std::string_view new_name) {
  TRY(validate_experiment_name(new_name));
  return database_.write([&](db::Connection& connection) -> Status {
    const Experiment experiment = TRY(read_experiment_to_change(connection, experiment_id));
    if (experiment.lifecycle_stage != "active") return invalid_state("Cannot rename a non-active experiment.");
    if (experiment.name != new_name && TRY(name_is_taken(connection, new_name))) {
      return bad_request(
          fmt::format("Cannot rename experiment {} to '{}': the name is taken by another experiment, "
                      "perhaps a deleted one.",
                      experiment.experiment_id, new_name));
    }
    TRY(connection.execute("UPDATE experiments SET name = ?1, last_update_time = ?2 WHERE experiment_id = ?3", new_name,
                           now_ms(), TRY(parse_experiment_id(experiment.experiment_id))));
    return {};
  });
}

Status Experiments::remove(std::string_view experiment_id) {
  return move_stage(database_, experiment_id, "active", "deleted");
}

Status Experiments::restore(std::string_view experiment_id) {
  return move_stage(database_, experiment_id, "deleted", "active");
}

Status Experiments::set_tag(std::string_view experiment_id, const Tag& tag) {
  TRY(validate_experiment_tag(tag));
  return database_.write([&](db::Connection& connection) -> Status {
    Experiment experiment = TRY(read_experiment(connection, experiment_id));
    if (is_custom_view(tag)) {
      TRY(read_experiment_tags(connection, std::span(&experiment, 1)));
      const bool present = std::any_of(experiment.tags.begin(), experiment.tags.end(),
                                       [&](const Tag& other) { return other.key == tag.key; });
      const auto views = std::count_if(experiment.tags.begin(), experiment.tags.end(), is_custom_view);
      if (!present && views >= kMaxCustomViews) return too_many_custom_views(experiment.experiment_id);
    }
    TRY(check_active(experiment));
    TRY(
        connection.execute("INSERT INTO experiment_tags (key, value, experiment_id) VALUES (?1, ?2, ?3) "
                           "ON CONFLICT (key, experiment_id) DO UPDATE SET value = excluded.value",
                           tag.key, tag.value, TRY(parse_experiment_id(experiment.experiment_id))));
    return {};
  });
}

Status Experiments::delete_tag(std::string_view experiment_id, std::string_view key) {
  return database_.write([&](db::Connection& connection) -> Status {
    const Experiment experiment = TRY(read_experiment(connection, experiment_id));
    TRY(check_active(experiment));
    const std::int64_t deleted =
        TRY(connection.execute("DELETE FROM experiment_tags WHERE experiment_id = ?1 AND key = ?2",
                               TRY(parse_experiment_id(experiment.experiment_id)), key));
    if (deleted == 0) {
      return does_not_exist(fmt::format("No tag with name: {} in experiment with id {}", key, experiment_id));
    }
    return {};
  });
}

}  // namespace cairn::tracking
