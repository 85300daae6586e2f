#include "tracking/validation.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fmt/format.h>
#include <string>
#include <vector>

#include "core/json_text.h"
#include "core/python_text.h"
#include "core/uri.h"
#include "core/utf8.h"
#include "search/characters.h"

namespace cairn::tracking {
namespace {

constexpr std::size_t kMaxKey = 250;
constexpr std::size_t kMaxParamValue = 6000;
constexpr std::size_t kMaxTagValue = 8000;
constexpr std::size_t kMaxExperimentName = 500;
constexpr std::size_t kMaxExperimentTagValue = 20000;
constexpr std::size_t kMaxArtifactLocation = 2048;
constexpr std::size_t kMaxBatchMetrics = 1000;
constexpr std::size_t kMaxBatchParamsOrTags = 100;
constexpr std::size_t kMaxBatch = 1000;

// Storage that a client could use to make the server talk to a host of the client's choosing.
constexpr std::string_view kHostAddressedSchemes[] = {"ftp",   "sftp", "hdfs", "viewfs", "http",
                                                      "https", "r2",   "b2",   "abfss"};

// Those of them that whoever runs the server trusts.
bool is_allowed_by_environment(std::string_view scheme) {
  const char* setting = std::getenv("MLFLOW_ALLOWED_HOST_ADDRESSED_ARTIFACT_SCHEMES");
  std::string_view rest = setting ? setting : "";
  while (!rest.empty()) {
    const std::size_t comma = rest.find(',');
    std::string_view each = rest.substr(0, comma);
    each.remove_prefix(std::min(each.find_first_not_of(' '), each.size()));
    each = each.substr(0, each.find_last_not_of(' ') + 1);
    if (lower_case(each) == scheme) return true;
    rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
  }
  return false;
}

Error invalid_value(std::string_view path, std::string_view value, std::string_view why) {
  return invalid_parameter(
      fmt::format("Invalid value {} for parameter '{}' supplied: {}", ascii_json_string(value), path, why));
}

bool has_only_name_characters(std::string_view name) {
  if (name.ends_with('\n')) name.remove_suffix(1);  // as $ matches before a last line break
  while (!name.empty()) {
    const CodePoint point = decode_utf8(name);
    if (point.length == 0) return false;
    const bool allowed = search::is_word(point.value) || point.value == '/' || point.value == '.' ||
                         point.value == '-' || point.value == ' ' || point.value == ':';
    if (!allowed) return false;
    name.remove_prefix(point.length);
  }
  return true;
}

bool truncates_long_values() {
  static const bool truncates = [] {
    const char* setting = std::getenv("MLFLOW_TRUNCATE_LONG_VALUES");
    const std::string_view text = setting ? setting : "true";
    return text != "false" && text != "False" && text != "0";
  }();
  return truncates;
}

Status cut_or_refuse(std::string_view what, std::string& value, std::size_t limit) {
  if (value.size() <= limit || utf8_count(value) <= limit) return {};
  if (!truncates_long_values()) return validate_length(what, value, limit);
  value.resize(utf8_prefix(value, limit).size());
  return {};
}

std::string member(std::string_view path, std::string_view name) {
  return path.empty() ? std::string(name) : fmt::format("{}.{}", path, name);
}

Status validate_batch_size(std::string_view what, std::size_t limit, std::size_t count) {
  if (count <= limit) return {};
  return invalid_parameter(fmt::format(
      "A batch logging request can contain at most {0} {1}. Got {2} {1}. Please split up {1} across multiple requests "
      "and try again.",
      limit, what, count));
}

}  // namespace

Status validate_name(std::string_view name, std::string_view path) {
  if (!has_only_name_characters(name)) {
    return invalid_value(path, name,
                         "Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), "
                         "colon(:) and slashes (/).");
  }
  return validate_normal_path(name, path);
}

Status validate_normal_path(std::string_view name, std::string_view path) {
  const std::string normal = normalise_posix_path(name);
  if (normal != name || normal == "." || normal.starts_with("..") || normal.starts_with('/')) {
    return invalid_value(path, name,
                         "Names may be treated as files in certain cases, and must not resolve to other names when "
                         "treated as such. This name would resolve to " +
                             python_repr(std::string_view(normal)));
  }
  return {};
}

Status validate_length(std::string_view what, std::string_view value, std::size_t limit) {
  if (value.size() <= limit || utf8_count(value) <= limit) return {};
  return invalid_parameter(fmt::format("'{}' exceeds the maximum length of {} characters", what, limit));
}

Result<std::int64_t> parse_experiment_id(std::string_view text) {
  // Blanks around it and a plus are fine, as for Python's int().
  constexpr std::string_view kBlanks = " \t\n\r\f\v";
  std::string_view digits = text.substr(std::min(text.find_first_not_of(kBlanks), text.size()));
  digits = digits.substr(0, digits.find_last_not_of(kBlanks) + 1);
  if (digits.starts_with('+') && !digits.starts_with("+-")) digits.remove_prefix(1);
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
  if (error != std::errc() || end != digits.data() + digits.size()) {
    return invalid_parameter(fmt::format("Invalid experiment ID '{}'. Experiment ID must be a valid integer.", text));
  }
  return id;
}

Status validate_experiment_name(std::string_view name) {
  if (name.empty()) return invalid_parameter("Invalid experiment name: ''");
  return validate_length("name", name, kMaxExperimentName);
}

Status validate_experiment_tag(const Tag& tag) {
  TRY(validate_name(tag.key, "key"));
  TRY(validate_length("key", tag.key, kMaxKey));
  return validate_length("value", tag.value, kMaxExperimentTagValue);
}

Status validate_artifact_host(std::string_view uri, std::string_view field) {
  const UriParts parts = split_uri(uri);
  const std::string scheme = lower_case(parts.scheme);
  // mlflow-artifacts:/path names no host: it is this server.
  const bool names_host = std::find(std::begin(kHostAddressedSchemes), std::end(kHostAddressedSchemes), scheme) !=
                              std::end(kHostAddressedSchemes) ||
                          (scheme == "mlflow-artifacts" && !parts.authority.empty());
  if (!names_host || is_allowed_by_environment(scheme)) return {};
  return invalid_parameter(
      fmt::format("'{0}' cannot use the '{1}' scheme: the '{1}' scheme addresses a host other than the tracking "
                  "server's configured "
                  "artifact storage, so the server would connect to the host named in the URI. Set the "
                  "MLFLOW_ALLOWED_HOST_ADDRESSED_ARTIFACT_SCHEMES environment variable on the server to allow it.",
                  field, scheme));
}

Status validate_artifact_location(std::string_view location) {
  const UriParts parts = split_uri(location);
  const auto last_segment = parts.path.substr(parts.path.rfind('/') + 1);
  if (!parts.fragment.empty() || (parts.scheme.empty() && last_segment.find(';') != std::string_view::npos)) {
    return invalid_parameter("'artifact_location' URL can't include fragments or params.");
  }
  if (percent_decode(percent_decode(parts.query)).find("..") != std::string::npos) {
    return invalid_parameter("Invalid query string");
  }
  TRY(validate_artifact_host(location, "artifact_location"));
  if (parts.scheme == "runs") {
    return invalid_parameter(fmt::format("Artifact location cannot be a runs:/ URI. Given: '{}'", location));
  }
  if (utf8_count(location) > kMaxArtifactLocation) {
    return invalid_parameter(fmt::format(
        "Invalid artifact path length. The length of the artifact path cannot be greater than {} characters. To "
        "configure this limit, please set the MLFLOW_ARTIFACT_LOCATION_MAX_LENGTH environment variable.",
        kMaxArtifactLocation));
  }
  return {};
}

Status validate_logged_model_name(std::string_view name) {
  if (name.find_first_of("/:.%\"'") == std::string_view::npos) return {};
  return invalid_parameter(
      fmt::format("Invalid model name ({}) provided. Model name must be a non-empty string and cannot contain the "
                  "following characters: ('/', ':', '.', '%', '\"', \"'\")",
                  python_repr(name)));
}

Status validate_run_id(std::string_view run_id) {
  const auto alphanumeric = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  const bool valid =
      !run_id.empty() && run_id.size() <= 256 && alphanumeric(run_id[0]) &&
      std::all_of(run_id.begin(), run_id.end(), [&](char c) { return alphanumeric(c) || c == '_' || c == '-'; });
  if (valid) return {};
  return invalid_parameter(fmt::format("Invalid value {} for parameter 'run_id' supplied.", ascii_json_string(run_id)));
}

Status validate_metric(const Metric& metric, std::string_view path) {
  TRY(validate_name(metric.key, member(path, "name")));
  if (metric.timestamp < 0) {
    return invalid_parameter(fmt::format(
        "Invalid value {} for parameter '{}' supplied: metric '{}' (value={}). Timestamp must be a nonnegative long "
        "(64-bit integer) ",
        metric.timestamp, member(path, "timestamp"), metric.key, python_repr(metric.value)));
  }
  return validate_length("Metric name", metric.key, kMaxKey);
}

Status validate_dataset_pair(const MetricEntry& entry) {
  if (entry.dataset_name.has_value() == entry.dataset_digest.has_value()) return {};
  return invalid_parameter("Both dataset_name and dataset_digest must be provided if one is provided");
}

Status validate_param(Param& param, std::string_view path) {
  TRY(validate_name(param.key, member(path, "key")));
  TRY(validate_length("Param key", param.key, kMaxKey));
  return cut_or_refuse("Param value", param.value, kMaxParamValue);
}

Status validate_tag(Tag& tag, std::string_view path) {
  const std::string key_path = member(path, "key");
  TRY(validate_name(tag.key, key_path));
  TRY(validate_length(key_path, tag.key, kMaxKey));
  return cut_or_refuse(member(path, "value"), tag.value, kMaxTagValue);
}

Status validate_batch_sizes(std::size_t metrics, std::size_t params, std::size_t tags) {
  TRY(validate_batch_size("metrics", kMaxBatchMetrics, metrics));
  TRY(validate_batch_size("params", kMaxBatchParamsOrTags, params));
  TRY(validate_batch_size("tags", kMaxBatchParamsOrTags, tags));
  return validate_batch_size("metrics, params, and tags", kMaxBatch, metrics + params + tags);
}

Status validate_unique_keys(std::span<const Param> params) {
  std::vector<std::string> repeated;
  for (std::size_t i = 0; i < params.size(); ++i) {
    const auto earlier = params.first(i);
    if (std::any_of(earlier.begin(), earlier.end(), [&](const Param& other) { return other.key == params[i].key; })) {
      repeated.push_back(params[i].key);
    }
  }
  if (repeated.empty()) return {};
  return invalid_parameter(
      fmt::format("Duplicate parameter keys have been submitted: {}. Please ensure the request contains only one param "
                  "value per param key.",
                  python_repr(repeated)));
}

Status validate_dataset_input(const DatasetInput& input) {
  TRY(validate_length("name", input.dataset.name, 500));
  TRY(validate_length("digest", input.dataset.digest, 36));
  TRY(validate_length("source", input.dataset.source, 65535));
  TRY(validate_length("schema", input.dataset.schema.value_or(""), 1048575));
  TRY(validate_length("profile", input.dataset.profile.value_or(""), 16777215));
  for (const Tag& tag : input.tags) {
    TRY(validate_length("key", tag.key, 255));
    TRY(validate_length("value", tag.value, 500));
  }
  return {};
}

}  // namespace cairn::tracking
