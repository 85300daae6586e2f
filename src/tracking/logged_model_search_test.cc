// Searches against the same questions asked of the models in memory.
#include "tracking/logged_model_search.h"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <map>
#include <random>
#include <tuple>

#include "tracking/logged_model_testing.h"

namespace cairn::tracking {
namespace {

class LoggedModelSearchTest : public LoggedModelFixture {
 protected:
  void SetUp() override {
    LoggedModelFixture::SetUp();
    const std::vector<std::string> runs = {new_run(), new_run(), new_run()};
    for (int i = 0; i < 40; ++i) {
      const std::string id = new_model(fmt::format("model {:02}", i));
      for (auto points = static_cast<int>(random_() % 25); points > 0; --points) log_a_random_point(runs, id);
      model_.push_back(get(id));
    }
  }

  // Few different timestamps, steps and runs, so that each of them has to decide which point is the latest.
  void log_a_random_point(const std::vector<std::string>& runs, const std::string& model_id) {
    const char* key = random_() % 3 == 0 ? "m0" : "m1";
    const auto value = static_cast<double>(random_() % 10) / 10;
    std::optional<std::string> dataset;
    if (random_() % 2 == 0) dataset = fmt::format("d{}", random_() % 3);
    // Refused where the model has that point: then another is as good.
    const Metric metric{key, value, static_cast<std::int64_t>(random_() % 3), static_cast<std::int64_t>(random_() % 3)};
    static_cast<void>(log(runs[random_() % runs.size()], model_id, metric, dataset));
  }

  std::vector<LoggedModel> search(LoggedModelQuery query) {
    query.question.experiment_ids = {experiment_};
    std::vector<LoggedModel> found;
    do {
      auto page = search_logged_models(*scratch_, query);
      EXPECT_TRUE(page.ok()) << page.error().message();
      EXPECT_LE(static_cast<std::int64_t>(page->items.size()), query.max_results);
      std::ranges::move(page->items, std::back_inserter(found));
      query.page_token = page->next_token;
    } while (!query.page_token.empty());
    return found;
  }

  static std::vector<std::string> ids(const std::vector<LoggedModel>& models) {
    std::vector<std::string> ids;
    for (const LoggedModel& model : models) ids.push_back(model.info.model_id);
    return ids;
  }

  // Greater is later; of two runs the first counts.
  static bool is_later(const LoggedModelMetric& a, const LoggedModelMetric& b) {
    return std::tie(a.timestamp, a.step, b.run_id) > std::tie(b.timestamp, b.step, a.run_id);
  }
  using KeepMetric = std::function<bool(const LoggedModelMetric&)>;
  static const LoggedModelMetric* latest(const LoggedModel& model, const KeepMetric& keep) {
    const LoggedModelMetric* latest = nullptr;
    for (const LoggedModelMetric& metric : model.data.metrics) {
      if (keep(metric) && (!latest || is_later(metric, *latest))) latest = &metric;
    }
    return latest;
  }

