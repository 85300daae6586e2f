#include "tracking/metric_history.h"

#include <map>
#include <set>

#include "tracking/metric_testing.h"

namespace cairn::tracking {
namespace {

// What MLflow says a history is, done the slow way.
class Model {
 public:
  void log(const Point& point) {
    if (!points_.insert(point).second) return;
    if (!latest_ || is_later(point, *latest_)) latest_ = point;
  }
  [[nodiscard]] const std::optional<Point>& latest() const { return latest_; }
  [[nodiscard]] std::vector<Point> by_time() const { return {points_.begin(), points_.end()}; }
  [[nodiscard]] std::vector<Point> page(std::size_t offset, std::size_t limit) const {
    auto all = by_time();
    all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(offset, all.size())));
    all.resize(std::min(limit, all.size()));
    return all;
  }

 private:
  std::set<Point, ByTime> points_;
  std::optional<Point> latest_;
};

class MetricHistoryTest : public MetricDatabaseTest {
 protected:
  Status log(std::span<const LoggedMetric> metrics, MetricHistory::Mode mode = MetricHistory::kChunks) {
    return database_->write([&](db::Connection& c) { return MetricHistory(mode).append(c, "run", metrics); });
  }
  void log(std::string_view key, std::span<const Point> points, MetricHistory::Mode mode = MetricHistory::kChunks) {
    std::vector<LoggedMetric> metrics;
    for (const Point& point : points) metrics.push_back({key, point});
    ok(log(metrics, mode));
  }
  HistoryPage page(HistoryId id, std::int64_t offset, std::optional<std::int64_t> limit) {
    return read([&](db::Connection& c) { return MetricHistory().read(c, id, offset, limit); });
  }
  std::vector<Point> all(HistoryId id) { return page(id, 0, std::nullopt).points; }
  std::vector<Point> sample(HistoryId id, std::int64_t most, StepRange steps = {}) {
    return read([&](db::Connection& c) { return MetricHistory().sample(c, id, most, steps); });
  }
  std::optional<Point> latest(HistoryId id) {
    return read([&](db::Connection& c) { return read_latest(c, id); });
  }

  // The query of MLflow's get_metric_history_bulk_interval, over the same points as rows.
  std::vector<Point> sample_as_mlflow(const std::vector<Point>& points, std::int64_t most, StepRange steps) {
    return write([&](db::Connection& c) -> Result<std::vector<Point>> {
      TRY(
          c.script("DROP TABLE IF EXISTS sampled; CREATE TEMP TABLE sampled "
                   "(step BIGINT, timestamp BIGINT, value DOUBLE PRECISION, is_nan BOOLEAN)"));
      for (const Point& p : points) {
        TRY(c.send("INSERT INTO sampled VALUES (?1, ?2, ?3, ?4)", p.step, p.timestamp, p.value, p.is_nan));
      }
      auto rows = TRY(c.query(
          "SELECT step, timestamp, value, is_nan FROM (SELECT *, row_number() OVER (PARTITION BY bucket "
          "ORDER BY step, timestamp, value, is_nan) AS place FROM (SELECT *, ntile(CAST(?1 AS INTEGER)) OVER "
          "(ORDER BY step, timestamp, value, is_nan) AS bucket FROM sampled WHERE step BETWEEN ?2 AND ?3) AS b) "
          "AS p WHERE place = 1 ORDER BY step, timestamp, value, is_nan",
          most, steps.first, steps.last));
      std::vector<Point> sampled = TRY(points_of(rows));
      auto last_row =
          TRY(c.query("SELECT step, timestamp, value, is_nan FROM sampled WHERE step BETWEEN ?1 AND ?2 "
                      "ORDER BY step DESC, timestamp DESC, value DESC, is_nan DESC LIMIT 1",
                      steps.first, steps.last));
      const auto last = TRY(points_of(last_row));
      if (!last.empty() && last[0] != sampled.back()) {
        if (static_cast<std::int64_t>(sampled.size()) >= most) sampled.pop_back();
        sampled.push_back(last[0]);
      }
      return sampled;
    });
  }
  static Result<std::vector<Point>> points_of(db::Rows& rows) {
    std::vector<Point> points;
    while (TRY(rows.next())) points.push_back({rows.int64(0), rows.int64(1), rows.real(2), rows.boolean(3)});
    return points;
  }

