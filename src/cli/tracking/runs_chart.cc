// `runs plot`, a chart of a metric, and `runs watch`, what is running now.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fmt/format.h>
#include <map>

#include "cli/output/chart.h"
#include "cli/output/interrupt.h"
#include "cli/output/terminal.h"
#include "cli/output/text_width.h"
#include "cli/output/times.h"
#include "cli/tracking/runs_csv.h"
#include "cli/tracking/runs_flags.h"
#include "client/operations.h"
#include "core/clock.h"
#include "http_client/retry.h"

namespace cairn::cli {
namespace {

using tracking::Run;

constexpr std::size_t kMostRunsAtOnce = 100;  // what the server samples in one request

using Samples = std::map<std::string, std::vector<api::MetricWithRunId>>;  // by run

Result<Samples> sample(const client::Connection& connection, const std::vector<std::string>& run_ids,
                       const std::string& key, std::int32_t points) {
  Samples samples;
  for (std::size_t begin = 0; begin < run_ids.size(); begin += kMostRunsAtOnce) {
    const auto at = run_ids.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto end = run_ids.begin() + static_cast<std::ptrdiff_t>(std::min(begin + kMostRunsAtOnce, run_ids.size()));
    auto found = TRY(connection.call(client::kSampleMetricHistory,
                                     {.run_ids = {at, end}, .metric_key = key, .max_results = points}));
    for (auto& metric : found.metrics) samples[metric.run_id].push_back(std::move(metric));
  }
  return samples;
}

// ---- plot

Result<std::string> only_metric(const std::vector<Run>& runs) {
  std::vector<std::string> keys;
  for (const Run& run : runs) {
    for (const auto& metric : run.data.metrics) {
      if (std::ranges::find(keys, metric.key) == keys.end()) keys.push_back(metric.key);
    }
  }
  if (keys.size() == 1) return keys.front();
  if (keys.empty()) return invalid_parameter("The run has no metrics to plot.");
  return wrong_usage(fmt::format("Name a metric with --metric. There are {}.", fmt::join(keys, ", ")));
}

Status plot(const RunsFlags& flags) {
  if (flags.metrics.size() > 1 && flags.run_ids.size() > 1) {
    return wrong_usage("Plot several runs with one --metric, or several metrics of one run.");
  }
  const auto connection = TRY(open_connection(flags));
  std::vector<Run> runs;
  for (const std::string& id : flags.run_ids) {
    runs.push_back(TRY(connection.call(client::kGetRun, {.run_id = id})).run);
  }
  std::vector<std::string> keys = flags.metrics;
  if (keys.empty()) keys.push_back(TRY(only_metric(runs)));
  const ChartSize size{static_cast<std::size_t>(std::clamp<std::int64_t>(
                           flags.width.value_or(static_cast<std::int64_t>(terminal_width())), 20, 1000)),
                       static_cast<std::size_t>(std::clamp<std::int64_t>(flags.height.value_or(20), 8, 500))};
  constexpr std::int32_t kMostPoints = 2500;
  std::vector<Curve> curves;
  std::vector<api::MetricWithRunId> all;
  for (const std::string& key : keys) {
    Samples samples = TRY(sample(connection, flags.run_ids, key, kMostPoints));
    for (const Run& run : runs) {
      Curve curve{fmt::format("{}  {} ({})", key, run.info.run_name, run.info.run_id.substr(0, 8)), {}};
      for (auto& metric : samples[run.info.run_id]) {
        curve.points.push_back({static_cast<double>(metric.step), metric.value});
        all.push_back(std::move(metric));
      }
      if (curve.points.empty()) {
        return does_not_exist(fmt::format("Run '{}' has no metric '{}'.", run.info.run_id, key));
      }
      curves.push_back(std::move(curve));
    }
  }
  if (!flags.json && !flags.csv) {
    fmt::print("{}", chart(curves, size));
    return {};
  }
  Table table{{{"run_id", "RUN ID"}, {"key", "KEY"}, {"step", "STEP"}, {"timestamp", "TIME"}, {"value", "VALUE"}}, {}};
  for (const auto& metric : all) {
    table.rows.push_back({metric.run_id, metric.key, fmt::to_string(metric.step), fmt::to_string(metric.timestamp),
                          csv_number(metric.value)});
  }
  return show(flags, table, [&] { return json_array(all); });
}

// ---- watch

struct Watched {
  Run run;
  std::string key;  // empty: it has logged nothing yet
  std::vector<double> values;
};

std::string default_key(const Run& run) {
  for (const auto& metric : run.data.metrics) {
    if (!metric.key.starts_with("system/")) return metric.key;
  }
  return {};
}

Result<std::vector<Watched>> look(const client::Connection& connection, const RunsFlags& flags) {
  constexpr std::size_t kMostWatched = 50;
  constexpr std::int32_t kPoints = 120;
  const auto runs = TRY(client::collect(connection, client::kSearchRuns,
                                        {.experiment_ids = TRY(experiment_ids(connection, flags)),
                                         .filter = "attributes.status = 'RUNNING'",
                                         .max_results = kMostWatched},
                                        &api::SearchRunsResponse::runs, kMostWatched));
  std::map<std::string, std::vector<std::string>> runs_by_key;
  std::vector<Watched> watched;
  for (const Run& run : runs) {
    std::vector<std::string> keys = flags.metrics;
    if (keys.empty()) keys.push_back(default_key(run));
    for (const std::string& key : keys) {
      watched.push_back({run, key, {}});
      if (!key.empty()) runs_by_key[key].push_back(run.info.run_id);
    }
  }
  for (const auto& [key, ids] : runs_by_key) {
    Samples samples = TRY(sample(connection, ids, key, kPoints));
    for (Watched& one : watched) {
      if (one.key != key) continue;
      for (const auto& metric : samples[one.run.info.run_id]) one.values.push_back(metric.value);
    }
  }
  return watched;
}

Table watched_table(const std::vector<Watched>& watched, std::size_t width, bool whole) {
  Table table{{{"run_id", "RUN ID", Align::kLeft, Room::kFixed},
               {"run_name", "NAME"},
               {"duration", "FOR", Align::kRight, Room::kDrops},
               {"metric", "METRIC"},
               {"last", "LAST", Align::kRight, Room::kFixed},
               {"step", "STEP", Align::kRight, Room::kDrops},
               {"history", "HISTORY", Align::kLeft, Room::kFixed}},
              {}};
  constexpr std::size_t kOthers = 70;  // columns of all but the history
  const std::size_t bars = std::clamp<std::size_t>(width > kOthers ? width - kOthers : 0, 12, 60);
  for (const Watched& one : watched) {
    const auto& metrics = one.run.data.metrics;
    const auto last = std::ranges::find(metrics, one.key, &tracking::Metric::key);
    const bool known = last != metrics.end();
    const tracking::RunInfo& info = one.run.info;
    table.rows.push_back({whole ? info.run_id : info.run_id.substr(0, 8), info.run_name,
                          duration(now_ms() - info.start_time), one.key,
                          !known  ? ""
                          : whole ? csv_number(last->value)
                                  : short_number(last->value),
                          known ? fmt::to_string(last->step) : "", sparkline(one.values, bars)});
  }
  return table;
}

std::string dashboard(const client::Connection& connection, const std::vector<Watched>& watched, std::size_t width) {
  return fmt::format("{} running on {}   {}\n\n{}", watched.size(), connection.name(), utc_time(now_ms()),
                     table_for_terminal(watched_table(watched, width, false), width));
}

// The terminal's second screen, so that what stood on the first is there again afterwards.
class SecondScreen {
 public:
  SecondScreen() { fmt::print("\x1b[?1049h\x1b[?25l"); }
  ~SecondScreen() {
    fmt::print("\x1b[?25h\x1b[?1049l");
    std::fflush(stdout);
  }
  SecondScreen(const SecondScreen&) = delete;
  SecondScreen& operator=(const SecondScreen&) = delete;

