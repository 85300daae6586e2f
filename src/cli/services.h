// Opens a database and makes of it what the endpoints act on: for the server, and for commands that open a database
// themselves.
#pragma once

#include <memory>
#include <string>

#include "api/services.h"
#include "core/result.h"
#include "registry/source_pattern.h"
#include "registry/webhook_settings.h"

namespace cairn::cli {

// kRead: what others keep, or what cannot be written: nothing is made in it.
enum class Access : std::uint8_t { kReadWrite, kRead };

struct ServiceOptions {
  std::string database_uri;
  Access access = Access::kReadWrite;
  std::string read_replica_uri{};
  std::string artifact_root = "mlflow-artifacts:/";  // of new experiments
  std::string artifacts_destination;                 // what mlflow-artifacts: stands for; empty: nothing is served
  tracking::MetricHistory history{tracking::MetricHistory::kChunks};
  std::string model_source_pattern{};
  registry::WebhookSettings webhooks{};
};

class OpenedServices {
 public:
  // The schema is made where there is none, and the default experiment.
  static Result<std::unique_ptr<OpenedServices>> open(const ServiceOptions& options);
  OpenedServices(std::unique_ptr<db::Database> database, registry::WebhookSecrets secrets,
                 std::unique_ptr<artifacts::Locations> locations, registry::SourcePattern pattern,
                 const ServiceOptions& options);
  OpenedServices(const OpenedServices&) = delete;
  OpenedServices& operator=(const OpenedServices&) = delete;

  [[nodiscard]] api::Services& services() { return services_; }

 private:
  // In the order in which they refer to each other.
  std::unique_ptr<db::Database> database_;
  registry::Webhooks webhooks_;
  api::Services services_;
};

}  // namespace cairn::cli
