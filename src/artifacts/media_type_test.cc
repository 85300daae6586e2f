#include "artifacts/media_type.h"

#include <gtest/gtest.h>

namespace cairn::artifacts {
namespace {

TEST(MediaType, IsThatOfTheExtension) {
  EXPECT_EQ(guess_media_type("a.png"), "image/png");
  EXPECT_EQ(guess_media_type("a.PNG"), "image/png");
  EXPECT_EQ(guess_media_type("a.b.html"), "text/html");
  EXPECT_EQ(guess_media_type("a"), "");
  EXPECT_EQ(guess_media_type("a.pkl"), "");
  EXPECT_EQ(guess_media_type(".html"), "");
  EXPECT_EQ(guess_media_type("..html"), "");
  EXPECT_EQ(guess_media_type("a."), "");
  EXPECT_EQ(guess_media_type(""), "");
}

TEST(MediaType, OfACompressedFileIsThatOfWhatIsInIt) {
  EXPECT_EQ(guess_media_type("a.tar.gz"), "application/x-tar");
  EXPECT_EQ(guess_media_type("a.tgz"), "application/x-tar");
  EXPECT_EQ(guess_media_type("a.TGZ"), "application/x-tar");
  EXPECT_EQ(guess_media_type("a.svgz"), "image/svg+xml");
  EXPECT_EQ(guess_media_type("a.csv.bz2"), "text/csv");
  EXPECT_EQ(guess_media_type("a.gz"), "");
}

TEST(MediaType, TextIsServedAsPlainText) {
  for (const char* name : {"a.json", "a.py", "a.yaml", "MLmodel", "mlproject", "x.MLmodel", "conda.yaml", "a.js"}) {
    EXPECT_EQ(served_media_type(name), "text/plain") << name;
  }
  EXPECT_EQ(served_media_type("a.JSON"), "application/json");
  EXPECT_EQ(served_media_type("a.html"), "text/html");
  EXPECT_EQ(served_media_type("mlmodel"), "application/octet-stream");
  EXPECT_EQ(served_media_type(".txt"), "application/octet-stream");
  EXPECT_EQ(served_media_type("a.tar.gz"), "application/x-tar");
  EXPECT_EQ(served_media_type("json"), "text/plain");
}

}  // namespace
}  // namespace cairn::artifacts
