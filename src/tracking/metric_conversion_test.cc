#include "tracking/metric_conversion.h"

#include "tracking/metric_history.h"
#include "tracking/metric_testing.h"

namespace cairn::tracking {
namespace {

constexpr HistoryId kAccuracy = {"run", "accuracy"};
constexpr const char* kCountChunks = "SELECT count(*) FROM cairn_metric_chunks";
constexpr const char* kCountRows = "SELECT count(*) FROM metrics";

class MetricConversionTest : public MetricDatabaseTest {
 protected:
  void log(HistoryId id, std::span<const Point> points, MetricHistory::Mode mode = MetricHistory::kChunks) {
    write([&](db::Connection& c) -> Status {
      for (std::size_t done = 0; done < points.size(); done += 100) {
        std::vector<LoggedMetric> metrics;
        for (const Point& point : points.subspan(done, std::min<std::size_t>(100, points.size() - done))) {
          metrics.push_back({id.key, point});
        }
        TRY(MetricHistory(mode).append(c, id.run_id, metrics));
      }
      return {};
    });
  }
  std::vector<Point> all(HistoryId id) {
    return read([&](db::Connection& c) { return MetricHistory().read(c, id); }).points;
  }
  std::vector<std::string> runs() { return read(runs_with_history); }

  static std::vector<Point> some(std::size_t count, std::uint64_t seed) {
    PointMaker make(seed);
    return make.some(count);
  }

  OnProgress ignore_ = [](const ConversionProgress&) {};
};

TEST_F(MetricConversionTest, ExpandLeavesOnlyRowsAndTheSameHistory) {
  log(kLoss, some(3000, 1));
  log(kAccuracy, some(3000, 2));
  log({"other", "loss"}, some(10, 3));
  const auto loss = all(kLoss);
  const auto accuracy = all(kAccuracy);

  const auto done = ok(expand(*database_, runs(), ignore_));

  EXPECT_EQ(done.runs_done, 2U);
  EXPECT_EQ(number(kCountChunks), 0);
  EXPECT_EQ(number(kCountRows), done.points);
  EXPECT_EQ(all(kLoss), loss);
  EXPECT_EQ(all(kAccuracy), accuracy);
}

TEST_F(MetricConversionTest, CompactLeavesOnlyLargeChunksAndTheSameHistory) {
  log(kLoss, some(5000, 1), MetricHistory::kRows);
  log(kLoss, some(5000, 2));
  const auto loss = all(kLoss);
  const std::string neighbours_that_fit_together =
      "SELECT count(*) FROM (SELECT count + lead(count) OVER (ORDER BY seq) AS together FROM cairn_metric_chunks) AS c "
      "WHERE together <= " +
      std::to_string(kMaxChunkPoints);
  EXPECT_GT(number(neighbours_that_fit_together), 0);

  ok(compact(*database_, runs(), ignore_));

  EXPECT_EQ(number(kCountRows), 0);
  EXPECT_EQ(number(neighbours_that_fit_together), 0);
  EXPECT_EQ(all(kLoss), loss);
  EXPECT_EQ(ok(compact(*database_, runs(), ignore_)).points, 0) << "nothing is left to do";
}

TEST_F(MetricConversionTest, AThereAndBackAgainLosesNothing) {
  log(kLoss, some(2000, 7));
  const auto loss = all(kLoss);
  for (int i = 0; i < 2; ++i) {
    ok(expand(*database_, runs(), ignore_));
    EXPECT_EQ(all(kLoss), loss);
    ok(compact(*database_, runs(), ignore_));
    EXPECT_EQ(all(kLoss), loss);
  }
}

TEST_F(MetricConversionTest, PointsInARowAndInAChunkBecomeOne) {
  const auto points = some(500, 1);
  log(kLoss, points);
  write([&](db::Connection& c) { return insert_rows(c, kLoss, points); });
  ok(compact(*database_, runs(), ignore_));
  EXPECT_EQ(number("SELECT sum(count) FROM cairn_metric_chunks"), 500);
  EXPECT_EQ(number(kCountRows), 0);
}

TEST_F(MetricConversionTest, PointsLoggedAgainAreKnownAfterACompact) {
  const auto points = some(3000, 4);
  log(kLoss, std::span(points).first(1500), MetricHistory::kRows);
  log(kLoss, points);
  ok(compact(*database_, runs(), ignore_));
  const auto loss = all(kLoss);
  log(kLoss, points);
  EXPECT_EQ(all(kLoss), loss);
  EXPECT_EQ(number("SELECT sum(count) FROM cairn_metric_chunks"), static_cast<std::int64_t>(loss.size()));
}

TEST_F(MetricConversionTest, PointsLoggedBetweenBatchesAreKept) {
  log(kLoss, some(25'000, 1));
  auto expected = all(kLoss);
  std::int64_t step = 0;
  const OnProgress log_more = [&](const ConversionProgress&) {
    const Point point = logged_point(++step, 5, 0.5);
    log(kLoss, std::vector{point});
    expected.push_back(point);
  };
  ok(expand(*database_, runs(), log_more));
  ok(compact(*database_, runs(), log_more));
  EXPECT_GT(step, 4);
  std::sort(expected.begin(), expected.end(), ByTime());
  EXPECT_EQ(all(kLoss), expected);
}

TEST_F(MetricConversionTest, WhatFailedHalfwayIsFinishedByRunningItAgain) {
  log(kLoss, some(30'000, 1));
  const auto loss = all(kLoss);
  const std::string second_half = " WHERE seq > " + std::to_string(number(kCountChunks) / 2);
  execute(of_engine("UPDATE cairn_metric_chunks SET points = CAST(points || x'00' AS BLOB)|"
                    "points = points || '\\x00'::bytea") +
          second_half);

  const auto failed = expand(*database_, runs(), ignore_);
  ASSERT_FALSE(failed.ok());
  EXPECT_EQ(failed.error().code(), ErrorCode::kDataLoss);
  EXPECT_GT(number(kCountRows), 0) << "whole batches before the damage stay done";
  EXPECT_EQ(number("SELECT (SELECT count(*) FROM metrics) + (SELECT sum(count) FROM cairn_metric_chunks)"),
            static_cast<std::int64_t>(loss.size()));

  execute("UPDATE cairn_metric_chunks SET points = substr(points, 1, length(points) - 1)" + second_half);
  ok(expand(*database_, runs(), ignore_));
  EXPECT_EQ(all(kLoss), loss);
}

TEST_F(MetricConversionTest, TellsHowFarItIs) {
  log(kLoss, some(25'000, 1));
  std::vector<std::int64_t> points;
  ok(expand(*database_, runs(), [&](const ConversionProgress& progress) {
    EXPECT_EQ(progress.runs_total, 1U);
    points.push_back(progress.points);
  }));
  EXPECT_GE(points.size(), 3U);
  EXPECT_TRUE(std::is_sorted(points.begin(), points.end()));
  EXPECT_EQ(points.back(), number(kCountRows));
}

}  // namespace
}  // namespace cairn::tracking
