// A pattern that the sources of new versions must match, where whoever runs the server has set one. Any thread may
// call.
#pragma once

#include <optional>
#include <regex>
#include <string>
#include <string_view>

#include "core/result.h"

namespace cairn::registry {

class SourcePattern {
 public:
  SourcePattern() = default;  // everything matches
  static Result<SourcePattern> parse(const std::string& pattern);

  // Somewhere in the source is enough.
  Status check(std::string_view source) const;

 private:
  std::optional<std::regex> pattern_;
};

}  // namespace cairn::registry
