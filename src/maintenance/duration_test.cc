#include "maintenance/duration.h"

#include <gtest/gtest.h>

namespace cairn::maintenance {
namespace {

TEST(Duration, AddsUpItsUnits) {
  EXPECT_EQ(*parse_duration("8h"), 8 * 3'600'000);
  EXPECT_EQ(*parse_duration("1d2h3m4s"), 93'784'000);
  EXPECT_EQ(*parse_duration("1.5d30s"), 129'630'000);
  EXPECT_EQ(*parse_duration(""), 0);
}

TEST(Duration, RefusesWhatMlflowRefuses) {
  for (const char* wrong : {"8", "h", "1h1d", "1h2h", "1.2.3h", "8 h", "-1h", "1w"}) {
    EXPECT_FALSE(parse_duration(wrong).ok()) << wrong;
  }
}

}  // namespace
}  // namespace cairn::maintenance