  void expect_like(const Model& model, HistoryId id, PointMaker& make) {
    const auto points = model.by_time();
    ASSERT_EQ(all(id), points);
    ASSERT_EQ(latest(id), model.latest());
    const auto size = points.size();
    for (int i = 0; i < 3; ++i) {
      const auto offset = make.below(size + 5);
      const auto limit = 1 + make.below(size + 5);
      const auto found = page(id, static_cast<std::int64_t>(offset), static_cast<std::int64_t>(limit));
      ASSERT_EQ(found.points, model.page(offset, limit)) << offset << " " << limit;
      ASSERT_EQ(found.more, offset + limit < size) << offset << " " << limit;

      StepRange steps;
      if (make.one_in(2) && size > 0) {
        steps = {points[make.below(size)].step, points[make.below(size)].step};
        if (steps.first > steps.last) std::swap(steps.first, steps.last);
      }
      const auto most = static_cast<std::int64_t>(1 + make.below(size + 5));
      ASSERT_EQ(sample(id, most, steps), sample_as_mlflow(points, most, steps)) << most;
    }
  }
};

TEST_F(MetricHistoryTest, IsWhatMlflowWouldHaveKept) {
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    PointMaker make(seed);
    std::map<std::string, Model> models;
    for (int batch = 0; batch < 25; ++batch) {
      std::vector<std::pair<std::string, Point>> logged;
      for (auto left = 1 + make.below(batch % 5 == 0 ? 900 : 12); left > 0; --left) {
        const std::string key = (make.one_in(3) ? "a" : "b") + std::to_string(seed);
        logged.emplace_back(key, seed % 2 == 0 ? make.crowded() : make.next());
        if (make.one_in(10)) logged.push_back(logged[make.below(logged.size())]);
      }
      std::vector<LoggedMetric> metrics;
      for (const auto& [key, point] : logged) {
        metrics.push_back({key, point});
        models[key].log(point);
      }
      ok(log(metrics, seed % 4 == 3 && make.one_in(2) ? MetricHistory::kRows : MetricHistory::kChunks));
    }
    for (const auto& [key, model] : models) expect_like(model, {"run", key}, make);
  }
}

TEST_F(MetricHistoryTest, HoldsTheRowsThatMlflowWroteOnce) {
  PointMaker make(5);
  Model model;
  std::vector<Point> before;
  for (int i = 0; i < 300; ++i) before.push_back(make.crowded());
  log("loss", before, MetricHistory::kRows);
  std::vector<Point> after;
  for (int i = 0; i < 300; ++i) after.push_back(make.crowded());
  log("loss", after);
  for (const auto* points : {&before, &after}) {
    for (const Point& point : *points) model.log(point);
  }
  expect_like(model, kLoss, make);
  EXPECT_EQ(number("SELECT (SELECT count(*) FROM metrics) + (SELECT sum(count) FROM cairn_metric_chunks)"),
            static_cast<std::int64_t>(model.by_time().size()));

  // MLflow, which cannot see chunks, logs all of it once more.
  for (const Point& p : model.by_time()) {
    write([&](db::Connection& c) { return insert_rows(c, kLoss, {&p, 1}); });
  }
  expect_like(model, kLoss, make);
}

TEST_F(MetricHistoryTest, WritesNothingForPointsThatAreThere) {
  PointMaker make(2);
  const auto points = make.some(700);
  log("loss", points);
  const auto chunks = number("SELECT count(*) FROM cairn_metric_chunks");
  log("loss", points);
  log("loss", points, MetricHistory::kRows);
  EXPECT_EQ(number("SELECT sum(count) FROM cairn_metric_chunks"), 700);
  EXPECT_EQ(number("SELECT count(*) FROM cairn_metric_chunks"), chunks);
  EXPECT_EQ(number("SELECT count(*) FROM metrics"), 0);
}

