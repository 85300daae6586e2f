// An endpoint is one row: method, path, the rules of its request, and the function that serves it.
//
// A row's function takes the typed request and returns the typed response; reading and writing JSON, content types and
// error bodies are the same for all and live in endpoint.cc.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "api/json_reader.h"
#include "api/json_writer.h"
#include "api/message.h"
#include "api/rules.h"
#include "api/services.h"
#include "core/result.h"
#include "http/message.h"

namespace cairn::api {

// Under which prefixes a path is served. The prefixes themselves are data too: see kMounts in endpoint.cc.
enum class Mount : std::uint8_t {
  kMlflow2,  // /api/2.0/mlflow and its aliases
  kAjax2,    // /ajax-api/2.0/mlflow alone
  kMlflow3,  // /api/3.0/mlflow and its alias
  kAjax3,
  kCairn,  // /api/cairn/1.0: our own
  kBare,
};
std::span<const std::string_view> prefixes(Mount mount);

struct Endpoint {
  http::Method method;
  Mount mount;
  std::string_view path;
  std::function<http::Response(Services&, http::Request&)> serve;
};

// The response that MLflow's clients understand as this error.
http::Response error_response(const Error& error);
http::Response json_response(std::string body);
// Fills `message` from the body or, for GET, the query.
Status read_request(http::Request& request, const MessageType& type, void* message, std::span<const Rule> rules);

template <class Request, class Response>
Endpoint endpoint(http::Method method, Mount mount, std::string_view path, std::vector<Rule> rules,
                  Result<Response> (*act)(Services&, Request&)) {
  return {method, mount, path, [rules = std::move(rules), act](Services& services, http::Request& http_request) {
            Request request;
            if (auto read = read_request(http_request, *message_type<Request>(), &request, rules); !read.ok()) {
              return error_response(read.error());
            }
            const Result<Response> response = act(services, request);
            return response.ok() ? json_response(to_json(*response)) : error_response(response.error());
          }};
}

}  // namespace cairn::api
