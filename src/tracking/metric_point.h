// A point of a metric's history, and the two orders in which histories are read.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <tuple>
#include <utility>

namespace cairn::tracking {

// As MLflow stores it: a NaN is the value 0 with a flag, and there are no infinities. Two points of a (run, key) that
// are equal are one point.
struct Point {
  std::int64_t step = 0;
  std::int64_t timestamp = 0;  // milliseconds since 1970
  double value = 0;
  bool is_nan = false;

  friend bool operator==(const Point&, const Point&) = default;
};

// The point that MLflow makes of a logged value. A negative zero loses its sign, because SQLite does not keep it.
inline Point logged_point(std::int64_t step, std::int64_t timestamp, double logged) {
  constexpr double kGreatest = std::numeric_limits<double>::max();
  if (std::isnan(logged)) return {step, timestamp, 0, true};
  if (std::isinf(logged)) return {step, timestamp, logged > 0 ? kGreatest : -kGreatest, false};
  return {step, timestamp, logged == 0 ? 0 : logged, false};
}

// The order of a history that is read. A place is how far an order can tell points apart without their values.
struct ByTime {
  static std::pair<std::int64_t, std::int64_t> place(std::int64_t step, std::int64_t timestamp) {
    return {timestamp, step};
  }
  static auto key(const Point& p) { return std::tuple(p.timestamp, p.step, p.value, p.is_nan); }
  bool operator()(const Point& a, const Point& b) const { return key(a) < key(b); }
};

// The order of a history that is sampled or drawn.
struct ByStep {
  static std::pair<std::int64_t, std::int64_t> place(std::int64_t step, std::int64_t timestamp) {
    return {step, timestamp};
  }
  static auto key(const Point& p) { return std::tuple(p.step, p.timestamp, p.value, p.is_nan); }
  bool operator()(const Point& a, const Point& b) const { return key(a) < key(b); }
};

// Which of two points of a key latest_metrics keeps: NaN counts as 0, and a tie changes nothing.
inline bool is_later(const Point& a, const Point& b) {
  return std::tuple(a.step, a.timestamp, a.value) > std::tuple(b.step, b.timestamp, b.value);
}

}  // namespace cairn::tracking