TEST_F(MetricHistoryTest, KnowsEveryPointOfAChunkAlsoAtItsEnds) {
  std::vector<Point> points;
  for (int i = 0; i < 10; ++i) points.push_back(logged_point(i, i, i));
  log("loss", points);
  for (const Point& point : points) log("loss", {&point, 1});
  EXPECT_EQ(all(kLoss), points);
  EXPECT_EQ(number("SELECT sum(count) FROM cairn_metric_chunks"), 10);
}

TEST_F(MetricHistoryTest, TheLatestPointIsTheGreatestByStepThenTimestampThenValue) {
  log("loss", std::vector{logged_point(3, 10, 1)});
  log("loss", std::vector{logged_point(2, 99, 7)});
  EXPECT_EQ(latest(kLoss), logged_point(3, 10, 1));
  log("loss", std::vector{logged_point(3, 10, -1), logged_point(3, 10, 2)});
  EXPECT_EQ(latest(kLoss), logged_point(3, 10, 2));
  log("loss", std::vector{logged_point(4, 0, 0), logged_point(4, 0, std::nan(""))});
  EXPECT_EQ(latest(kLoss), logged_point(4, 0, 0)) << "NaN counts as 0, and a tie keeps the first";

  // Also when another process has written it since it was looked at.
  for (const Point& other : {logged_point(4, 0, std::nan("")), logged_point(3, 9, 9)}) {
    write([&](db::Connection& c) {
      const HistoryPoint latest = {kLoss, other};
      return raise_latest(c, {&latest, 1});
    });
    EXPECT_EQ(latest(kLoss), logged_point(4, 0, 0));
  }
}

TEST_F(MetricHistoryTest, ATailGrowsUntilItFillsAPage) {
  write([](db::Connection& c) -> Status {
    for (int i = 0; i < 1200; ++i) {
      const LoggedMetric metric = {"loss", logged_point(i, i, 0.1 * i)};
      TRY(MetricHistory().append(c, "run", {&metric, 1}));
    }
    return {};
  });
  EXPECT_EQ(number("SELECT sum(count) FROM cairn_metric_chunks"), 1200);
  EXPECT_EQ(number("SELECT count(*) FROM cairn_metric_chunks"), 4);
  EXPECT_LT(number("SELECT max(length(points)) FROM cairn_metric_chunks"), 3900);
  EXPECT_EQ(number("SELECT min(length(points)) > 3700 FROM cairn_metric_chunks WHERE seq < 3"), 1);
}

TEST_F(MetricHistoryTest, ARowSaysTheLeastGreatestAndSumOfItsValues) {
  log("loss", std::vector{logged_point(1, 1, 2.5), logged_point(2, 2, std::nan(""))});
  log("loss", std::vector{logged_point(3, 3, -1), logged_point(4, 4, 0.5)});
  EXPECT_EQ(number("SELECT nan_count = 1 AND min_value = -1 AND max_value = 2.5 AND sum_value = 2 AND count = 4 "
                   "FROM cairn_metric_chunks"),
            1);
  log("only nan", std::vector{logged_point(1, 1, std::nan(""))});
  EXPECT_EQ(number("SELECT min_value IS NULL AND max_value IS NULL AND sum_value = 0 FROM cairn_metric_chunks "
                   "WHERE \"key\" = 'only nan'"),
            1);
}

TEST_F(MetricHistoryTest, ReadsSeveralRunsInTheOrderOfTheirIds) {
  const auto points = PointMaker(8).some(20);
  log("loss", points);
  write([&](db::Connection& c) {
    const LoggedMetric metric = {"loss", points[3]};
    return MetricHistory().append(c, "other", {&metric, 1});
  });
  const std::vector<std::string> runs = {"run", "missing", "other", "run"};
  const auto histories = read([&](db::Connection& c) { return MetricHistory().read_bulk(c, runs, "loss", 5); });
  ASSERT_EQ(histories.size(), 2U);
  EXPECT_EQ(histories[0].run_id, "other");
  EXPECT_EQ(histories[0].points, std::vector{points[3]});
  EXPECT_EQ(histories[1].run_id, "run");
  EXPECT_EQ(histories[1].points, page(kLoss, 0, 4).points);
}

