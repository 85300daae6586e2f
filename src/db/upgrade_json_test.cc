#include "db/upgrade_json.h"

#include <gtest/gtest.h>

namespace cairn::db {
namespace {

using Kind = Json::Kind;

TEST(UpgradeJson, ReadsScalars) {
  const struct {
    std::string_view text;
    Kind kind;
    std::string_view value;
  } cases[] = {
      {"null", Kind::kNull, "null"},
      {" true\n", Kind::kTrue, "true"},
      {"-0", Kind::kInteger, "-0"},
      {"123456789012345678901234567890", Kind::kInteger, "123456789012345678901234567890"},
      {"1.5e-3", Kind::kReal, "1.5e-3"},
      {"NaN", Kind::kReal, "NaN"},
      {"-Infinity", Kind::kReal, "-Infinity"},
      {R"("a\"\\\/\b\f\n\r\tb")", Kind::kString, "a\"\\/\b\f\n\r\tb"},
      {R"("\u00e9\u2603\ud83d\ude00")", Kind::kString, "é☃😀"},
      {R"("\ud83dx")", Kind::kString, "\uFFFDx"},
  };
  for (const auto& expected : cases) {
    const auto json = parse_json(expected.text);
    ASSERT_TRUE(json) << expected.text;
    EXPECT_EQ(json->kind, expected.kind) << expected.text;
    EXPECT_EQ(json->text, expected.value);
  }
}

TEST(UpgradeJson, RefusesWhatPythonRefuses) {
  for (const std::string_view text :
       {"",    " ",       "01",       "1.",         ".5",     "+1",      "-",         "1e",   "tru",
        "nan", "-NaN",    "'a'",      "\"a",        "\"\t\"", R"("\x")", R"("\u12")", "[1,]", "[1 2]",
        "{,}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}",  "1 2",     "\uFEFF1",   "\f1"}) {
    EXPECT_FALSE(parse_json(text)) << text;
  }
}

TEST(UpgradeJson, TheLastMemberOfANameCounts) {
  const auto json = parse_json(R"( {"a" : 1, "b":[1, {"a": 3}], "a":2} )");
  ASSERT_TRUE(json);
  EXPECT_EQ(json->member("a")->text, "2");
  EXPECT_EQ(json->member("b")->kind, Kind::kArray);
  EXPECT_EQ(json->member("c"), nullptr);
}

TEST(UpgradeJson, DepthIsBounded) {
  EXPECT_TRUE(parse_json(std::string(500, '[') + std::string(500, ']')));
  EXPECT_FALSE(parse_json(std::string(1'000'000, '[')));
}

}  // namespace
}  // namespace cairn::db
