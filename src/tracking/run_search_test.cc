// Searches against a model that filters and sorts in memory: whatever plan a search takes, it finds the same runs.
#include "tracking/run_search.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <map>
#include <optional>
#include <random>

#include "search/page_token.h"
#include "tracking/experiments.h"
#include "tracking/run_log.h"
#include "tracking/runs.h"
#include "tracking/testing.h"

namespace cairn::tracking {
namespace {

struct ModelRun {
  std::string id;
  std::int64_t start = 0;
  std::map<std::string, double> metrics;
  std::map<std::string, std::string> params;
};

class RunSearchTest : public testing::Test {
 protected:
  void SetUp() override {
    Experiments experiments(*scratch_, "/artifacts");
    experiment_ = *experiments.create({"e", "", {}});
    Runs runs(*scratch_);
    RunLog log(*scratch_, MetricHistory());
    for (int i = 0; i < 300; ++i) {
      ModelRun model;
      model.start = static_cast<std::int64_t>(random_() % 40);
      model.id = runs.create({experiment_, "u", "", model.start, {}})->info.run_id;
      Batch batch{model.id, {}, {}, {}};
      for (const char* key : {"m0", "m1"}) {
        if (random_() % 5 == 0) continue;
        const double value = random_() % 8 == 0 ? std::nan("") : static_cast<double>(random_() % 10) / 10;
        model.metrics[key] = value;
        batch.metrics.push_back({{key, value, 1, 0}, {}, {}, {}});
      }
      if (random_() % 4 != 0) {
        model.params["p"] = fmt::format("v{}", random_() % 3);
        batch.params.push_back({"p", model.params["p"]});
      }
      EXPECT_TRUE(log.log_batch(batch).ok());
      model_.push_back(model);
    }
  }

  std::vector<std::string> search(std::string filter, std::vector<std::string> order, std::int64_t page_size) {
    std::vector<std::string> found;
    RunQuery query{{experiment_}, std::move(filter), ViewType::kActiveOnly, page_size, std::move(order), ""};
    do {
      auto page = search_runs(*scratch_, query);
      EXPECT_TRUE(page.ok()) << page.error().message();
      for (const tracking::Run& run : page->items) found.push_back(run.info.run_id);
      EXPECT_LE(static_cast<std::int64_t>(page->items.size()), page_size);
      query.page_token = page->next_token;
    } while (!query.page_token.empty());
    return found;
  }

  using Keep = std::function<bool(const ModelRun&)>;
  // 0 for numbers, 1 for NaN, 2 for none; then the value.
  static std::pair<int, double> rank(const ModelRun& run, const std::string& key) {
    const auto found = run.metrics.find(key);
    if (found == run.metrics.end()) return {2, 0};
    return std::isnan(found->second) ? std::pair(1, 0.0) : std::pair(0, found->second);
  }
  std::vector<std::string> expected(const Keep& keep, const std::optional<std::string>& metric, bool ascending) {
    std::vector<ModelRun> kept;
    std::copy_if(model_.begin(), model_.end(), std::back_inserter(kept), keep);
    std::sort(kept.begin(), kept.end(), [&](const ModelRun& a, const ModelRun& b) {
      if (metric) {
        const auto [rank_a, value_a] = rank(a, *metric);
        const auto [rank_b, value_b] = rank(b, *metric);
        if (rank_a != rank_b) return rank_a < rank_b;
        if (value_a != value_b) return ascending ? value_a < value_b : value_a > value_b;
      }
      if (a.start != b.start) return a.start > b.start;
      return a.id < b.id;
    });
    std::vector<std::string> ids;
    for (const ModelRun& run : kept) ids.push_back(run.id);
    return ids;
  }

