#include "registry/webhook_url.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <chrono>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <memory>
#include <netdb.h>
#include <netinet/in.h>
#include <semaphore>

#include "core/python_text.h"
#include "core/uri.h"
#include "http_client/address.h"

namespace cairn::registry {
namespace {

constexpr std::string_view kBlanks = " \t\n\r\f\v";

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return out;
}

std::string without_what_urlparse_drops(std::string_view url) {
  while (!url.empty() && static_cast<unsigned char>(url.front()) <= ' ') url.remove_prefix(1);
  std::string out(url);
  std::erase_if(out, [](char c) { return c == '\t' || c == '\r' || c == '\n'; });
  return out;
}

bool is_ip_literal(int family, const std::string& text) {
  std::array<unsigned char, sizeof(in6_addr)> address{};
  return inet_pton(family, text.c_str(), address.data()) == 1;
}

// What stands between brackets: an IPv6 address, with or without a zone, or a form of the future.
Status check_bracketed_host(std::string_view host) {
  if (host.starts_with('v')) return {};
  if (is_ip_literal(AF_INET, std::string(host))) return invalid_parameter("An IPv4 address cannot be in brackets");
  if (is_ip_literal(AF_INET6, std::string(host.substr(0, host.find('%'))))) return {};
  return invalid_parameter(python_repr(host) + " does not appear to be an IPv4 or IPv6 address");
}

// From "user:password@host:port".
Result<std::string_view> host_of(std::string_view authority) {
  const Error broken = invalid_parameter("Invalid IPv6 URL");
  const bool opens = authority.find('[') != std::string_view::npos;
  if (opens != (authority.find(']') != std::string_view::npos)) return broken;
  const std::string_view host_and_port = authority.substr(authority.rfind('@') + 1);
  if (!opens) return host_and_port.substr(0, host_and_port.find(':'));

  const auto close = host_and_port.find(']');
  if (!host_and_port.starts_with('[') || close == std::string_view::npos) return broken;
  const std::string_view host = host_and_port.substr(1, close - 1);
  const std::string_view after = host_and_port.substr(close + 1);
  if (!after.empty() && !after.starts_with(':')) return broken;
  TRY(check_bracketed_host(host));
  return host;
}

using Addresses = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

// A name server that does not answer holds a thread for many seconds: of a pool of them, only a few may wait for it.
Result<Addresses> resolve(const std::string& host) {
  constexpr int kMostAtOnce = 8;
  constexpr std::chrono::seconds kPatience{5};
  static std::counting_semaphore<kMostAtOnce> turns(kMostAtOnce);
  if (!turns.try_acquire_for(kPatience)) {
    return invalid_parameter(
        fmt::format("Timed out waiting to resolve Webhook URL hostname {} because too many hostname resolutions are "
                    "already in progress",
                    python_repr(host)));
  }
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  const int code = getaddrinfo(host.c_str(), nullptr, &hints, &found);
  turns.release();
  if (code != 0) {
    return invalid_parameter(fmt::format("Cannot resolve Webhook URL hostname {}: [Errno {}] {}", python_repr(host),
                                         code, gai_strerror(code)));
  }
  return Addresses(found, &freeaddrinfo);
}

Status check_public(const std::string& host) {
  const Addresses addresses = TRY(resolve(host));
  for (const addrinfo* each = addresses.get(); each; each = each->ai_next) {
    if (!http_client::is_public_address(*each->ai_addr)) {
      return invalid_parameter(
          fmt::format("Webhook URL must not resolve to a non-public IP address. {} resolves to {}.", python_repr(host),
                      http_client::address_text(*each->ai_addr)));
    }
  }
  return {};
}

}  // namespace

Result<WebhookUrl> parse_webhook_url(std::string_view url) {
  WebhookUrl parsed;
  parsed.text = without_what_urlparse_drops(url);
  const UriParts parts = split_uri(parsed.text);
  parsed.scheme = lower(parts.scheme);
  auto host = host_of(parts.authority);
  if (!host.ok()) {
    return invalid_parameter(
        fmt::format("Invalid webhook URL {}: ValueError({})", python_repr(url), python_repr(host.error().message())));
  }
  parsed.host = lower(*host);
  return parsed;
}

Result<WebhookUrl> check_webhook_url_form(std::string_view url, const WebhookSettings& settings) {
  if (url.find_first_not_of(kBlanks) == std::string_view::npos) {
    return invalid_parameter("Webhook URL cannot be empty or just whitespace: " + python_repr(url));
  }
  WebhookUrl parsed = TRY(parse_webhook_url(url));
  const auto& schemes = settings.allowed_schemes;
  if (std::find(schemes.begin(), schemes.end(), parsed.scheme) == schemes.end()) {
    return invalid_parameter(fmt::format("Invalid webhook URL scheme: {}. Allowed schemes are: {}.",
                                         python_repr(parsed.scheme), fmt::join(schemes, ", ")));
  }
  if (parsed.host.empty()) return invalid_parameter("Webhook URL must include a hostname: " + python_repr(url));
  return parsed;
}

Status check_webhook_url(std::string_view url, const WebhookSettings& settings) {
  const WebhookUrl parsed = TRY(check_webhook_url_form(url, settings));
  if (settings.allow_private_addresses) return {};
  return check_public(parsed.host);
}

std::string redirect_target(const WebhookUrl& base, std::string_view location) {
  const UriParts to = split_uri(location);
  if (!to.scheme.empty()) return std::string(location);
  if (to.has_authority) return fmt::format("{}:{}", base.scheme, location);
  const UriParts from = split_uri(base.text);
  const std::string_view folder = from.path.substr(0, from.path.rfind('/') + 1);
  const std::string_view slash = folder.empty() && !location.starts_with('/') ? "/" : "";
  return fmt::format("{}://{}{}{}{}", base.scheme, from.authority, location.starts_with('/') ? "" : folder, slash,
                     location);
}

}  // namespace cairn::registry
