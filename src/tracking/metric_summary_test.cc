#include "tracking/metric_summary.h"

#include <gtest/gtest.h>

#include "tracking/metric_testing.h"

namespace cairn::tracking {
namespace {

class MetricSummaryTest : public MetricDatabaseTest {
 protected:
  void append(MetricHistory::Mode mode, const std::vector<Point>& points) {
    std::vector<LoggedMetric> metrics;
    for (const Point& point : points) metrics.push_back({"m", point});
    write([&](db::Connection& c) { return MetricHistory(mode).append(c, "run", metrics); });
  }
  MetricSummary summary() {
    return read([&](db::Connection& c) { return summarize_metric(c, MetricHistory(), {"run", "m"}); });
  }
  std::optional<Point> at(std::int64_t step) {
    return read([&](db::Connection& c) { return point_at_step(c, {"run", "m"}, step); });
  }
  void expect_summary_of(const std::vector<Point>& points) {
    const MetricSummary found = summary();
    double sum = 0;
    double least = std::numeric_limits<double>::max();
    std::int64_t numbers = 0;
    for (const Point& point : points) {
      if (point.is_nan) continue;
      ++numbers;
      sum += point.value;
      least = std::min(least, point.value);
    }
    EXPECT_EQ(found.count, static_cast<std::int64_t>(points.size()));
    EXPECT_EQ(found.nan_count, static_cast<std::int64_t>(points.size()) - numbers);
    EXPECT_EQ(found.min, least);
    EXPECT_NEAR(*found.mean, sum / static_cast<double>(numbers), 1e-9);
  }
};

std::vector<Point> curve(std::int64_t from, std::int64_t to) {
  std::vector<Point> points;
  for (std::int64_t step = from; step < to; ++step) {
    const double value = step % 50 == 3 ? std::nan("") : 1000 - static_cast<double>((step * 37) % 501);
    points.push_back(logged_point(step, 1000 + step, value));
  }
  return points;
}

TEST_F(MetricSummaryTest, OfNothing) {
  EXPECT_EQ(summary().count, 0);
  EXPECT_FALSE(summary().mean);
  EXPECT_FALSE(at(10));
}

TEST_F(MetricSummaryTest, OfChunksAndOfRowsAlike) {
  append(MetricHistory::kChunks, curve(0, 5000));
  expect_summary_of(curve(0, 5000));
  execute("DELETE FROM cairn_metric_chunks");
  append(MetricHistory::kRows, curve(0, 700));
  expect_summary_of(curve(0, 700));
}

TEST_F(MetricSummaryTest, APointInARowAndInAChunkCountsOnce) {
  append(MetricHistory::kChunks, curve(0, 300));
  execute(
      "INSERT INTO metrics (\"key\", value, timestamp, run_uuid, step, is_nan) VALUES ('m', 1000.0, 1000, 'run', 0, "
      "FALSE)");
  expect_summary_of(curve(0, 300));
  append(MetricHistory::kRows, curve(300, 400));
  expect_summary_of(curve(0, 400));
}

TEST_F(MetricSummaryTest, NaNAlone) {
  append(MetricHistory::kChunks, {logged_point(0, 0, std::nan(""))});
  EXPECT_EQ(summary().nan_count, 1);
  EXPECT_FALSE(summary().min);
  EXPECT_FALSE(summary().mean);
}

TEST_F(MetricSummaryTest, FindsTheValueAtAStepOrBeforeIt) {
  append(MetricHistory::kRows, curve(0, 100));
  append(MetricHistory::kChunks, curve(200, 3000));
  append(MetricHistory::kChunks, {logged_point(2500, 1, 7), logged_point(150, 1, 8)});  // late ones, in the last chunk
  EXPECT_FALSE(at(-1));
  EXPECT_EQ(at(42)->step, 42);
  EXPECT_EQ(at(120)->step, 99);
  EXPECT_EQ(at(199)->value, 8);
  EXPECT_EQ(at(2499), curve(2499, 2500).front());
  EXPECT_EQ(at(2500), curve(2500, 2501).front());  // of two at a step, the one of the later time
  EXPECT_EQ(at(1'000'000)->step, 2999);
}

}  // namespace
}  // namespace cairn::tracking
