// The whole API as one HTTP application: every endpoint under every prefix, the checks in front of them, the counts and
// log lines behind them.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "api/own/cairn_change_feed.h"
#include "api/security.h"
#include "api/services.h"
#include "api/traffic.h"
#include "api/wire/endpoint.h"
#include "http/server.h"
#include "webapp/ui_folder.h"

namespace cairn::api {

struct AppOptions {
  std::string static_prefix;    // "" or "/mlflow": in front of every path
  bool artifacts_only = false;  // serve artifacts, and nothing else of the API
  SecurityOptions security;
  std::optional<webapp::UiFolder> ui_folder;     // instead of the web app in the binary
  std::chrono::milliseconds slow_request{1000};  // slower ones are logged, searches with their filter
};

class App {
 public:
  App(Services& services, AppOptions options);

  // All routes; they refer to this App, which must outlive the server.
  [[nodiscard]] http::Router router();
  void attach(http::Server& server);

 private:
  void add(http::Router& router, const Endpoint& endpoint);
  void add_disabled(http::Router& router, const Endpoint& endpoint, std::string_view reason);
  [[nodiscard]] http::Response serve(const Endpoint& endpoint, Traffic::Endpoint& traffic, http::Request& request);
  [[nodiscard]] std::optional<http::Response> web_app_file(const http::Request& request) const;

  Services& services_;
  AppOptions options_;
  Security security_;
  Traffic traffic_;
  ChangeFeed changes_;
};

}  // namespace cairn::api
