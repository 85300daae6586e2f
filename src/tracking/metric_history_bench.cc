// What metric history costs: metric_history_bench [folder for the database]
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>

#include "db/schema.h"
#include "db/sqlite_database.h"
#include "tracking/metric_conversion.h"
#include "tracking/metric_history.h"

namespace cairn::tracking {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

template <class T>
T must(Result<T> result) {
  if (result.ok()) return std::move(result).value();
  std::fprintf(stderr, "%s\n", result.error().message().c_str());
  std::exit(1);
}

enum class Values { kDoubles, kFloats };

// A loss that falls, with noise; a point every 20 ms or so.
class Training {
 public:
  explicit Training(Values values) : values_(values) {}
  Point next() {
    timestamp_ += 15 + static_cast<std::int64_t>(random_() % 10);
    const double loss = 2.3 * std::exp(-1e-5 * static_cast<double>(step_)) + noise_(random_);
    return logged_point(step_++, timestamp_,
                        values_ == Values::kDoubles ? loss : static_cast<double>(static_cast<float>(loss)));
  }

 private:
  Values values_;
  std::int64_t step_ = 0;
  std::int64_t timestamp_ = 1'700'000'000'000;
  std::mt19937_64 random_{1};
  std::normal_distribution<double> noise_{0, 0.01};
};

// A database of its own for each measurement.
class Scratch {
 public:
  explicit Scratch(const std::filesystem::path& folder) : folder_(folder / "cairn-metric-bench") {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    database_ = must(db::SqliteDatabase::open(folder_ / "bench.db"));
    must(db::prepare_schema(*database_));
    must(database_->write([](db::Connection& c) { return c.script("INSERT INTO runs (run_uuid) VALUES ('run')"); }));
    checkpoint();
    bytes_before_ = database_->size_bytes();
  }
  ~Scratch() {
    database_.reset();
    std::filesystem::remove_all(folder_);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  db::Database& operator*() { return *database_; }
  db::Database* operator->() { return database_.get(); }

  double bytes_a_point(double points) {
    checkpoint();
    return static_cast<double>(database_->size_bytes() - bytes_before_) / points;
  }

 private:
  void checkpoint() {
    auto connection = must(db::SqliteConnection::open(folder_ / "bench.db", db::Access::kReadWrite));
    must(connection->script("PRAGMA wal_checkpoint(TRUNCATE)"));
  }

  std::filesystem::path folder_;
  std::unique_ptr<db::SqliteDatabase> database_;
  std::uint64_t bytes_before_ = 0;
};

std::vector<std::string> metric_keys(int count) {
  std::vector<std::string> keys;
  for (int i = 0; i < count; ++i) keys.push_back("train/metric_" + std::to_string(i));
  return keys;
}

// `points` in requests of `keys` x `points_each`, each request a transaction of its own.
double append(db::Database& database, Training training, int points, int keys, int points_each,
              MetricHistory::Mode mode) {
  const auto names = metric_keys(keys);
  std::vector<LoggedMetric> batch;
  double seconds = 0;
  for (int done = 0; done < points; done += keys * points_each) {
    batch.clear();
    for (int i = 0; i < points_each; ++i) {
      const Point point = training.next();
      for (const std::string& name : names) batch.push_back({name, point});
    }
    const auto start = Clock::now();
    must(database.write([&](db::Connection& c) { return MetricHistory(mode).append(c, "run", batch); }));
    seconds += seconds_since(start);
  }
  return points / seconds;
}

// One point at a time, as 16 clients would send them whose requests share a commit.
double append_single_points(db::Database& database, Training training, int points) {
  const auto names = metric_keys(4);
  const auto start = Clock::now();
  for (int done = 0; done < points; done += 16) {
    must(database.write([&](db::Connection& c) -> Status {
      for (int i = 0; i < 4; ++i) {
        const Point point = training.next();
        for (const std::string& name : names) {
          const LoggedMetric metric = {name, point};
          TRY(MetricHistory().append(c, "run", {&metric, 1}));
        }
      }
      return {};
    }));
  }
  return points / seconds_since(start);
}

// The least of several: what it costs when nothing else runs.
template <class F>
double milliseconds(db::Database& database, F&& job) {
  double least = 1e9;
  for (int i = 0; i < 7; ++i) {
    const auto start = Clock::now();
    must(database.read(job));
    least = std::min(least, seconds_since(start) * 1000);
  }
  return least;
}

void measure_appends(const std::filesystem::path& folder) {
  struct Case {
    const char* name;
    Values values;
    int points;
    int keys;
    int points_each;
    MetricHistory::Mode mode;
  };
  constexpr Case kCases[] = {
      {"batches of 10 keys x 100, doubles", Values::kDoubles, 1'000'000, 10, 100, MetricHistory::kChunks},
      {"batches of 10 keys x 100, floats", Values::kFloats, 1'000'000, 10, 100, MetricHistory::kChunks},
      {"batches of 1 key x 1,000, doubles", Values::kDoubles, 1'000'000, 1, 1000, MetricHistory::kChunks},
      {"batches of 100 keys x 1, doubles", Values::kDoubles, 200'000, 100, 1, MetricHistory::kChunks},
      {"batches of 10 keys x 100, as rows", Values::kDoubles, 200'000, 10, 100, MetricHistory::kRows},
  };
  for (const Case& c : kCases) {
    Scratch database(folder);
    const double speed = append(*database, Training(c.values), c.points, c.keys, c.points_each, c.mode);
    std::printf("%-40s %10.0f points/s %8.2f bytes a point\n", c.name, speed, database.bytes_a_point(c.points));
  }
  Scratch database(folder);
  constexpr int kPoints = 100'000;
  const double speed = append_single_points(*database, Training(Values::kDoubles), kPoints);
  std::printf("%-40s %10.0f points/s %8.2f bytes a point\n", "single points, 16 to a commit", speed,
              database.bytes_a_point(kPoints));
}

void measure_reads(db::Database& database, std::string_view name, const char* state) {
  const HistoryId id = {"run", name};
  std::printf("%s\n", state);
  const auto report = [&](const char* what, auto&& job) {
    std::printf("  %-38s %10.2f ms\n", what, milliseconds(database, job));
  };
  report("read the first 50,000", [&](db::Connection& c) { return MetricHistory().read(c, id, 0, 50'000); });
  report("read the last 50,000", [&](db::Connection& c) { return MetricHistory().read(c, id, 950'000, 50'000); });
  report("read all", [&](db::Connection& c) { return MetricHistory().read(c, id); });
  report("sample 320 of all", [&](db::Connection& c) { return MetricHistory().sample(c, id, 320); });
  report("sample 2,500 of all", [&](db::Connection& c) { return MetricHistory().sample(c, id, 2500); });
  report("sample 320 of steps 400,000 to 500,000",
         [&](db::Connection& c) { return MetricHistory().sample(c, id, 320, {400'000, 500'000}); });
}

// As from workers that share a key and are not quite in step.
void measure_late_points(db::Database& database, std::string_view name) {
  const HistoryId id = {"run", name};
  const Point latest = *must(database.read([&](db::Connection& c) { return read_latest(c, id); }));
  constexpr int kPoints = 100;
  const auto start = Clock::now();
  for (int i = 0; i < kPoints; ++i) {
    const LoggedMetric late = {name, logged_point(latest.step - i, latest.timestamp - i, -1)};
    must(database.write([&](db::Connection& c) { return MetricHistory().append(c, id.run_id, {&late, 1}); }));
  }
  std::printf("  %-38s %10.2f ms\n", "append one point behind the latest", seconds_since(start) * 1000 / kPoints);
}

void measure_one_history(const std::filesystem::path& folder) {
  Scratch database(folder);
  append(*database, Training(Values::kDoubles), 1'000'000, 1, 100, MetricHistory::kChunks);
  const std::string name = metric_keys(1).front();
  measure_reads(*database, name, "one history of 1,000,000 points, in batches of 100");
  measure_late_points(*database, name);

  const std::vector<std::string> runs = {"run"};
  const auto start = Clock::now();
  const auto done = must(compact(*database, runs, [](const ConversionProgress&) {}));
  std::printf("  %-38s %10.0f points/s\n", "compact", static_cast<double>(done.points) / seconds_since(start));
  measure_reads(*database, name, "the same, compacted");
}

}  // namespace
}  // namespace cairn::tracking

int main(int argc, char** argv) {
  const std::filesystem::path folder = argc > 1 ? argv[1] : std::filesystem::temp_directory_path();
  cairn::tracking::measure_appends(folder);
  cairn::tracking::measure_one_history(folder);
}
