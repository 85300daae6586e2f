#include "data/files/glob.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "core/testing.h"

namespace cairn::data {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

class Glob : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* path : {"a.csv", "b.csv", ".hidden.csv", "sub/c.csv", "sub/deep/d.csv", "sub/e.txt"}) {
      fs::create_directories((root_ / path).parent_path());
      std::ofstream(root_ / path) << "x";
    }
  }

  std::vector<std::string> matches(const std::string& pattern) {
    std::vector<std::string> found = glob((root_ / pattern).string());
    for (std::string& path : found) path = fs::path(path).lexically_relative(root_).string();
    return found;
  }

  const TemporaryFolder folder_;
  const fs::path root_ = folder_.path();
};

TEST_F(Glob, AStarStaysWithinAPart) {
  EXPECT_THAT(matches("*.csv"), ElementsAre("a.csv", "b.csv"));
  EXPECT_THAT(matches("*/*.csv"), ElementsAre("sub/c.csv"));
  EXPECT_THAT(matches("[ab].csv"), ElementsAre("a.csv", "b.csv"));
  EXPECT_THAT(matches("?.txt"), IsEmpty());
}

TEST_F(Glob, TwoStarsAreAnyNumberOfParts) {
  EXPECT_THAT(matches("**/*.csv"), ElementsAre("a.csv", "b.csv", "sub/c.csv", "sub/deep/d.csv"));
  EXPECT_THAT(matches("sub/**"), ElementsAre("sub/c.csv", "sub/deep", "sub/deep/d.csv", "sub/e.txt"));
}

TEST_F(Glob, APatternWithoutMagicIsThePathItself) {
  EXPECT_THAT(matches("sub/e.txt"), ElementsAre("sub/e.txt"));
  EXPECT_THAT(matches("sub/none"), IsEmpty());
}

TEST_F(Glob, NothingAtAllIsAnError) {
  const auto none = expand_globs({(root_ / "q*").string()});
  ASSERT_FALSE(none.ok());
  EXPECT_NE(none.error().message().find("has no matches"), std::string::npos);
}

}  // namespace
}  // namespace cairn::data
