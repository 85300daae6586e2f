#include "client/target.h"

#include <fstream>
#include <gtest/gtest.h>
#include <map>

#include "client/profiles.h"
#include "core/testing.h"

namespace cairn::client {
namespace {

class TargetTest : public testing::Test {
 protected:
  Environment environment(std::map<std::string, std::string> values = {}) {
    values.emplace("XDG_CONFIG_HOME", folder_.path().string());
    return [values](const char* name) -> std::optional<std::string> {
      const auto found = values.find(name);
      if (found == values.end()) return std::nullopt;
      return found->second;
    };
  }
  void configure(std::string_view text) {
    std::filesystem::create_directory(folder_ / "cairn");
    std::ofstream(folder_ / "cairn/config.toml") << text;
  }

 private:
  TemporaryFolder folder_;
};

constexpr std::string_view kLab = R"(
default = "lab"
[profiles.lab]
tracking_uri = "https://lab.example"
username = "ada"
password = "secret"
insecure_tls = true
)";

TEST_F(TargetTest, WithoutAnythingIsMlflowsDefault) {
  EXPECT_EQ(resolve_target("", environment())->uri, "sqlite:///mlflow.db");
}

TEST_F(TargetTest, WhatIsGivenGoesBeforeTheVariableAndThatBeforeTheDefaultProfile) {
  configure(kLab);
  EXPECT_EQ(resolve_target("", environment())->uri, "https://lab.example");
  EXPECT_EQ(resolve_target("", environment({{"MLFLOW_TRACKING_URI", "http://a:1"}}))->uri, "http://a:1");
  EXPECT_EQ(resolve_target("sqlite:///b.db", environment({{"MLFLOW_TRACKING_URI", "http://a:1"}}))->uri,
            "sqlite:///b.db");
}

TEST_F(TargetTest, AProfileBringsItsCredentials) {
  configure(kLab);
  const Target lab = *resolve_target("lab", environment());
  EXPECT_EQ(lab.credentials.username, "ada");
  EXPECT_EQ(lab.credentials.password, "secret");
  EXPECT_EQ(lab.tls.check, http_client::TlsCheck::kSkip);
}

TEST_F(TargetTest, VariablesReplaceAProfilesCredentialsAsAWhole) {
  configure(kLab);
  const Target lab = *resolve_target("lab", environment({{"MLFLOW_TRACKING_TOKEN", "t"}}));
  EXPECT_EQ(lab.credentials.username, "");
  EXPECT_EQ(lab.credentials.password, "");
  EXPECT_EQ(lab.credentials.token, "t");
}

TEST_F(TargetTest, ANameThatIsNoProfileNamesThoseThatThereAre) {
  configure(kLab);
  const auto target = resolve_target("labb", environment());
  ASSERT_FALSE(target.ok());
  EXPECT_NE(target.error().message().find("there are lab"), std::string::npos) << target.error().message();
}

TEST_F(TargetTest, AFolderIsToBeImported) {
  const auto target = resolve_target("./mlruns", environment());
  ASSERT_FALSE(target.ok());
  EXPECT_NE(target.error().message().find("cairn import mlflow ./mlruns"), std::string::npos);
}

TEST_F(TargetTest, LimitsAreNumbers) {
  const Target target = *resolve_target(
      "http://a", environment({{"MLFLOW_HTTP_REQUEST_TIMEOUT", "7"}, {"MLFLOW_HTTP_REQUEST_MAX_RETRIES", "0"}}));
  EXPECT_EQ(target.timeout, std::chrono::seconds(7));
  EXPECT_EQ(target.retries.attempts, 1U);
  EXPECT_FALSE(resolve_target("http://a", environment({{"MLFLOW_HTTP_REQUEST_TIMEOUT", "soon"}})).ok());
}

TEST(Profiles, AMistakeNamesItsLineAndNoValue) {
  const auto misspelt = parse_profiles("[profiles.a]\ntracking_uri = 'http://a'\npasword = 'hidden'\n", "config.toml");
  ASSERT_FALSE(misspelt.ok());
  EXPECT_TRUE(misspelt.error().message().starts_with("config.toml:3: 'pasword' is no key of a profile"))
      << misspelt.error().message();
  EXPECT_EQ(misspelt.error().message().find("hidden"), std::string::npos);

  const auto broken = parse_profiles("[profiles.a\n", "config.toml");
  ASSERT_FALSE(broken.ok());
  EXPECT_TRUE(broken.error().message().starts_with("config.toml:1: ")) << broken.error().message();
}

TEST(Profiles, ADefaultIsOneOfThem) { EXPECT_FALSE(parse_profiles("default = 'b'\n", "c").ok()); }

}  // namespace
}  // namespace cairn::client
