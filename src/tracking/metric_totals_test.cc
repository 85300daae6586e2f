#include "tracking/metric_totals.h"

#include <gtest/gtest.h>

#include "tracking/metric_conversion.h"
#include "tracking/metric_testing.h"

namespace cairn::tracking {
namespace {

class MetricTotalsTest : public MetricDatabaseTest {
 protected:
  void append(MetricHistory::Mode mode, std::string_view run_id, const std::vector<Point>& points) {
    std::vector<LoggedMetric> metrics;
    for (const Point& point : points) metrics.push_back({"m", point});
    write([&](db::Connection& c) { return MetricHistory(mode).append(c, run_id, metrics); });
  }
  void keep() { ok(keep_totals(*database_, "m", {"run", "other", "nobody"})); }
  MetricTotals totals() {
    return read([](db::Connection& c) { return MetricTotals::read(c, "m"); });
  }
  // That what is known of a run is what its history says.
  void expect_right(std::string_view run_id) {
    const auto found = totals().find(run_id);
    if (!found) return;
    const MetricSummary summary =
        read([&](db::Connection& c) { return summarize_metric(c, MetricHistory(), {run_id, "m"}); });
    EXPECT_EQ(found->count, summary.count);
    EXPECT_EQ(found->nan_count, summary.nan_count);
    EXPECT_EQ(found->min, summary.min);
    EXPECT_EQ(found->max, summary.max);
    EXPECT_EQ(found->mean.has_value(), summary.mean.has_value());
    if (found->mean && std::isfinite(*summary.mean)) {
      EXPECT_NEAR(*found->mean, *summary.mean, 1e-9);
    }
  }

  PointMaker make_{7};
};

TEST_F(MetricTotalsTest, AreKeptOfRunsThatAreThere) {
  append(MetricHistory::kChunks, "run", {logged_point(0, 0, 2), logged_point(1, 1, 5)});
  EXPECT_FALSE(totals().knows("run"));
  keep();
  EXPECT_TRUE(totals().knows("run"));
  EXPECT_EQ(totals().find("run")->max, 5);
  EXPECT_EQ(totals().find("run")->mean, 3.5);
  EXPECT_EQ(totals().find("other")->count, 0);
  EXPECT_FALSE(totals().knows("nobody"));
}

TEST_F(MetricTotalsTest, GoWithTheFirstChangeOfTheChunks) {
  append(MetricHistory::kChunks, "run", {logged_point(5, 5, 2)});
  keep();
  // Not the latest point: latest_metrics stays as it is.
  append(MetricHistory::kChunks, "run", {logged_point(1, 1, 9)});
  EXPECT_FALSE(totals().knows("run"));
  EXPECT_TRUE(totals().knows("other"));
  keep();
  EXPECT_EQ(totals().find("run")->max, 9);
}

TEST_F(MetricTotalsTest, RowsThatMlflowWritesCountAtOnce) {
  keep();
  execute(
      "INSERT INTO metrics (\"key\", value, timestamp, run_uuid, step, is_nan) VALUES ('m', 3.0, 1, 'run', 0, FALSE), "
      "('m', 0, 2, 'run', 1, TRUE)");
  EXPECT_EQ(totals().find("run")->count, 2);
  EXPECT_EQ(totals().find("run")->max, 3);
  append(MetricHistory::kChunks, "run", {logged_point(7, 7, 1)});
  keep();
  EXPECT_FALSE(totals().find("run")) << "a point may be in both";
}

TEST_F(MetricTotalsTest, AreRightWhateverHappens) {
  for (int turn = 0; turn < 120; ++turn) {
    const std::string_view run_id = make_.one_in(2) ? "run" : "other";
    const auto mode = make_.one_in(4) ? MetricHistory::kRows : MetricHistory::kChunks;
    std::vector<Point> points(make_.below(30) + 1);
    for (Point& point : points) point = make_.crowded();
    append(mode, run_id, points);
    if (make_.one_in(3)) keep();
    const std::vector<std::string> both = {"run", "other"};
    if (make_.one_in(15)) ok(expand(*database_, both, [](const ConversionProgress&) {}));
    if (make_.one_in(10)) ok(compact(*database_, both, [](const ConversionProgress&) {}));
    if (make_.one_in(2)) keep();
    expect_right("run");
    expect_right("other");
  }
}

TEST_F(MetricTotalsTest, GoWithTheirRun) {
  append(MetricHistory::kChunks, "run", {logged_point(0, 0, 2)});
  keep();
  execute("DELETE FROM latest_metrics; DELETE FROM runs WHERE run_uuid = 'run'");
  EXPECT_EQ(number("SELECT count(*) FROM cairn_metric_totals"), 1);
}

}  // namespace
}  // namespace cairn::tracking
