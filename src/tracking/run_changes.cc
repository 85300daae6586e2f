#include "tracking/run_changes.h"

#include <fmt/format.h>

namespace cairn::tracking {
namespace {

constexpr std::string_view kPrefix = "run ";

}  // namespace

void announce_run(db::Connection& connection, std::int64_t experiment_id, std::string_view run_id) {
  connection.announce(fmt::format("{}{} {}", kPrefix, experiment_id, run_id));
}

std::optional<RunChange> run_change(std::string_view announced) {
  if (!announced.starts_with(kPrefix)) return std::nullopt;
  announced.remove_prefix(kPrefix.size());
  const std::size_t space = announced.find(' ');
  return RunChange{announced.substr(0, space), announced.substr(space + 1)};
}

}  // namespace cairn::tracking
