#include "client/profiles.h"

#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace cairn::client {
namespace {

struct TextKey {
  std::string_view name;
  std::string Profile::* value;
};
constexpr TextKey kTextKeys[] = {
    {"tracking_uri", &Profile::tracking_uri},
    {"username", &Profile::username},
    {"password", &Profile::password},
    {"token", &Profile::token},
    {"ca_file", &Profile::ca_file},
    {"client_certificate", &Profile::client_certificate},
    {"artifacts_destination", &Profile::artifacts_destination},
};
constexpr std::string_view kInsecureTls = "insecure_tls";

// Errors name the place, never a value: it may be a password.
Error mistake(const std::string& where, const toml::source_region& place, std::string_view what) {
  return invalid_parameter(fmt::format("{}:{}: {}", where, place.begin.line, what));
}

std::string known_keys() {
  std::string text;
  for (const TextKey& key : kTextKeys) text += fmt::format("{}, ", key.name);
  return text + std::string(kInsecureTls);
}

Status read_key(Profile& profile, std::string_view name, const toml::node& node, const std::string& where) {
  for (const TextKey& key : kTextKeys) {
    if (key.name != name) continue;
    const auto* text = node.as_string();
    if (!text) return mistake(where, node.source(), fmt::format("{} is text in quotes", name));
    profile.*key.value = text->get();
    return {};
  }
  if (name != kInsecureTls) {
    return mistake(where, node.source(), fmt::format("'{}' is no key of a profile. There are {}.", name, known_keys()));
  }
  const auto* flag = node.as_boolean();
  if (!flag) return mistake(where, node.source(), fmt::format("{} is true or false", name));
  profile.insecure_tls = flag->get();
  return {};
}

Result<Profile> read_profile(std::string_view name, const toml::node& node, const std::string& where) {
  const auto* table = node.as_table();
  if (!table) return mistake(where, node.source(), fmt::format("profiles.{} is a table", name));
  Profile profile;
  for (const auto& [key, value] : *table) TRY(read_key(profile, key.str(), value, where));
  if (profile.tracking_uri.empty()) {
    return mistake(where, node.source(), fmt::format("the profile '{}' has no tracking_uri", name));
  }
  return profile;
}

}  // namespace

Result<Profiles> parse_profiles(std::string_view text, const std::string& where) {
  const toml::parse_result parsed = toml::parse(text, where);
  if (!parsed) return mistake(where, parsed.error().source(), parsed.error().description());
  Profiles profiles;
  for (const auto& [key, node] : parsed.table()) {
    const auto* name = node.as_string();
    const auto* tables = node.as_table();
    if (key.str() == "default" && name) {
      profiles.default_name = name->get();
    } else if (key.str() == "profiles" && tables) {
      for (const auto& [profile, table] : *tables) {
        profiles.by_name.emplace(profile.str(), TRY(read_profile(profile.str(), table, where)));
      }
    } else {
      return mistake(
          where, node.source(),
          fmt::format("'{}' is not known here. There are default = \"name\" and tables [profiles.name].", key.str()));
    }
  }
  if (!profiles.default_name.empty() && !profiles.by_name.contains(profiles.default_name)) {
    return invalid_parameter(
        fmt::format("{}: the default, '{}', is none of its profiles", where, profiles.default_name));
  }
  return profiles;
}

Result<Profiles> read_profiles(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file && errno == ENOENT) return Profiles{};
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file && !file.eof()) return invalid_parameter(fmt::format("{} cannot be read: {}", path, std::strerror(errno)));
  return parse_profiles(text, path);
}

}  // namespace cairn::client
