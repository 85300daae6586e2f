// Both ways of opening must agree: what they may open, and why they refuse.
#include "artifacts/beneath.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "artifacts/testing.h"

namespace cairn::artifacts {
namespace {

namespace fs = std::filesystem;

using Open = Result<http::Fd> (*)(const http::Fd&, const Path&, int);

class Beneath : public testing::TestWithParam<Open> {
 protected:
  Beneath() {
    put_file(root_ / "a/b/file", "inside");
    put_file(folder_ / "secret", "outside");
  }

  void link(std::string_view target, std::string_view name) { fs::create_symlink(target, root_ / name); }

  // The text of a file, or the error's code by name.
  std::string read(std::string_view path) {
    const auto top = open_folder(root_);
    const auto file = GetParam()(*top, path_of(path), O_RDONLY);
    if (!file.ok()) return std::string(info(file.error().code()).name);
    char buffer[100];
    const ssize_t count = ::read(file->get(), buffer, sizeof buffer);
    return count < 0 ? "unreadable" : std::string(buffer, static_cast<std::size_t>(count));
  }

  TemporaryFolder folder_;
  const fs::path root_ = folder_ / "root";
};

INSTANTIATE_TEST_SUITE_P(, Beneath, testing::Values(&open_beneath, &walk_beneath),
                         [](const auto& way) { return way.index == 0 ? "AsTheKernelDoes" : "BySegments"; });

TEST_P(Beneath, OpensWhatIsInside) {
  EXPECT_EQ(read("a/b/file"), "inside");
  EXPECT_EQ(read("a/b"), "unreadable");
  EXPECT_EQ(read(""), "unreadable");
  EXPECT_EQ(read("a/nothing"), "RESOURCE_DOES_NOT_EXIST");
  EXPECT_EQ(read("a/b/file/below"), "RESOURCE_DOES_NOT_EXIST");
  EXPECT_EQ(read(std::string(300, 'n')), "INVALID_PARAMETER_VALUE");
}

TEST_P(Beneath, FollowsLinksThatStayInside) {
  link("b/file", "a/short");
  link("../a/./b/", "a/round");
  link("a/b/../../a", "twice");
  link("..", "a/b/up");
  EXPECT_EQ(read("a/short"), "inside");
  EXPECT_EQ(read("a/round/file"), "inside");
  EXPECT_EQ(read("twice/b/file"), "inside");
  EXPECT_EQ(read("a/b/up/b/file"), "inside");
  EXPECT_EQ(read("a/b/up"), "unreadable");
}

TEST_P(Beneath, FollowsNoLinkThatLeadsOut) {
  link("../secret", "relative");
  link((folder_ / "secret").string(), "absolute");
  link("..", "above");
  link("a/../../secret", "wandering");
  link("relative", "chained");
  link((folder_ / "root/a").string(), "absolute but inside");
  for (const char* path : {"relative", "absolute", "above/secret", "above/root/a/b/file", "wandering", "chained",
                           "absolute but inside/b/file"}) {
    EXPECT_EQ(read(path), "INVALID_PARAMETER_VALUE") << path;
  }
}

TEST_P(Beneath, GivesUpOnCircles) {
  link("circle", "circle");
  link("pong", "ping");
  link("ping", "pong");
  EXPECT_EQ(read("circle"), "INVALID_PARAMETER_VALUE");
  EXPECT_EQ(read("ping/x"), "INVALID_PARAMETER_VALUE");
}

TEST_P(Beneath, LeadsThroughNoProcess) {
  const http::Fd proc = *open_folder("/proc/self");
  EXPECT_FALSE(GetParam()(proc, path_of("root/etc"), O_PATH).ok());
  EXPECT_FALSE(GetParam()(proc, path_of("cwd"), O_PATH | O_DIRECTORY).ok());
}

}  // namespace
}  // namespace cairn::artifacts
