#include "search/logged_model_order.h"

#include <gtest/gtest.h>

#include "core/base64.h"

namespace cairn::search {
namespace {

const LoggedModelQuestion kQuestion = {{"1", "22"}, "name = 'é'", {{"metrics.acc", false, "d", ""}}};

std::string token_refusal(const std::string& json, const LoggedModelQuestion& question) {
  const auto offset = read_page_token(base64_encode(json), question);
  return offset.ok() ? "accepted" : offset.error().message();
}

TEST(LoggedModelOrder, NamesAColumnOrAMetric) {
  const auto created = read_logged_model_order({"creation_time", false, "", ""});
  ASSERT_TRUE(created.ok());
  EXPECT_EQ(created->entity, Entity::kAttribute);
  EXPECT_EQ(created->key, "creation_timestamp_ms");
  EXPECT_FALSE(created->ascending);
  const auto metric = read_logged_model_order({"metrics.a.b", true, "", ""});
  ASSERT_TRUE(metric.ok());
  EXPECT_EQ(metric->entity, Entity::kMetric);
  EXPECT_EQ(metric->key, "a.b");
}

TEST(LoggedModelOrder, RefusesWhatCannotBeSortedBy) {
  EXPECT_EQ(read_logged_model_order({"nope", true, "", ""}).error().message(), "Invalid order by field name: nope");
  EXPECT_EQ(read_logged_model_order({"params.lr", true, "", ""}).error().message(),
            "Invalid order by field name: params.lr. Only metrics are supported.");
}

TEST(LoggedModelPageToken, IsWhatMlflowWrites) {
  EXPECT_EQ(*base64_decode(make_page_token(kQuestion, 50)),
            R"({"experiment_ids": ["1", "22"], "filter_string": "name = '\u00e9'", "order_by": [{"field_name": )"
            R"("metrics.acc", "ascending": false, "dataset_name": "d", "dataset_digest": null}], "offset": 50})");
  EXPECT_EQ(*base64_decode(make_page_token({{"1"}, "", {}}, 2)),
            R"({"experiment_ids": ["1"], "filter_string": null, "order_by": null, "offset": 2})");
}

TEST(LoggedModelPageToken, IsGoodForItsQuestionOnly) {
  const std::string token = make_page_token(kQuestion, 50);
  EXPECT_EQ(*read_page_token(token, kQuestion), 50);
  EXPECT_EQ(*read_page_token("", kQuestion), 0);
  LoggedModelQuestion other = kQuestion;
  other.filter = "None";
  EXPECT_EQ(read_page_token(token, other).error().message(),
            "Filter string in the page token does not match the requested filter string. Expected: None. Found: name "
            "= 'é'");
  other = kQuestion;
  other.order_by.clear();
  EXPECT_EQ(read_page_token(token, other).error().message(),
            "Order by in the page token does not match the requested order by. Expected: None. Found: [{'field_name': "
            "'metrics.acc', 'ascending': False, 'dataset_name': 'd', 'dataset_digest': None}]");
  other = kQuestion;
  other.experiment_ids = {"1"};
  EXPECT_EQ(read_page_token(token, other).error().message(),
            "Experiment IDs in the page token do not match the requested experiment IDs. Expected: ['1']. Found: ['1', "
            "'22']");
}

TEST(LoggedModelPageToken, ToleratesOnlyWhatIsJson) {
  const LoggedModelQuestion plain = {{"1"}, "", {}};
  EXPECT_EQ(*read_page_token(base64_encode(R"({"experiment_ids": ["1"], "offset": "7"})"), plain), 7);
  EXPECT_EQ(*read_page_token(base64_encode(R"({"experiment_ids": ["1"], "offset": -7})"), plain), 0);
  EXPECT_EQ(token_refusal(R"({"experiment_ids": ["1"], "filter_string": "None"})", plain),
            "Filter string in the page token does not match the requested filter string. Expected: None. Found: None");
  EXPECT_NE(token_refusal(R"({"experiment_ids": ["1"], "offset": "x"})", plain).find("Its offset is no number"),
            std::string::npos);
  for (const char* wrong : {"null", "[]", "{", "nothing"}) {
    EXPECT_NE(token_refusal(wrong, plain).find("Invalid page token: "), std::string::npos) << wrong;
  }
}

}  // namespace
}  // namespace cairn::search
