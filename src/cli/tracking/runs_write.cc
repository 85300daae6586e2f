#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include "cli/output/json_layout.h"
#include "cli/tracking/changes.h"
#include "cli/tracking/runs_flags.h"
#include "client/operations.h"
#include "core/clock.h"
#include "core/json_text.h"
#include "core/utf8.h"

namespace cairn::cli {
namespace {

std::string user_name() {
  const passwd* user = ::getpwuid(::geteuid());
  return user ? user->pw_name : "unknown";
}

// MLflow's client makes an experiment that is named and not there.
Result<std::string> experiment_for(const client::Connection& connection, const RunsFlags& flags) {
  if (flags.experiment.name.empty()) return flags.experiment.id;
  const auto found = connection.call(client::kGetExperimentByName, {.experiment_name = flags.experiment.name});
  if (found.ok()) return found->experiment.experiment_id;
  if (found.error().code() != ErrorCode::kResourceDoesNotExist) return found.error();
  fmt::print(stderr, "Experiment with name '{}' does not exist. Creating a new experiment.\n", flags.experiment.name);
  return TRY(connection.call(client::kCreateExperiment, {.name = flags.experiment.name})).experiment_id;
}

Result<tracking::RunStatus> status_of(const std::string& word) {
  constexpr std::pair<std::string_view, tracking::RunStatus> kWords[] = {
      {"finished", tracking::RunStatus::kFinished},
      {"failed", tracking::RunStatus::kFailed},
      {"killed", tracking::RunStatus::kKilled},
      {"running", tracking::RunStatus::kRunning},
  };
  for (const auto& [name, status] : kWords) {
    if (name == lower_case(word)) return status;
  }
  return invalid_parameter(fmt::format("'{}' is no status", word));
}

std::string upper_case(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

// As MLflow's command answers.
std::string created_json(const RunsFlags& flags, const tracking::RunInfo& info) {
  return fmt::format(R"({{"run_id":"{}","experiment_id":"{}","status":"{}","run_name":{}}})", info.run_id,
                     info.experiment_id, upper_case(flags.status),
                     flags.run_name.empty() ? "null" : ascii_json_string(flags.run_name));
}

Status create(const RunsFlags& given) {
  RunsFlags flags = given;
  if (flags.experiment.id.empty() && flags.experiment.name.empty()) {
    if (const char* id = std::getenv("MLFLOW_EXPERIMENT_ID")) flags.experiment.id = id;
    if (const char* name = std::getenv("MLFLOW_EXPERIMENT_NAME")) flags.experiment.name = name;
  }
  if (flags.experiment.id.empty() == flags.experiment.name.empty()) {
    return wrong_usage("Must specify exactly one of --experiment-id or --experiment-name.");
  }
  std::vector<tracking::Tag> tags = TRY(tags_from(flags.tags));
  const auto add = [&tags](std::string key, std::string value) {
    if (std::ranges::find(tags, key, &tracking::Tag::key) == tags.end())
      tags.push_back({std::move(key), std::move(value)});
  };
  if (!flags.description.empty()) add("mlflow.note.content", flags.description);
  if (!flags.parent_run_id.empty()) add("mlflow.parentRunId", flags.parent_run_id);
  add("mlflow.user", user_name());
  add("mlflow.source.name", "cairn");
  add("mlflow.source.type", "LOCAL");
  const auto status = TRY(status_of(flags.status));

  const auto connection = TRY(open_connection(flags));
  if (!flags.parent_run_id.empty()) TRY(connection.call(client::kGetRun, {.run_id = flags.parent_run_id}));
  const auto run = TRY(connection.call(client::kCreateRun, {.experiment_id = TRY(experiment_for(connection, flags)),
                                                            .user_id = user_name(),
                                                            .run_name = flags.run_name,
                                                            .start_time = now_ms(),
                                                            .tags = std::move(tags)}))
                       .run;
  if (status != tracking::RunStatus::kRunning) {
    TRY(connection.call(client::kUpdateRun, {.run_id = run.info.run_id, .status = status, .end_time = now_ms()}));
  }
  const std::string json = created_json(flags, run.info);
  return say_done(flags, indented_json(json, 2), [&] { return json; });
}

Status log_metric(const RunsFlags& flags) {
  const auto connection = TRY(open_connection(flags));
  const api::LogMetricRequest metric{.run_id = flags.run_id,
                                     .key = flags.key,
                                     .value = flags.number,
                                     .timestamp = flags.timestamp.value_or(now_ms()),
                                     .step = flags.step};
  TRY(connection.call(client::kLogMetric, metric));
  return say_done(flags, fmt::format("Logged metric {}={} at step {}.", flags.key, flags.number, flags.step), [&] {
    return api::to_json(api::LoggedMetric{metric.run_id, metric.key, metric.value, metric.timestamp, metric.step});
  });
}

Status log_param(const RunsFlags& flags) {
  const auto connection = TRY(open_connection(flags));
  const api::KeyValueRequest param{.run_id = flags.run_id, .key = flags.key, .value = flags.value};
  TRY(connection.call(client::kLogParam, param));
  return say_done(flags, fmt::format("Logged parameter {}={}.", flags.key, flags.value),
                  [&] { return api::to_json(api::LoggedValue{param.run_id, param.key, param.value}); });
}

Status set_tag(const RunsFlags& flags) {
  const auto connection = TRY(open_connection(flags));
  const api::KeyValueRequest tag{.run_id = flags.run_id, .key = flags.key, .value = flags.value};
  TRY(connection.call(client::kSetTag, tag));
  return say_done(flags, fmt::format("Set tag {}={}.", flags.key, flags.value),
                  [&] { return api::to_json(api::LoggedValue{tag.run_id, tag.key, tag.value}); });
}

// What there is after a change.
Result<std::string> json_of(const client::Connection& connection, const std::string& run_id) {
  return api::to_json(TRY(connection.call(client::kGetRun, {.run_id = run_id})).run);
}

Status remove(const RunsFlags& flags) {
  const auto connection = TRY(open_connection(flags));
  TRY(connection.call(client::kDeleteRun, {.run_id = flags.run_id}));
  return say_done(flags, fmt::format("Run with ID {} has been deleted.", flags.run_id),
                  [&] { return json_of(connection, flags.run_id); });
}

Status restore(const RunsFlags& flags) {
  const auto connection = TRY(open_connection(flags));
  TRY(connection.call(client::kRestoreRun, {.run_id = flags.run_id}));
  return say_done(flags, fmt::format("Run with id {} has been restored.", flags.run_id),
                  [&] { return json_of(connection, flags.run_id); });
}

}  // namespace

std::vector<Command> runs_write_commands(const SharedRunsFlags& f) {
  const Flag run_id = run_id_flag(*f);
  const Flag key{.names = "--key,-k", .target = &f->key, .help = "Its name.", .required = true, .value = "KEY"};
  const Flag value{.names = "--value", .target = &f->value, .help = "Its value.", .required = true};
  std::vector<Flag> creating = experiment_flags(*f);
  creating.insert(creating.end(),
                  {{.names = "--run-name",
                    .target = &f->run_name,
                    .help = "The run's name; otherwise one is made up.",
                    .value = "NAME"},
                   {.names = "--description", .target = &f->description, .help = "What the run is."},
                   {.names = "--tags,-t", .target = &f->tags, .help = "A tag of it.", .value = "KEY=VALUE"},
                   {.names = "--status",
                    .target = &f->status,
                    .help = "What it ends with at once; `running` leaves it open.",
                    .choices = {"finished", "failed", "killed", "running"}},
                   {.names = "--parent-run-id",
                    .target = &f->parent_run_id,
                    .help = "The run that it belongs to.",
                    .value = "ID"}});
  return {
      {.name = "create",
       .help = "Create a run, and end it.",
       .example = "cairn runs create --experiment-name iris --run-name baseline --tags env=prod",
       .flags = with_common_flags(*f, Shows::kOne, creating),
       .run = reporting(f, create)},
      {.name = "log-metric",
       .help = "Log a value of a metric.",
       .example = "cairn runs log-metric --run-id ID --key loss --value 0.5 --step 10",
       .flags = with_common_flags(
           *f, Shows::kOne,
           {run_id,
            key,
            {.names = "--value", .target = &f->number, .help = "Its value.", .required = true},
            {.names = "--step", .target = &f->step, .help = "The step."},
            {.names = "--timestamp", .target = &f->timestamp, .help = "Milliseconds since 1970; otherwise now."}}),
       .run = reporting(f, log_metric),
       .shape = Shape::kCairn},
      {.name = "log-param",
       .help = "Log a parameter.",
       .example = "cairn runs log-param --run-id ID --key lr --value 0.01",
       .flags = with_common_flags(*f, Shows::kOne, {run_id, key, value}),
       .run = reporting(f, log_param),
       .shape = Shape::kCairn},
      {.name = "set-tag",
       .help = "Set a tag of a run.",
       .example = "cairn runs set-tag --run-id ID --key env --value prod",
       .flags = with_common_flags(*f, Shows::kOne, {run_id, key, value}),
       .run = reporting(f, set_tag),
       .shape = Shape::kCairn},
      {.name = "delete",
       .help = "Mark a run as deleted; `restore` brings it back.",
       .example = "cairn runs delete --run-id ID",
       .flags = with_common_flags(*f, Shows::kOne, {run_id}),
       .run = reporting(f, remove)},
      {.name = "restore",
       .help = "Bring a deleted run back.",
       .example = "cairn runs restore --run-id ID",
       .flags = with_common_flags(*f, Shows::kOne, {run_id}),
       .run = reporting(f, restore)},
  };
}

}  // namespace cairn::cli
