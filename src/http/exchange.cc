#include "http/exchange.h"

#include <cstdio>
#include <exception>
#include <fmt/format.h>
#include <string>
#include <utility>

#include "http/response_head.h"

namespace cairn::http {
namespace {

Response plain(int status, std::string_view text) {
  return Response::of(status, "text/plain; charset=utf-8", std::string(text) + "\n");
}

// Calls `work`; should it throw, reports that and gives `instead()`.
template <class Work, class Instead>
auto guarded(const Hooks& hooks, const Request& request, Work work, Instead instead) {
  std::string what;
  try {
    return work();
  } catch (const std::exception& error) {
    what = error.what();
  } catch (...) {
    what = "an unknown exception";
  }
  hooks.failure(fmt::format("{} {} failed: {}", name(request.method), request.path(), what));
  return instead();
}

Response internal_server_error() { return plain(500, reason_phrase(500)); }

Response make_response(const Hooks& hooks, const Router::Match& match, Request& request) {
  Response response;
  if (hooks.filter && hooks.filter(request, response)) return response;
  return match.route ? match.route->handler(request) : hooks.no_route(request, match);
}

}  // namespace

Hooks default_hooks() {
  Hooks hooks;
  hooks.no_route = [](const Request&, const Router::Match& match) {
    const int status = match.path_known ? 405 : 404;
    return plain(status, reason_phrase(status));
  };
  hooks.refusal = [](int status, std::string_view reason) {
    return plain(status, fmt::format("{}: {}", reason_phrase(status), reason));
  };
  hooks.failure = [](std::string_view line) { fmt::print(stderr, "{}\n", line); };
  return hooks;
}

Response answer(const Hooks& hooks, const Router::Match& match, Request& request) {
  const auto begun = std::chrono::steady_clock::now();
  Response response =
      guarded(hooks, request, [&] { return make_response(hooks, match, request); }, internal_server_error);
  if (!hooks.observer) return response;
  const auto spent = std::chrono::steady_clock::now() - begun;
  const auto observe = [&] {
    hooks.observer(request, response, spent);
    return true;
  };
  guarded(hooks, request, observe, [] { return false; });
  return response;
}

Response refuse(const Hooks& hooks, int status, std::string_view reason) {
  return guarded(hooks, Request{}, [&] { return hooks.refusal(status, reason); }, internal_server_error);
}

Status produce(const Hooks& hooks, const Request& request, const Producer& producer, BodyWriter& writer) {
  return guarded(
      hooks, request, [&] { return producer(writer); },
      [] { return Status(internal_error("the producer of the body failed")); });
}

}  // namespace cairn::http
