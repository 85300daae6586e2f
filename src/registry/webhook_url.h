// Which addresses a webhook may have: MLflow's rules and error texts.
//
// What is checked here is a courtesy to whoever creates a webhook. A name may resolve differently when it is used, so
// what protects this machine's network is the check of the connected socket (http_client::Reach::kPublicOnly).
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "registry/webhook_settings.h"

namespace cairn::registry {

struct WebhookUrl {
  std::string scheme;  // in lower case
  std::string host;    // in lower case, without brackets; empty where there is none
  std::string text;    // the URL without what Python's urlparse() drops: leading blanks, and line breaks anywhere
};

// As Python's urlparse() takes a URL apart.
Result<WebhookUrl> parse_webhook_url(std::string_view url);

// Scheme and host, as text.
Result<WebhookUrl> check_webhook_url_form(std::string_view url, const WebhookSettings& settings);

// The same, and unless private addresses are allowed, what the host's name resolves to: that takes as long as DNS does.
Status check_webhook_url(std::string_view url, const WebhookSettings& settings);

// Where a redirect from `base` leads.
std::string redirect_target(const WebhookUrl& base, std::string_view location);

}  // namespace cairn::registry
