#include "cli/tracking/artifact_uri.h"

#include <algorithm>
#include <fmt/format.h>

#include "client/operations.h"
#include "core/uri.h"
#include "http/query.h"

namespace cairn::cli {
namespace {

constexpr std::string_view kRuns = "runs:/";
constexpr std::string_view kModels = "models:/";

// "name/rest" as two.
std::pair<std::string, std::string> cut_first(std::string_view text) {
  while (text.starts_with('/')) text.remove_prefix(1);
  const std::size_t slash = std::min(text.find('/'), text.size());
  return {std::string(text.substr(0, slash)), std::string(text.substr(std::min(slash + 1, text.size())))};
}

std::string below(const std::string& uri, const std::string& path) {
  return path.empty() ? uri : append_to_uri_path(uri, path);
}

Result<std::string> logged_model_uri(const client::Connection& connection, const std::string& id) {
  const std::string path =
      fmt::format("/api/2.0/mlflow/logged-models/{}", http::percent_encode(id, http::Slashes::kEncode));
  const client::Operation<api::Empty, api::LoggedModelResponse> get{http::Method::kGet, path};
  return TRY(connection.call(get, {})).model.info.artifact_uri;
}

Result<std::string> version_uri(const client::Connection& connection, const std::string& name,
                                const std::string& version) {
  return resolve_artifact_uri(
      connection, TRY(connection.call(client::kGetDownloadUri, {.name = name, .version = version})).artifact_uri);
}

// The highest version, of a stage if it is not empty.
Result<std::string> latest_version(const client::Connection& connection, const std::string& name,
                                   const std::string& stage) {
  const auto model = TRY(connection.call(client::kGetRegisteredModel, {.name = name})).registered_model;
  std::int64_t best = 0;
  for (const registry::ModelVersion& version : model.latest_versions) {
    const bool fits = stage.empty() || version.current_stage.value_or("") == stage;
    if (fits) best = std::max(best, static_cast<std::int64_t>(std::strtoll(version.version.c_str(), nullptr, 10)));
  }
  if (best > 0) return fmt::to_string(best);
  return does_not_exist(stage.empty()
                            ? fmt::format("Registered Model '{}' has no versions.", name)
                            : fmt::format("Registered Model '{}' has no version in stage '{}'.", name, stage));
}

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

Result<std::string> model_uri(const client::Connection& connection, std::string_view named) {
  auto [name, rest] = cut_first(named);
  if (const std::size_t at = name.find('@'); at != std::string::npos) {
    const std::string alias = name.substr(at + 1);
    name.resize(at);
    const auto version = TRY(connection.call(client::kGetVersionByAlias, {.name = name, .alias = alias})).model_version;
    return below(TRY(version_uri(connection, name, version.version)), rest);
  }
  if (name.starts_with("m-")) return below(TRY(logged_model_uri(connection, name)), rest);
  const auto [word, path] = cut_first(rest);
  if (word.empty()) {
    return invalid_parameter(
        fmt::format("'models:/{0}' lacks a version: models:/{0}/1, models:/{0}/latest or models:/{0}@alias.", name));
  }
  const std::string version =
      is_number(word) ? word : TRY(latest_version(connection, name, word == "latest" ? "" : word));
  return below(TRY(version_uri(connection, name, version)), path);
}

}  // namespace

Result<std::string> resolve_artifact_uri(const client::Connection& connection, const std::string& uri) {
  const std::string_view text = uri;
  if (text.starts_with(kModels)) return model_uri(connection, text.substr(kModels.size()));
  if (!text.starts_with(kRuns)) return uri;
  const auto [run_id, path] = cut_first(text.substr(kRuns.size()));
  return below(TRY(connection.call(client::kGetRun, {.run_id = run_id})).run.info.artifact_uri, path);
}

ArtifactPlace split_artifact_uri(std::string_view uri) {
  while (uri.ends_with('/')) uri.remove_suffix(1);
  const std::size_t slash = uri.rfind('/');
  if (slash == std::string_view::npos) return {".", std::string(uri)};
  return {std::string(slash == 0 ? "/" : uri.substr(0, slash)), std::string(uri.substr(slash + 1))};
}

}  // namespace cairn::cli
