#include "api/security.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <iterator>

#include "core/log.h"

namespace cairn::api {
namespace {

constexpr std::array<std::string_view, 4> kThisMachine = {"localhost", "127.0.0.1", "[::1]", "0.0.0.0"};
constexpr std::array<std::string_view, 4> kLocalOrigins = {"localhost", "127.0.0.1", "[::1]", "::1"};

std::vector<std::string> default_hosts() {
  std::vector<std::string> hosts;
  for (std::string_view host : kThisMachine) {
    hosts.emplace_back(host);
    hosts.push_back(fmt::format("{}:*", host));
  }
  hosts.insert(hosts.end(), {"192.168.*", "10.*", "fc00:*", "fd00:*"});
  for (int i = 16; i < 32; ++i) hosts.push_back(fmt::format("172.{}.*", i));
  return hosts;
}

bool matches_any(const std::vector<std::string>& patterns, std::string_view text) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const std::string& pattern) { return matches_pattern(pattern, text); });
}

bool changes_state(http::Method method) {
  return method == http::Method::kPost || method == http::Method::kPut || method == http::Method::kPatch ||
         method == http::Method::kDelete;
}

// "http://localhost:5000" gives "localhost:5000".
std::string_view authority_of_origin(std::string_view origin) {
  const auto scheme = origin.find("://");
  return scheme == std::string_view::npos ? std::string_view() : origin.substr(scheme + 3);
}

// "localhost:5000" gives "localhost".
std::string_view without_port(std::string_view authority) {
  if (authority.starts_with('[')) return authority.substr(0, authority.find(']') + 1);
  return authority.substr(0, authority.find(':'));
}

// Nobody can have an address point elsewhere, as one can a name.
bool is_address(std::string_view host) {
  return host.starts_with('[') || (!host.empty() && host.find_first_not_of("0123456789.") == std::string_view::npos);
}

}  // namespace

bool matches_pattern(std::string_view pattern, std::string_view text) {
  const auto star = pattern.find('*');
  if (star == std::string_view::npos) return pattern == text;
  if (!text.starts_with(pattern.substr(0, star))) return false;
  const std::string_view rest = pattern.substr(star + 1);
  for (std::size_t skipped = star; skipped <= text.size(); ++skipped) {
    if (matches_pattern(rest, text.substr(skipped))) return true;
  }
  return false;
}

Security::Security(SecurityOptions options) : options_(std::move(options)) {
  std::ranges::copy_if(options_.allowed_hosts, std::back_inserter(own_names_), [](std::string_view pattern) {
    return pattern.find_first_not_of("*:") != std::string_view::npos;
  });
  if (options_.allowed_hosts.empty()) options_.allowed_hosts = default_hosts();
}

bool Security::is_exempt(std::string_view path) const {
  if (!path.starts_with(options_.static_prefix)) return false;
  path.remove_prefix(options_.static_prefix.size());
  return path == "/health" || path == "/version";
}

bool Security::is_api(std::string_view path) const {
  if (path.starts_with(options_.static_prefix)) path.remove_prefix(options_.static_prefix.size());
  return path.starts_with("/api/") || path.starts_with("/ajax-api/");
}

bool Security::is_allowed_origin(std::string_view origin) const {
  const std::string_view host = without_port(authority_of_origin(origin));
  if (std::find(kLocalOrigins.begin(), kLocalOrigins.end(), host) != kLocalOrigins.end()) return true;
  return matches_any(options_.cors_allowed_origins, origin);
}

// The web app that this server has handed out, under whatever name it has been given. A page of somebody who lets his
// own name point here, which a pattern that fits every name would let pass, is none.
bool Security::is_own_page(std::string_view origin, std::string_view host) const {
  return authority_of_origin(origin) == host && is_name_of_its_own(host);
}

bool Security::is_name_of_its_own(std::string_view host) const {
  return is_address(without_port(host)) || matches_any(own_names_, host);
}

bool Security::intercepts(const http::Request& request, http::Response& response) const {
  if (!options_.enabled || is_exempt(request.path())) return false;
  const std::string_view host = request.headers.get("Host");
  if (!matches_any(options_.allowed_hosts, host)) {
    log::warning(
        fmt::format("Refused a request with the Host header '{}'. If that is a name of this server, start it "
                    "with --allowed-hosts.",
                    host));
    response = http::Response::of(403, "text/plain", "Invalid Host header - possible DNS rebinding attack detected");
    return true;
  }
  if (!is_api(request.path())) return false;
  const std::string_view origin = request.headers.get("Origin");
  if (!origin.empty() && changes_state(request.method) && !is_allowed_origin(origin) && !is_own_page(origin, host)) {
    log::warning(
        fmt::format("Refused a request of a page from '{}'. If that is to be allowed, start the server with "
                    "--cors-allowed-origins.",
                    origin));
    response = http::Response::of(403, "text/plain", "Cross-origin request blocked");
    return true;
  }
  if (request.method == http::Method::kOptions) {
    response = http::Response{.status = 204, .headers = {}, .body = std::string()};
    return true;
  }
  return false;
}

void Security::finish(const http::Request& request, http::Response& response) const {
  if (!options_.enabled) return;
  response.headers.set("X-Content-Type-Options", "nosniff");
  if (options_.x_frame_options != "NONE") response.headers.set("X-Frame-Options", options_.x_frame_options);
  const std::string* origin = request.headers.find("Origin");
  if (!origin || !is_allowed_origin(*origin)) return;
  response.headers.set("Access-Control-Allow-Origin", *origin);
  response.headers.set("Access-Control-Allow-Credentials", "true");
  response.headers.add("Vary", "Origin");
  if (request.method == http::Method::kOptions) {
    response.headers.set("Access-Control-Allow-Methods", "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT");
    response.headers.set("Access-Control-Allow-Headers",
                         std::string(request.headers.get("Access-Control-Request-Headers")));
    response.headers.set("Access-Control-Max-Age", "600");
  }
}

}  // namespace cairn::api
