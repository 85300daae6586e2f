#include "registry/webhook_url.h"

#include <gtest/gtest.h>

namespace cairn::registry {
namespace {

std::string refusal(std::string_view url, const WebhookSettings& settings) {
  const Status checked = check_webhook_url(url, settings);
  return checked.ok() ? "" : checked.error().message();
}

const WebhookSettings kAnyAddress{.allowed_schemes = {"http", "https"}, .allow_private_addresses = true};

TEST(WebhookUrl, OnlyHttpsUnlessAllowed) {
  EXPECT_EQ(refusal("http://127.0.0.1/", {}), "Invalid webhook URL scheme: 'http'. Allowed schemes are: https.");
  EXPECT_EQ(refusal("ftp://x", kAnyAddress), "Invalid webhook URL scheme: 'ftp'. Allowed schemes are: http, https.");
  EXPECT_EQ(refusal("x", kAnyAddress), "Invalid webhook URL scheme: ''. Allowed schemes are: http, https.");
  EXPECT_EQ(refusal("HTTP://host/", kAnyAddress), "");
  EXPECT_EQ(refusal(" \t", kAnyAddress), "Webhook URL cannot be empty or just whitespace: ' \\t'");
}

TEST(WebhookUrl, ThereMustBeAHost) {
  for (std::string_view url : {"http://", "http:///a", "http://:80/", "http://@/", "http:/x", "http:x", "http://?a"}) {
    EXPECT_EQ(refusal(url, kAnyAddress), "Webhook URL must include a hostname: '" + std::string(url) + "'");
  }
  EXPECT_EQ(refusal("http://[::1", kAnyAddress), "Invalid webhook URL 'http://[::1': ValueError('Invalid IPv6 URL')");
  EXPECT_EQ(refusal("http://[zz]/", kAnyAddress),
            "Invalid webhook URL 'http://[zz]/': ValueError(\"'zz' does not appear to be an IPv4 or IPv6 address\")");
  for (std::string_view url : {"http://[::1]x/", "http://a]b/", "http://a[b/", "http://x[::1]/", "http://[1.2.3.4]/"}) {
    EXPECT_NE(refusal(url, kAnyAddress).find("Invalid webhook URL"), std::string::npos) << url;
  }
}

TEST(WebhookUrl, TheHostIsTheOneThatIsConnectedTo) {
  struct Case {
    std::string_view url, host;
  };
  for (const Case& each : {Case{"https://Example.COM:8443/a@b?c#d", "example.com"},
                           {"https://user:pass@[FE80::1%25eth0]:1/", "fe80::1%25eth0"},
                           {"https://a@b@127.0.0.1", "127.0.0.1"},
                           {" \x01https://x\n.y/", "x.y"},
                           {"https://10.0.0.1?@public.example/", "10.0.0.1"},
                           {"https://10.0.0.1#@public.example/", "10.0.0.1"}}) {
    EXPECT_EQ(parse_webhook_url(each.url)->host, each.host) << each.url;
  }
}

TEST(WebhookUrl, PrivateAddressesAreRefusedInEverySpelling) {
  for (std::string_view host :
       {"127.0.0.1", "localhost", "10.1.2.3", "169.254.169.254", "192.168.0.1", "0.0.0.0", "100.64.0.1", "[::1]",
        "[::ffff:127.0.0.1]", "[fd00::1]", "[fe80::1]", "[64:ff9b::10.0.0.1]", "[2002:7f00:1::]", "2130706433",
        "0x7f.1", "127.1", "u:p@127.0.0.1", "\t127.0.0.1"}) {
    const std::string url = "https://" + std::string(host) + "/";
    EXPECT_NE(refusal(url, {}).find("Webhook URL must not resolve to a non-public IP address."), std::string::npos)
        << url << ": " << refusal(url, {});
  }
  EXPECT_EQ(refusal("https://10.0.0.1/", {}),
            "Webhook URL must not resolve to a non-public IP address. '10.0.0.1' resolves to 10.0.0.1.");
  EXPECT_EQ(refusal("https://8.8.8.8/", {}), "");
}

TEST(WebhookUrl, RedirectsAreResolvedAgainstWhereTheyCameFrom) {
  const WebhookUrl base = *parse_webhook_url("HTTPS://host:1/a/b?c");
  EXPECT_EQ(redirect_target(base, "http://other/x"), "http://other/x");
  EXPECT_EQ(redirect_target(base, "//other/x"), "https://other/x");
  EXPECT_EQ(redirect_target(base, "/x?y"), "https://host:1/x?y");
  EXPECT_EQ(redirect_target(base, "b/"), "https://host:1/a/b/");
  EXPECT_EQ(redirect_target(*parse_webhook_url("https://host"), "x"), "https://host/x");
}

}  // namespace
}  // namespace cairn::registry
