#include "search/order_by.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace cairn::search {
namespace {

OrderBy only_order(const Language& language, const std::string& text) {
  const std::vector<std::string> texts = {text};
  auto orders = parse_order_by(language, texts);
  EXPECT_TRUE(orders.ok()) << text << ": " << orders.error().message();
  return orders->front();
}

Error order_refusal(const Language& language, const std::vector<std::string>& texts) {
  auto orders = parse_order_by(language, texts);
  EXPECT_FALSE(orders.ok()) << texts.front();
  return orders.error();
}

TEST(OrderBy, ReadsKeyAndDirection) {
  const OrderBy loss = only_order(kRuns, "metrics.`val loss` DESC");
  EXPECT_EQ(loss.entity, Entity::kMetric);
  EXPECT_EQ(loss.key, "val loss");
  EXPECT_FALSE(loss.ascending);
  EXPECT_TRUE(only_order(kRuns, "params.lr").ascending);
  EXPECT_EQ(only_order(kRuns, "Created asc").key, "start_time");
  EXPECT_EQ(only_order(kRegisteredModels, "timestamp DESC").key, "last_updated_timestamp");
  EXPECT_EQ(only_order(kModelVersions, "version_number").key, "version_number");
}

TEST(OrderBy, ReadsWhatAMetricsHistorySays) {
  const OrderBy best = only_order(kRuns, "max(metrics.`val loss`) DESC");
  EXPECT_EQ(best.entity, Entity::kMetric);
  EXPECT_EQ(best.key, "val loss");
  EXPECT_EQ(best.statistic, Statistic::kGreatest);
  EXPECT_FALSE(best.ascending);
  EXPECT_EQ(only_order(kRuns, " Min ( metric.a ) ").statistic, Statistic::kLeast);
  EXPECT_EQ(only_order(kRuns, "mean(metrics.`a(b)`) asc").key, "a(b)");
  const OrderBy at = only_order(kRuns, "at(metrics.`a, b`, -100) DESC");
  EXPECT_EQ(at.statistic, Statistic::kAtStep);
  EXPECT_EQ(at.key, "a, b");
  EXPECT_EQ(at.step, -100);
  EXPECT_EQ(only_order(kRuns, "metrics.a").statistic, Statistic::kLast);
}

TEST(OrderBy, SaysWhereACallIsWrong) {
  EXPECT_EQ(order_refusal(kRuns, {"max(params.a)"}).position(), 4U);
  EXPECT_EQ(order_refusal(kRuns, {"max(nope.a)"}).position(), 4U);
  EXPECT_EQ(order_refusal(kRuns, {"at(metrics.a)"}).position(), 3U);
  EXPECT_EQ(order_refusal(kRuns, {"at(metrics.a, soon)"}).position(), 3U);
  EXPECT_EQ(order_refusal(kRuns, {"max(metrics.a"}).position(), 13U);
  EXPECT_EQ(order_refusal(kRuns, {"max(metrics.a) sideways"}).position(), 14U);
  EXPECT_EQ(order_refusal(kRuns, {"sum(metrics.a)"}).code(), ErrorCode::kInvalidParameterValue);
  EXPECT_EQ(order_refusal(kRegisteredModels, {"max(name)"}).code(), ErrorCode::kInvalidParameterValue);
}

TEST(OrderBy, KeepsTheOrderOfSeveral) {
  const std::vector<std::string> texts = {"creation_time DESC", "experiment_id ASC"};
  const auto orders = parse_order_by(kExperiments, texts);
  ASSERT_TRUE(orders.ok());
  ASSERT_EQ(orders->size(), 2U);
  EXPECT_EQ((*orders)[0].key, "creation_time");
  EXPECT_EQ((*orders)[1].key, "experiment_id");
}

TEST(OrderBy, SaysWhereTheMistakeIs) {
  EXPECT_EQ(order_refusal(kRuns, {"metrics.a sideways"}).position(), 10U);
  EXPECT_EQ(order_refusal(kRuns, {"metrics.a, metrics.b"}).position(), 0U);
  EXPECT_EQ(order_refusal(kRuns, {"metrics.a; metrics.b"}).position(), 11U);
  EXPECT_EQ(order_refusal(kRuns, {"metrics.a b c"}).position(), 12U);
  EXPECT_EQ(order_refusal(kRuns, {"attribute.nope DESC"}).position(), 10U);
  EXPECT_EQ(order_refusal(kRuns, {"nope.a"}).position(), 0U);
  EXPECT_EQ(order_refusal(kRuns, {"metrics.a\\"}).position(), 9U);
}

TEST(OrderBy, RefusesTheSameFieldTwice) {
  EXPECT_EQ(order_refusal(kRuns, {"start_time", "created DESC"}).message(),
            "`order_by` contains duplicate fields: ['start_time', 'created DESC']");
  EXPECT_EQ(order_refusal(kRegisteredModels, {"timestamp", "last_updated_timestamp"}).code(),
            ErrorCode::kInvalidParameterValue);
  const std::vector<std::string> harmless = {"name", "name DESC"};
  EXPECT_TRUE(parse_order_by(kExperiments, harmless).ok());
}

}  // namespace
}  // namespace cairn::search
