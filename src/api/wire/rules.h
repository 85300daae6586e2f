// What a request must hold, field by field, in the order in which MLflow checks it: the first broken rule is the error.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace cairn::api {

enum class Check : std::uint8_t {
  kNone,
  kRequired,  // present, not null, not ""
  kString,    // the types are looked at only where a field could not be read
  kIntLike,
  kFloatLike,
  kArray,
  kStringItems,
  kItemsRequired,  // every element of the list has its required fields (MessageType::required)
  kWithin,         // min..max, of the number or of the list's length
};

struct Rule {
  std::string_view field;
  std::array<Check, 4> checks{};
  std::int64_t min = INT64_MIN;
  std::int64_t max = INT64_MAX;
  // For kWithin; {} stands for the number or length found. Empty: the usual text.
  std::string_view message;
};

constexpr Rule rule(std::string_view field, std::initializer_list<Check> checks, std::int64_t min = INT64_MIN,
                    std::int64_t max = INT64_MAX, std::string_view message = {}) {
  Rule made{.field = field, .min = min, .max = max, .message = message};
  std::size_t i = 0;
  for (Check check : checks) made.checks[i++] = check;
  return made;
}

}  // namespace cairn::api
