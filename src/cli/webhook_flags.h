// The flags of `cairn server` about webhooks; their environment variables are MLflow's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "core/result.h"
#include "registry/webhook_secrets.h"
#include "registry/webhook_settings.h"

namespace cairn::cli {

struct WebhookFlags {
  std::string allowed_schemes = "https";
  bool allow_private_addresses = false;
  std::int64_t request_timeout = 30;
  std::int64_t max_retries = 3;
  std::int64_t max_workers = 10;
};

void add_webhook_flags(WebhookFlags& flags, std::vector<Flag>& to);
Result<registry::WebhookSettings> webhook_settings(const WebhookFlags& flags);

// The key is read from the environment only: a command line is seen by every user of the machine.
Result<registry::WebhookSecrets> webhook_secrets(std::string_view database_uri);

}  // namespace cairn::cli
