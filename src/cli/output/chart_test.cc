#include "cli/output/chart.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace cairn::cli {
namespace {

TEST(Sparkline, GoesFromTheLeastToTheGreatest) {
  const double values[] = {0, 1, 2, 3, 4, 5, 6, 7};
  EXPECT_EQ(sparkline(values, 8), "▁▂▃▄▅▆▇█");
  EXPECT_EQ(sparkline(values, 4), "▁▃▆█");
}

TEST(Sparkline, LeavesOutWhatIsNotFinite) {
  const double values[] = {0, std::nan(""), std::numeric_limits<double>::infinity(), 1};
  EXPECT_EQ(sparkline(values, 8), "▁█");
  EXPECT_EQ(sparkline({}, 8), "");
}

TEST(Chart, IsOfTheSizeThatWasAskedFor) {
  const Curve curve{"loss", {{0, 0}, {1, 1}, {2, 4}, {3, 9}}};
  const std::string text = chart({curve}, {.width = 30, .height = 9});
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 9);
  EXPECT_TRUE(text.starts_with("9 │")) << text;
}

TEST(Chart, OfNothingSaysSo) {
  EXPECT_EQ(chart({{"loss", {{0, std::nan("")}}}}, {}), "There are no points to draw.\n");
}

}  // namespace
}  // namespace cairn::cli
