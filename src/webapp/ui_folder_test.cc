#include "webapp/ui_folder.h"

#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

#include "core/testing.h"

namespace cairn::webapp {
namespace {

namespace fs = std::filesystem;

class UiFolderTest : public testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(root_ / "build" / "static" / "js");
    write("secret", "no");
    write("build/index.html", "<html>");
    write("build/static/js/main.1.js", "run()");
  }
  void write(const std::string& name, std::string_view text) const { std::ofstream(root_ / name) << text; }

  // The file's text; nothing where it is not served.
  static std::optional<std::string> text(std::optional<http::Response> response) {
    if (!response) return std::nullopt;
    const auto file = std::get<http::FileRange>(response->body);
    std::string bytes(file.length, '\0');
    EXPECT_EQ(::pread(file.fd, bytes.data(), bytes.size(), 0), static_cast<ssize_t>(bytes.size()));
    ::close(file.fd);
    return bytes;
  }

  const TemporaryFolder folder_;
  const fs::path root_ = folder_.path();
};

TEST_F(UiFolderTest, ServesThePageAndWhatItAsksFor) {
  const auto folder = UiFolder::open(root_ / "build");
  ASSERT_TRUE(folder.ok());
  auto page = folder->serve("/");
  EXPECT_EQ(page->headers.get("Content-Type"), "text/html; charset=utf-8");
  EXPECT_EQ(page->headers.get("Cache-Control"), "no-cache");
  EXPECT_EQ(text(std::move(page)), "<html>");
  auto script = folder->serve("/static-files/static/js/main.1.js");
  EXPECT_EQ(script->headers.get("Content-Type"), "text/javascript; charset=utf-8");
  EXPECT_EQ(text(std::move(script)), "run()");
}

TEST_F(UiFolderTest, ServesNothingElse) {
  const auto folder = UiFolder::open(root_ / "build");
  for (std::string_view path :
       {"/static-files/../secret", "/static-files/%2e%2e/secret", "/static-files//etc/passwd", "/static-files/static",
        "/static-files/", "/static-files/none.js", "/secret", "/index.html", "/static-files/index.html%00.js"}) {
    EXPECT_FALSE(text(folder->serve(path))) << path;
  }
}

TEST_F(UiFolderTest, AFolderWithoutAPageIsRefused) {
  EXPECT_FALSE(UiFolder::open(root_).ok());
  EXPECT_FALSE(UiFolder::open(root_ / "none").ok());
}

}  // namespace
}  // namespace cairn::webapp
