#include "db/upgrade_values.h"

#include <gtest/gtest.h>

namespace cairn::db {
namespace {

TEST(UpgradeValues, TokenCountsAreWholeNumbersHoweverWritten) {
  const struct {
    std::string_view text;
    std::optional<std::int64_t> count;
  } cases[] = {
      {"12", 12},
      {" +1_000 ", 1000},
      {"\u00a07\u2003", 7},
      {"1.0", 1},
      {"100e-2", 1},
      {"1.2e3", 1200},
      {"-0.0", 0},
      {"0e99", 0},
      {"9223372036854775807", INT64_MAX},
      {"-9223372036854775808", INT64_MIN},
      {"9223372036854775808", std::nullopt},
      {"1e30", std::nullopt},
      {"1e99999999999", std::nullopt},
      {"1.5", std::nullopt},
      {"1e-1", std::nullopt},
      {"", std::nullopt},
      {".", std::nullopt},
      {"1e", std::nullopt},
      {"1e+-5", std::nullopt},
      {"nan", std::nullopt},
      {"0x10", std::nullopt},
  };
  for (const auto& expected : cases) EXPECT_EQ(token_count(expected.text), expected.count) << expected.text;
}

TEST(UpgradeValues, ADoubleCountsAsItsShortestDigits) {
  EXPECT_EQ(token_count(17.0), 17);
  EXPECT_EQ(token_count(0.5), std::nullopt);
  EXPECT_EQ(token_count(9.2233720368547748e18), 9223372036854775000);
  EXPECT_EQ(token_count(9.3e18), std::nullopt);
}

TEST(UpgradeValues, FiniteFloats) {
  EXPECT_EQ(finite_float(" 1_0.2_5e1 "), 102.5);
  EXPECT_EQ(finite_float(".5"), 0.5);
  EXPECT_EQ(finite_float("1e-400"), 0.0);
  EXPECT_EQ(finite_float("4.9e-324"), 5e-324);
  for (const std::string_view text : {"1e400", "inf", "nan", "_1", "1__0", "1_.5", "0x10", "", "1 2"}) {
    EXPECT_EQ(finite_float(text), std::nullopt) << text;
  }
}

TEST(UpgradeValues, AssessmentsCountAsNumbersWhereTheyCan) {
  const struct {
    std::string_view text;
    std::optional<double> value;
    bool is_numeric;
  } cases[] = {
      {"true", 1.0, false},
      {"false", 0.0, false},
      {"4.5", 4.5, true},
      {"3", 3.0, true},
      {"NaN", std::nullopt, false},
      {"\" Yes \"", 1.0, false},
      {"\u3000NO\n", 0.0, false},
      {"good", std::nullopt, false},
      {"\"4.5\"", std::nullopt, false},
      {"[1]", std::nullopt, false},
      {"null", std::nullopt, false},
      {std::string_view("1e999"), std::nullopt, false},
  };
  for (const auto& expected : cases) {
    const auto aggregate = aggregate_assessment(expected.text);
    EXPECT_EQ(aggregate.value, expected.value) << expected.text;
    EXPECT_EQ(aggregate.is_numeric, expected.is_numeric) << expected.text;
  }
}

}  // namespace
}  // namespace cairn::db
