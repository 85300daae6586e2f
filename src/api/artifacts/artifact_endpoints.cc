#include "api/artifacts/artifact_endpoints.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "api/artifacts/artifact_owner.h"
#include "api/artifacts/artifact_path.h"
#include "api/artifacts/artifact_transfer.h"
#include "api/artifacts/direct_access.h"
#include "core/uri.h"
#include "core/utf8.h"
#include "http/query.h"
#include "http/text.h"
#include "search/page_token.h"

namespace cairn::api {
namespace {

using enum Check;
using http::Method;

constexpr std::uint64_t kMostUploaded = 10 * 1024 * 1024;

// The query of an endpoint that MLflow reads by hand: the first value of a name, or nothing.
std::optional<std::string> query_value(const http::Request& request, std::string_view name) {
  for (auto& [key, value] : http::parse_query(request.query())) {
    if (key == name) return repair_utf8(value);
  }
  return std::nullopt;
}

std::string query_text(const http::Request& request, std::string_view name) {
  return query_value(request, name).value_or("");
}

http::Response bad_request_page() {
  constexpr std::string_view kPage =
      "<!doctype html>\n<html lang=en>\n<title>400 Bad Request</title>\n<h1>Bad Request</h1>\n"
      "<p>The browser (or proxy) sent a request that this server could not understand.</p>\n";
  return http::Response::of(400, "text/html; charset=utf-8", std::string(kPage));
}

// ---- lists

// `root_uri` is what runs and models say, and what clients hear of it.
Result<ListArtifactsResponse> list_below(Services& services, std::string root_uri, std::string_view requested) {
  const std::string path = TRY(safe_artifact_path(requested));
  const artifacts::Location location = TRY(services.artifacts->locate(root_uri));
  // MLflow gives a path back as it was asked for from where it is the proxy, and cleaned from elsewhere.
  const bool proxied = location.repository == services.artifacts->served();
  const std::string shown = proxied ? path : TRY(artifacts::Path::parse(path)).text();
  return ListArtifactsResponse{std::move(root_uri), TRY(list_artifacts(location, path, shown)), std::nullopt};
}

Status cut_page(const ListArtifactsRequest& request, ListArtifactsResponse& response) {
  if (!request.max_results) return {};
  if (*request.max_results < 1) return invalid_parameter("max_results must be at least 1.");
  const auto total = static_cast<std::int64_t>(response.files.size());
  const std::int64_t begin = std::min(TRY(search::read_page_token(request.page_token)), total);
  const std::int64_t end = std::min(begin + *request.max_results, total);
  response.files.erase(response.files.begin() + end, response.files.end());
  response.files.erase(response.files.begin(), response.files.begin() + begin);
  if (end < total) response.next_page_token = search::make_page_token(end);
  return {};
}

Result<ListArtifactsResponse> list_of_run(Services& services, ListArtifactsRequest& request) {
  TRY(safe_artifact_path(request.path));  // before the run is looked for
  const std::string& run_id = request.run_id.empty() ? request.run_uuid : request.run_id;
  ListArtifactsResponse response = TRY(list_below(services, TRY(services.artifact_roots.of_run(run_id)), request.path));
  TRY(cut_page(request, response));
  return response;
}

Result<ListArtifactsResponse> list_of_model(Services& services, const PathNames& names,
                                            ListModelArtifactsRequest& request) {
  TRY(safe_artifact_path(request.artifact_directory_path));
  return list_below(services, TRY(services.artifact_roots.of_logged_model(names[0])), request.artifact_directory_path);
}

// ---- bytes

http::Response send_below(Services& services, const http::Request& request, const Result<std::string>& root_uri,
                          std::string_view safe_path) {
  if (!root_uri.ok()) return error_response(root_uri.error());
  const auto location = services.artifacts->locate(*root_uri);
  return location.ok() ? send_artifact(request, *location, safe_path) : error_response(location.error());
}

http::Response get_of_run(Services& services, http::Request& request) {
  const auto asked = query_value(request, "path");
  if (!asked) return bad_request_page();
  const auto path = safe_artifact_path(*asked);
  if (!path.ok()) return error_response(path.error());
  std::string run_id = query_text(request, "run_id");
  if (run_id.empty()) run_id = query_value(request, "run_uuid").value_or("None");
  return send_below(services, request, services.artifact_roots.of_run(run_id), *path);
}

http::Response get_of_model_version(Services& services, http::Request& request) {
  const auto asked = query_value(request, "path");
  if (!asked) return bad_request_page();
  const auto path = safe_artifact_path(*asked);
  if (!path.ok()) return error_response(path.error());
  return send_below(services, request,
                    version_artifact_root(services, query_text(request, "name"), query_text(request, "version")),
                    *path);
}

http::Response get_of_model(Services& services, http::Request& request) {
  const auto names = path_names(request);
  if (!names) return no_such_page(false);
  const std::string asked = query_text(request, "artifact_file_path");
  if (asked.empty()) {
    return error_response(bad_request(R"(Request must include the "artifact_file_path" query parameter.)"));
  }
  const auto path = safe_artifact_path(asked);
  if (!path.ok()) return error_response(path.error());
  return send_below(services, request, services.artifact_roots.of_logged_model((*names)[0]), *path);
}

// ---- the web app's upload

// MLflow's framework takes forms apart before its handler looks for the body.
bool is_form(const http::Request& request) {
  const std::string_view type = request.headers.get("Content-Type");
  const std::string_view kind = http::trim(type.substr(0, type.find(';')));
  return http::iequals(kind, "application/x-www-form-urlencoded") || http::iequals(kind, "multipart/form-data");
}

Error too_large() { return invalid_parameter("Artifact size is too large. Max size is 10MB."); }

// Its first byte was read already.
class CountedBody final : public http::BodyReader {
 public:
  CountedBody(http::BodyReader& rest, char first) : rest_(rest), first_(first) {}
  Result<std::size_t> read(std::span<char> buffer) override {
    if (count_ == 0) {
      buffer[0] = first_;
      return count_ = 1;
    }
    const std::size_t count = TRY(rest_.read(buffer));
    count_ += count;
    if (count_ > kMostUploaded) return too_large();
    return count;
  }

