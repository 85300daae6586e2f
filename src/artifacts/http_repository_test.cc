#include "artifacts/http_repository.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "artifacts/repositories.h"
#include "artifacts/testing.h"
#include "http/test_client.h"
#include "http_client/test_imposter.h"

namespace cairn::artifacts {
namespace {

using http_client::Imposter;
using http_client::Reach;
using http_client::ScriptedReply;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string numbers() {
  std::string text;
  for (int i = 0; text.size() < 3'000'000; ++i) text += std::to_string(i) + "\n";
  return text;
}

// Serves one file, with ranges or without.
class Site {
 public:
  enum class Ranges : std::uint8_t { kKnown, kUnknown };
  explicit Site(Ranges ranges) : server_(router(ranges)) { server_.start(); }

  [[nodiscard]] std::shared_ptr<Repository> repository() const {
    return make_http_repository("http://127.0.0.1:" + std::to_string(server_.port()) + "/files/", Reach::kAnywhere);
  }
  void replace() { version_ = "\"2\""; }

 private:
  http::Router router(Ranges ranges) {
    const auto serve = [this, ranges](http::Request& request) {
      std::size_t first = 0;
      std::size_t last = 0;
      const std::string range(request.headers.get("Range"));
      const bool part = ranges == Ranges::kKnown && std::sscanf(range.c_str(), "bytes=%zu-%zu", &first, &last) == 2;
      auto response =
          http::Response::of(part ? 206 : 200, "text/plain", part ? bytes_.substr(first, last - first + 1) : bytes_);
      response.headers.add("ETag", version_);
      response.headers.add("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT");
      return response;
    };
    http::Router router;
    router.add({http::Method::kGet, "/files/{name}", serve});
    router.add({http::Method::kHead, "/files/{name}", serve});
    return router;
  }

  const std::string bytes_ = numbers();
  std::string version_ = "\"1\"";
  http::TestServer server_;
};

TEST(HttpRepository, ReadsFilesAndRanges) {
  for (const auto ranges : {Site::Ranges::kKnown, Site::Ranges::kUnknown}) {
    const Site site(ranges);
    const auto repository = site.repository();
    const auto file = repository->open(path_of("a b.txt"));
    ASSERT_TRUE(file.ok()) << file.error().message();
    const std::string expected = numbers();
    EXPECT_EQ((*file)->info().size, expected.size());
    EXPECT_EQ((*file)->info().etag, "1");
    EXPECT_EQ(std::chrono::system_clock::to_time_t((*file)->info().modified), 784'111'777);
    for (const ByteRange range :
         {ByteRange{0, expected.size()}, {1'500'000, 100'000}, {expected.size() - 1, 1}, {5, 0}}) {
      const auto got = read_range(**file, range);
      ASSERT_TRUE(got.ok()) << got.error().message();
      EXPECT_TRUE(*got == expected.substr(range.offset, range.length));
    }
  }
}

TEST(HttpRepository, NeverMixesTwoFiles) {
  Site site(Site::Ranges::kKnown);
  const auto repository = site.repository();
  const auto file = repository->open(path_of("a b.txt"));
  ASSERT_TRUE(file.ok());
  site.replace();
  const auto got = read_range(**file, {0, 10});
  ASSERT_FALSE(got.ok());
  EXPECT_EQ(got.error().code(), ErrorCode::kAborted);
}

TEST(HttpRepository, MayBeLeftWhileItReads) {
  const Site site(Site::Ranges::kKnown);
  const auto repository = site.repository();
  const auto file = repository->open(path_of("a b.txt"));
  ASSERT_TRUE(file.ok());
  const auto stream = (*file)->read({0, (*file)->info().size});
  char byte[1];
  EXPECT_TRUE((*stream)->read(byte).ok());
}

TEST(HttpRepository, SaysWhatIsMissingOrForbidden) {
  Imposter server({ScriptedReply::status(404), ScriptedReply::status(403)});
  const auto repository = make_http_repository(server.url(), Reach::kAnywhere);
  EXPECT_EQ(repository->stat(path_of("x")).error().code(), ErrorCode::kResourceDoesNotExist);
  EXPECT_EQ(repository->stat(path_of("x")).error().code(), ErrorCode::kPermissionDenied);
}

TEST(HttpRepository, ListsWhatAnMlflowServerHas) {
  Imposter server({ScriptedReply::status(200, R"({"files":[{"path":"sub","is_dir":true},)"
                                              R"({"path":"a.txt","is_dir":false,"file_size":"12"},)"
                                              R"({"path":"b.txt","is_dir":false,"file_size":3}]})")});
  const auto repository =
      make_http_repository(server.url("/api/2.0/mlflow-artifacts/artifacts/1/run"), Reach::kAnywhere);
  EXPECT_EQ(listed(*repository, "x y"), "a.txt b.txt sub/");
  EXPECT_THAT(server.requests().at(0), StartsWith("GET /api/2.0/mlflow-artifacts/artifacts?path=1%2Frun%2Fx%20y "));
}

TEST(HttpRepository, OfAPlainServerCannotBeListed) {
  const auto repository = make_http_repository("http://127.0.0.1:1/files", Reach::kAnywhere);
  EXPECT_EQ(repository->list(Path()).error().code(), ErrorCode::kNotImplemented);
}

TEST(HttpRepository, IsReadOnly) {
  const auto repository = make_http_repository("http://user:word@127.0.0.1:1/files", Reach::kAnywhere);
  const auto created = repository->create(path_of("x"), std::nullopt);
  ASSERT_FALSE(created.ok());
  EXPECT_EQ(created.error().code(), ErrorCode::kPermissionDenied);
  EXPECT_EQ(created.error().message(), "Artifacts at http://127.0.0.1:1/files can only be read.");
  EXPECT_FALSE(repository->remove(path_of("x")).ok());
}

TEST(HttpRepository, ReachesNoPrivateAddressUnlessAllowed) {
  const auto repository = open_repository("http://127.0.0.1:1/files");
  ASSERT_TRUE(repository.ok());
  const auto info = (*repository)->stat(path_of("x"));
  ASSERT_FALSE(info.ok());
  EXPECT_EQ(info.error().code(), ErrorCode::kPermissionDenied);
  EXPECT_THAT(info.error().message(), HasSubstr("127.0.0.1, which is not a public one"));
}

TEST(Repositories, NameWhatIsNotSupportedYet) {
  const auto repository = open_repository("gs://bucket/x");
  ASSERT_FALSE(repository.ok());
  EXPECT_EQ(repository.error().code(), ErrorCode::kNotImplemented);
  EXPECT_THAT(repository.error().message(), HasSubstr("Google Cloud Storage is not supported yet"));
  EXPECT_EQ(open_repository("nonsense://x").error().code(), ErrorCode::kInvalidParameterValue);
}

}  // namespace
}  // namespace cairn::artifacts
