// For the tests of metric history: generated points, and a database with MLflow's schema in a folder of its own.
#pragma once

#include <bit>
#include <cmath>
#include <filesystem>
#include <gtest/gtest.h>
#include <limits>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "db/testing.h"
#include "tracking/metric_chunk_table.h"
#include "tracking/metric_point.h"

namespace cairn::tracking {

inline constexpr HistoryId kLoss = {"run", "loss"};

// What training runs log: steps that mostly count up, timestamps that mostly grow, and now and then anything at all.
// Half of the makers make only values that are floats.
class PointMaker {
 public:
  explicit PointMaker(std::uint64_t seed) : random_(seed), floats_only_(one_in(2)) {}

  Point next() {
    step_ = one_in(20) ? any() : step_ + 1;
    timestamp_ = one_in(20) ? any() : timestamp_ + below(1000);
    return logged_point(static_cast<std::int64_t>(step_), static_cast<std::int64_t>(timestamp_), value());
  }
  std::vector<Point> some(std::size_t count) {
    std::vector<Point> points(count);
    for (Point& point : points) point = next();
    return points;
  }
  // From so few places and values that equal points, equal steps and ties are common.
  Point crowded() {
    constexpr double kValues[] = {-1.5, 0, 0.1, std::numeric_limits<double>::quiet_NaN(),
                                  std::numeric_limits<double>::infinity()};
    const auto step = static_cast<std::int64_t>(below(40)) - 20;
    return logged_point(step, step * 10 + static_cast<std::int64_t>(below(15)), kValues[below(std::size(kValues))]);
  }
  bool one_in(std::uint64_t n) { return below(n) == 0; }
  std::uint64_t below(std::uint64_t n) { return random_() % n; }

 private:
  std::uint64_t any() {
    constexpr std::uint64_t kLeast = std::uint64_t{1} << 63;
    if (one_in(4)) return one_in(2) ? kLeast : kLeast - 1;
    return random_();
  }
  double value() {
    if (one_in(15)) return std::numeric_limits<double>::quiet_NaN();
    if (floats_only_) return static_cast<double>(std::uniform_real_distribution<float>(-10, 10)(random_));
    const auto anything = std::bit_cast<double>(random_());
    return one_in(3) ? anything : std::uniform_real_distribution<double>(-1, 1)(random_);
  }

  std::mt19937_64 random_;
  bool floats_only_;
  std::uint64_t step_ = 0;  // unsigned: they wrap around
  std::uint64_t timestamp_ = 1'700'000'000'000;
};

class MetricDatabaseTest : public testing::Test {
 protected:
  template <class T>
  static T ok(Result<T> result) {
    if (!result.ok()) throw std::runtime_error(result.error().message());  // ends the test, with the reason
    if constexpr (!std::is_void_v<T>) return std::move(*result);
  }
  template <class F>
  auto read(F&& job) {
    return ok(database_->read(std::forward<F>(job)));
  }
  template <class F>
  auto write(F&& job) {
    return ok(database_->write(std::forward<F>(job)));
  }
  void execute(std::string_view sql) {
    write([&](db::Connection& c) { return c.script(sql); });
  }
  // "UPDATE t SET <for SQLite>|<for PostgreSQL>"
  static std::string of_engine(std::string_view sql) {
    const std::size_t bar = std::min(sql.find("|points"), sql.size());
    const std::string_view sqlite = sql.substr(0, bar);
    if (!db::test_server() || bar == sql.size()) return std::string(sqlite);
    const std::string_view set = sqlite.substr(0, sqlite.find("points ="));
    return std::string(set) + std::string(sql.substr(bar + 1));
  }
  std::int64_t number(std::string_view sql) {
    return read([&](db::Connection& c) -> Result<std::int64_t> {
      auto rows = TRY(c.query(sql));
      TRY(rows.next());
      return rows.int64(0);
    });
  }

  void SetUp() override {
    write([](db::Connection& c) { return c.script("INSERT INTO runs (run_uuid) VALUES ('run'), ('other')"); });
  }

  db::TestStore store_;
  db::Database* database_ = &*store_;
};

}  // namespace cairn::tracking
