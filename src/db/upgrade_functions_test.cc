#include "db/upgrade_functions.h"

#include <fmt/format.h>

#include "db/upgrade_testing.h"

namespace cairn::db {
namespace {

class UpgradeFunctionsTest : public testing::Test {
 protected:
  void SetUp() override {
    auto opened = SqliteConnection::open(":memory:", Access::kReadWrite);
    ASSERT_TRUE(opened.ok());
    connection_ = std::move(*opened);
    ASSERT_TRUE(add_upgrade_functions(*connection_).ok());
  }
  std::string value(const std::string& expression) {
    return ask(*connection_, "SELECT typeof(x) || ' ' || coalesce(x, '') FROM (SELECT " + expression + " AS x)");
  }
  std::unique_ptr<SqliteConnection> connection_;
};

TEST_F(UpgradeFunctionsTest, MembersKeepTheirTypes) {
  const auto member = [this](std::string_view name) {
    return value(fmt::format(
        R"(json_member('{{"i": 3, "r": 0.5, "t": "x", "big": 99999999999999999999, "b": true, "n": null, "a": [1]}}', '{}'))",
        name));
  };
  EXPECT_EQ(member("i"), "integer 3");
  EXPECT_EQ(member("r"), "real 0.5");
  EXPECT_EQ(member("t"), "text x");
  EXPECT_EQ(member("big"), "text 99999999999999999999");
  for (const char* name : {"b", "n", "a", "none"}) EXPECT_EQ(member(name), "null ") << name;
  EXPECT_EQ(value("json_member('{', 'i')"), "null ");
  EXPECT_EQ(value("json_member(NULL, 'i')"), "null ");
  EXPECT_EQ(value("json_member(x'7B7D', 'i')"), "null ");
}

TEST_F(UpgradeFunctionsTest, NumbersComeFromAnyType) {
  EXPECT_EQ(value("token_count(7)"), "integer 7");
  EXPECT_EQ(value("token_count(7.0)"), "integer 7");
  EXPECT_EQ(value("token_count('7')"), "integer 7");
  EXPECT_EQ(value("token_count(7.5)"), "null ");
  EXPECT_EQ(value("token_count(NULL)"), "null ");
  EXPECT_EQ(value("finite_float(7)"), "real 7.0");
  EXPECT_EQ(value("finite_float('7.5')"), "real 7.5");
  EXPECT_EQ(value("finite_float(9e999)"), "null ");
}

TEST_F(UpgradeFunctionsTest, TextIsCutByCharacters) {
  EXPECT_EQ(value("first_characters('aé☃b', 3)"), "text aé☃");
  EXPECT_EQ(value("first_characters('ab', 3)"), "text ab");
  EXPECT_EQ(value("first_characters(5, 3)"), "null ");
}

TEST_F(UpgradeFunctionsTest, SpanDimensions) {
  EXPECT_EQ(value(R"(span_dimension('{"mlflow.llm.model": "m"}', 'mlflow.llm.model'))"), "text m");
  EXPECT_EQ(value(R"(span_dimension('"{\"mlflow.llm.model\": \"m\"}"', 'mlflow.llm.model'))"), "text m");
  for (const std::string readable : {"NULL", "'null'", "'{}'", R"('{"mlflow.llm.provider": null}')"}) {
    EXPECT_EQ(value("span_dimension_problem(" + readable + ")"), "null ") << readable;
  }
  EXPECT_EQ(value("span_dimension_problem('{')"), "text malformed JSON");
  EXPECT_EQ(value("span_dimension_problem('[]')"), "text not a JSON object");
  EXPECT_EQ(value(R"(span_dimension_problem('{"mlflow.llm.model": 5}'))"),
            "text a member 'mlflow.llm.model' that MLflow 3.17 has no column for");
}

}  // namespace
}  // namespace cairn::db
