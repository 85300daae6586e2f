// From a request to its response: filter, handler, observer. Whatever throws becomes a 500 and a line in the log.
#pragma once

#include <chrono>
#include <functional>
#include <string_view>

#include "http/message.h"
#include "http/router.h"

namespace cairn::http {

// Constant while serving; called on workers, several at once.
struct Hooks {
  std::function<Response(const Request&, const Router::Match&)> no_route;
  std::function<Response(int status, std::string_view reason)> refusal;
  std::function<bool(const Request&, Response&)> filter;
  std::function<void(const Request&, Response&, std::chrono::nanoseconds)> observer;
  std::function<void(std::string_view)> failure;
};

[[nodiscard]] Hooks default_hooks();

[[nodiscard]] Response answer(const Hooks& hooks, const Router::Match& match, Request& request);

// The answer to what is no request at all.
[[nodiscard]] Response refuse(const Hooks& hooks, int status, std::string_view reason);

// Runs a body's producer; an exception becomes an error.
Status produce(const Hooks& hooks, const Request& request, const Producer& producer, BodyWriter& writer);

}  // namespace cairn::http
