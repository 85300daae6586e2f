#include "artifacts/path.h"

#include <gtest/gtest.h>

#include "artifacts/testing.h"

namespace cairn::artifacts {
namespace {

TEST(Path, IsClean) {
  EXPECT_EQ(path_of("a/b").text(), "a/b");
  EXPECT_EQ(path_of("a//./b/").text(), "a/b");
  EXPECT_EQ(path_of("...").text(), "...");
  EXPECT_EQ(path_of("..a").text(), "..a");
  EXPECT_TRUE(path_of("").is_root());
  EXPECT_TRUE(path_of("./.").is_root());
}

TEST(Path, LeadsNowhereElse) {
  using namespace std::string_literals;
  for (const std::string& text : {"/"s, "/a"s, "//a"s, ".."s, "../a"s, "a/.."s, "a/../b"s, "a\0b"s, "a/b\0"s}) {
    const auto path = Path::parse(text);
    ASSERT_FALSE(path.ok()) << text;
    EXPECT_EQ(path.error().message(), "Invalid path");
    EXPECT_EQ(path.error().code(), ErrorCode::kInvalidParameterValue);
  }
}

TEST(Path, HasANameAndAParent) {
  EXPECT_EQ(path_of("a/b/c").name(), "c");
  EXPECT_EQ(path_of("a/b/c").parent(), path_of("a/b"));
  EXPECT_EQ(path_of("a").name(), "a");
  EXPECT_TRUE(path_of("a").parent().is_root());
  EXPECT_EQ(path_of("a") / path_of("b/c"), path_of("a/b/c"));
  EXPECT_EQ(Path() / path_of("b"), path_of("b"));
  EXPECT_EQ(path_of("b") / Path(), path_of("b"));
}

}  // namespace
}  // namespace cairn::artifacts