TEST_F(MetricHistoryTest, SamplesAsMlflowDocuments) {
  std::vector<Point> points;
  for (int i = 0; i < 10; ++i) points.push_back(logged_point(i, i, i));
  log("loss", points);
  const auto steps = [](const std::vector<Point>& sampled) {
    std::vector<std::int64_t> found;
    for (const Point& point : sampled) found.push_back(point.step);
    return found;
  };
  EXPECT_EQ(steps(sample(kLoss, 5)), (std::vector<std::int64_t>{0, 2, 4, 6, 9}));
  EXPECT_EQ(steps(sample(kLoss, 1)), (std::vector<std::int64_t>{9}));
  EXPECT_EQ(steps(sample(kLoss, 100, {3, 5})), (std::vector<std::int64_t>{3, 4, 5}));
  EXPECT_TRUE(sample(kLoss, 5, {50, 60}).empty());
  EXPECT_TRUE(sample({"run", "nothing"}, 5).empty());
}

TEST_F(MetricHistoryTest, RemovesARunsHistoryAndNoOther) {
  const auto points = PointMaker(4).some(50);
  log("loss", points);
  log("loss", std::vector{logged_point(-5, 5, 5)}, MetricHistory::kRows);
  write([&](db::Connection& c) {
    const LoggedMetric metric = {"loss", points[3]};
    return MetricHistory().append(c, "other", {&metric, 1});
  });
  write([&](db::Connection& c) { return MetricHistory().remove(c, "run"); });
  EXPECT_TRUE(all(kLoss).empty());
  EXPECT_FALSE(latest(kLoss).has_value());
  EXPECT_EQ(all({"other", "loss"}), std::vector{points[3]});
}

TEST_F(MetricHistoryTest, ARunDeletedForGoodTakesItsChunksAlong) {
  log("loss", PointMaker(4).some(50));
  execute("DELETE FROM latest_metrics; DELETE FROM runs WHERE run_uuid = 'run'");
  EXPECT_EQ(number("SELECT count(*) FROM cairn_metric_chunks"), 0);
}

class DamagedHistory : public MetricHistoryTest, public testing::WithParamInterface<const char*> {};

TEST_P(DamagedHistory, IsAnErrorThatNamesRunAndKey) {
  for (const int first : {0, 300, 600}) {
    std::vector<Point> points;
    for (int i = first; i < first + 300; ++i) points.push_back(logged_point(i, i, 0.1 * i));
    log("loss", points);
  }
  execute(of_engine(GetParam()));

  const auto expect_named = [](const auto& result) {
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().code(), ErrorCode::kDataLoss);
    EXPECT_NE(result.error().message().find("metric 'loss' of run 'run'"), std::string::npos)
        << result.error().message();
  };
  expect_named(database_->read([](db::Connection& c) { return MetricHistory().read(c, kLoss); }));
  expect_named(database_->read([](db::Connection& c) { return MetricHistory().sample(c, kLoss, 900); }));
  const LoggedMetric metric = {"loss", logged_point(1000, 1000, 1)};
  expect_named(log({&metric, 1}));
}

// The engines write bytes in different words; each takes its own half.
constexpr const char* kDamages[] = {
    "UPDATE cairn_metric_chunks SET points = substr(points, 1, length(points) - 1)",
    "UPDATE cairn_metric_chunks SET points = substr(points, 1, 20)",
    "UPDATE cairn_metric_chunks SET points = x''|points = ''",
    "UPDATE cairn_metric_chunks SET points = CAST(x'07' || substr(points, 2) AS BLOB)|"
    "points = '\\x07'::bytea || substr(points, 2)",
    "UPDATE cairn_metric_chunks SET points = CAST(substr(points, 1, 99) || x'000000' || substr(points, 103) AS BLOB)|"
    "points = overlay(points placing '\\x000000'::bytea from 100)",
    "UPDATE cairn_metric_chunks SET count = count - 1",
    "UPDATE cairn_metric_chunks SET count = 0",
    "UPDATE cairn_metric_chunks SET count = 1000000000000",
    "UPDATE cairn_metric_chunks SET min_timestamp = max_timestamp + 1",
};
INSTANTIATE_TEST_SUITE_P(MetricHistory, DamagedHistory, testing::ValuesIn(kDamages));

}  // namespace
}  // namespace cairn::tracking
