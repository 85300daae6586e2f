// What is tried on a server, a row a check, in this order.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "cli/verify/probe.h"
#include "core/result.h"

namespace cairn::cli {

// What of the checks before it a check cannot do without.
enum class Precondition : std::uint8_t { kNothing, kServer, kExperiment, kRun };
enum class Effect : std::uint8_t { kReads, kWrites };

struct Check {
  std::string_view name;
  Precondition needs;
  Effect effect;
  // What was proven, in a few words; or what is wrong. kDataLoss: the server answered something else than was written.
  Result<std::string> (*run)(Probe& probe);
};

std::span<const Check> checks();

// Takes away what the checks may have made, whether they know of it or not, and looks that it is gone. Goes on after a
// failure; the first is what it returns.
Result<std::string> clean_up(Probe& probe);

}  // namespace cairn::cli
