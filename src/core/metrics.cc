#include "core/metrics.h"

#include <fmt/format.h>
#include <iterator>

namespace cairn {

Histogram::Histogram(double first) {
  double bound = first;
  for (double& each : bounds_) {
    each = bound;
    bound *= 4;
  }
}

void Histogram::observe(double value) {
  std::size_t bucket = 0;
  while (bucket < kBounds && value > bounds_[bucket]) ++bucket;
  buckets_[bucket].fetch_add(1, std::memory_order_relaxed);
  sum_.fetch_add(value, std::memory_order_relaxed);
}

std::uint64_t Histogram::count_up_to(std::size_t bound) const {
  std::uint64_t total = 0;
  for (std::size_t i = 0; i <= bound; ++i) total += buckets_[i].load(std::memory_order_relaxed);
  return total;
}

void Exposition::family(std::string_view name, std::string_view type, std::string_view help) {
  fmt::format_to(std::back_inserter(text_), "# HELP {0} {2}\n# TYPE {0} {1}\n", name, type, help);
}

void Exposition::sample(std::string_view name, std::string_view labels, double value) {
  if (labels.empty()) {
    fmt::format_to(std::back_inserter(text_), "{} {}\n", name, value);
  } else {
    fmt::format_to(std::back_inserter(text_), "{}{{{}}} {}\n", name, labels, value);
  }
}

void Exposition::histogram(std::string_view name, std::string_view labels, const Histogram& histogram) {
  const std::string_view comma = labels.empty() ? "" : ",";
  for (std::size_t i = 0; i < Histogram::kBounds; ++i) {
    fmt::format_to(std::back_inserter(text_), "{}_bucket{{{}{}le=\"{}\"}} {}\n", name, labels, comma,
                   histogram.bounds()[i], histogram.count_up_to(i));
  }
  fmt::format_to(std::back_inserter(text_), "{}_bucket{{{}{}le=\"+Inf\"}} {}\n", name, labels, comma,
                 histogram.count());
  sample(fmt::format("{}_sum", name), labels, histogram.sum());
  sample(fmt::format("{}_count", name), labels, static_cast<double>(histogram.count()));
}

}  // namespace cairn
