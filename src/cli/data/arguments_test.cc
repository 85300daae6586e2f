#include "cli/data/arguments.h"

#include <gtest/gtest.h>
#include <limits>

namespace cairn::cli {
namespace {

TEST(WholeNumberTest, TakesWhatPythonsIntTakes) {
  EXPECT_EQ(whole_number("0"), 0);
  EXPECT_EQ(whole_number(" +12\n"), 12);
  EXPECT_EQ(whole_number("-1_000"), -1000);
  EXPECT_EQ(whole_number("007"), 7);
  for (const char* other : {"", "-", "1.5", "1e3", "_1", "1_", "1__0", "0x10", "- 1", "1 2"})
    EXPECT_EQ(whole_number(other), std::nullopt) << other;
}

TEST(WholeNumberTest, StopsAtWhatFits) {
  constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
  EXPECT_EQ(whole_number("99999999999999999999"), kMost);
  EXPECT_EQ(whole_number("-99999999999999999999"), -kMost);
}

}  // namespace
}  // namespace cairn::cli