 private:
  http::BodyReader& rest_;
  const char first_;
  std::size_t count_ = 0;
};

Status receive(Services& services, http::Request& request) {
  const std::string run_id = query_text(request, "run_uuid");
  if (run_id.empty()) return invalid_parameter("Request must specify run_uuid.");
  const std::string asked = query_text(request, "path");
  if (asked.empty()) return invalid_parameter("Request must specify path.");
  const std::string path = TRY(safe_artifact_path(asked));
  const auto size = told_length(request);
  if (size.value_or(0) > kMostUploaded) return too_large();
  char first = 0;
  if (is_form(request) || TRY(request.stream->read({&first, 1})) == 0) {
    return invalid_parameter("Request must specify data.");
  }
  CountedBody body(*request.stream, first);
  const artifacts::Location location = TRY(services.artifacts->locate(TRY(services.artifact_roots.of_run(run_id))));
  return receive_artifact(body, *location.repository, TRY(upload_target(location, path)), size);
}

http::Response upload(Services& services, http::Request& request) {
  const Status received = receive(services, request);
  return received.ok() ? json_response("") : error_response(received.error());
}

// ---- addresses at which clients reach a store themselves

Result<artifacts::Location> locate_direct(Services& services, const std::string& root_uri, std::string_view transfer,
                                          std::string_view subject, std::string_view needed) {
  if (!artifacts::is_proxied(root_uri)) return services.artifacts->locate(root_uri);
  return invalid_parameter(fmt::format(
      "{} is not supported for {} (artifact URI scheme: {}). This endpoint requires {} direct cloud storage "
      "artifact URI.",
      transfer, subject, split_uri(root_uri).scheme, needed));
}

Result<PresignedUrlResponse> presign_upload(Services& services, PresignedUrlRequest& request) {
  if (request.run_id.empty() == request.model_id.empty()) {
    return invalid_parameter("Exactly one of run_id and model_id must be provided.");
  }
  const artifacts::Path path = TRY(artifact_path(request.path));
  const std::string root = TRY(request.run_id.empty() ? services.artifact_roots.of_logged_model(request.model_id)
                                                      : services.artifact_roots.of_run(request.run_id));
  const artifacts::Location location =
      TRY(locate_direct(services, root, "Presigned upload", "proxied artifact storage", "a"));
  const auto access = TRY(direct_access(location.repository, "Presigned upload"));
  constexpr std::int64_t kUsualSeconds = 900;
  artifacts::SignedRequest upload =
      TRY(access->sign_upload(location.root / path, std::chrono::seconds(request.expiration.value_or(kUsualSeconds))));
  return PresignedUrlResponse{std::move(upload.url), {std::move(upload.headers)}, std::nullopt};
}

Result<PresignedUrlResponse> presign_download(Services& services, PresignedUrlRequest& request) {
  const artifacts::Path path = TRY(artifact_path(request.path));
  constexpr std::int64_t kMostSeconds = 604800;  // a week: stores refuse more, but only when the address is used
  const std::int64_t seconds = request.expiration.value_or(download_lifetime().count());
  if (seconds < 1 || seconds > kMostSeconds) {
    return invalid_parameter(
        fmt::format("expiration must be between 1 and {} seconds (got {}).", kMostSeconds, seconds));
  }
  const artifacts::Location location =
      TRY(locate_direct(services, TRY(services.artifact_roots.of_run(request.run_id)), "Presigned download",
                        "runs with proxied artifact storage", "a run with a"));
  const auto access = TRY(direct_access(location.repository, "Presigned download"));
  artifacts::SignedDownload download = TRY(access->sign_download(location.root / path, std::chrono::seconds(seconds)));
  return PresignedUrlResponse{
      std::move(download.request.url), {std::move(download.request.headers)}, wire_size(download.file_size)};
}

Endpoint stored(Endpoint endpoint) {
  endpoint.lane = http::Lane::kStorage;
  return endpoint;
}

}  // namespace

std::vector<Endpoint> artifact_endpoints() {
  constexpr auto kStorage = http::Lane::kStorage;
  const Rule run = rule("run_id", {kRequired, kString});
  const Rule path = rule("path", {kRequired, kString});
  const Rule expiration = rule("expiration", {kIntLike});
  using Rules = std::vector<Rule>;
  return {
      stored(
          endpoint(Method::kGet, Mount::kMlflow2, "/artifacts/list",
                   Rules{run, rule("path", {kString}), rule("page_token", {kString}), rule("max_results", {kIntLike})},
                   list_of_run)),
      stored(endpoint(Method::kPost, Mount::kMlflow2, "/artifacts/presigned-upload-url",
                      Rules{rule("run_id", {kString}), rule("model_id", {kString}), path, expiration}, presign_upload)),
      stored(endpoint(Method::kPost, Mount::kMlflow2, "/artifacts/presigned-download-url", Rules{run, path, expiration},
                      presign_download)),
      {Method::kGet, Mount::kBare, "/get-artifact", get_of_run, kStorage},
      {Method::kGet, Mount::kBare, "/model-versions/get-artifact", get_of_model_version, kStorage},
      {Method::kPost, Mount::kAjax2, "/upload-artifact", upload, kStorage, http::BodyMode::kStream},
      stored(endpoint(Method::kGet, Mount::kMlflow2, "/logged-models/{id}/artifacts/directories",
                      Rules{rule("artifact_directory_path", {kString})}, list_of_model)),
      {Method::kGet, Mount::kAjax2, "/logged-models/{id}/artifacts/files", get_of_model, kStorage},
  };
}

}  // namespace cairn::api
