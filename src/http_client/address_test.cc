#include "http_client/address.h"

#include <arpa/inet.h>
#include <cstring>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <string>

namespace cairn::http_client {
namespace {

sockaddr_storage parsed(const std::string& text) {
  sockaddr_storage storage{};
  sockaddr_in ip4{};
  sockaddr_in6 ip6{};
  if (::inet_pton(AF_INET, text.c_str(), &ip4.sin_addr) == 1) {
    ip4.sin_family = AF_INET;
    std::memcpy(&storage, &ip4, sizeof ip4);
  } else if (::inet_pton(AF_INET6, text.c_str(), &ip6.sin6_addr) == 1) {
    ip6.sin6_family = AF_INET6;
    std::memcpy(&storage, &ip6, sizeof ip6);
  } else {
    ADD_FAILURE() << text << " is no address";
  }
  return storage;
}

bool is_public(const std::string& text) {
  const sockaddr_storage storage = parsed(text);
  return is_public_address(reinterpret_cast<const sockaddr&>(storage));
}

TEST(Address, OfThePublicInternet) {
  for (const char* text : {"8.8.8.8",
                           "1.1.1.1",
                           "9.255.255.255",
                           "11.0.0.0",
                           "100.63.255.255",
                           "100.128.0.0",
                           "126.255.255.255",
                           "128.0.0.1",
                           "169.253.0.1",
                           "172.15.255.255",
                           "172.32.0.0",
                           "192.0.1.0",
                           "198.17.0.1",
                           "198.20.0.0",
                           "223.255.255.255",
                           "2606:4700::1111",
                           "2a00:1450:4001::200e",
                           "::ffff:8.8.8.8",
                           "64:ff9b::8.8.8.8",
                           "2002:808:808::1"}) {
    EXPECT_TRUE(is_public(text)) << text;
  }
}

TEST(Address, ThatAnOutsiderMustNotReach) {
  for (const char* text : {"0.0.0.0",          "10.1.2.3",        "100.64.0.1",  "127.0.0.1",
                           "127.255.255.255",  "169.254.169.254", "172.16.0.1",  "172.31.255.255",
                           "192.0.0.8",        "192.168.1.1",     "198.18.0.1",  "203.0.113.9",
                           "224.0.0.1",        "255.255.255.255", "::",          "::1",
                           "fe80::1",          "fec0::1",         "fc00::1",     "fd12:3456::1",
                           "ff02::1",          "2001:db8::1",     "2001::1",     "3fff::1",
                           "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::10.0.0.1",
                           "64:ff9b:1::1",     "2002:7f00:1::"}) {
    EXPECT_FALSE(is_public(text)) << text;
  }
}

TEST(Address, OfAnotherFamilyIsNotPublic) {
  sockaddr address{};
  address.sa_family = AF_UNIX;
  EXPECT_FALSE(is_public_address(address));
}

TEST(Address, AsText) {
  for (const char* text : {"10.0.0.1", "fe80::1"}) {
    const sockaddr_storage storage = parsed(text);
    EXPECT_EQ(address_text(reinterpret_cast<const sockaddr&>(storage)), text);
  }
}

}  // namespace
}  // namespace cairn::http_client
