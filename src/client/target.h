// Which tracking server (or database) a program means, and how to get in.
//
// Named by the caller, or by MLFLOW_TRACKING_URI; either may be the name of a profile in the user's configuration.
// Credentials and time limits come from MLflow's variables, and from the profile where those are not set.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"
#include "http_client/client.h"
#include "http_client/retry.h"

namespace cairn::client {

struct Credentials {
  std::string username{};
  std::string password{};
  std::string token{};  // sent where there is no user name
};

struct Trust {
  http_client::TlsCheck check = http_client::TlsCheck::kVerify;
  std::string ca_file{};
  std::string client_certificate{};
};

struct Target {
  std::string uri;
  Credentials credentials{};
  Trust tls{};
  std::chrono::milliseconds timeout{120'000};  // without a byte moving
  http_client::RetryPolicy retries{.attempts = 4};
  std::string artifacts_destination{};  // of a database that is opened directly: where mlflow-artifacts: is
  std::string profile{};                // the profile that it came from, or empty
};

// The value of a variable; nothing where it is not set.
using Environment = std::function<std::optional<std::string>(const char* name)>;
[[nodiscard]] std::optional<std::string> process_environment(const char* name);

// ~/.config/cairn/config.toml, or where XDG_CONFIG_HOME says.
[[nodiscard]] std::string config_path(const Environment& environment);

// `given` may be empty. Then, without MLFLOW_TRACKING_URI and without a default profile, it is MLflow's default, the
// file mlflow.db in the current folder.
Result<Target> resolve_target(std::string_view given, const Environment& environment);

[[nodiscard]] bool is_http(std::string_view uri);

}  // namespace cairn::client
