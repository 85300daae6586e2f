#include "cli/output/chart.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <limits>

#include "cli/output/terminal.h"
#include "cli/output/text_width.h"
#include "cli/output/times.h"

namespace cairn::cli {
namespace {

constexpr std::size_t kDotsAcross = 2;  // in a character
constexpr std::size_t kDotsDown = 4;
constexpr std::array kColors = {Color::kCyan,  Color::kYellow, Color::kMagenta,
                                Color::kGreen, Color::kRed,    Color::kBlue};
constexpr std::size_t kNobody = std::numeric_limits<std::size_t>::max();

struct Range {
  double least = std::numeric_limits<double>::infinity();
  double greatest = -std::numeric_limits<double>::infinity();

  void add(double value) {
    least = std::min(least, value);
    greatest = std::max(greatest, value);
  }
  // Where in 0..1 a value is.
  [[nodiscard]] double place(double value) const {
    return greatest > least ? (value - least) / (greatest - least) : 0.5;
  }
};

bool is_drawn(const Point& point) { return std::isfinite(point.x) && std::isfinite(point.y); }

// UTF-8 of U+2800 + bits.
std::string braille(unsigned bits) {
  const unsigned code = 0x2800 + bits;
  return {static_cast<char>(0xE0 | (code >> 12)), static_cast<char>(0x80 | ((code >> 6) & 0x3F)),
          static_cast<char>(0x80 | (code & 0x3F))};
}

class Canvas {
 public:
  Canvas(std::size_t columns, std::size_t lines)
      : columns_(columns), lines_(lines), bits_(columns * lines), owner_(columns * lines, kNobody) {}

  // x and y from 0 to 1, y upwards.
  void line(Point from, Point to, std::size_t curve) {
    const double width = static_cast<double>(columns_ * kDotsAcross - 1);
    const double height = static_cast<double>(lines_ * kDotsDown - 1);
    const double dx = (to.x - from.x) * width, dy = (to.y - from.y) * height;
    const auto steps = static_cast<std::size_t>(std::ceil(std::max({std::abs(dx), std::abs(dy), 1.0})));
    for (std::size_t i = 0; i <= steps; ++i) {
      const double part = static_cast<double>(i) / static_cast<double>(steps);
      dot(static_cast<std::size_t>(std::lround(from.x * width + dx * part)),
          static_cast<std::size_t>(std::lround(height - (from.y * height + dy * part))), curve);
    }
  }

  [[nodiscard]] std::string text(std::size_t line) const {
    std::string text;
    for (std::size_t column = 0; column < columns_; ++column) {
      const std::size_t cell = line * columns_ + column;
      const std::string character = bits_[cell] == 0 ? " " : braille(bits_[cell]);
      text += owner_[cell] == kNobody ? character : colored(character, kColors[owner_[cell] % kColors.size()]);
    }
    return text;
  }

 private:
  void dot(std::size_t x, std::size_t y, std::size_t curve) {
    constexpr unsigned kBits[kDotsDown][kDotsAcross] = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
    const std::size_t cell = y / kDotsDown * columns_ + x / kDotsAcross;
    bits_[cell] |= kBits[y % kDotsDown][x % kDotsAcross];
    owner_[cell] = curve;
  }

  std::size_t columns_, lines_;
  std::vector<unsigned> bits_;
  std::vector<std::size_t> owner_;
};

std::string right_aligned(const std::string& text, std::size_t width) {
  return std::string(width - std::min(width, text.size()), ' ') + text;
}

}  // namespace

std::string chart(const std::vector<Curve>& curves, ChartSize size) {
  Range x, y;
  for (const Curve& curve : curves) {
    for (const Point& point : curve.points) {
      if (!is_drawn(point)) continue;
      x.add(point.x);
      y.add(point.y);
    }
  }
  if (!(x.least <= x.greatest)) return "There are no points to draw.\n";
  const std::string top = short_number(y.greatest), bottom = short_number(y.least);
  const std::size_t margin = std::max(top.size(), bottom.size());
  const std::size_t columns = std::max<std::size_t>(size.width > margin + 2 ? size.width - margin - 2 : 0, 10);
  const std::size_t taken = 2 + curves.size();  // the axis, its labels, the legend
  const std::size_t lines = std::max<std::size_t>(size.height > taken ? size.height - taken : 0, 4);

  Canvas canvas(columns, lines);
  for (std::size_t i = 0; i < curves.size(); ++i) {
    const Point* last = nullptr;
    for (const Point& point : curves[i].points) {
      if (!is_drawn(point)) continue;
      const Point& from = last ? *last : point;
      canvas.line({x.place(from.x), y.place(from.y)}, {x.place(point.x), y.place(point.y)}, i);
      last = &point;
    }
  }
  std::string text;
  for (std::size_t line = 0; line < lines; ++line) {
    const std::string& label = line == 0 ? top : line + 1 == lines ? bottom : std::string();
    text += fmt::format("{} │{}\n", right_aligned(label, margin), canvas.text(line));
  }
  std::string axis;
  for (std::size_t i = 0; i < columns; ++i) axis += "─";
  text += fmt::format("{} └{}\n", std::string(margin, ' '), axis);
  const std::string first = short_number(x.least), end = short_number(x.greatest);
  text += fmt::format("{}  {}{}\n", std::string(margin, ' '), first,
                      right_aligned(end, columns - std::min(columns, first.size())));
  for (std::size_t i = 0; i < curves.size(); ++i) {
    text += fmt::format("{}  {} {}\n", std::string(margin, ' '), colored("━━", kColors[i % kColors.size()]),
                        fit_text(printable(curves[i].name), columns > 3 ? columns - 3 : 0));
  }
  return text;
}

std::string sparkline(std::span<const double> values, std::size_t width) {
  constexpr std::array kBars = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  std::vector<double> finite;
  std::ranges::copy_if(values, std::back_inserter(finite), [](double value) { return std::isfinite(value); });
  Range range;
  std::vector<double> shown;
  const std::size_t count = std::min(width, finite.size());
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t begin = i * finite.size() / count, end = (i + 1) * finite.size() / count;
    double sum = 0;
    for (std::size_t j = begin; j < end; ++j) sum += finite[j];
    shown.push_back(sum / static_cast<double>(end - begin));
    range.add(shown.back());
  }
  std::string text;
  for (const double value : shown) {
    const auto bar = static_cast<std::size_t>(range.place(value) * (kBars.size() - 1) + 0.5);
    text += kBars[std::min(bar, kBars.size() - 1)];
  }
  return text;
}

}  // namespace cairn::cli
