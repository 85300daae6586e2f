#include "api/artifacts/served_artifact_endpoints.h"

#include <fmt/format.h>

#include "api/artifacts/artifact_path.h"
#include "api/artifacts/artifact_transfer.h"
#include "api/artifacts/direct_access.h"
#include "api/tracking/tracking_messages.h"
#include "core/utf8.h"
#include "http/query.h"

namespace cairn::api {
namespace {

using enum Check;
using http::Method;

artifacts::Location served(Services& services) { return {services.artifacts->served(), {}}; }

// What the rest of the route's path says, decoded as often as it takes.
Result<std::string> path_in(const http::Request& request) {
  if (request.params.empty()) return std::string();
  return safe_artifact_path(repair_utf8(http::percent_decode(request.params.front())));
}

http::Response download(Services& services, http::Request& request) {
  const auto path = path_in(request);
  return path.ok() ? send_artifact(request, served(services), *path) : error_response(path.error());
}

Status receive(Services& services, http::Request& request) {
  const artifacts::Location location = served(services);
  const artifacts::Path target = TRY(upload_target(location, TRY(path_in(request))));
  return receive_artifact(*request.stream, *location.repository, target, told_length(request));
}

http::Response upload(Services& services, http::Request& request) {
  const Status received = receive(services, request);
  return received.ok() ? http::Response{} : error_response(received.error());
}

http::Response remove(Services& services, http::Request& request) {
  const auto remove_path = [&]() -> Result<Empty> {
    TRY(services.artifacts->served()->remove(TRY(artifacts::Path::parse(TRY(path_in(request))))));
    return Empty{};
  };
  return response_of(remove_path());
}

Result<ListArtifactsResponse> list(Services& services, ListServedArtifactsRequest& request) {
  const std::string path = TRY(safe_artifact_path(request.path));
  return ListArtifactsResponse{std::nullopt, TRY(list_artifacts(served(services), path, "")), std::nullopt};
}

// Uploads in parts are to a folder, which the route names, and a file, which the body does.
template <class Request, class Response>
Endpoint upload_endpoint(std::string_view path, std::vector<Rule> rules,
                         Result<Response> (*act)(artifacts::DirectAccess&, const artifacts::Path&, Request&)) {
  return {Method::kPost, Mount::kArtifacts2, path,
          [rules = std::move(rules), act](Services& services, http::Request& http_request) {
            const auto serve = [&]() -> Result<Response> {
              const std::string folder = TRY(path_in(http_request));
              Request request;
              TRY(read_request(http_request, *message_type<Request>(), &request, rules));
              const auto access = TRY(direct_access(services.artifacts->served(), "Multipart upload"));
              const artifacts::Path file =
                  TRY(artifacts::Path::parse(request.path.substr(request.path.rfind('/') + 1)));
              return act(*access, TRY(artifacts::Path::parse(folder)) / file, request);
            };
            return response_of(serve());
          },
          http::Lane::kStorage};
}

Result<CreateUploadResponse> create_upload(artifacts::DirectAccess& access, const artifacts::Path& file,
                                           CreateUploadRequest& request) {
  constexpr std::int64_t kMostParts = 10000;  // of any store's
  if (request.num_parts < 0 || request.num_parts > kMostParts) {
    return invalid_parameter(
        fmt::format("num_parts must be between 0 and {} (got {}).", kMostParts, request.num_parts));
  }
  artifacts::MultipartUpload upload = TRY(access.begin_upload(file, static_cast<std::uint32_t>(request.num_parts)));
  CreateUploadResponse response{std::move(upload.id), {}};
  for (artifacts::SignedRequest& part : upload.parts) {
    response.credentials.push_back(
        {std::move(part.url), static_cast<std::int64_t>(response.credentials.size()) + 1, {std::move(part.headers)}});
  }
  return response;
}

Result<Empty> complete_upload(artifacts::DirectAccess& access, const artifacts::Path& file,
                              CompleteUploadRequest& request) {
  std::vector<artifacts::UploadedPart> parts;
  for (UploadPart& part : request.parts) {
    parts.push_back({static_cast<std::uint32_t>(part.part_number), std::move(part.etag), std::move(part.url)});
  }
  TRY(access.complete_upload(file, request.upload_id, parts));
  return Empty{};
}

Result<Empty> abort_upload(artifacts::DirectAccess& access, const artifacts::Path& file, AbortUploadRequest& request) {
  TRY(access.abort_upload(file, request.upload_id));
  return Empty{};
}

http::Response presigned(Services& services, http::Request& request) {
  const auto sign = [&]() -> Result<SignedDownloadResponse> {
    const artifacts::Path path = TRY(artifacts::Path::parse(TRY(path_in(request))));
    const auto access = TRY(direct_access(services.artifacts->served(), "Multipart download"));
    artifacts::SignedDownload download = TRY(access->sign_download(path, download_lifetime()));
    return SignedDownloadResponse{
        std::move(download.request.url), {std::move(download.request.headers)}, wire_size(download.file_size)};
  };
  return response_of(sign());
}

Endpoint stored(Endpoint endpoint) {
  endpoint.lane = http::Lane::kStorage;
  return endpoint;
}

}  // namespace

std::vector<Endpoint> served_artifact_endpoints() {
  constexpr Mount kMount = Mount::kArtifacts2;
  constexpr auto kStorage = http::Lane::kStorage;
  constexpr auto kStream = http::BodyMode::kStream;
  const Rule path = rule("path", {kRequired, kString});
  const Rule id = rule("upload_id", {kString});
  using Rules = std::vector<Rule>;
  return {
      stored(endpoint(Method::kGet, kMount, "/artifacts", {}, list)),
      {Method::kGet, kMount, "/artifacts/{artifact_path...}", download, kStorage},
      {Method::kGet, kMount, "/artifacts/", download, kStorage},
      {Method::kPut, kMount, "/artifacts/{artifact_path...}", upload, kStorage, kStream},
      {Method::kPut, kMount, "/artifacts/", upload, kStorage, kStream},
      {Method::kDelete, kMount, "/artifacts/{artifact_path...}", remove, kStorage},
      upload_endpoint("/mpu/create/{artifact_path...}", Rules{path, rule("num_parts", {kIntLike})}, create_upload),
      upload_endpoint("/mpu/complete/{artifact_path...}", Rules{path, id, rule("parts", {kRequired})}, complete_upload),
      upload_endpoint("/mpu/abort/{artifact_path...}", Rules{path, id}, abort_upload),
      {Method::kGet, kMount, "/presigned/{artifact_path...}", presigned, kStorage},
  };
}

}  // namespace cairn::api
