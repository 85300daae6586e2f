#include "s3/environment.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <optional>

#include "s3/credential_chain.h"

namespace cairn::s3 {
namespace {

std::string first_set(const Environment& environment, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (std::string value = environment(name); !value.empty()) return value;
  }
  return {};
}

std::string path_of(const Environment& environment, const char* variable, const char* usual) {
  std::string path = environment(variable);
  if (path.empty()) path = std::string("~/.aws/") + usual;
  if (path.starts_with("~/")) path = environment("HOME") + path.substr(1);
  return path;
}

ProfileFile read_profiles(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return ProfileFile::parse(std::string(std::istreambuf_iterator<char>(file), {}));
}

struct NamedEndpoint {
  std::string url;
  std::string origin;
};

NamedEndpoint endpoint_of(const Environment& environment, const Profile& profile) {
  for (const char* name : {"AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"}) {
    if (std::string url = environment(name); !url.empty()) return {std::move(url), name};
  }
  for (const char* key : {"s3.endpoint_url", "endpoint_url"}) {
    if (std::string url = profile.config(key); !url.empty()) {
      return {std::move(url), fmt::format("{} in {}", key, profile.config_path())};
    }
  }
  return {};
}

}  // namespace

std::string process_environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

Result<Addressing> parse_addressing(std::string_view name) {
  struct Named {
    std::string_view name;
    Addressing value;
  };
  constexpr std::array kNames = {Named{"", Addressing::kAuto}, Named{"auto", Addressing::kAuto},
                                 Named{"path", Addressing::kPath}, Named{"virtual", Addressing::kVirtual}};
  for (const Named& known : kNames) {
    if (known.name == name) return known.value;
  }
  return invalid_parameter(fmt::format("The addressing style of S3 is auto, path or virtual, and not '{}'.", name));
}

Result<Profile> Profile::load(const Environment& environment, std::string name) {
  Profile profile;
  if (name.empty()) name = first_set(environment, {"AWS_PROFILE", "AWS_DEFAULT_PROFILE"});
  const bool named = !name.empty();
  profile.name_ = named ? std::move(name) : "default";
  profile.config_path_ = path_of(environment, "AWS_CONFIG_FILE", "config");
  profile.credentials_path_ = path_of(environment, "AWS_SHARED_CREDENTIALS_FILE", "credentials");
  profile.config_ = read_profiles(profile.config_path_);
  profile.credentials_ = read_profiles(profile.credentials_path_);
  if (named && !profile.config_.has(profile.config_section()) && !profile.credentials_.has(profile.name_)) {
    return invalid_parameter(fmt::format("There is no profile '{}' in {} or {}.", profile.name_, profile.config_path_,
                                         profile.credentials_path_));
  }
  return profile;
}

std::string Profile::config_section() const {
  const std::string prefixed = "profile " + name_;
  return name_ == "default" && !config_.has(prefixed) ? name_ : prefixed;
}

std::string Profile::config(const std::string& key) const { return config_.get(config_section(), key); }
std::string Profile::credential(const std::string& key) const { return credentials_.get(name_, key); }

Result<Settings> settings_from(const Environment& environment, const std::string& profile_name) {
  const Profile profile = TRY(Profile::load(environment, profile_name));
  Settings settings;
  std::string region = first_set(environment, {"AWS_REGION", "AWS_DEFAULT_REGION"});
  if (region.empty()) region = profile.config("region");
  if (!region.empty()) settings.region = std::move(region);
  NamedEndpoint endpoint = endpoint_of(environment, profile);
  settings.endpoint = std::move(endpoint.url);
  settings.endpoint_origin = std::move(endpoint.origin);
  settings.addressing = TRY(parse_addressing(profile.config("s3.addressing_style")));
  settings.http.ca_file = environment("AWS_CA_BUNDLE");
  if (settings.http.ca_file.empty()) settings.http.ca_file = profile.config("ca_bundle");
  settings.credentials = std::make_shared<CredentialChain>(environment, profile_name);
  return settings;
}

}  // namespace cairn::s3
