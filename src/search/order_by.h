// The order_by language: "metrics.loss ASC", "start_time DESC", one key to a text. Pure; any thread may call.
//
// Beyond MLflow's: runs are ordered by what a metric's whole history says, written as a call: "max(metrics.loss) DESC",
// "min(…)", "mean(…)", "at(metrics.loss, 100)" for where it stood at a step. MLflow refuses every such text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/result.h"
#include "search/language.h"

namespace cairn::search {

// Which of a metric's values counts.
enum class Statistic : std::uint8_t { kLast, kGreatest, kLeast, kMean, kAtStep };

struct OrderBy {
  Entity entity;
  std::string key;  // of an attribute: its one name, whatever the request called it
  bool ascending = true;
  Statistic statistic = Statistic::kLast;
  std::int64_t step = 0;  // for kAtStep
};

// An error's position is a byte offset into the text that is wrong, which the message names.
[[nodiscard]] Result<std::vector<OrderBy>> parse_order_by(const Language& language, std::span<const std::string> texts);

}  // namespace cairn::search
