// What MLflow's migrations make of a stored value, with the rules of the Python that they are written in.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace cairn::db {

// A whole number, written in any way that Python's Decimal takes ("12", "1_000", " 1.2e3 "), within 64 bits.
std::optional<std::int64_t> token_count(std::string_view text);
std::optional<std::int64_t> token_count(double value);

// A finite number, as Python's float() reads it.
std::optional<double> finite_float(std::string_view text);

// The value of an assessment (JSON, or a bare text) as trace analytics sum it up.
struct AssessmentAggregate {
  std::optional<double> value;
  bool is_numeric = false;
};
AssessmentAggregate aggregate_assessment(std::string_view value);

}  // namespace cairn::db
