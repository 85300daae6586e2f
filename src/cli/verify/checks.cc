#include "cli/verify/checks.h"

#include <array>
#include <fmt/format.h>

#include "cli/verify/artifact_checks.h"
#include "cli/verify/registry_checks.h"
#include "cli/verify/tracking_checks.h"
#include "core/text.h"

namespace cairn::cli {
namespace {

Result<std::string> check_health(Probe& probe) {
  const auto answer = TRY(probe.server.send({.target = "/health"}));
  if (strip(answer.body) == "OK") return std::string("answers");
  return Error(ErrorCode::kEndpointNotFound,
               fmt::format("{}/health answers, but not 'OK' as a tracking server does", probe.server.name()));
}

Result<std::string> check_version(Probe& probe) {
  constexpr std::size_t kLongest = 30;
  const auto answer = TRY(probe.server.send({.target = "/version"}));
  const std::string version(strip(answer.body));
  if (!version.empty() && version.size() <= kLongest && version.front() >= '0' && version.front() <= '9') {
    return "speaks for MLflow " + version;
  }
  return Error(ErrorCode::kEndpointNotFound, fmt::format("{}/version answers no version", probe.server.name()));
}

constexpr std::array kChecks = {
    Check{"health", Precondition::kNothing, Effect::kReads, check_health},
    Check{"version", Precondition::kServer, Effect::kReads, check_version},
    Check{"experiment", Precondition::kServer, Effect::kWrites, check_experiment},
    Check{"run", Precondition::kExperiment, Effect::kWrites, check_run},
    Check{"params", Precondition::kRun, Effect::kWrites, check_params},
    Check{"metrics", Precondition::kRun, Effect::kWrites, check_metrics},
    Check{"batch", Precondition::kRun, Effect::kWrites, check_batch},
    Check{"tags", Precondition::kRun, Effect::kWrites, check_tags},
    Check{"search", Precondition::kRun, Effect::kWrites, check_search},
    Check{"artifacts", Precondition::kRun, Effect::kWrites, check_artifacts},
    Check{"registry", Precondition::kRun, Effect::kWrites, check_registry},
};

struct Removal {
  std::string_view what;
  Status (*remove)(Probe& probe);
};
constexpr std::array kRemovals = {
    Removal{"the model", remove_model},
    Removal{"the artifacts", remove_artifacts},
    Removal{"the run", remove_run},
    Removal{"the experiment", remove_experiment},
};

}  // namespace

std::span<const Check> checks() { return kChecks; }

Result<std::string> clean_up(Probe& probe) {
  std::optional<Error> first;
  for (const Removal& removal : kRemovals) {
    Status removed = removal.remove(probe);
    if (removed.ok() || first) continue;
    first.emplace(removed.error().code(),
                  fmt::format("{} of {} is left: {}", removal.what, probe.name, removed.error().message()));
  }
  if (first) return std::move(*first);
  return std::string("model and artifacts are gone, run and experiment are deleted");
}

}  // namespace cairn::cli
