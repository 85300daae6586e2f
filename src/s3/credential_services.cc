#include "s3/credential_services.h"

#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <simdjson.h>

#include <pugixml.hpp>

#include "core/clock.h"
#include "core/uri.h"
#include "http/query.h"
#include "http/text.h"
#include "s3/times.h"

namespace cairn::s3 {
namespace {

using http_client::Request;
using http_client::Response;

constexpr const char* kInstanceService = "http://169.254.169.254";
constexpr const char* kContainerService = "http://169.254.170.2";

Error service_failed(std::string_view service, std::string_view why) {
  return Error(ErrorCode::kUnauthenticated, fmt::format("There are no credentials for S3 from {}: {}", service, why));
}

Result<std::string> read_token(std::string_view service, const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return service_failed(service, fmt::format("its token in {} cannot be read", path));
  const std::string text(std::istreambuf_iterator<char>(file), {});
  return std::string(text.substr(0, text.find_last_not_of(" \r\n\t") + 1));
}

// The services' common form.
Found read_json(std::string_view service, const Response& answer) {
  if (!answer.succeeded()) return service_failed(service, fmt::format("HTTP status {}", answer.status));
  simdjson::dom::parser parser;
  simdjson::dom::element document;
  if (parser.parse(answer.body).get(document) != simdjson::SUCCESS) return service_failed(service, "it sent no JSON");
  const auto text = [&](const char* key) {
    std::string_view value;
    return document[key].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
  };
  Credentials credentials{.access_key = text("AccessKeyId"),
                          .secret_key = text("SecretAccessKey"),
                          .session_token = text("Token"),
                          .expires = parse_iso_time(text("Expiration")),
                          .origin = std::string(service)};
  if (credentials.access_key.empty()) return service_failed(service, text("Message"));
  return std::optional(std::move(credentials));
}

std::string sts_endpoint(const Environment& environment) {
  for (const char* name : {"AWS_ENDPOINT_URL_STS", "AWS_ENDPOINT_URL"}) {
    if (std::string url = environment(name); !url.empty()) return url;
  }
  std::string region = environment("AWS_REGION");
  if (region.empty()) region = environment("AWS_DEFAULT_REGION");
  return region.empty() ? "https://sts.amazonaws.com" : fmt::format("https://sts.{}.amazonaws.com", region);
}

// A plain URI is taken only on this machine or with TLS, since the token goes there.
bool may_have_token(const UriParts& uri) {
  std::string_view host = uri.authority;
  if (!host.starts_with('[')) host = host.substr(0, host.find(':'));
  return uri.scheme == "https" || host == "localhost" || host.starts_with("127.") || host.starts_with("[::1]") ||
         host == "169.254.170.2" || host == "169.254.170.23";
}

}  // namespace

Found credentials_of_web_identity(const Environment& environment, http_client::Client& http) {
  constexpr std::string_view kService = "the security token service";
  const std::string token_file = environment("AWS_WEB_IDENTITY_TOKEN_FILE");
  const std::string role = environment("AWS_ROLE_ARN");
  if (token_file.empty() || role.empty()) return std::optional<Credentials>();
  std::string session = environment("AWS_ROLE_SESSION_NAME");
  if (session.empty()) session = fmt::format("cairn-{}", now_ms());
  const std::string body = encode_query({{"Action", "AssumeRoleWithWebIdentity"},
                                         {"Version", "2011-06-15"},
                                         {"RoleArn", role},
                                         {"RoleSessionName", session},
                                         {"WebIdentityToken", TRY(read_token(kService, token_file))}});
  Request request{.method = http::Method::kPost, .url = sts_endpoint(environment) + "/", .body = body};
  request.headers.add("Content-Type", "application/x-www-form-urlencoded");
  const Response answer = TRY(http.send(request));
  pugi::xml_document document;
  document.load_buffer(answer.body.data(), answer.body.size());
  const auto found =
      document.child("AssumeRoleWithWebIdentityResponse").child("AssumeRoleWithWebIdentityResult").child("Credentials");
  if (!answer.succeeded() || !found) {
    const auto error = document.child("ErrorResponse").child("Error");
    return service_failed(kService, fmt::format("HTTP status {} {}", answer.status, error.child_value("Message")));
  }
  return std::optional(Credentials{.access_key = found.child_value("AccessKeyId"),
                                   .secret_key = found.child_value("SecretAccessKey"),
                                   .session_token = found.child_value("SessionToken"),
                                   .expires = parse_iso_time(found.child_value("Expiration")),
                                   .origin = fmt::format("the security token service for {}", role)});
}

Found credentials_of_container(const Environment& environment, http_client::Client& http) {
  constexpr std::string_view kService = "the container's credential service";
  const std::string relative = environment("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
  std::string url = relative.empty() ? environment("AWS_CONTAINER_CREDENTIALS_FULL_URI") : kContainerService + relative;
  if (url.empty()) return std::optional<Credentials>();
  if (!may_have_token(split_uri(url))) return service_failed(kService, "its address is neither https nor local");
  Request request{.url = std::move(url)};
  std::string token = environment("AWS_CONTAINER_AUTHORIZATION_TOKEN");
  if (const std::string file = environment("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"); !file.empty()) {
    token = TRY(read_token(kService, file));
  }
  if (!token.empty()) request.headers.add("Authorization", std::move(token));
  return read_json(kService, TRY(http.send(request)));
}

Found credentials_of_instance(const Environment& environment, http_client::Client& http) {
  constexpr std::string_view kService = "the instance's metadata service";
  if (http::iequals(environment("AWS_EC2_METADATA_DISABLED"), "true")) return std::optional<Credentials>();
  std::string service = environment("AWS_EC2_METADATA_SERVICE_ENDPOINT");
  if (service.empty()) service = kInstanceService;
  while (service.ends_with('/')) service.pop_back();

  Request ask_token{.method = http::Method::kPut, .url = service + "/latest/api/token"};
  ask_token.headers.add("X-aws-ec2-metadata-token-ttl-seconds", "21600");
  const auto token = http.send(ask_token);
  if (!token.ok() || !token->succeeded()) return std::optional<Credentials>();  // not on an instance

  const std::string roles = service + "/latest/meta-data/iam/security-credentials/";
  Request ask_role{.url = roles};
  ask_role.headers.add("X-aws-ec2-metadata-token", token->body);
  const Response role = TRY(http.send(ask_role));
  if (!role.succeeded() || role.body.empty()) return std::optional<Credentials>();  // an instance without a role

  Request ask_credentials{
      .url = roles + http::percent_encode(role.body.substr(0, role.body.find('\n')), http::Slashes::kEncode)};
  ask_credentials.headers.add("X-aws-ec2-metadata-token", token->body);
  return read_json(kService, TRY(http.send(ask_credentials)));
}

}  // namespace cairn::s3
