#include "s3/environment.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <unistd.h>

#include "core/testing.h"
#include "http_client/test_imposter.h"
#include "s3/credential_chain.h"

namespace cairn::s3 {
namespace {

using http_client::Imposter;
using http_client::ScriptedReply;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

// A home of its own, with variables and files as a test writes them.
class EnvironmentTest : public testing::Test {
 protected:
  EnvironmentTest() {
    std::filesystem::create_directory(home_ / ".aws");
    set("HOME", home_.string());
    set("AWS_EC2_METADATA_DISABLED", "true");
  }

  void set(const std::string& name, const std::string& value) { variables_[name] = value; }
  void write(const std::string& name, std::string_view text) { std::ofstream(home_ / name) << text; }
  [[nodiscard]] Environment environment() const {
    return [variables = variables_](const char* name) {
      const auto found = variables.find(name);
      return found == variables.end() ? std::string() : found->second;
    };
  }
  [[nodiscard]] Result<Credentials> credentials(const std::string& profile = {}) const {
    return CredentialChain(environment(), profile).get();
  }
  [[nodiscard]] std::string access_key(const std::string& profile = {}) const {
    const auto found = credentials(profile);
    return found.ok() ? found->access_key : "error: " + found.error().message();
  }

  const TemporaryFolder folder_;
  const std::filesystem::path home_ = folder_.path();
  std::map<std::string, std::string> variables_;
};

constexpr std::string_view kConfig = R"(# a comment
[default]
region = eu-central-1
aws_access_key_id = config-key
aws_secret_access_key = config-secret

[profile other]
region=ap-south-1
endpoint_url = http://minio:9000
ca_bundle = /etc/ca.pem
s3 =
    addressing_style = virtual
    endpoint_url = http://minio:9001
output = json
[profile assumes]
role_arn = arn:aws:iam::1:role/x
)";

TEST_F(EnvironmentTest, HasDefaults) {
  const auto settings = settings_from(environment());
  ASSERT_TRUE(settings.ok());
  EXPECT_EQ(settings->region, "us-east-1");
  EXPECT_EQ(settings->endpoint, "");
  EXPECT_EQ(settings->addressing, Addressing::kAuto);
}

TEST_F(EnvironmentTest, ReadsTheConfigFile) {
  write(".aws/config", kConfig);
  EXPECT_EQ(settings_from(environment())->region, "eu-central-1");
  const auto other = settings_from(environment(), "other");
  ASSERT_TRUE(other.ok());
  EXPECT_EQ(other->region, "ap-south-1");
  EXPECT_EQ(other->endpoint, "http://minio:9001");
  EXPECT_THAT(other->endpoint_origin, HasSubstr("s3.endpoint_url in " + home_.string()));
  EXPECT_EQ(other->addressing, Addressing::kVirtual);
  EXPECT_EQ(other->http.ca_file, "/etc/ca.pem");
}

TEST_F(EnvironmentTest, VariablesComeBeforeFiles) {
  write(".aws/config", kConfig);
  set("AWS_PROFILE", "other");
  set("AWS_DEFAULT_REGION", "us-west-1");
  set("AWS_CA_BUNDLE", "/other.pem");
  set("AWS_ENDPOINT_URL", "http://general:1");
  EXPECT_EQ(settings_from(environment())->region, "us-west-1");
  set("AWS_REGION", "us-west-2");
  set("AWS_ENDPOINT_URL_S3", "http://special:1");
  const auto settings = settings_from(environment());
  ASSERT_TRUE(settings.ok());
  EXPECT_EQ(settings->region, "us-west-2");
  EXPECT_EQ(settings->endpoint, "http://special:1");
  EXPECT_EQ(settings->endpoint_origin, "AWS_ENDPOINT_URL_S3");
  EXPECT_EQ(settings->http.ca_file, "/other.pem");
}

TEST_F(EnvironmentTest, RefusesAProfileThatIsNotThere) {
  write(".aws/config", kConfig);
  set("AWS_PROFILE", "missing");
  const auto settings = settings_from(environment());
  ASSERT_FALSE(settings.ok());
  EXPECT_THAT(settings.error().message(), AllOf(HasSubstr("'missing'"), HasSubstr(".aws/config")));
}

TEST_F(EnvironmentTest, CredentialsComeFromTheFirstPlaceThatHasThem) {
  EXPECT_THAT(access_key(), HasSubstr("There are no credentials for S3. Set AWS_ACCESS_KEY_ID"));
  write(".aws/config", kConfig);
  EXPECT_EQ(access_key(), "config-key");
  write(".aws/credentials",
        "[default]\naws_access_key_id = file-key\naws_secret_access_key = file-secret\n"
        "aws_session_token=file-token\n[other]\naws_access_key_id=other-key\n"
        "aws_secret_access_key=other-secret\n");
  EXPECT_EQ(access_key(), "file-key");
  EXPECT_EQ(credentials()->session_token, "file-token");
  EXPECT_THAT(credentials()->origin, AllOf(StartsWith("profile 'default' in "), HasSubstr("credentials")));
  EXPECT_EQ(access_key("other"), "other-key");
  set("AWS_ACCESS_KEY_ID", "env-key");
  set("AWS_SECRET_ACCESS_KEY", "env-secret");
  set("AWS_SESSION_TOKEN", "env-token");
  EXPECT_EQ(access_key(), "env-key");
  EXPECT_EQ(credentials()->session_token, "env-token");
  EXPECT_EQ(access_key("other"), "other-key");
}

TEST_F(EnvironmentTest, FilesMayLieElsewhere) {
  write("elsewhere", "[default]\naws_access_key_id = k\naws_secret_access_key = s\n");
  set("AWS_SHARED_CREDENTIALS_FILE", "~/elsewhere");
  EXPECT_EQ(access_key(), "k");
}

TEST_F(EnvironmentTest, HalfCredentialsAreAnError) {
  set("AWS_ACCESS_KEY_ID", "env-key");
  EXPECT_THAT(access_key(), HasSubstr("incomplete"));
}

TEST_F(EnvironmentTest, WhatIsNotSupportedIsSaid) {
  write(".aws/config", kConfig);
  const auto found = credentials("assumes");
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.error().code(), ErrorCode::kNotImplemented);
  EXPECT_THAT(found.error().message(), HasSubstr("role_arn"));
}

