#include "cli/services.h"

#include <utility>

#include "cli/webhook_flags.h"
#include "core/uri.h"
#include "db/open.h"
#include "db/read_only_database.h"
#include "db/schema.h"

namespace cairn::cli {

OpenedServices::OpenedServices(std::unique_ptr<db::Database> database, registry::WebhookSecrets secrets,
                               std::unique_ptr<artifacts::Locations> locations, registry::SourcePattern pattern,
                               const ServiceOptions& options)
    : database_(std::move(database)),
      webhooks_(*database_, std::move(secrets), options.webhooks),
      services_{
          *database_,
          tracking::Experiments(*database_, resolve_uri_if_local(options.artifact_root)),
          tracking::Runs(*database_),
          tracking::RunLog(*database_, options.history),
          options.history,
          tracking::LoggedModels(*database_),
          tracking::ArtifactRoots(*database_),
          std::move(locations),
          registry::RegisteredModels(*database_, &webhooks_.sink()),
          registry::ModelVersions(*database_, &webhooks_.sink(), std::move(pattern)),
          webhooks_,
      } {}

Result<std::unique_ptr<OpenedServices>> OpenedServices::open(const ServiceOptions& options) {
  const bool writes = options.access == Access::kReadWrite;
  auto database = writes ? TRY(db::open_database(options.database_uri, {options.read_replica_uri}))
                         : TRY(db::open_read_only(options.database_uri));
  if (writes) TRY(db::prepare_schema(*database));
  const std::string destination =
      options.artifacts_destination.empty() ? "" : resolve_uri_if_local(options.artifacts_destination);
  auto opened = std::make_unique<OpenedServices>(
      std::move(database), TRY(webhook_secrets(options.database_uri)), TRY(artifacts::Locations::open(destination)),
      TRY(registry::SourcePattern::parse(options.model_source_pattern)), options);
  if (writes) TRY(opened->services().experiments.ensure_default());
  return opened;
}

}  // namespace cairn::cli
