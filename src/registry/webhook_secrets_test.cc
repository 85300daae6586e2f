#include "registry/webhook_secrets.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

#include "core/testing.h"

namespace cairn::registry {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStoredKey = "fwetlaCM1dQOT6UEycHL1cY8miAcqQRVy-9GWBXZMcs=";

class WebhookSecretsTest : public testing::Test {
 protected:
  const TemporaryFolder folder_;
  const std::string file_ = folder_ / "mlflow.db.webhook-key";
};

TEST_F(WebhookSecretsTest, AGivenKeyNeedsNoFile) {
  auto secrets = WebhookSecrets::open(kStoredKey, file_);
  ASSERT_TRUE(secrets.ok());
  EXPECT_EQ(*secrets->decrypt(*secrets->encrypt("s")), "s");
  EXPECT_FALSE(fs::exists(file_));
  EXPECT_FALSE(WebhookSecrets::open("not a key", file_).ok());
}

TEST_F(WebhookSecretsTest, AKeyIsMadeAtTheFirstSecretAndOutlivesTheProcess) {
  auto first = WebhookSecrets::open("", file_);
  ASSERT_TRUE(first.ok());
  EXPECT_FALSE(first->decrypt("x").ok());
  EXPECT_FALSE(fs::exists(file_));
  const std::string stored = *first->encrypt("s");
  EXPECT_EQ(fs::status(file_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), {}), 1);

  auto second = WebhookSecrets::open("", file_);
  EXPECT_EQ(*second->decrypt(stored), "s");
  EXPECT_EQ(*second->decrypt(*second->encrypt("t")), "t");
}

TEST_F(WebhookSecretsTest, ABrokenKeyFileIsAnErrorAndStaysAsItIs) {
  std::ofstream(file_) << "half a k";
  auto secrets = WebhookSecrets::open("", file_);
  EXPECT_NE(secrets->encrypt("s").error().message().find(file_), std::string::npos);
  EXPECT_EQ(fs::file_size(file_), 8u);
  auto homeless = WebhookSecrets::open("", folder_ / "nowhere/key");
  EXPECT_EQ(homeless->encrypt("s").error().code(), ErrorCode::kTemporarilyUnavailable);
}

}  // namespace
}  // namespace cairn::registry
