#include "client/target.h"

#include <charconv>
#include <cstdlib>
#include <fmt/format.h>

#include "client/profiles.h"

namespace cairn::client {
namespace {

constexpr std::string_view kDefaultUri = "sqlite:///mlflow.db";

void set_unless_empty(std::string& to, std::string from) {
  if (!from.empty()) to = std::move(from);
}

Target from_profile(const std::string& name, const Profile& profile) {
  Target target{.uri = profile.tracking_uri};
  target.credentials = {profile.username, profile.password, profile.token};
  target.tls = {profile.insecure_tls ? http_client::TlsCheck::kSkip : http_client::TlsCheck::kVerify, profile.ca_file,
                profile.client_certificate};
  target.artifacts_destination = profile.artifacts_destination;
  target.profile = name;
  return target;
}

// A URI, or a name of one.
Result<Target> named_target(std::string_view given, const Environment& environment) {
  if (given.find(':') != std::string_view::npos) return Target{.uri = std::string(given)};
  const std::string path = config_path(environment);
  const Profiles profiles = TRY(read_profiles(path));
  const std::string name(given.empty() ? profiles.default_name : given);
  if (name.empty()) return Target{.uri = std::string(kDefaultUri)};
  const auto found = profiles.by_name.find(name);
  if (found != profiles.by_name.end()) return from_profile(name, found->second);
  if (name.find('/') != std::string::npos || name.starts_with('.')) {
    return invalid_parameter(fmt::format(
        "'{0}' is a folder. Runs in MLflow's folders are imported into a database: cairn import mlflow {0}", name));
  }
  std::string known;
  for (const auto& [other, profile] : profiles.by_name) known += fmt::format("{}{}", known.empty() ? "" : ", ", other);
  return invalid_parameter(
      fmt::format("'{}' is neither a URI (http://host:5000, sqlite:///mlflow.db) nor a profile "
                  "in {}{}.",
                  name, path, known.empty() ? ", which has none" : ": there are " + known));
}

Result<std::int64_t> number(const Environment& environment, const char* name, std::int64_t otherwise) {
  const auto text = environment(name);
  if (!text || text->empty()) return otherwise;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (error == std::errc() && end == text->data() + text->size() && value >= 0) return value;
  return invalid_parameter(fmt::format("{} is a number that is not negative, and not '{}'", name, *text));
}

bool is_true(const std::optional<std::string>& text) { return text == "true" || text == "True" || text == "1"; }

Status apply_environment(Target& target, const Environment& environment) {
  Credentials named{environment("MLFLOW_TRACKING_USERNAME").value_or(""),
                    environment("MLFLOW_TRACKING_PASSWORD").value_or(""),
                    environment("MLFLOW_TRACKING_TOKEN").value_or("")};
  // All or nothing: the variables may be about somebody else than the profile is.
  if (!named.username.empty() || !named.token.empty()) target.credentials = std::move(named);
  set_unless_empty(target.tls.ca_file, environment("MLFLOW_TRACKING_SERVER_CERT_PATH").value_or(""));
  set_unless_empty(target.tls.client_certificate, environment("MLFLOW_TRACKING_CLIENT_CERT_PATH").value_or(""));
  if (is_true(environment("MLFLOW_TRACKING_INSECURE_TLS"))) target.tls.check = http_client::TlsCheck::kSkip;
  set_unless_empty(target.artifacts_destination, environment("MLFLOW_ARTIFACTS_DESTINATION").value_or(""));

  const std::int64_t seconds = TRY(number(environment, "MLFLOW_HTTP_REQUEST_TIMEOUT", target.timeout.count() / 1000));
  target.timeout = std::chrono::seconds(seconds);
  const std::int64_t retries = TRY(number(environment, "MLFLOW_HTTP_REQUEST_MAX_RETRIES", target.retries.attempts - 1));
  target.retries.attempts = static_cast<unsigned>(retries) + 1;
  return {};
}

}  // namespace

std::optional<std::string> process_environment(const char* name) {
  const char* value = std::getenv(name);
  if (!value) return std::nullopt;
  return value;
}

std::string config_path(const Environment& environment) {
  const std::string home = environment("XDG_CONFIG_HOME").value_or("");
  return (home.empty() ? environment("HOME").value_or("") + "/.config" : home) + "/cairn/config.toml";
}

Result<Target> resolve_target(std::string_view given, const Environment& environment) {
  const std::string variable = environment("MLFLOW_TRACKING_URI").value_or("");
  Target target = TRY(named_target(given.empty() ? variable : given, environment));
  TRY(apply_environment(target, environment));
  return target;
}

bool is_http(std::string_view uri) { return uri.starts_with("http://") || uri.starts_with("https://"); }

}  // namespace cairn::client