constexpr std::string_view kTemporary = R"({"Code":"Success","AccessKeyId":"temp-key","SecretAccessKey":"temp-secret",)"
                                        R"("Token":"temp-token","Expiration":"2199-01-02T03:04:05Z"})";

TEST_F(EnvironmentTest, AnInstanceGivesThoseOfItsRole) {
  Imposter service({ScriptedReply::status(200, "session"), ScriptedReply::status(200, "my-role"),
                    ScriptedReply::status(200, kTemporary)});
  set("AWS_EC2_METADATA_DISABLED", "");
  set("AWS_EC2_METADATA_SERVICE_ENDPOINT", service.url());
  const auto found = credentials();
  ASSERT_TRUE(found.ok()) << found.error().message();
  EXPECT_EQ(found->access_key, "temp-key");
  EXPECT_EQ(found->session_token, "temp-token");
  EXPECT_TRUE(found->expires);
  const auto requests = service.requests();
  EXPECT_THAT(requests.at(0), StartsWith("PUT /latest/api/token "));
  EXPECT_THAT(requests.at(2), AllOf(StartsWith("GET /latest/meta-data/iam/security-credentials/my-role "),
                                    HasSubstr("X-aws-ec2-metadata-token: session\r\n")));
}

TEST_F(EnvironmentTest, AContainerGivesThoseOfItsTask) {
  Imposter service({ScriptedReply::status(200, kTemporary), ScriptedReply::status(403, "{}")});
  write("token", "secret-token\n");
  set("AWS_CONTAINER_CREDENTIALS_FULL_URI", service.url("/creds"));
  set("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", (home_ / "token").string());
  EXPECT_EQ(access_key(), "temp-key");
  EXPECT_THAT(service.requests().at(0), AllOf(StartsWith("GET /creds "), HasSubstr("Authorization: secret-token\r\n")));
  EXPECT_THAT(access_key(), HasSubstr("the container's credential service: HTTP status 403"));
  set("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://example.com/creds");
  EXPECT_THAT(access_key(), HasSubstr("neither https nor local"));
}

TEST_F(EnvironmentTest, AWebIdentityIsExchanged) {
  Imposter service({ScriptedReply::status(
      200,
      "<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials>"
      "<AccessKeyId>web-key</AccessKeyId><SecretAccessKey>web-secret</SecretAccessKey>"
      "<SessionToken>web-token</SessionToken><Expiration>2199-01-02T03:04:05Z</Expiration></Credentials>"
      "</AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>")});
  write("jwt", "a.b.c");
  set("AWS_WEB_IDENTITY_TOKEN_FILE", (home_ / "jwt").string());
  set("AWS_ROLE_ARN", "arn:aws:iam::1:role/x");
  set("AWS_ENDPOINT_URL_STS", service.url(""));
  EXPECT_EQ(access_key(), "web-key");
  EXPECT_THAT(
      service.requests().at(0),
      AllOf(StartsWith("POST / "), HasSubstr("Action=AssumeRoleWithWebIdentity&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3A"),
            HasSubstr("WebIdentityToken=a.b.c")));
}

TEST_F(EnvironmentTest, ExpiringCredentialsAreFetchedAgain) {
  std::string soon(kTemporary);
  soon.replace(soon.find("2199"), 4, "2001");
  Imposter service({ScriptedReply::status(200, soon), ScriptedReply::status(200, kTemporary)});
  set("AWS_CONTAINER_CREDENTIALS_FULL_URI", service.url());
  CredentialChain chain(environment(), {});
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(chain.get().ok());
  EXPECT_EQ(service.requests().size(), 2U);
}

}  // namespace
}  // namespace cairn::s3
