#include "data/remote/web_site.h"

#include <charconv>
#include <fmt/format.h>

#include "core/uri.h"
#include "http/query.h"
#include "http_client/retry.h"

namespace cairn::data {
namespace {

std::uint64_t number_in(std::string_view text, std::uint64_t otherwise) {
  std::uint64_t number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  return problem == std::errc() && end != text.data() ? number : otherwise;
}

// "bytes 5-9/10" → 5 and 10.
std::pair<std::uint64_t, std::uint64_t> parts_of_content_range(std::string_view text) {
  const std::size_t begin = text.find_first_of("0123456789"), slash = text.find('/');
  if (begin == std::string_view::npos || slash == std::string_view::npos) return {0, FileSink::kUnknownSize};
  return {number_in(text.substr(begin), 0), number_in(text.substr(slash + 1), FileSink::kUnknownSize)};
}

class BodyToFile final : public http_client::BodySink {
 public:
  explicit BodyToFile(FileSink& into) : into_(into) {}
  Status begin(const http_client::Response& head) override {
    constexpr int kPartialContent = 206;
    if (head.status != kPartialContent)
      return into_.begin(0, number_in(head.headers.get("Content-Length"), FileSink::kUnknownSize));
    const auto [offset, size] = parts_of_content_range(head.headers.get("Content-Range"));
    return into_.begin(offset, size);
  }
  Status write(std::string_view bytes) override { return into_.write(bytes); }

 private:
  FileSink& into_;
};

ErrorCode code_of_refusal(int status) {
  switch (status) {
    case 401:
      return ErrorCode::kUnauthenticated;
    case 403:
      return ErrorCode::kPermissionDenied;
    case 404:
    case 410:
      return ErrorCode::kResourceDoesNotExist;
    case 507:
      return ErrorCode::kResourceExhausted;
    default:
      return http_client::is_transient(status) ? ErrorCode::kTemporarilyUnavailable : ErrorCode::kInternalError;
  }
}

std::string_view advice_for(int status) {
  switch (status) {
    case 401:
      return ": check user and password";
    case 403:
      return ": whoever is logged in may not do that";
    case 405:
    case 501:
      return ": the server knows no such request; it may want another 'method', or be of another kind";
    case 507:
      return ": the server is full";
    default:
      return "";
  }
}

}  // namespace

StoredFile described_file(const std::string& path, const http::Headers& headers) {
  std::string checksum(headers.get("ETag"));
  if (checksum.empty()) checksum = headers.get("Content-MD5");
  return {path, number_in(headers.get("Content-Length"), 0), std::move(checksum)};
}

WebSite::WebSite(std::string url, http_client::ClientOptions options, http::Headers headers)
    : url_(std::move(url)), headers_(std::move(headers)), client_(std::move(options)) {}

std::string WebSite::url_of(const std::string& path) const {
  if (path.empty()) return url_;
  return append_to_uri_path(url_, http::percent_encode(path, http::Slashes::kKeep));
}

std::string WebSite::place(const std::string& path) const { return http_client::public_part(url_of(path)); }

Result<http_client::Response> WebSite::send(const std::string& path, WebRequest request, http_client::BodySink* sink) {
  return send_to(url_of(path), std::move(request), sink);
}

Result<http_client::Response> WebSite::send_to(std::string url, WebRequest request, http_client::BodySink* sink) {
  http_client::Request sent{.method = request.verb == "HEAD" ? http::Method::kHead : http::Method::kGet,
                            .verb = request.verb == "HEAD" || request.verb == "GET" ? "" : request.verb,
                            .url = std::move(url),
                            .headers = std::move(request.headers),
                            .body = request.body};
  for (const auto& [name, value] : headers_) sent.headers.add(name, value);
  if (request.stream != nullptr) {
    TRY(request.stream->seek(0));
    sent.stream = request.stream;
    sent.stream_length = request.stream->size();
  }
  return client_.send(sent, sink);
}

Result<http_client::Response> WebSite::ask(const std::string& path, WebRequest request, http_client::BodySink* sink) {
  const std::string_view verb = request.verb;
  auto answer = TRY(send(path, std::move(request), sink));
  if (!answer.succeeded()) return refusal(path, verb, answer);
  return answer;
}

Error WebSite::refusal(const std::string& path, std::string_view verb, const http_client::Response& answer) const {
  return {code_of_refusal(answer.status),
          fmt::format("{} {}: the server answered {}{}", verb, place(path), answer.status, advice_for(answer.status))};
}

Status WebSite::get(const std::string& path, std::uint64_t offset, FileSink& into) {
  BodyToFile sink(into);
  WebRequest request{.verb = "GET"};
  if (offset > 0) request.headers.add("Range", fmt::format("bytes={}-", offset));
  const auto answer = TRY(send(path, std::move(request), &sink));
  if (answer.succeeded()) return {};
  // There is nothing after `offset`: all of it is here already, or the file is another one.
  constexpr int kNoSuchRange = 416;
  if (answer.status == kNoSuchRange && offset > 0) return {};
  return refusal(path, "GET", answer);
}

}  // namespace cairn::data