  static void draw(const std::string& text, std::size_t lines) {
    fmt::print("\x1b[H");
    std::size_t begin = 0;
    for (std::size_t line = 0; line + 1 < lines && begin < text.size(); ++line) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      fmt::print("{}\x1b[K\r\n", text.substr(begin, end - begin));
      begin = end + 1;
    }
    fmt::print("\x1b[J");
    std::fflush(stdout);
  }
};

std::string watched_json(const std::vector<Watched>& watched) {
  std::vector<Run> runs;
  for (const Watched& one : watched) {
    if (runs.empty() || runs.back().info.run_id != one.run.info.run_id) runs.push_back(one.run);
  }
  return json_array(runs);
}

Status watch(const RunsFlags& flags) {
  if (flags.interval < 1) return wrong_usage("Invalid value for '--interval': it is at least 1 second.");
  const Interruptible interrupt;
  const auto connection = TRY(open_connection(flags, interrupt));
  auto watched = TRY(look(connection, flags));  // what is wrong with the server shows on the first screen
  if (flags.json || flags.csv) {
    return show(flags, watched_table(watched, terminal_width(), true), [&] { return watched_json(watched); });
  }
  if (flags.once || !is_terminal()) {
    fmt::print("{}", dashboard(connection, watched, terminal_width()));
    return {};
  }
  const SecondScreen screen;
  std::string trouble;
  do {
    std::string text = dashboard(connection, watched, terminal_width());
    text += watched.empty() ? "\nNothing is running; new runs show up here.\n" : "";
    text += fmt::format("\n{}\n", trouble.empty() ? "Ctrl-C ends." : "Lost the server, trying again: " + trouble);
    SecondScreen::draw(text, terminal_height());
    if (!http_client::wait_for(std::chrono::seconds(flags.interval), interrupt.token())) break;
    auto next = look(connection, flags);
    trouble = next.ok() ? "" : next.error().message();
    if (next.ok()) watched = std::move(*next);
  } while (!interrupt.interrupted());
  return {};
}

}  // namespace

std::vector<Command> runs_chart_commands(const SharedRunsFlags& f) {
  const Flag metric{.names = "--metric,-m", .target = &f->metrics, .help = "The metric.", .value = "KEY"};
  std::vector<Flag> watching = experiment_flags(*f);
  watching.insert(
      watching.end(),
      {metric,
       {.names = "--interval", .target = &f->interval, .help = "Seconds between two looks."},
       {.names = "--once",
        .target = &f->once,
        .help = "Look once, and end; so it does with --json or --csv, and where the output is no terminal."}});
  return {
      {.name = "watch",
       .help = "Show what is running now, with a curve of a metric, until Ctrl-C.",
       .example = "cairn runs watch --experiment-name iris --metric loss",
       .flags = with_common_flags(*f, Shows::kList, watching),
       .run = reporting(f, watch),
       .shape = Shape::kCairn},
      {.name = "plot",
       .help = "Draw the history of a metric in the terminal.",
       .example = "cairn runs plot 24e3cfd4e6584d4b8f814f1b8247f835 --metric loss",
       .flags =
           with_common_flags(*f, Shows::kList,
                             {run_ids_flag(*f),
                              metric,
                              {.names = "--width", .target = &f->width, .help = "Columns; otherwise the terminal's."},
                              {.names = "--height", .target = &f->height, .help = "Lines; otherwise 20."}}),
       .run = reporting(f, plot),
       .shape = Shape::kCairn},
  };
}

}  // namespace cairn::cli
