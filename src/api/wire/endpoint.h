// An endpoint is one row: method, path, the rules of its request, and the function that serves it.
//
// A row's function takes the typed request and returns the typed response; reading and writing JSON, content types and
// error bodies are the same for all and live in endpoint.cc.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "api/services.h"
#include "api/wire/json_reader.h"
#include "api/wire/json_writer.h"
#include "api/wire/message.h"
#include "api/wire/rules.h"
#include "core/result.h"
#include "http/message.h"
#include "http/router.h"

namespace cairn::api {

// Under which prefixes a path is served. The prefixes themselves are data too: see kMounts in endpoint.cc.
enum class Mount : std::uint8_t {
  kMlflow2,  // /api/2.0/mlflow and its aliases
  kAjax2,    // /ajax-api/2.0/mlflow alone
  kMlflow3,  // /api/3.0/mlflow and its alias
  kAjax3,
  kCairn,       // /api/cairn/1.0: our own
  kArtifacts2,  // /api/2.0/mlflow-artifacts and its alias
  kBare,
};
std::span<const std::string_view> prefixes(Mount mount);

struct Endpoint {
  http::Method method;
  Mount mount;
  std::string_view path;
  std::function<http::Response(Services&, http::Request&)> serve;
  http::Lane lane = http::Lane::kQuick;
  http::BodyMode body = http::BodyMode::kWhole;
};

// The response that MLflow's clients understand as this error.
http::Response error_response(const Error& error);
http::Response json_response(std::string body);
// 404, or 405 where another method is served, as a page: what is not an endpoint answers no JSON.
http::Response no_such_page(bool path_known);

// What the path's {names} matched, decoded. Nothing where one holds an encoded slash: to MLflow, which decodes before
// it looks for an endpoint, that is another path.
using PathNames = std::vector<std::string>;
std::optional<PathNames> path_names(const http::Request& request);

// Fills `message` from the body or, for GET, the query.
Status read_request(http::Request& request, const MessageType& type, void* message, std::span<const Rule> rules);

template <class Response>
http::Response response_of(const Result<Response>& response) {
  return response.ok() ? json_response(to_json(*response)) : error_response(response.error());
}

template <class Request, class Response>
Endpoint endpoint(http::Method method, Mount mount, std::string_view path, std::vector<Rule> rules,
                  Result<Response> (*act)(Services&, Request&)) {
  return {method, mount, path, [rules = std::move(rules), act](Services& services, http::Request& http_request) {
            Request request;
            if (auto read = read_request(http_request, *message_type<Request>(), &request, rules); !read.ok()) {
              return error_response(read.error());
            }
            return response_of(act(services, request));
          }};
}

// The same for a path with {names}.
template <class Request, class Response>
Endpoint endpoint(http::Method method, Mount mount, std::string_view path, std::vector<Rule> rules,
                  Result<Response> (*act)(Services&, const PathNames&, Request&)) {
  return {method, mount, path, [rules = std::move(rules), act](Services& services, http::Request& http_request) {
            const auto names = path_names(http_request);
            if (!names) return no_such_page(false);
            Request request;
            if (auto read = read_request(http_request, *message_type<Request>(), &request, rules); !read.ok()) {
              return error_response(read.error());
            }
            return response_of(act(services, *names, request));
          }};
}

// The same where the path says all: neither body nor query is looked at.
template <class Response>
Endpoint endpoint(http::Method method, Mount mount, std::string_view path,
                  Result<Response> (*act)(Services&, const PathNames&)) {
  return {method, mount, path, [act](Services& services, http::Request& http_request) {
            const auto names = path_names(http_request);
            return names ? response_of(act(services, *names)) : no_such_page(false);
          }};
}

}  // namespace cairn::api
