#include "cli/tracking/experiments_command.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <memory>

#include "cli/output/json_layout.h"
#include "cli/output/times.h"
#include "cli/tracking/lookup.h"
#include "cli/tracking/runs_csv.h"
#include "cli/tracking/session.h"
#include "client/operations.h"
#include "core/json_text.h"
#include "core/uri.h"

namespace cairn::cli {
namespace {

using tracking::Experiment;

struct Flags : CommonFlags {
  ExperimentName experiment;
  std::string artifact_location, new_name, filename, filter;
  std::string view = "active_only";
  std::string output = "table";
  std::optional<std::int64_t> max_results;
  std::vector<std::string> tags, order_by;
  bool json_too = false;
};

Status create(const Flags& flags) {
  const auto connection = TRY(open_connection(flags));
  const auto created = TRY(connection.call(client::kCreateExperiment, {.name = flags.experiment.name,
                                                                       .artifact_location = flags.artifact_location,
                                                                       .tags = TRY(tags_from(flags.tags))}));
  return say_done(flags,
                  fmt::format("Created experiment '{}' with id {}", flags.experiment.name, created.experiment_id),
                  [&] { return api::to_json(created); });
}

std::string tags_text(const Experiment& experiment) {
  std::string text;
  for (const tracking::Tag& tag : experiment.tags) {
    text += fmt::format("{}{}={}", text.empty() ? "" : ", ", tag.key, tag.value);
  }
  return text;
}

std::string time_or(const std::optional<std::int64_t>& time, std::string (*text)(std::int64_t)) {
  return time ? text(*time) : "";
}

Table listing(const std::vector<Experiment>& experiments) {
  Table table{{{"experiment_id", "ID", Align::kRight, Room::kFixed},
               {"name", "NAME"},
               {"lifecycle_stage", "STAGE", Align::kLeft, Room::kDrops},
               {"last_update_time", "UPDATED", Align::kLeft, Room::kDrops},
               {"artifact_location", "ARTIFACTS", Align::kLeft, Room::kGivesWay}},
              {}};
  for (const Experiment& one : experiments) {
    table.rows.push_back({one.experiment_id, one.name, one.lifecycle_stage, time_or(one.last_update_time, local_time),
                          one.artifact_location});
  }
  return table;
}

// MLflow's, sorted by the ids as text.
Table mlflow_listing(std::vector<Experiment> experiments) {
  std::ranges::sort(experiments, {}, &Experiment::experiment_id);
  Table table{{{"", "Experiment Id"}, {"", "Name"}, {"", "Artifact Location"}}, {}};
  for (const Experiment& one : experiments) {
    table.rows.push_back({one.experiment_id, one.name, resolve_uri_if_local(one.artifact_location)});
  }
  return table;
}

Status list(const Flags& flags) {
  if (flags.max_results.value_or(0) < 0) {
    return wrong_usage("Invalid value for '--max-results': max-results must be a non-negative integer");
  }
  const auto view = TRY(view_named(flags.view));
  if (flags.max_results == 0) return show(flags, listing({}), [] { return "[]"; });
  constexpr std::int64_t kPage = 1000;
  const auto connection = TRY(open_connection(flags));
  const auto limit = static_cast<std::size_t>(flags.max_results.value_or(0));
  const auto found = TRY(client::collect(connection, client::kSearchExperiments,
                                         {.max_results = limit > 0 ? std::min(flags.max_results.value(), kPage) : kPage,
                                          .filter = flags.filter,
                                          .order_by = flags.order_by,
                                          .view_type = view},
                                         &api::SearchExperimentsResponse::experiments, limit));
  if (running_shape() == Shape::kMlflow && !flags.json && !flags.csv) {
    fmt::print("{}", table_as_mlflow(mlflow_listing(found)));
    return {};
  }
  return show(flags, listing(found), [&] { return json_array(found); });
}

void json_member(std::string& json, std::string_view name, const std::string& value) {
  json += fmt::format(R"({}"{}":{})", json.size() > 1 ? "," : "", name, value);
}

// As MLflow's command prints it: sorted by name, and escaped as Python does.
std::string mlflow_json(const Experiment& one) {
  const auto number = [](const std::optional<std::int64_t>& value) { return value ? fmt::to_string(*value) : "null"; };
  std::string tags = "{";
  for (const tracking::Tag& tag : one.tags) {
    tags +=
        fmt::format("{}{}:{}", tags.size() > 1 ? "," : "", ascii_json_string(tag.key), ascii_json_string(tag.value));
  }
  std::string json = "{";
  json_member(json, "artifact_location", ascii_json_string(one.artifact_location));
  json_member(json, "creation_time", number(one.creation_time));
  json_member(json, "effective_trace_archival_retention", "null");
  json_member(json, "experiment_id", ascii_json_string(one.experiment_id));
  json_member(json, "last_update_time", number(one.last_update_time));
  json_member(json, "lifecycle_stage", ascii_json_string(one.lifecycle_stage));
  json_member(json, "name", ascii_json_string(one.name));
  json_member(json, "tags", tags + "}");
  json_member(json, "trace_location", "null");
  json_member(json, "workspace", ascii_json_string(one.workspace.empty() ? "default" : one.workspace));
  return indented_json(json + "}", 2);
}

Status get(const Flags& flags) {
  if (flags.experiment.id.empty() == flags.experiment.name.empty()) {
    return wrong_usage("Must specify exactly one of --experiment-id or --experiment-name.");
  }
  const auto connection = TRY(open_connection(flags));
  const Experiment found = TRY(find_experiment(connection, flags.experiment));
  if (flags.output == "json") {
    say(mlflow_json(found));
    return {};
  }
  if (flags.json) {
    say_json(api::to_json(found));
    return {};
  }
  const bool raw = running_shape() == Shape::kMlflow;
  const auto time = [raw](const std::optional<std::int64_t>& value) {
    if (!value) return std::string("N/A");
    return raw ? fmt::to_string(*value) : utc_time(*value);
  };
  const std::pair<std::string_view, std::string> lines[] = {
      {"Experiment ID", found.experiment_id},
      {"Name", found.name},
      {"Artifact Location", found.artifact_location},
      {"Lifecycle Stage", found.lifecycle_stage},
      {"Creation Time", time(found.creation_time)},
      {"Last Update Time", time(found.last_update_time)},
      {"Tags", tags_text(found)},
  };
  for (const auto& [name, value] : lines) fmt::print("{:<19}: {}\n", name, value);
  return {};
}

// An id, looked up by name where that was given.
Result<std::string> id_of(const client::Connection& connection, const Flags& flags) {
  if (!flags.experiment.id.empty() && flags.experiment.name.empty()) return flags.experiment.id;
  return TRY(find_experiment(connection, flags.experiment)).experiment_id;
}

// What there is after a change.
Result<std::string> json_of(const client::Connection& connection, const std::string& id) {
  return api::to_json(TRY(connection.call(client::kGetExperiment, {.experiment_id = id})).experiment);
}

Status rename(const Flags& flags) {
  const auto connection = TRY(open_connection(flags));
  const std::string id = TRY(id_of(connection, flags));
  TRY(connection.call(client::kUpdateExperiment, {.experiment_id = id, .new_name = flags.new_name}));
  return say_done(flags, fmt::format("Experiment with id {} has been renamed to '{}'.", id, flags.new_name),
                  [&] { return json_of(connection, id); });
}

Status remove(const Flags& flags) {
  const auto connection = TRY(open_connection(flags));
  const std::string id = TRY(id_of(connection, flags));
  TRY(connection.call(client::kDeleteExperiment, {.experiment_id = id}));
  return say_done(flags, fmt::format("Experiment with ID {} has been deleted.", id),
                  [&] { return json_of(connection, id); });
}

Status restore(const Flags& flags) {
  const auto connection = TRY(open_connection(flags));
  const std::string id = TRY(id_of(connection, flags));
  TRY(connection.call(client::kRestoreExperiment, {.experiment_id = id}));
  return say_done(flags, fmt::format("Experiment with id {} has been restored.", id),
                  [&] { return json_of(connection, id); });
}

Status csv(const Flags& flags) {
  const auto connection = TRY(open_connection(flags));
  const std::string id = TRY(id_of(connection, flags));
  const auto runs = TRY(client::collect(connection, client::kSearchRuns, {.experiment_ids = {id}},
                                        &api::SearchRunsResponse::runs, kMostRunsInCsv));
  if (flags.filename.empty()) {
    say(runs_as_csv(runs));
    return {};
  }
  std::ofstream file(flags.filename, std::ios::binary);
  file << runs_as_csv(runs);
  file.close();
  if (!file)
    return internal_error(
        fmt::format("'{}' cannot be written. Is the folder there, and is there room?", flags.filename));
  say(fmt::format("Experiment with ID {} has been exported as a CSV to file: {}.", id, flags.filename));
  return {};
}

}  // namespace

Command experiments_command() {
  const auto f = std::make_shared<Flags>();
  const Flag id{
      .names = "--experiment-id,-x", .target = &f->experiment.id, .help = "The experiment's id.", .value = "ID"};
  const Flag name{.names = "--experiment-name,-n",
                  .target = &f->experiment.name,
                  .help = "Its name, instead of its id.",
                  .value = "NAME"};
  Flag required_name = name;
  required_name.required = true;
  required_name.help = "The name of the new experiment.";
  const Flag view{
      .names = "--view,-v", .target = &f->view, .help = "active_only, deleted_only or all.", .value = "VIEW"};
  const std::vector<Flag> searching = {
      view,
      {.names = "--max-results", .target = &f->max_results, .help = "At most so many; without it, all."},
      {.names = "--filter", .target = &f->filter, .help = "MLflow's filter: \"name LIKE 'iris%'\".", .value = "FILTER"},
      {.names = "--order-by",
       .target = &f->order_by,
       .help = "\"name ASC\", \"last_update_time DESC\".",
       .value = "ORDER"},
  };
  Command command;
  command.name = "experiments";
  command.help = "Manage experiments.";
  command.example = "cairn experiments list";
  command.commands = {
      {.name = "create",
       .help = "Create an experiment.",
       .example = "cairn experiments create --experiment-name iris",
       .flags =
           with_common_flags(*f, Shows::kOne,
                             {required_name,
                              {.names = "--artifact-location,-l",
                               .target = &f->artifact_location,
                               .help = "Where its runs keep their artifacts; otherwise the server chooses.",
                               .value = "URI"},
                              {.names = "--tag,-t", .target = &f->tags, .help = "A tag of it.", .value = "KEY=VALUE"}}),
       .run = reporting(f, create)},
      {.name = "list",
       .help = "List experiments.",
       .example = "cairn experiments list --view all",
       .flags = with_common_flags(*f, Shows::kList, searching),
       .run = reporting(f, list),
       .shape = Shape::kCairn},
      {.name = "search",
       .help = "Search for experiments.",
       .example = "cairn experiments search --filter \"name LIKE 'iris%'\"",
       .flags = with_common_flags(*f, Shows::kList, searching),
       .run = reporting(f, list)},
      {.name = "get",
       .help = "Show an experiment.",
       .example = "cairn experiments get --experiment-name iris",
       .flags = with_common_flags(
           *f, Shows::kOne,
           {id,
            name,
            {.names = "--output", .target = &f->output, .help = "As MLflow prints it.", .choices = {"json", "table"}}}),
       .run = reporting(f, get)},
      {.name = "rename",
       .help = "Rename an active experiment.",
       .example = "cairn experiments rename --experiment-id 1 --new-name iris",
       .flags = with_common_flags(*f, Shows::kOne,
                                  {id,
                                   name,
                                   {.names = "--new-name",
                                    .target = &f->new_name,
                                    .help = "The new name.",
                                    .required = true,
                                    .value = "NAME"}}),
       .run = reporting(f, rename)},
      {.name = "delete",
       .help = "Mark an experiment and its runs as deleted; `restore` brings them back.",
       .example = "cairn experiments delete --experiment-id 1",
       .flags = with_common_flags(*f, Shows::kOne, {id, name}),
       .run = reporting(f, remove)},
      {.name = "restore",
       .help = "Bring a deleted experiment back.",
       .example = "cairn experiments restore --experiment-id 1",
       .flags = with_common_flags(*f, Shows::kOne, {id}),
       .run = reporting(f, restore)},
      {.name = "csv",
       .help = "Write all runs of an experiment as CSV.",
       .example = "cairn experiments csv --experiment-id 1 --filename runs.csv",
       .flags = with_common_flags(*f, Shows::kText,
                                  {id,
                                   name,
                                   {.names = "--filename,-o",
                                    .target = &f->filename,
                                    .help = "The file; otherwise it is printed.",
                                    .value = "FILE"}}),
       .run = reporting(f, csv)},
  };
  return command;
}

}  // namespace cairn::cli
