// What a client may name as a version's source. The wire's texts are compared with MLflow's elsewhere; here are the
// ways out of a folder that need a file system, or that a server should never fall for.
#include "registry/source_rules.h"

#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/testing.h"
#include "tracking/testing.h"
#include "tracking/validation.h"

namespace cairn::registry {
namespace {

namespace fs = std::filesystem;

class SourceRulesTest : public testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(folder_ / "run/artifacts/model");
    fs::create_directories(folder_ / "secret");
    add_run("local", (folder_ / "run/artifacts").string());
    add_run("proxied", "mlflow-artifacts:/root/proxied/artifacts");
  }

  void add_run(std::string_view id, std::string_view artifact_uri) {
    ASSERT_TRUE(
        (*scratch_)
            .write([&](db::Connection& connection) -> Status {
              TRY(connection.execute("INSERT INTO runs (run_uuid, artifact_uri) VALUES (?1, ?2)", id, artifact_uri));
              return {};
            })
            .ok());
  }

  bool allows(const std::string& source, std::string_view run_id) {
    return (*scratch_)
        .read([&](db::Connection& connection) { return check_source(connection, source, {kRunIdParameter, run_id}); })
        .ok();
  }

  tracking::ScratchDatabase scratch_;
  const TemporaryFolder folder_;
};

TEST_F(SourceRulesTest, AllowsWhatLiesInTheRun) {
  const std::string root = (folder_ / "run/artifacts").string();
  for (const std::string& source : {root, root + "/", root + "/model", root + "/model/../model", "file://" + root,
                                    root + "/not-there-yet/x", root + "/%6dodel"}) {
    EXPECT_TRUE(allows(source, "local")) << source;
  }
}

TEST_F(SourceRulesTest, RefusesPathsOutOfTheRun) {
  const std::string root = (folder_ / "run/artifacts").string();
  for (const std::string& source :
       {root + "/..", root + "/../../secret", root + "/%2e%2e/x", root + "-other", "file://" + root + "/../x",
        std::string("/etc/passwd"), std::string("/"), std::string(""), std::string("relative")}) {
    EXPECT_FALSE(allows(source, "local")) << source;
  }
  EXPECT_FALSE(allows(root, ""));
  EXPECT_FALSE(allows(root, "another"));
}

TEST_F(SourceRulesTest, FollowsSymbolicLinks) {
  const fs::path root = folder_ / "run/artifacts";
  fs::create_directory_symlink(folder_ / "secret", root / "link");
  fs::create_directory_symlink(root / "model", root / "inside");
  EXPECT_FALSE(allows((root / "link").string(), "local"));
  EXPECT_FALSE(allows((root / "link/key").string(), "local"));
  EXPECT_TRUE(allows((root / "inside").string(), "local"));
}

TEST_F(SourceRulesTest, RefusesRelativePathsHoweverTheyAreWritten) {
  for (const char* source :
       {"s3://bucket/a/../b", "s3://bucket/%2e%2e/b", "s3://bucket/%252E%252e/b", "s3://../b", "s3://bucket/a%2F..%2fb",
        "s3://bucket/./b", "s3://bucket", "s3:b", "gs://bucket/..", "s3://bucket/a%00b"}) {
    EXPECT_FALSE(allows(source, "")) << source;
  }
  for (const char* source : {"s3://bucket/a", "s3://bucket//a/", "s3://bucket/..a", "s3://bucket/a+b"}) {
    EXPECT_TRUE(allows(source, "")) << source;
  }
}

TEST_F(SourceRulesTest, RunsAndTheProxyNeedTheRun) {
  EXPECT_TRUE(allows("runs:/local/model", "local"));
  EXPECT_FALSE(allows("runs:/local/model", "proxied"));
  EXPECT_FALSE(allows("runs://local/model", "local"));
  EXPECT_FALSE(allows("models:/m-1", "local"));
  EXPECT_TRUE(allows("models:/m/1", "local"));

  EXPECT_TRUE(allows("mlflow-artifacts:/root/proxied/artifacts/model", "proxied"));
  EXPECT_FALSE(allows("mlflow-artifacts:/root/proxied/artifacts-x", "proxied"));
  EXPECT_FALSE(allows("mlflow-artifacts:/root/other/artifacts", "proxied"));
  EXPECT_FALSE(allows("mlflow-artifacts:/root/proxied/artifacts", "local"));
}

TEST_F(SourceRulesTest, AnotherServersProxyNeedsTheRunToo) {
  add_run("elsewhere", "https://host/api/2.0/mlflow-artifacts/artifacts/elsewhere");
  EXPECT_TRUE(allows("https://HOST/api/2.0/mlflow-artifacts/artifacts/elsewhere/x", "elsewhere"));
  EXPECT_FALSE(allows("https://host/api/2.0/mlflow-artifacts/artifacts/other", "elsewhere"));
  EXPECT_FALSE(allows("https://host/p/api/2.0/mlflow-artifacts/artifacts/elsewhere", "elsewhere"));
  EXPECT_FALSE(allows("https://host/api/2.0/mlflow%2Dartifacts/artifacts/x", ""));
  EXPECT_TRUE(allows("https://host/files/model", ""));
}

TEST(ArtifactHost, IsRefusedUnlessTheEnvironmentTrustsTheScheme) {
  EXPECT_FALSE(tracking::validate_artifact_host("hdfs://host/x", "source").ok());
  setenv("MLFLOW_ALLOWED_HOST_ADDRESSED_ARTIFACT_SCHEMES", "http, HDFS", 1);
  EXPECT_TRUE(tracking::validate_artifact_host("hdfs://host/x", "source").ok());
  EXPECT_FALSE(tracking::validate_artifact_host("https://host/x", "source").ok());
  unsetenv("MLFLOW_ALLOWED_HOST_ADDRESSED_ARTIFACT_SCHEMES");
  EXPECT_FALSE(tracking::validate_artifact_host("hdfs://host/x", "source").ok());
}

}  // namespace
}  // namespace cairn::registry
