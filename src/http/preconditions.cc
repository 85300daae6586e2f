#include "http/preconditions.h"

#include <optional>

#include "http/date.h"
#include "http/text.h"

namespace cairn::http {
namespace {

using Seconds = std::chrono::sys_seconds;

// Dates in HTTP have no fractions: a file of the same second is the same.
std::optional<bool> modified_after(const std::string* field, const Validators& current) {
  const auto date = field ? parse_date(*field) : std::nullopt;
  if (!date) return std::nullopt;
  return std::chrono::floor<std::chrono::seconds>(current.modified) > *date;
}

}  // namespace

bool names_tag(std::string_view list, std::string_view tag) {
  while (!list.empty()) {
    std::string_view candidate = trim(cut(list, ','));
    if (candidate.starts_with("W/")) candidate.remove_prefix(2);
    if (candidate == tag || candidate == "*") return true;
  }
  return false;
}

Precondition check_preconditions(const Headers& request, const Validators& current) {
  if (const std::string* wanted = request.find("If-Match")) {
    if (!names_tag(*wanted, current.tag)) return Precondition::kFailed;
  } else if (modified_after(request.find("If-Unmodified-Since"), current).value_or(false)) {
    return Precondition::kFailed;
  }
  if (const std::string* known = request.find("If-None-Match")) {
    return names_tag(*known, current.tag) ? Precondition::kNotModified : Precondition::kHolds;
  }
  const bool modified = modified_after(request.find("If-Modified-Since"), current).value_or(true);
  return modified ? Precondition::kHolds : Precondition::kNotModified;
}

bool range_applies(const Headers& request, const Validators& current) {
  const std::string* condition = request.find("If-Range");
  return !condition || *condition == current.tag || *condition == format_date(current.modified);
}

}  // namespace cairn::http
