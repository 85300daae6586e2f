#include "registry/fernet.h"

#include <gtest/gtest.h>

namespace cairn::registry {
namespace {

FernetKey key(std::string_view text) { return *FernetKey::parse(text); }

// The specification's own example (github.com/fernet/spec, generate.json).
constexpr std::string_view kSpecKey = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=";
constexpr std::string_view kSpecToken =
    "gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==";

// Made by Python's cryptography package.
constexpr std::string_view kPythonKey = "fwetlaCM1dQOT6UEycHL1cY8miAcqQRVy-9GWBXZMcs=";
constexpr std::string_view kPythonToken =
    "gAAAAABrATRhqHbshruMcYQnGua7BR1WVRalvs49VGDA0pALujDyJtesCD0_RGxu1g5D96N24hAQnUgrz6fF7-OoMFrOWCxD2w==";
constexpr std::string_view kPythonEmptyToken =
    "gAAAAABrATRhFYM3MC5uf0DBCGg-NBVWvD_Nm_fp11VC3b_QF46TX5Hw7wiYbEX0_GnJa7EbBwQ8T9ovH4mqwjFLXIx1k7rfUw==";

TEST(Fernet, ReadsWhatOthersWrote) {
  EXPECT_EQ(*key(kSpecKey).decrypt(kSpecToken), "hello");
  EXPECT_EQ(*key(kPythonKey).decrypt(kPythonToken),
            "gr\xC3\xBC\xC3\x9F"
            "e");
  EXPECT_EQ(*key(kPythonKey).decrypt(kPythonEmptyToken), "");
}

TEST(Fernet, ReadsWhatItWroteAndWritesNothingTwice) {
  const FernetKey made = FernetKey::generate();
  EXPECT_EQ(made.text().size(), 44u);
  for (const std::string& text : {std::string(), std::string("s"), std::string(16, 'x'), std::string(5000, '\0')}) {
    const auto token = made.encrypt(text);
    ASSERT_TRUE(token.ok());
    EXPECT_EQ(*key(made.text()).decrypt(*token), text);
    EXPECT_NE(*made.encrypt(text), *token);
  }
}

TEST(Fernet, RefusesAnotherKeyAndEveryChangedByte) {
  EXPECT_FALSE(key(kSpecKey).decrypt(kPythonToken).ok());
  for (std::size_t i = 0; i < kSpecToken.size() - 4; ++i) {  // the last digits hold bits that mean nothing
    std::string changed(kSpecToken);
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(key(kSpecKey).decrypt(changed).ok()) << i;
  }
  for (std::string_view cut : {"", "gA", "gAAAAAAdwJ6w"}) EXPECT_FALSE(key(kSpecKey).decrypt(cut).ok());
}

TEST(Fernet, KeysAreThirtyTwoBytes) {
  for (std::string_view wrong : {"", "secret", "AAAA", "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=AAAA", "\xFF"}) {
    EXPECT_EQ(FernetKey::parse(wrong).ok(), wrong.size() > 44) << wrong;  // what follows the padding is not looked at
  }
}

}  // namespace
}  // namespace cairn::registry
