#include "artifacts/locations.h"

#include <gtest/gtest.h>

#include "artifacts/testing.h"

namespace cairn::artifacts {
namespace {

TEST(Locations, ProxiedRootsAreInTheServedRepository) {
  TemporaryFolder folder;
  const auto locations = *Locations::open((folder / "served").string());
  for (const char* uri : {"mlflow-artifacts:/1/run/artifacts", "mlflow-artifacts://host:5000/1/run/artifacts",
                          "https://host/mlflow/api/2.0/mlflow-artifacts/artifacts/1/run/artifacts"}) {
    const auto location = locations->locate(uri);
    ASSERT_TRUE(location.ok()) << uri;
    EXPECT_EQ(location->repository, locations->served());
    EXPECT_EQ(location->root.text(), "1/run/artifacts");
  }
  EXPECT_FALSE(locations->locate("mlflow-artifacts:/1/../../etc").ok());
  EXPECT_FALSE(locations->locate("https://elsewhere/files").ok());
}

TEST(Locations, OtherRootsAreRepositoriesOfTheirOwn) {
  TemporaryFolder folder;
  const auto locations = *Locations::open((folder / "served").string());
  const std::string uri = (folder / "own").string();
  const auto location = *locations->locate(uri);
  EXPECT_NE(location.repository, locations->served());
  EXPECT_TRUE(location.root.is_root());
  EXPECT_EQ(locations->locate(uri)->repository, location.repository);
  for (int i = 0; i < 1000; ++i) ASSERT_TRUE(locations->locate(uri + std::to_string(i)).ok());
  ASSERT_TRUE(write_file(*location.repository, "still/usable", "x").ok());
}

TEST(Locations, NothingIsServedWithoutADestination) {
  const auto locations = *Locations::open("");
  EXPECT_EQ(locations->served(), nullptr);
  EXPECT_FALSE(locations->locate("mlflow-artifacts:/1/run/artifacts").ok());
}

}  // namespace
}  // namespace cairn::artifacts
