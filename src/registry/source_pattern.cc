#include "registry/source_pattern.h"

#include <fmt/format.h>

namespace cairn::registry {
namespace {

// The library's matcher recurses for each character.
constexpr std::size_t kLongest = 4096;

}  // namespace

Result<SourcePattern> SourcePattern::parse(const std::string& pattern) {
  SourcePattern parsed;
  if (pattern.empty()) return parsed;
  try {
    parsed.pattern_.emplace(pattern);
  } catch (const std::regex_error& error) {
    return invalid_parameter(
        fmt::format("--model-source-pattern is no regular expression: {} ({})", pattern, error.what()));
  }
  return parsed;
}

Status SourcePattern::check(std::string_view source) const {
  if (!pattern_) return {};
  try {
    if (source.size() <= kLongest && std::regex_search(source.begin(), source.end(), *pattern_)) return {};
  } catch (const std::regex_error&) {
    // Too much work to tell: it does not count as a match.
  }
  return invalid_parameter(fmt::format("Invalid model version source: '{}'.", source));
}

}  // namespace cairn::registry
