// What the endpoints act on. Made once at start; every part may be used by any thread.
#pragma once

#include <memory>
#include <string>

#include "artifacts/locations.h"
#include "db/database.h"
#include "registry/model_versions.h"
#include "registry/registered_models.h"
#include "registry/webhooks.h"
#include "tracking/artifact_roots.h"
#include "tracking/experiments.h"
#include "tracking/logged_models.h"
#include "tracking/metric_history.h"
#include "tracking/run_log.h"
#include "tracking/runs.h"

namespace cairn::api {

struct Services {
  db::Database& database;
  tracking::Experiments experiments;
  tracking::Runs runs;
  tracking::RunLog run_log;
  tracking::MetricHistory history;
  tracking::LoggedModels logged_models;
  tracking::ArtifactRoots artifact_roots;
  std::unique_ptr<artifacts::Locations> artifacts;
  registry::RegisteredModels registered_models;
  registry::ModelVersions model_versions;
  registry::Webhooks& webhooks;
};

}  // namespace cairn::api
