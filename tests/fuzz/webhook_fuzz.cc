// Any text as a webhook's address, as where a redirect leads, and as a stored secret: it is read or refused, and an
// address that was read is read in the same way again.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "registry/fernet.h"
#include "registry/webhook_url.h"

namespace {

using namespace cairn::registry;

void check_read_again(const WebhookUrl& url) {
  const auto again = parse_webhook_url(url.text);
  if (!again.ok() || again->scheme != url.scheme || again->host != url.host || again->text != url.text) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static const FernetKey key = FernetKey::generate();
  static const WebhookSettings settings{.allowed_schemes = {"http", "https"}, .allow_private_addresses = true};
  static const WebhookUrl base = *parse_webhook_url("https://host:1/a/b?c");

  if (key.decrypt(text).ok()) std::abort();  // nobody guesses a signature
  if (const auto url = parse_webhook_url(text); url.ok()) check_read_again(*url);
  if (const auto url = check_webhook_url_form(text, settings); url.ok() && url->host.empty()) std::abort();
  if (const auto url = parse_webhook_url(redirect_target(base, text)); url.ok()) check_read_again(*url);
  return 0;
}
