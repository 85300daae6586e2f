// Both kinds of files: of this machine, whose descriptors go to sendfile, and of a store, which are read in pieces.
#include "api/artifacts/file_response.h"

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include "http/date.h"

namespace cairn::api {
namespace {

const auto kModified = *http::parse_date("Sun, 06 Nov 1994 08:49:37 GMT");
constexpr std::string_view kBytes = "hello world";

class TextStream final : public artifacts::Stream {
 public:
  explicit TextStream(std::string text) : text_(std::move(text)) {}
  Result<std::size_t> read(std::span<char> buffer) override {
    const std::size_t count = text_.copy(buffer.data(), std::min<std::size_t>(buffer.size(), 3));
    text_.erase(0, count);
    return count;
  }

 private:
  std::string text_;
};

enum class Kept { kHere, kElsewhere };

class TextFile final : public artifacts::File {
 public:
  explicit TextFile(Kept kept) : kept_(kept) {}
  [[nodiscard]] const artifacts::FileInfo& info() const override { return info_; }
  Result<std::unique_ptr<artifacts::Stream>> read(artifacts::ByteRange range) override {
    return std::unique_ptr<artifacts::Stream>(
        std::make_unique<TextStream>(std::string(kBytes.substr(range.offset, range.length))));
  }
  std::optional<http::Fd> descriptor() override {
    if (kept_ == Kept::kElsewhere) return std::nullopt;
    http::Fd file(::memfd_create("text", MFD_CLOEXEC));
    EXPECT_EQ(::write(file.get(), kBytes.data(), kBytes.size()), static_cast<ssize_t>(kBytes.size()));
    return file;
  }

 private:
  const Kept kept_;
  const artifacts::FileInfo info_{kBytes.size(), kModified, "v1"};
};

class TextWriter final : public http::BodyWriter {
 public:
  Status write(std::string_view bytes) override {
    text += bytes;
    return {};
  }
  std::string text;
};

// The body's bytes; its length was told before.
std::string body_of(const http::Response& response) {
  if (const auto* text = std::get_if<std::string>(&response.body)) return *text;
  if (const auto* file = std::get_if<http::FileRange>(&response.body)) {
    std::string bytes(file->length, '\0');
    EXPECT_EQ(::pread(file->fd, bytes.data(), bytes.size(), static_cast<off_t>(file->offset)),
              static_cast<ssize_t>(bytes.size()));
    ::close(file->fd);
    return bytes;
  }
  const auto& made = std::get<http::SizedProducer>(response.body);
  TextWriter writer;
  EXPECT_TRUE(made.produce(writer).ok());
  EXPECT_EQ(writer.text.size(), made.length);
  return writer.text;
}

class FileResponse : public testing::TestWithParam<Kept> {
 protected:
  http::Response ask(std::initializer_list<std::pair<const char*, const char*>> fields) {
    http::Request request;
    for (const auto& [name, value] : fields) request.headers.add(name, value);
    return file_response(request, nullptr, std::make_unique<TextFile>(GetParam()), "a b.txt");
  }
};

INSTANTIATE_TEST_SUITE_P(, FileResponse, testing::Values(Kept::kHere, Kept::kElsewhere),
                         [](const auto& kept) { return kept.param == Kept::kHere ? "OfADisk" : "OfAStore"; });

TEST_P(FileResponse, IsTheWholeFileWithMlflowsHeaders) {
  const http::Response response = ask({});
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.headers.get("Content-Type"), "text/plain");
  EXPECT_EQ(response.headers.get("Content-Disposition"), R"(attachment; filename="a b.txt")");
  EXPECT_EQ(response.headers.get("X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(response.headers.get("ETag"), "\"v1\"");
  EXPECT_EQ(response.headers.get("Last-Modified"), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(response.headers.get("Accept-Ranges"), "bytes");
  EXPECT_EQ(body_of(response), kBytes);
}

TEST_P(FileResponse, IsAPart) {
  const http::Response response = ask({{"Range", "bytes=2-4"}});
  EXPECT_EQ(response.status, 206);
  EXPECT_EQ(response.headers.get("Content-Range"), "bytes 2-4/11");
  EXPECT_EQ(body_of(response), "llo");
}

TEST_P(FileResponse, IsSeveralParts) {
  const http::Response response = ask({{"Range", "bytes=0-1,-1"}});
  EXPECT_EQ(response.status, 206);
  const std::string_view type = response.headers.get("Content-Type");
  constexpr std::string_view kType = "multipart/byteranges; boundary=";
  ASSERT_TRUE(type.starts_with(kType));
  const std::string mark = "--" + std::string(type.substr(kType.size()));
  EXPECT_EQ(body_of(response), mark + "\r\nContent-Type: text/plain\r\nContent-Range: bytes 0-1/11\r\n\r\nhe\r\n" +
                                   mark + "\r\nContent-Type: text/plain\r\nContent-Range: bytes 10-10/11\r\n\r\nd\r\n" +
                                   mark + "--");
}

TEST_P(FileResponse, SaysWhatIsWrongWithARange) {
  const http::Response past_end = ask({{"Range", "bytes=11-"}});
  EXPECT_EQ(past_end.status, 416);
  EXPECT_EQ(past_end.headers.get("Content-Range"), "bytes */11");
  const http::Response malformed = ask({{"Range", "lines=1-2"}});
  EXPECT_EQ(malformed.status, 400);
  EXPECT_EQ(body_of(malformed), "Only support bytes range");
}

TEST_P(FileResponse, IsNoPartOfAnotherFile) {
  EXPECT_EQ(ask({{"Range", "bytes=0-1"}, {"If-Range", "\"v1\""}}).status, 206);
  const http::Response whole = ask({{"Range", "bytes=0-1"}, {"If-Range", "\"v0\""}});
  EXPECT_EQ(whole.status, 200);
  EXPECT_EQ(body_of(whole), kBytes);
}

TEST_P(FileResponse, IsNothingWhereTheClientHasItAlready) {
  const http::Response known = ask({{"If-None-Match", "\"v1\""}});
  EXPECT_EQ(known.status, 304);
  EXPECT_EQ(known.headers.get("ETag"), "\"v1\"");
  EXPECT_EQ(body_of(known), "");
  EXPECT_EQ(ask({{"If-Match", "\"v0\""}}).status, 412);
}

}  // namespace
}  // namespace cairn::api
