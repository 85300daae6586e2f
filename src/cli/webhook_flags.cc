#include "cli/webhook_flags.h"

#include <cstdlib>
#include <fmt/format.h>

#include "cli/split_list.h"
#include "db/postgres_address.h"
#include "db/uri.h"

namespace cairn::cli {
namespace {

Status check_range(const char* flag, std::int64_t value, std::int64_t least, std::int64_t most) {
  if (value >= least && value <= most) return {};
  return invalid_parameter(fmt::format("{} is between {} and {}, not {}.", flag, least, most, value));
}

}  // namespace

void add_webhook_flags(WebhookFlags& flags, std::vector<Flag>& to) {
  to.insert(to.end(),
            {
                {"--webhook-allowed-schemes", &flags.allowed_schemes,
                 "Schemes that addresses of webhooks may have, separated by commas", "MLFLOW_WEBHOOK_ALLOWED_SCHEMES"},
                {"--webhook-allow-private-addresses", &flags.allow_private_addresses,
                 "Let webhooks reach this machine and private networks", "MLFLOW_WEBHOOK_ALLOW_PRIVATE_IPS"},
                {"--webhook-request-timeout", &flags.request_timeout, "Seconds to wait for a webhook's receiver",
                 "MLFLOW_WEBHOOK_REQUEST_TIMEOUT"},
                {"--webhook-max-retries", &flags.max_retries,
                 "Attempts after the first, for receivers that fail or are busy", "MLFLOW_WEBHOOK_REQUEST_MAX_RETRIES"},
                {"--webhook-max-workers", &flags.max_workers, "Deliveries to webhooks at the same time",
                 "MLFLOW_WEBHOOK_DELIVERY_MAX_WORKERS"},
            });
}

Result<registry::WebhookSettings> webhook_settings(const WebhookFlags& flags) {
  constexpr std::int64_t kHour = 3600;
  TRY(check_range("--webhook-request-timeout", flags.request_timeout, 1, kHour));
  TRY(check_range("--webhook-max-retries", flags.max_retries, 0, 1000));
  TRY(check_range("--webhook-max-workers", flags.max_workers, 1, 1000));
  return registry::WebhookSettings{
      .allowed_schemes = split_list(flags.allowed_schemes),
      .allow_private_addresses = flags.allow_private_addresses,
      .request_timeout = std::chrono::seconds(flags.request_timeout),
      .max_retries = static_cast<unsigned>(flags.max_retries),
      .max_workers = static_cast<unsigned>(flags.max_workers),
  };
}

Result<registry::WebhookSecrets> webhook_secrets(std::string_view database_uri) {
  // Processes that share a database share no file.
  const std::string key_file =
      db::is_postgres_uri(database_uri) ? "" : TRY(db::sqlite_path(database_uri)) + ".webhook-key";
  const char* key = std::getenv("MLFLOW_WEBHOOK_SECRET_ENCRYPTION_KEY");
  return registry::WebhookSecrets::open(key ? key : "", key_file);
}

}  // namespace cairn::cli
