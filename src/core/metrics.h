// Counters and histograms that any thread may update without a lock, and their Prometheus text form.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace cairn {

class Counter {
 public:
  void add(std::uint64_t amount = 1) { value_.fetch_add(amount, std::memory_order_relaxed); }
  [[nodiscard]] std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> value_{0};
};

// Buckets grow by a factor of four from `first`: wide enough for 10 µs to minutes, or for 1 to millions.
class Histogram {
 public:
  static constexpr std::size_t kBounds = 12;

  explicit Histogram(double first);
  void observe(double value);

  [[nodiscard]] std::span<const double> bounds() const { return bounds_; }
  [[nodiscard]] std::uint64_t count_up_to(std::size_t bound) const;  // cumulative
  [[nodiscard]] std::uint64_t count() const { return count_up_to(kBounds); }
  [[nodiscard]] double sum() const { return sum_.load(std::memory_order_relaxed); }

 private:
  std::array<double, kBounds> bounds_{};
  std::array<std::atomic<std::uint64_t>, kBounds + 1> buckets_{};
  std::atomic<double> sum_{0};
};

// Writes samples in Prometheus' text format. `labels` is the inside of the braces, or empty.
class Exposition {
 public:
  void family(std::string_view name, std::string_view type, std::string_view help);
  void sample(std::string_view name, std::string_view labels, double value);
  void histogram(std::string_view name, std::string_view labels, const Histogram& histogram);
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace cairn
