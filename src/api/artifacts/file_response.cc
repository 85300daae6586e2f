#include "api/artifacts/file_response.h"

#include <fmt/format.h>
#include <string>
#include <utility>
#include <vector>

#include "api/artifacts/content_disposition.h"
#include "artifacts/media_type.h"
#include "core/ids.h"
#include "http/date.h"
#include "http/preconditions.h"
#include "http/ranges.h"

namespace cairn::api {
namespace {

// Goes with the response, until its last byte is sent.
struct Source {
  std::shared_ptr<artifacts::Repository> repository;
  std::unique_ptr<artifacts::File> file;  // after its repository, to go before it
};
using SharedSource = std::shared_ptr<Source>;

Status send(artifacts::File& file, http::Span span, std::vector<char>& piece, http::BodyWriter& writer) {
  const auto stream = TRY(file.read({span.offset, span.length}));
  for (std::uint64_t left = span.length; left > 0;) {
    const std::size_t count = TRY(stream->read(piece));
    if (count == 0) return Error(ErrorCode::kDataLoss, "an artifact has ended before its end");
    TRY(writer.write({piece.data(), count}));
    left -= count;
  }
  return {};
}

void set_body(http::Response& response, const SharedSource& source, http::Span span) {
  if (auto descriptor = source->file->descriptor()) {
    response.body = http::FileRange{descriptor->release(), span.offset, span.length};
    return;
  }
  response.body = http::SizedProducer{span.length, [source, span](http::BodyWriter& writer) {
                                        std::vector<char> piece(artifacts::kPiece);
                                        return send(*source->file, span, piece, writer);
                                      }};
}

// Several parts in one body, each with a head of its own.
void set_multipart_body(http::Response& response, const SharedSource& source, std::vector<http::Span> spans) {
  const std::string boundary = new_hex_id();
  const std::string type(response.headers.get("Content-Type"));
  std::vector<std::string> heads;
  const std::string tail = fmt::format("--{}--", boundary);
  std::uint64_t length = tail.size();
  for (const http::Span& span : spans) {
    heads.push_back(fmt::format("--{}\r\nContent-Type: {}\r\nContent-Range: bytes {}-{}/{}\r\n\r\n", boundary, type,
                                span.offset, span.offset + span.length - 1, source->file->info().size));
    length += heads.back().size() + span.length + std::string_view("\r\n").size();
  }
  response.headers.set("Content-Type", fmt::format("multipart/byteranges; boundary={}", boundary));
  response.body = http::SizedProducer{
      length, [source, spans = std::move(spans), heads = std::move(heads), tail](http::BodyWriter& writer) -> Status {
        std::vector<char> piece(artifacts::kPiece);
        for (std::size_t i = 0; i < spans.size(); ++i) {
          TRY(writer.write(heads[i]));
          TRY(send(*source->file, spans[i], piece, writer));
          TRY(writer.write("\r\n"));
        }
        return writer.write(tail);
      }};
}

void set_ranges(http::Response& response, const SharedSource& source, http::Ranges ranges) {
  const std::uint64_t size = source->file->info().size;
  switch (ranges.kind) {
    case http::Ranges::Kind::kWhole:
      return set_body(response, source, {0, size});
    case http::Ranges::Kind::kMalformed:
      response = http::Response::of(400, "text/plain; charset=utf-8", std::string(ranges.complaint));
      return;
    case http::Ranges::Kind::kUnsatisfiable:
      response = http::Response::of(416, "text/plain; charset=utf-8", {});
      response.headers.add("Content-Range", fmt::format("bytes */{}", size));
      return;
    case http::Ranges::Kind::kParts:
      break;
  }
  response.status = 206;
  if (ranges.parts.size() > 1) return set_multipart_body(response, source, std::move(ranges.parts));
  const http::Span part = ranges.parts.front();
  response.headers.add("Content-Range",
                       fmt::format("bytes {}-{}/{}", part.offset, part.offset + part.length - 1, size));
  set_body(response, source, part);
}

}  // namespace

http::Response file_response(const http::Request& request, std::shared_ptr<artifacts::Repository> repository,
                             std::unique_ptr<artifacts::File> file, std::string_view name) {
  const artifacts::FileInfo& info = file->info();
  const std::string tag = fmt::format("\"{}\"", info.etag);
  http::Response response;
  response.headers.add("Content-Disposition", attachment(name));
  response.headers.add("X-Content-Type-Options", "nosniff");
  response.headers.add("ETag", tag);
  response.headers.add("Last-Modified", http::format_date(info.modified));
  response.headers.add("Accept-Ranges", "bytes");
  response.headers.add("Cache-Control", "no-cache");

  const http::Validators current{tag, info.modified};
  switch (http::check_preconditions(request.headers, current)) {
    case http::Precondition::kNotModified:
      response.status = 304;
      return response;
    case http::Precondition::kFailed:
      response.status = 412;
      return response;
    case http::Precondition::kHolds:
      break;
  }
  response.headers.add("Content-Type", std::string(artifacts::served_media_type(name)));
  const std::uint64_t size = info.size;
  const auto source = std::make_shared<Source>(Source{std::move(repository), std::move(file)});
  const std::string* range = request.headers.find("Range");
  if (range && http::range_applies(request.headers, current)) {
    set_ranges(response, source, http::parse_ranges(*range, size));
  } else {
    set_body(response, source, {0, size});
  }
  return response;
}

}  // namespace cairn::api
