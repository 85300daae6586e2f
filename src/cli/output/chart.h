// Curves in a terminal: a chart of dots (Unicode's braille patterns, eight dots a character), and a line of bars.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace cairn::cli {

struct Point {
  double x = 0;
  double y = 0;
};

struct Curve {
  std::string name;
  std::vector<Point> points;  // in the order of x; those that are not finite are left out
};

struct ChartSize {
  std::size_t width = 80;   // columns in all
  std::size_t height = 20;  // lines in all
};

// With axes and a legend; curves differ in colour on a terminal that has some.
[[nodiscard]] std::string chart(const std::vector<Curve>& curves, ChartSize size);

// "▁▂▅▇", at most `width` columns; the values are averaged where there are more.
[[nodiscard]] std::string sparkline(std::span<const double> values, std::size_t width);

}  // namespace cairn::cli
