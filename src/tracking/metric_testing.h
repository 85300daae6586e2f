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

#include "db/schema.h"
#include "db/sqlite_database.h"
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
  std::int64_t number(std::string_view sql) {
    return read([&](db::Connection& c) -> Result<std::int64_t> {
      auto rows = TRY(c.query(sql));
      TRY(rows.next());
      return rows.int64(0);
    });
  }

  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() /
              ("cairn-" + std::to_string(::getpid()) + "-" + test->test_suite_name() + "-" + test->name());
    std::filesystem::create_directories(folder_);
    auto opened = db::SqliteDatabase::open(folder_ / "test.db");
    ASSERT_TRUE(opened.ok()) << opened.error().message();
    database_ = std::move(*opened);
    ok(db::prepare_schema(*database_));
    write([](db::Connection& c) { return c.script("INSERT INTO runs (run_uuid) VALUES ('run'), ('other')"); });
  }
  void TearDown() override {
    database_.reset();
    std::filesystem::remove_all(folder_);
  }

  std::filesystem::path folder_;
  std::unique_ptr<db::SqliteDatabase> database_;
};

}  // namespace cairn::tracking
