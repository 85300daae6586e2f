// The order_by language: "metrics.loss ASC", "start_time DESC", one key to a text. Pure; any thread may call.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/result.h"
#include "search/language.h"

namespace cairn::search {

struct OrderBy {
  Entity entity;
  std::string key;  // of an attribute: its one name, whatever the request called it
  bool ascending = true;
};

// An error's position is a byte offset into the text that is wrong, which the message names.
[[nodiscard]] Result<std::vector<OrderBy>> parse_order_by(const Language& language, std::span<const std::string> texts);

}  // namespace cairn::search
