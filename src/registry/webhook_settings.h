// What a server's flags say about webhooks; the defaults are MLflow's.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace cairn::registry {

struct WebhookSettings {
  std::vector<std::string> allowed_schemes = {"https"};
  bool allow_private_addresses = false;
  std::chrono::seconds request_timeout{30};
  unsigned max_retries = 3;  // after the first attempt
  unsigned max_workers = 10;
};

}  // namespace cairn::registry