  ScratchDatabase scratch_;
  std::string experiment_;
  std::vector<ModelRun> model_;
  std::mt19937 random_{11};
};

TEST_F(RunSearchTest, FindsWhatAModelFindsInItsOrderPageByPage) {
  struct Filter {
    std::string text;
    Keep keep;
  };
  const std::vector<Filter> filters = {
      {"", [](const ModelRun&) { return true; }},
      {"metrics.m0 > 0.3", [](const ModelRun& r) { return r.metrics.contains("m0") && r.metrics.at("m0") > 0.3; }},
      {"metrics.m0 != 0.5", [](const ModelRun& r) { return r.metrics.contains("m0") && r.metrics.at("m0") != 0.5; }},
      {"params.p = 'v1'", [](const ModelRun& r) { return r.params.contains("p") && r.params.at("p") == "v1"; }},
      {"params.p IS NULL", [](const ModelRun& r) { return !r.params.contains("p"); }},
      {"metrics.m1 <= 0.8 AND params.p LIKE 'v%'",
       [](const ModelRun& r) {
         return r.metrics.contains("m1") && r.metrics.at("m1") <= 0.8 && r.params.contains("p");
       }},
      {"params.p = 'v0' AND metrics.m0 >= 0.9",
       [](const ModelRun& r) {
         return r.params.contains("p") && r.params.at("p") == "v0" && r.metrics.contains("m0") &&
                r.metrics.at("m0") >= 0.9;
       }},
      {"params.p = 'nobody'", [](const ModelRun&) { return false; }},
  };
  for (const Filter& filter : filters) {
    for (const std::int64_t page_size : {20, 1000}) {
      EXPECT_EQ(search(filter.text, {}, page_size), expected(filter.keep, {}, true)) << filter.text;
      EXPECT_EQ(search(filter.text, {"metrics.m0 ASC"}, page_size), expected(filter.keep, "m0", true)) << filter.text;
      EXPECT_EQ(search(filter.text, {"metrics.m0 DESC"}, page_size), expected(filter.keep, "m0", false)) << filter.text;
    }
  }
}

// The history of a run's metric: what the orders by max(), min(), mean() and at() go by.
TEST_F(RunSearchTest, OrdersByWhatAHistorySaysPageByPage) {
  RunLog log(*scratch_, MetricHistory());
  std::map<std::string, std::vector<double>> histories;
  for (const ModelRun& run : model_) {
    if (!run.metrics.contains("m0")) continue;
    std::vector<double>& values = histories[run.id] = {run.metrics.at("m0")};
    for (std::int64_t step = 1; step < static_cast<std::int64_t>(random_() % 4 + 1); ++step) {
      values.push_back(random_() % 6 == 0 ? std::nan("") : static_cast<double>(random_() % 20) - 10);
      ASSERT_TRUE(log.log_metric(run.id, {{"m0", values.back(), 1, step}, {}, {}, {}}).ok());
    }
  }
  struct Case {
    const char* call;
    std::function<double(const std::vector<double>&)> value;
  };
  const auto fold = [](auto better) {
    return [better](const std::vector<double>& values) {
      double best = std::nan("");
      for (const double value : values) {
        if (!std::isnan(value) && (std::isnan(best) || better(value, best))) best = value;
      }
      return best;
    };
  };
  const auto mean = [](const std::vector<double>& values) {
    double sum = 0, count = 0;
    for (const double value : values) {
      if (!std::isnan(value)) sum += value, ++count;
    }
    return sum / count;
  };
  const Case cases[] = {
      {"max(metrics.m0)", fold(std::greater<>())},
      {"min(metrics.m0)", fold(std::less<>())},
      {"mean(metrics.m0)", mean},
      {"at(metrics.m0, 1)",
       [](const std::vector<double>& values) { return values[std::min<std::size_t>(1, values.size() - 1)]; }},
  };
  for (std::size_t turn = 0; turn < 2 * std::size(cases); ++turn) {
    // What was kept of the histories at the turns before must not outlive them.
    std::vector<double>& values = histories[model_[turn % model_.size()].id];
    for (const double value : {turn % 2 == 0 ? 1000.0 : -1000.0, std::nan("")}) {
      const auto step = static_cast<std::int64_t>(values.size());
      values.push_back(value);
      ASSERT_TRUE(log.log_metric(model_[turn % model_.size()].id, {{"m0", value, 1, step}, {}, {}, {}}).ok());
    }
    const Case& each = cases[turn % std::size(cases)];
    std::vector<ModelRun> runs = model_;
    for (ModelRun& run : runs) {
      if (histories.contains(run.id)) run.metrics["m0"] = each.value(histories.at(run.id));
    }
    std::swap(runs, model_);
    for (const bool ascending : {true, false}) {
      const std::string order = fmt::format("{} {}", each.call, ascending ? "ASC" : "DESC");
      for (const std::int64_t page_size : {20, 1000}) {
        EXPECT_EQ(search("", {order}, page_size), expected([](const ModelRun&) { return true; }, "m0", ascending))
            << order;
        const Keep first = [](const ModelRun& r) { return r.params.contains("p") && r.params.at("p") == "v1"; };
        EXPECT_EQ(search("params.p = 'v1'", {order}, page_size), expected(first, "m0", ascending)) << order;
      }
    }
    std::swap(runs, model_);
  }
  EXPECT_FALSE(
      search_runs(*scratch_, {{experiment_}, "", ViewType::kActiveOnly, 9, {"max(metrics.m0)", "params.p"}, ""}).ok());
}

// What has no value is where places are easily lost: at the end of an order, and between equal runs.
TEST_F(RunSearchTest, EveryOrderListsEveryRunOnceWhateverThePage) {
  Runs runs(*scratch_);
  for (std::size_t i = 0; i < model_.size(); i += 2) {
    RunUpdate update;
    update.end_time = static_cast<std::int64_t>(i % 7 + 1);
    ASSERT_TRUE(runs.update(model_[i].id, update).ok());
  }
  const std::vector<std::vector<std::string>> orders = {
      {"start_time DESC"},
      {"start_time ASC"},
      {"end_time DESC"},
      {"end_time ASC"},
      {"params.p DESC"},
      {"params.p ASC", "metrics.m1 DESC"},
      {"params.nope ASC"},
      {"metrics.nope DESC"},
      {"metrics.m1 ASC", "params.p DESC", "end_time ASC"},
      {"status ASC"},
      {"run_name DESC"},
      {"run_id DESC"},
      {"tags.nope ASC", "start_time ASC"},
  };
  for (const auto& order : orders) {
    const std::vector<std::string> whole = search("", order, 1000);
    EXPECT_EQ(whole.size(), model_.size()) << order.front();
    for (const std::int64_t page_size : {5, 149}) {
      EXPECT_EQ(search("", order, page_size), whole) << order.front() << ", pages of " << page_size;
    }
  }
}

TEST_F(RunSearchTest, RunsThatComeBetweenTwoPagesNeitherDoubleNorHideOthers) {
  for (const char* order : {"start_time DESC", "metrics.m0 DESC"}) {
    RunQuery query{{experiment_}, "", ViewType::kActiveOnly, 20, {order}, ""};
    const std::vector<std::string> whole = search("", query.order_by, 1000);
    const auto first = search_runs(*scratch_, query);
    ASSERT_TRUE(first.ok());
    Runs runs(*scratch_);
    RunLog log(*scratch_, MetricHistory());
    const auto newest = runs.create({experiment_, "u", "", 1000, {}});
    ASSERT_TRUE(log.log_metric(newest->info.run_id, {{"m0", 100, 1, 0}, {}, {}, {}}).ok());
    query.page_token = first->next_token;
    const auto second = search_runs(*scratch_, query);
    ASSERT_TRUE(second.ok());
    EXPECT_EQ(second->items.front().info.run_id, whole[20]) << order;
  }
}

TEST_F(RunSearchTest, ATokenOfAnotherOrderOrOfMlflowCountsItsRuns) {
  const std::vector<std::string> whole = search("", {"metrics.m0 DESC"}, 1000);
  const auto first = search_runs(*scratch_, {{experiment_}, "", ViewType::kActiveOnly, 20, {"params.p"}, ""});
  for (const std::string& token : {first->next_token, search::make_page_token(20)}) {
    const auto second =
        search_runs(*scratch_, {{experiment_}, "", ViewType::kActiveOnly, 20, {"metrics.m0 DESC"}, token});
    ASSERT_TRUE(second.ok());
    EXPECT_EQ(second->items.front().info.run_id, whole[20]);
  }
}

TEST_F(RunSearchTest, ShowsAllThatARunHas) {
  auto page = search_runs(*scratch_, {{experiment_}, "", ViewType::kActiveOnly, 1000, {}, ""});
  ASSERT_TRUE(page.ok());
  for (const tracking::Run& run : page->items) {
    const auto model =
        std::find_if(model_.begin(), model_.end(), [&](const ModelRun& m) { return m.id == run.info.run_id; });
    ASSERT_NE(model, model_.end());
    EXPECT_EQ(run.data.metrics.size(), model->metrics.size());
    EXPECT_EQ(run.data.params.size(), model->params.size());
    ASSERT_EQ(run.data.tags.size(), 1u);
    EXPECT_EQ(run.data.tags[0].key, kRunNameTag);
  }
}

TEST_F(RunSearchTest, LooksIntoTheExperimentsThatAreNamedOnly) {
  EXPECT_TRUE(search_runs(*scratch_, {{"999"}, "", ViewType::kAll, 10, {}, ""})->items.empty());
  EXPECT_TRUE(search_runs(*scratch_, {{}, "", ViewType::kAll, 10, {}, ""})->items.empty());
  EXPECT_FALSE(search_runs(*scratch_, {{"x"}, "", ViewType::kAll, 10, {}, ""}).ok());
}

}  // namespace
}  // namespace cairn::tracking
