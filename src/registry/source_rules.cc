#include "registry/source_rules.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <string>
#include <vector>

#include "core/uri.h"
#include "core/utf8.h"
#include "registry/logged_model_link.h"
#include "registry/model_uri.h"

namespace cairn::registry {
namespace {

Error not_contained(std::string_view source, const Container& container) {
  return invalid_source(source,
                        fmt::format("The {} request parameter must identify the resource that contains the source.",
                                    container.parameter));
}

Result<std::string> artifact_root(db::Connection& connection, std::string_view source, const Container& container) {
  if (container.parameter == kRunIdParameter) {
    auto rows = TRY(connection.query("SELECT artifact_uri FROM runs WHERE run_uuid = ?1", container.id));
    if (!TRY(rows.next())) return not_contained(source, container);
    return rows.string(0);
  }
  const auto model = TRY(find_logged_model(connection, container.id));
  if (!model) return not_contained(source, container);
  return model->artifact_location;
}

// ---- local paths

Result<bool> is_local(std::string_view uri) {
  const UriParts parts = split_uri(uri);
  if (parts.scheme.empty()) return true;
  if (lower_case(parts.scheme) != "file") return false;
  const std::string host = lower_case(parts.authority);
  if (host.empty() || host == "." || host.starts_with("localhost") || host.starts_with("127.0.0.1")) return true;
  return invalid_parameter(fmt::format(
      "{} is not a valid remote uri. For remote access on windows, please consider using a different scheme "
      "such as SMB (e.g. smb://<hostname>/<path>).",
      uri));
}

// Symbolic links and .. are followed as far as the path exists.
std::filesystem::path local_path(std::string_view uri) {
  const std::string path = percent_decode(uri.starts_with("file:") ? split_uri(uri).path : uri);
  std::error_code failed;
  auto resolved = std::filesystem::weakly_canonical(std::filesystem::absolute(path, failed), failed);
  return failed ? std::filesystem::path() : resolved;
}

bool lies_within(const std::filesystem::path& path, const std::filesystem::path& root) {
  if (path.empty() || root.empty()) return false;
  return std::mismatch(path.begin(), path.end(), root.begin(), root.end()).second == root.end();
}

Status check_local_source(db::Connection& connection, std::string_view source, const Container& container) {
  std::string shown(source);
  if (!container.id.empty()) {
    const std::string root = TRY(artifact_root(connection, source, container));
    const std::filesystem::path path = local_path(source);
    if (TRY(is_local(root)) && lies_within(path, local_path(root))) return {};
    shown = path.string();
  }
  return invalid_source(
      shown, fmt::format("To use a local path as a model version source, the {0} request parameter has to be specified "
                         "and the local path has to be contained within the artifact directory of the run specified by "
                         "the {0}.",
                         container.parameter));
}

// ---- everything else

std::string unquote_plus(std::string text) {
  std::replace(text.begin(), text.end(), '+', ' ');
  return percent_decode(text);
}

// Decoded again and again, for a client may have encoded its dots more than once.
template <class Decode>
std::string decode_fully(std::string_view text, Decode decode) {
  std::string decoded(text);
  while (true) {
    std::string again = decode(decoded);
    if (again == decoded) return decoded;
    decoded = std::move(again);
  }
}

std::vector<std::string_view> segments(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    if (slash != 0) parts.push_back(path.substr(0, slash));
    path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
  }
  return parts;
}

Status refuse_relative_paths(std::string_view source) {
  const std::string decoded = decode_fully(source, unquote_plus);
  const std::string_view path = split_uri(decoded).path;
  const auto in_path = segments(path);
  const auto everywhere = segments(decoded);
  const bool absolute = path.starts_with('/') && !in_path.empty() && path.find('\0') == std::string_view::npos;
  const bool relative = std::find(in_path.begin(), in_path.end(), ".") != in_path.end() ||
                        std::find(everywhere.begin(), everywhere.end(), "..") != everywhere.end();
  if (absolute && !relative) return {};
  return invalid_source(source,
                        "If supplying a source as an http, https, local file path, ftp, objectstore, or "
                        "mlflow-artifacts uri, an absolute path must be provided without relative path references "
                        "present. Please provide an absolute path.");
}

bool lies_within(std::string_view uri, std::string_view root) {
  const UriParts inner = split_uri(uri);
  const UriParts outer = split_uri(root);
  if (lower_case(inner.scheme) != lower_case(outer.scheme)) return false;
  if (lower_case(inner.authority) != lower_case(outer.authority)) return false;
  const auto inner_path = segments(inner.path);
  const auto outer_path = segments(outer.path);
  const auto same = [](std::string_view a, std::string_view b) {
    return decode_fully(a, percent_decode) == decode_fully(b, percent_decode);
  };
  return !outer_path.empty() && inner_path.size() >= outer_path.size() &&
         std::equal(outer_path.begin(), outer_path.end(), inner_path.begin(), same);
}

// runs:/R/path lies in the run R.
Status check_runs_source(std::string_view source, const UriParts& parts, const Container& container) {
  const bool named = container.parameter == kRunIdParameter && !container.id.empty() && parts.authority.empty() &&
                     segments(parts.path).front() == container.id;
  if (named) return {};
  return not_contained(source, container);
}

// models:/m-… is the logged model itself; another version's models:/name/3 belongs to anybody.
Status check_models_source(std::string_view source, const Container& container) {
  const auto uri = parse_model_uri(source);
  const bool a_version = uri && uri->model_id.empty();
  const bool named = uri && container.parameter == kModelIdParameter && uri->model_id == container.id;
  if (a_version || named) return {};
  return not_contained(source, {kModelIdParameter, container.id});
}

// Artifacts that a tracking server passes on, this one or another.
bool is_served_artifact(std::string_view scheme, std::string_view path) {
  if (scheme == "mlflow-artifacts") return true;
  constexpr std::string_view kRoute[] = {"api", "2.0", "mlflow-artifacts", "artifacts"};
  const std::string decoded = decode_fully(path, percent_decode);
  const auto parts = segments(decoded);
  return (scheme == "http" || scheme == "https") &&
         std::search(parts.begin(), parts.end(), std::begin(kRoute), std::end(kRoute)) != parts.end();
}

Status check_remote_source(db::Connection& connection, std::string_view source, const Container& container) {
  TRY(refuse_relative_paths(source));
  const UriParts parts = split_uri(source);
  const std::string scheme = lower_case(parts.scheme);
  if (scheme == "runs") return check_runs_source(source, parts, container);
  if (scheme == "models") return check_models_source(source, container);
  if (!is_served_artifact(scheme, parts.path)) return {};
  if (container.id.empty()) return not_contained(source, container);
  if (lies_within(source, TRY(artifact_root(connection, source, container)))) return {};
  return not_contained(source, container);
}

}  // namespace

Status check_source(db::Connection& connection, std::string_view source, const Container& container) {
  return TRY(is_local(source)) ? check_local_source(connection, source, container)
                               : check_remote_source(connection, source, container);
}

Error invalid_source(std::string_view source, std::string_view why) {
  return invalid_parameter(fmt::format("Invalid model version source: '{}'. {}", source, why));
}

}  // namespace cairn::registry
