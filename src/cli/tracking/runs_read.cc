#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>

#include "cli/output/terminal.h"
#include "cli/output/times.h"
#include "cli/tracking/run_json.h"
#include "cli/tracking/runs_csv.h"
#include "cli/tracking/runs_flags.h"
#include "client/operations.h"
#include "core/clock.h"
#include "core/python_text.h"

namespace cairn::cli {
namespace {

using tracking::Run;

constexpr std::size_t kMetricColumns = 4;  // unless --metric names others

std::string spent(const tracking::RunInfo& info) {
  if (!info.end_time && info.status != tracking::RunStatus::kRunning) return "";
  return duration(info.end_time.value_or(now_ms()) - info.start_time);
}

std::string metric_of(const Run& run, const std::string& key, std::string (*text)(double)) {
  const auto found = std::ranges::find(run.data.metrics, key, &tracking::Metric::key);
  return found == run.data.metrics.end() ? "" : text(found->value);
}

// Those that most runs have.
std::vector<std::string> usual_metrics(const std::vector<Run>& runs) {
  std::map<std::string, std::size_t> counts;
  for (const Run& run : runs) {
    for (const tracking::Metric& metric : run.data.metrics) {
      if (!metric.key.starts_with("system/")) ++counts[metric.key];
    }
  }
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::ranges::stable_sort(sorted, [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> keys;
  for (const auto& [key, count] : sorted) {
    if (keys.size() < kMetricColumns) keys.push_back(key);
  }
  return keys;
}

Table listing(const std::vector<Run>& runs, const RunsFlags& flags) {
  Table table{{{"run_id", "RUN ID", Align::kLeft, Room::kFixed},
               {"run_name", "NAME"},
               {"status", "STATUS", Align::kLeft, Room::kFixed}},
              {}};
  const std::vector<std::string> metrics = flags.metrics.empty() ? usual_metrics(runs) : flags.metrics;
  for (const std::string& key : metrics) table.columns.push_back({"metrics." + key, key, Align::kRight, Room::kDrops});
  table.columns.insert(table.columns.end(), {{"start_time", "STARTED", Align::kLeft, Room::kDrops},
                                             {"duration", "TOOK", Align::kRight, Room::kDrops},
                                             {"experiment_id", "EXP", Align::kRight, Room::kDrops}});
  for (const Run& run : runs) {
    const tracking::RunInfo& info = run.info;
    std::vector<std::string> row = {info.run_id, info.run_name, status_name(info.status)};
    for (const std::string& key : metrics) row.push_back(metric_of(run, key, flags.csv ? csv_number : short_number));
    row.push_back(flags.csv ? csv_time(info.start_time) : local_time(info.start_time));
    row.push_back(spent(info));
    row.push_back(info.experiment_id);
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table mlflow_listing(const std::vector<Run>& runs) {
  Table table{{{"", "Date"}, {"", "Name"}, {"", "ID"}}, {}};
  for (const Run& run : runs) table.rows.push_back({utc_time(run.info.start_time), run.info.run_name, run.info.run_id});
  std::ranges::sort(table.rows, std::greater<>());
  return table;
}

Status list(const RunsFlags& given) {
  RunsFlags flags = given;
  if (flags.experiment.id.empty() && flags.experiment.name.empty()) {
    if (const char* id = std::getenv("MLFLOW_EXPERIMENT_ID"))
      flags.experiment.id = id;
    else if (const char* name = std::getenv("MLFLOW_EXPERIMENT_NAME"))
      flags.experiment.name = name;
  }
  const bool as_mlflow = running_shape() == Shape::kMlflow && !flags.json && !flags.csv;
  if (as_mlflow && flags.experiment.id.empty() && flags.experiment.name.empty()) {
    return wrong_usage("Missing option '--experiment-id'.");
  }
  if (flags.max_results.value_or(1) < 1) return wrong_usage("Invalid value for '--max-results': it is at least 1.");
  const auto view = TRY(view_named(flags.view));
  const auto connection = TRY(open_connection(flags));
  constexpr std::int64_t kPage = 1000;
  const std::int64_t limit = flags.max_results.value_or(as_mlflow ? kPage : 0);
  const auto runs =
      TRY(client::collect(connection, client::kSearchRuns,
                          {.experiment_ids = TRY(experiment_ids(connection, flags)),
                           .filter = flags.filter,
                           .run_view_type = view,
                           .max_results = static_cast<std::int32_t>(limit > 0 ? std::min(limit, kPage) : kPage),
                           .order_by = flags.order_by},
                          &api::SearchRunsResponse::runs, static_cast<std::size_t>(limit)));
  if (as_mlflow) {
    fmt::print("{}", table_as_mlflow(mlflow_listing(runs)));
    return {};
  }
  return show(flags, listing(runs, flags), [&] { return json_array(runs); });
}

template <class Item, class Text>
void print_section(std::string_view title, std::vector<Item> items, Text text) {
  if (items.empty()) return;
  std::ranges::sort(items, {}, &Item::key);
  fmt::print("\n{}\n", colored(title, Color::kBold));
  Table table{{{"", ""}, {"", "", Align::kLeft}}, {}};
  std::size_t widest = 0;
  for (const Item& item : items) widest = std::max(widest, item.key.size());
  for (const Item& item : items) fmt::print("  {:<{}}  {}\n", item.key, widest, text(item));
}

Status get(const RunsFlags& flags) {
  const auto connection = TRY(open_connection(flags));
  const Run run = TRY(connection.call(client::kGetRun, {.run_id = flags.run_id})).run;
  if (flags.json) {
    say_json(api::to_json(run));
    return {};
  }
  const tracking::RunInfo& info = run.info;
  const std::pair<std::string_view, std::string> lines[] = {
      {"Run ID", info.run_id},
      {"Name", info.run_name},
      {"Experiment ID", info.experiment_id},
      {"Status", status_name(info.status)},
      {"Lifecycle Stage", info.lifecycle_stage},
      {"User", info.user_id},
      {"Started", utc_time(info.start_time)},
      {"Ended", info.end_time ? utc_time(*info.end_time) : ""},
      {"Took", spent(info)},
      {"Artifacts", info.artifact_uri},
  };
  for (const auto& [name, value] : lines) fmt::print("{:<17}: {}\n", name, value);
  print_section("Parameters", run.data.params, [](const tracking::Param& param) { return param.value; });
  print_section("Metrics", run.data.metrics, [](const tracking::Metric& metric) {
    return fmt::format("{} (step {})", python_repr(metric.value), metric.step);
  });
  print_section("Tags", run.data.tags, [](const tracking::Tag& tag) { return tag.value; });
  return {};
}

Status describe(const RunsFlags& flags) {
  const auto connection = TRY(open_connection(flags));
  say(described_run(TRY(connection.call(client::kGetRun, {.run_id = flags.run_id})).run));
  return {};
}

// ---- compare

struct Facts {
  std::string kind;  // "param", "metric", "info"
  std::string name;
  std::vector<std::string> values;  // one a run
};

Facts& facts_of(std::vector<Facts>& all, const std::string& kind, const std::string& name, std::size_t runs) {
  const auto found = std::ranges::find_if(all, [&](const Facts& one) { return one.kind == kind && one.name == name; });
  if (found != all.end()) return *found;
  return all.emplace_back(Facts{kind, name, std::vector<std::string>(runs)});
}

std::vector<Facts> compared(const std::vector<Run>& runs) {
  std::vector<Facts> all;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    facts_of(all, "info", "name", runs.size()).values[i] = runs[i].info.run_name;
    facts_of(all, "info", "status", runs.size()).values[i] = status_name(runs[i].info.status);
    facts_of(all, "info", "took", runs.size()).values[i] = spent(runs[i].info);
  }
  for (std::size_t i = 0; i < runs.size(); ++i) {
    for (const auto& param : runs[i].data.params)
      facts_of(all, "param", param.key, runs.size()).values[i] = param.value;
  }
  for (std::size_t i = 0; i < runs.size(); ++i) {
    for (const auto& metric : runs[i].data.metrics)
      facts_of(all, "metric", metric.key, runs.size()).values[i] = short_number(metric.value);
  }
  return all;
}

Status compare(const RunsFlags& flags) {
  if (flags.run_ids.size() < 2) return wrong_usage("Name at least two runs: cairn runs compare RUN_ID RUN_ID");
  const auto connection = TRY(open_connection(flags));
  std::vector<Run> runs;
  for (const std::string& id : flags.run_ids) {
    runs.push_back(TRY(connection.call(client::kGetRun, {.run_id = id})).run);
  }
  Table table{{{"kind", "", Align::kLeft, Room::kDrops}, {"name", ""}}, {}};
  for (const Run& run : runs) table.columns.push_back({run.info.run_id, run.info.run_id, Align::kRight});
  if (is_terminal() && !flags.csv) {
    for (std::size_t i = 0; i < runs.size(); ++i) table.columns[i + 2].title = runs[i].info.run_id.substr(0, 8);
  }
  for (Facts& facts : compared(runs)) {
    const bool same =
        std::ranges::all_of(facts.values, [&](const std::string& value) { return value == facts.values[0]; });
    if (same && flags.differing) continue;
    std::vector<std::string> row = {facts.kind, facts.name};
    row.insert(row.end(), facts.values.begin(), facts.values.end());
    table.rows.push_back(std::move(row));
  }
  return show(flags, table, [&] { return json_array(runs); });
}

}  // namespace

std::vector<Command> runs_read_commands(const SharedRunsFlags& f) {
  std::vector<Flag> listing_flags = experiment_flags(*f);
  listing_flags.insert(
      listing_flags.end(),
      {{.names = "--view,-v", .target = &f->view, .help = "active_only, deleted_only or all.", .value = "VIEW"},
       {.names = "--filter",
        .target = &f->filter,
        .help = "MLflow's filter: \"metrics.loss < 0.1\".",
        .value = "FILTER"},
       {.names = "--order-by",
        .target = &f->order_by,
        .help = "\"metrics.loss ASC\"; otherwise the newest first.",
        .value = "ORDER"},
       {.names = "--max-results", .target = &f->max_results, .help = "At most so many; without it, all."},
       {.names = "--metric", .target = &f->metrics, .help = "Show this metric.", .value = "KEY"}});
  return {
      {.name = "list",
       .help = "List the runs of an experiment, or of all.",
       .example = "cairn runs list --experiment-name iris",
       .flags = with_common_flags(*f, Shows::kList, listing_flags),
       .run = reporting(f, list)},
      {.name = "search",
       .help = "Search for runs.",
       .example = "cairn runs search --filter \"metrics.loss < 0.1\" --order-by \"metrics.loss ASC\"",
       .flags = with_common_flags(*f, Shows::kList, listing_flags),
       .run = reporting(f, list),
       .shape = Shape::kCairn},
      {.name = "get",
       .help = "Show a run: parameters, latest metrics, tags.",
       .example = "cairn runs get --run-id 24e3cfd4e6584d4b8f814f1b8247f835",
       .flags = with_common_flags(*f, Shows::kOne, {run_id_flag(*f)}),
       .run = reporting(f, get),
       .shape = Shape::kCairn},
      {.name = "describe",
       .help = "Print all about a run as JSON.",
       .example = "cairn runs describe --run-id 24e3cfd4e6584d4b8f814f1b8247f835",
       .flags = with_common_flags(*f, Shows::kOne, {run_id_flag(*f)}),
       .run = reporting(f, describe)},
      {.name = "compare",
       .help = "Show runs side by side: parameters and latest metrics.",
       .example = "cairn runs compare 24e3cfd4e6584d4b8f814f1b8247f835 eab93cd8628e4631ba3126a16a0380b3",
       .flags = with_common_flags(
           *f, Shows::kList,
           {run_ids_flag(*f),
            {.names = "--differing", .target = &f->differing, .help = "Only what is not the same in all."}}),
       .run = reporting(f, compare),
       .shape = Shape::kCairn},
  };
}

}  // namespace cairn::cli
