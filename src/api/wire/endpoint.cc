#include "api/wire/endpoint.h"

#include <fmt/format.h>

#include "core/json_text.h"
#include "core/utf8.h"
#include "http/query.h"

namespace cairn::api {
namespace {

// The preview paths are those of clients from before MLflow 1.0.
constexpr std::string_view kMlflow2[] = {"/api/2.0/mlflow", "/ajax-api/2.0/mlflow", "/api/2.0/preview/mlflow",
                                         "/ajax-api/2.0/preview/mlflow"};
constexpr std::string_view kAjax2[] = {"/ajax-api/2.0/mlflow"};
constexpr std::string_view kMlflow3[] = {"/api/3.0/mlflow", "/ajax-api/3.0/mlflow"};
constexpr std::string_view kAjax3[] = {"/ajax-api/3.0/mlflow"};
constexpr std::string_view kCairn[] = {"/api/cairn/1.0"};
constexpr std::string_view kArtifacts2[] = {"/api/2.0/mlflow-artifacts", "/ajax-api/2.0/mlflow-artifacts"};
constexpr std::string_view kBare[] = {""};

Status check_content_type(const http::Request& request) {
  const std::string* type = request.headers.find("Content-Type");
  if (!type) return invalid_parameter("Bad Request. Content-Type header is missing.");
  if (std::string_view(*type).substr(0, type->find(';')) == "application/json") return {};
  return invalid_parameter("Bad Request. Content-Type must be one of ['application/json'].");
}

// Bytes that are no text stay percent-encoded.
std::string quote_invalid_utf8(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t length = decode_utf8(text).length;
    if (length == 0) {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(text.front()));
      text.remove_prefix(1);
    } else {
      out += text.substr(0, length);
      text.remove_prefix(length);
    }
  }
  return out;
}

}  // namespace

std::span<const std::string_view> prefixes(Mount mount) {
  switch (mount) {
    case Mount::kMlflow2:
      return kMlflow2;
    case Mount::kAjax2:
      return kAjax2;
    case Mount::kMlflow3:
      return kMlflow3;
    case Mount::kAjax3:
      return kAjax3;
    case Mount::kCairn:
      return kCairn;
    case Mount::kArtifacts2:
      return kArtifacts2;
    case Mount::kBare:
      return kBare;
  }
  return {};
}

http::Response json_response(std::string body) { return http::Response::of(200, "application/json", std::move(body)); }

http::Response error_response(const Error& error) {
  const ErrorCodeInfo& code = info(error.code());
  std::string body = fmt::format(R"({{"error_code":"{}","message":)", code.name);
  write_json_string(error.message(), body);
  if (!code.sql_state.empty()) {
    body += fmt::format(R"(,"sqlstate":"{}","error_class":"{}")", code.sql_state, code.error_class);
  }
  if (error.position() != Error::kNoPosition) body += fmt::format(R"(,"position":{})", error.position());
  body += '}';
  auto response = http::Response::of(code.http_status, "application/json", std::move(body));
  // What is there again in a moment: a pool of connections, a database that restarts.
  if (code.http_status == 503) response.headers.set("Retry-After", "1");
  return response;
}

http::Response no_such_page(bool path_known) {
  const std::string_view title = path_known ? "405 Method Not Allowed" : "404 Not Found";
  const std::string_view text = path_known ? "The method is not allowed for the requested URL."
                                           : "The requested URL was not found on the server.";
  return http::Response::of(
      path_known ? 405 : 404, "text/html; charset=utf-8",
      fmt::format("<!doctype html>\n<html lang=en>\n<title>{0}</title>\n<h1>{0}</h1>\n<p>{1}</p>\n", title, text));
}

std::optional<PathNames> path_names(const http::Request& request) {
  PathNames names;
  for (const std::string_view param : request.params) {
    names.push_back(quote_invalid_utf8(http::percent_decode(param)));
    if (names.back().find('/') != std::string::npos) return std::nullopt;
  }
  return names;
}

Status read_request(http::Request& request, const MessageType& type, void* message, std::span<const Rule> rules) {
  if (request.method == http::Method::kGet && !request.query().empty()) {
    QueryFields query = http::parse_query(request.query());
    for (auto& [name, value] : query) value = quote_invalid_utf8(value);
    return read_query(query, type, message, rules);
  }
  if (request.method == http::Method::kPost || request.method == http::Method::kPut) TRY(check_content_type(request));
  return read_json(request.body, type, message, rules);
}

}  // namespace cairn::api