  std::vector<LoggedModel> model_;
  std::mt19937 random_{5};
};

TEST_F(LoggedModelSearchTest, LatestMetricsAreTheLatestOfEachMetricAndDataset) {
  LoggedModelQuery query{{{}, "", {}}, {}, 7, "", ModelMetrics::kLatest};
  const auto found = search(query);
  ASSERT_EQ(found.size(), model_.size());
  for (const LoggedModel& shown : found) {
    const LoggedModel& model = *std::ranges::find_if(
        model_, [&](const LoggedModel& each) { return each.info.model_id == shown.info.model_id; });
    std::map<std::tuple<std::string, std::optional<std::string>>, const LoggedModelMetric*> expected;
    for (const LoggedModelMetric& metric : model.data.metrics) {
      expected[{metric.key, metric.dataset_name}] = latest(model, [&](const LoggedModelMetric& other) {
        return other.key == metric.key && other.dataset_name == metric.dataset_name;
      });
    }
    EXPECT_EQ(shown.data.metrics.size(), expected.size());
    for (const LoggedModelMetric& metric : shown.data.metrics) {
      const LoggedModelMetric* due = expected[{metric.key, metric.dataset_name}];
      ASSERT_NE(due, nullptr);
      EXPECT_EQ(std::tie(metric.timestamp, metric.step, metric.run_id, metric.value),
                std::tie(due->timestamp, due->step, due->run_id, due->value));
    }
  }
}

TEST_F(LoggedModelSearchTest, FindsByMetricsAndDatasets) {
  const auto has = [](const LoggedModel& model, const KeepMetric& keep) { return latest(model, keep) != nullptr; };
  const KeepMetric low = [](const LoggedModelMetric& m) { return m.key == "m0" && m.value < 0.2; };
  const KeepMetric on_d1 = [](const LoggedModelMetric& m) { return m.dataset_name == "d1"; };
  struct Case {
    std::string filter;
    std::vector<DatasetChoice> datasets;
    std::function<bool(const LoggedModel&)> keep;
  };
  const Case cases[] = {
      {"metrics.m0 < 0.2", {}, [&](const LoggedModel& model) { return has(model, low); }},
      {"metrics.m0 < 0.2",
       {{"d1", "1"}},
       [&](const LoggedModel& model) {
         return has(model, [&](const LoggedModelMetric& m) { return low(m) && on_d1(m); });
       }},
      {"", {{"d1", "1"}, {"nowhere", "1"}}, [&](const LoggedModel& model) { return has(model, on_d1); }},
      {"", {{"d1", ""}}, [](const LoggedModel&) { return false; }},
      {"metrics.m0 < 0.2 AND metrics.m1 >= 0.9",
       {},
       [&](const LoggedModel& model) {
         return has(model, low) &&
                has(model, [](const LoggedModelMetric& m) { return m.key == "m1" && m.value >= 0.9; });
       }},
      {"name LIKE '%1%'", {}, [](const LoggedModel& m) { return m.info.name.find('1') != std::string::npos; }},
  };
  for (const Case& each : cases) {
    std::vector<std::string> expected;
    for (const LoggedModel& model : model_) {
      if (each.keep(model)) expected.push_back(model.info.model_id);
    }
    const auto found = search({{{}, each.filter, {{"name", true, "", ""}}}, each.datasets, 3, "", ModelMetrics::kAll});
    EXPECT_EQ(ids(found), expected) << each.filter;
  }
}

TEST_F(LoggedModelSearchTest, SortsByTheLatestValueWithMissingOnesLast) {
  for (const bool ascending : {true, false}) {
    for (const std::string dataset : {"", "d0"}) {
      const KeepMetric keep = [&](const LoggedModelMetric& m) {
        return m.key == "m1" && (dataset.empty() || m.dataset_name == dataset);
      };
      std::vector<LoggedModel> expected = model_;
      std::ranges::sort(expected, [&](const LoggedModel& a, const LoggedModel& b) {
        const LoggedModelMetric* of_a = latest(a, keep);
        const LoggedModelMetric* of_b = latest(b, keep);
        if (!of_a || !of_b) return of_a || of_b ? of_a != nullptr : a.info.name < b.info.name;
        if (of_a->value != of_b->value) return (of_a->value < of_b->value) == ascending;
        return a.info.name < b.info.name;
      });
      const std::string digest = dataset.empty() ? "" : "1";
      const auto found = search({{{}, "", {{"metrics.m1", ascending, dataset, digest}, {"name", true, "", ""}}},
                                 {},
                                 9,
                                 "",
                                 ModelMetrics::kLatest});
      EXPECT_EQ(ids(found), ids(expected)) << dataset << (ascending ? " up" : " down");
    }
  }
}

TEST_F(LoggedModelSearchTest, ShowsTheNewestFirstAndNoDeletedOnes) {
  ASSERT_TRUE(models_.remove(model_[3].info.model_id).ok());
  model_.erase(model_.begin() + 3);
  std::ranges::sort(model_, [](const LoggedModel& a, const LoggedModel& b) {
    return std::tie(b.info.creation_timestamp_ms, a.info.model_id) <
           std::tie(a.info.creation_timestamp_ms, b.info.model_id);
  });
  EXPECT_EQ(ids(search({{{}, "", {}}, {}, 6, "", ModelMetrics::kAll})), ids(model_));
}

TEST_F(LoggedModelSearchTest, NumbersAreAskedForAsTexts) {
  LoggedModelQuery query;
  query.max_results = 100;
  query.question.filter = fmt::format("experiment_id = '{}'", experiment_);
  EXPECT_EQ(search(query).size(), model_.size());
  query.question.filter = "experiment_id IN ('ant', 'bee')";
  EXPECT_TRUE(search(query).empty());
}

TEST_F(LoggedModelSearchTest, AllMetricsComeInTheOrderInWhichTheyWereLogged) {
  const std::string run = new_run();
  const std::string id = new_model("ordered");
  for (const int step : {5, 1, 9, 0}) ASSERT_TRUE(log(run, id, {"m", 1, 10 - step, step}).ok());
  const auto found = search({{{}, "name = 'ordered'", {}}, {}, 1, "", ModelMetrics::kAll});
  ASSERT_EQ(found.size(), 1u);
  std::vector<std::int64_t> steps;
  for (const LoggedModelMetric& metric : found[0].data.metrics) steps.push_back(metric.step);
  // PostgreSQL does not keep rows in order; there it is that of their times.
  using Steps = std::vector<std::int64_t>;
  EXPECT_EQ(steps, db::test_server() ? (Steps{9, 5, 1, 0}) : (Steps{5, 1, 9, 0}));
}

TEST_F(LoggedModelSearchTest, RefusesWhatItCannotAnswer) {
  const auto refusal = [&](const LoggedModelQuery& query) {
    const auto page = search_logged_models(*scratch_, query);
    return page.ok() ? "accepted" : page.error().message();
  };
  EXPECT_EQ(refusal({{{"x"}, "", {}}, {}, 1, "", {}}),
            "Invalid experiment ID 'x'. Experiment ID must be a valid integer.");
  EXPECT_EQ(refusal({{{"1"}, "", {}}, {{"", "1"}}, 1, "", {}}),
            "`dataset_name` in the `datasets` clause must be specified.");
  EXPECT_NE(refusal({{{"1"}, "", {}}, {}, -1, "", {}}).find("'max_results'"), std::string::npos);
  EXPECT_NE(refusal({{{"1"}, "name ~ 'x'", {}}, {}, 1, "", {}}), "accepted");
}

}  // namespace
}  // namespace cairn::tracking
