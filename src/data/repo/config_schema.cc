#include "data/repo/config_schema.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>
#include <ranges>

#include "core/text.h"
#include "data/errors.h"
#include "data/files/paths.h"

namespace cairn::data {
namespace {

enum class Type : std::uint8_t { kText, kBool, kBoolOrText, kInt, kPositiveInt, kSeconds, kNever, kLinkTypes, kChoice };

struct Option {
  std::string_view name;
  Type type;
  std::string_view choices = {};  // as in the error's text
};
using Options = std::vector<Option>;

Options operator+(Options left, const Options& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

using enum Type;

const Options kCommon{{"url", kText},      {"checksum_jobs", kPositiveInt}, {"jobs", kPositiveInt},
                      {"worktree", kBool}, {"no_traverse", kBool},          {"version_aware", kBool}};
const Options kLocal{{"type", kLinkTypes},
                     {"protected", kBool},
                     {"shared", kChoice, "group"},
                     {"slow_link_warning", kBool},
                     {"verify", kBool}};
const Options kHttp{{"auth", kChoice, "basic, digest, custom"},
                    {"custom_auth_header", kText},
                    {"user", kText},
                    {"password", kText},
                    {"ask_password", kBool},
                    {"ssl_verify", kBoolOrText},
                    {"method", kText},
                    {"connect_timeout", kSeconds},
                    {"read_timeout", kSeconds},
                    {"verify", kBool}};
const Options kWebdav{{"user", kText},
                      {"password", kText},
                      {"ask_password", kBool},
                      {"token", kText},
                      {"bearer_token_command", kText},
                      {"custom_auth_header", kText},
                      {"cert_path", kText},
                      {"key_path", kText},
                      {"timeout", kInt},
                      {"ssl_verify", kBoolOrText},
                      {"verify", kBool}};
const Options kS3{{"region", kText},
                  {"profile", kText},
                  {"credentialpath", kText},
                  {"configpath", kText},
                  {"endpointurl", kText},
                  {"access_key_id", kText},
                  {"secret_access_key", kText},
                  {"session_token", kText},
                  {"listobjects", kBool},
                  {"use_ssl", kBool},
                  {"allow_anonymous_login", kBool},
                  {"ssl_verify", kBoolOrText},
                  {"sse", kText},
                  {"sse_kms_key_id", kText},
                  {"sse_customer_algorithm", kText},
                  {"sse_customer_key", kText},
                  {"acl", kText},
                  {"grant_read", kText},
                  {"grant_read_acp", kText},
                  {"grant_write_acp", kText},
                  {"grant_full_control", kText},
                  {"cache_regions", kNever, "bool"},
                  {"read_timeout", kInt},
                  {"connect_timeout", kInt},
                  {"verify", kBool}};
const Options kGs{{"projectname", kText},
                  {"credentialpath", kText},
                  {"endpointurl", kText},
                  {"verify", kBool},
                  {"allow_anonymous_login", kBool}};
const Options kSsh{{"type", kLinkTypes},    {"port", kInt},        {"user", kText},           {"password", kText},
                   {"ask_password", kBool}, {"passphrase", kText}, {"ask_passphrase", kBool}, {"keyfile", kText},
                   {"timeout", kInt},       {"gss_auth", kBool},   {"allow_agent", kBool},    {"max_sessions", kInt},
                   {"verify", kBool}};
const Options kHdfs{{"user", kText}, {"kerb_ticket", kText}, {"replication", kNever, "int"}};
const Options kWebhdfs{{"kerberos", kBool},
                       {"kerberos_principal", kText},
                       {"proxy_to", kText},
                       {"ssl_verify", kBoolOrText},
                       {"token", kText},
                       {"use_https", kBool},
                       {"user", kText},
                       {"password", kText},
                       {"data_proxy_target", kText},
                       {"verify", kBool}};
const Options kAzure{{"connection_string", kText},
                     {"sas_token", kText},
                     {"account_name", kText},
                     {"account_key", kText},
                     {"tenant_id", kText},
                     {"client_id", kText},
                     {"client_secret", kText},
                     {"allow_anonymous_login", kBool},
                     {"exclude_environment_credential", kBool},
                     {"exclude_visual_studio_code_credential", kBool},
                     {"exclude_shared_token_cache_credential", kBool},
                     {"exclude_managed_identity_credential", kBool},
                     {"verify", kBool},
                     {"timeout", kInt},
                     {"read_timeout", kInt},
                     {"connection_timeout", kInt}};
const Options kOss{{"oss_key_id", kText}, {"oss_key_secret", kText}, {"oss_endpoint", kText}, {"verify", kBool}};
const Options kGdrive{{"profile", kText},
                      {"gdrive_use_service_account", kBool},
                      {"gdrive_client_id", kText},
                      {"gdrive_client_secret", kText},
                      {"gdrive_user_credentials_file", kText},
                      {"gdrive_service_account_user_email", kText},
                      {"gdrive_service_account_json_file_path", kText},
                      {"gdrive_trash_only", kBool},
                      {"gdrive_acknowledge_abuse", kBool},
                      {"verify", kBool}};

struct KeyGroup {
  std::string_view name;
  Options options;
};

const std::vector<KeyGroup>& remote_kinds() {
  static const std::vector<KeyGroup> kinds{
      {"", kLocal + kCommon},        {"s3", kS3 + kCommon},      {"gs", kGs + kCommon},
      {"ssh", kSsh + kCommon},       {"hdfs", kHdfs + kCommon},  {"webhdfs", kWebhdfs + kCommon},
      {"azure", kAzure + kCommon},   {"oss", kOss + kCommon},    {"gdrive", kGdrive + kCommon},
      {"http", kHttp + kCommon},     {"https", kHttp + kCommon}, {"webdav", kWebdav + kCommon},
      {"webdavs", kWebdav + kCommon}};
  return kinds;
}

const Options kMachine{{"cloud", kChoice, "aws, azure"},
                       {"region", kChoice, "us-west, us-east, eu-west, eu-north"},
                       {"image", kText},
                       {"spot", kBool},
                       {"spot_price", kSeconds},
                       {"instance_hdd_size", kInt},
                       {"instance_type", kText},
                       {"instance_gpu", kText},
                       {"ssh_private", kText},
                       {"startup_script", kText},
                       {"setup_script", kText}};
const Options kDatabase{{"url", kText}, {"username", kText}, {"password", kText}};

const std::vector<KeyGroup>& sections() {
  static const std::vector<KeyGroup> all{
      {"core",
       {{"remote", kText},
        {"checksum_jobs", kPositiveInt},
        {"interactive", kBool},
        {"analytics", kBool},
        {"hardlink_lock", kBool},
        {"no_scm", kBool},
        {"autostage", kBool},
        {"experiments", kBool},
        {"check_update", kBool},
        {"site_cache_dir", kText},
        {"machine", kText}}},
      {"cache", Options{{"local", kText},
                        {"s3", kText},
                        {"gs", kText},
                        {"hdfs", kText},
                        {"webhdfs", kText},
                        {"ssh", kText},
                        {"azure", kText},
                        {"dir", kText}} +
                    kLocal},
      {"remote", {}},
      {"state", {{"dir", kText}, {"row_limit", kPositiveInt}, {"row_cleanup_quota", kInt}}},
      {"index", {{"dir", kText}}},
      {"machine", {}},
      {"feature", {{"machine", kBool}}},
      {"plots", {{"html_template", kText}, {"auto_open", kBool}, {"out_dir", kText}}},
      {"exp",
       {{"code", kText},
        {"data", kText},
        {"models", kText},
        {"metrics", kText},
        {"params", kText},
        {"plots", kText},
        {"live", kText},
        {"auto_push", kBool},
        {"git_remote", kText}}},
      {"parsing", {{"bool", kChoice, "store_true, boolean_optional"}, {"list", kChoice, "nargs, append"}}},
      {"hydra",
       {{"enabled", kBool},
        {"config_dir", kText},
        {"config_module", kText},
        {"config_name", kText},
        {"plugins_path", kText}}},
      {"studio", {{"token", kText}, {"url", kText}, {"repo_url", kText}, {"offline", kBool}}},
      {"db", {}},
  };
  return all;
}

template <class Number>
std::optional<Number> parse_number(std::string_view text) {
  text = strip(text, " ");
  if (text.starts_with('+')) text.remove_prefix(1);
  Number number{};
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::vector<std::string> listed(const IniValue& value) {
  if (value.is_list) return value.items;
  std::vector<std::string> items;
  for (const auto part : std::views::split(std::string_view(value.text), ','))
    items.emplace_back(strip(std::string_view(part.begin(), part.end()), " "));
  return items;
}

// What is wrong with a value, or nothing.
std::string complaint(const Option& option, const IniValue& value) {
  if (option.type == kLinkTypes) {
    std::string unsupported;
    for (const std::string& type : listed(value))
      if (type != "reflink" && type != "hardlink" && type != "symlink" && type != "copy")
        unsupported += (unsupported.empty() ? "" : ", ") + type;
    return unsupported.empty() ? "" : fmt::format("Unsupported cache type(s): {}", unsupported);
  }
  const bool is_bool = !value.is_list && (lower_ascii(value.text) == "true" || lower_ascii(value.text) == "false");
  switch (option.type) {
    case kBool:
      return is_bool ? "" : "expected true or false";
    case kPositiveInt: {
      const auto number = value.is_list ? std::nullopt : parse_number<std::int64_t>(value.text);
      return !number ? "expected int" : *number < 1 ? "value must be at least 1" : "";
    }
    case kInt:
      return !value.is_list && parse_number<std::int64_t>(value.text) ? "" : "expected int";
    case kSeconds: {
      const auto number = value.is_list ? std::nullopt : parse_number<double>(value.text);
      return !number ? "expected float" : *number < 0 ? "value must be at least 0" : "";
    }
    case kNever:
      return fmt::format("expected {}", option.choices);
    case kChoice: {
      const std::string wanted = fmt::format(", {},", option.choices);
      const bool known =
          !value.is_list && wanted.find(fmt::format(" {},", lower_ascii(value.text))) != std::string::npos;
      return known ? "" : fmt::format("expected one of {}", option.choices);
    }
    default:
      return value.is_list ? "expected str" : "";
  }
}

Status check_section(const ConfigSection& section, const Options& options, const std::string& path) {
  for (const auto& [name, given] : section) {
    const auto option = std::ranges::find(options, name, &Option::name);
    if (option == options.end()) return config_error(fmt::format("extra keys not allowed @ {}['{}']", path, name));
    const std::string wrong = complaint(*option, given.value);
    if (!wrong.empty()) return config_error(fmt::format("{} for dictionary value @ {}['{}']", wrong, path, name));
  }
  return {};
}

Status check_place(const ConfigSection& remote, const std::string& path) {
  const ConfigOption* url = remote.find("url");
  if (!url) return config_error(fmt::format("expected 'url' for dictionary value @ {}", path));
  const std::string scheme = remote_scheme(url->value.text);
  if (scheme == "remote") return {};
  const auto kind = std::ranges::find(remote_kinds(), scheme, &KeyGroup::name);
  if (kind == remote_kinds().end())
    return config_error(fmt::format("Unsupported URL type {}:// for dictionary value @ {}", scheme, path));
  return check_section(remote, kind->options, path);
}

}  // namespace

Status check_url_options(const ConfigSection& options) { return check_place(options, "data"); }

const std::vector<std::string_view>& config_sections() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    for (const KeyGroup& section : sections()) all.push_back(section.name);
    return all;
  }();
  return names;
}

std::string remote_scheme(std::string_view url) {
  const std::size_t end = url.find("://");
  if (end == std::string_view::npos || end + 3 == url.size() || url[end + 3] == '/') return {};
  return lower_ascii(url.substr(0, end));
}

Status check_config(const ConfigValues& values) {
  if (const auto* remotes = values.named.find("remote"))
    for (const auto& [name, remote] : *remotes) TRY(check_place(remote, fmt::format("data['remote']['{}']", name)));
  for (const auto& [kind, options] : {std::pair("machine", &kMachine), std::pair("db", &kDatabase)})
    if (const auto* all = values.named.find(kind))
      for (const auto& [name, section] : *all)
        TRY(check_section(section, *options, fmt::format("data['{}']['{}']", kind, name)));
  for (const auto& [name, section] : values.sections) {
    const auto known = std::ranges::find(sections(), name, &KeyGroup::name);
    if (known == sections().end()) return config_error(fmt::format("extra keys not allowed @ data['{}']", name));
    if (name == "feature") continue;
    TRY(check_section(section, known->options, fmt::format("data['{}']", name)));
  }
  return {};
}

}  // namespace cairn::data
