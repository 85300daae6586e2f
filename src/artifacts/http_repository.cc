#include "artifacts/http_repository.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <fmt/format.h>
#include <functional>
#include <simdjson.h>
#include <utility>

#include "artifacts/beneath.h"
#include "core/uri.h"
#include "http/date.h"
#include "http/query.h"
#include "http/text.h"
#include "http_client/pulled_body.h"
#include "http_client/retry.h"

namespace cairn::artifacts {
namespace {

using http_client::public_part;
using http_client::Request;
using http_client::Response;

// Of an MLflow server: there its own list is asked for.
constexpr std::string_view kListRoute = "/mlflow-artifacts/artifacts";

Error refusal(const Response& answer, const std::string& url, std::string_view path) {
  if (answer.status == 404) return file_error(ENOENT, path);
  const bool denied = answer.status == 401 || answer.status == 403;
  const auto other =
      http_client::is_transient(answer.status) ? ErrorCode::kTemporarilyUnavailable : ErrorCode::kInternalError;
  return {denied ? ErrorCode::kPermissionDenied : other,
          fmt::format("{} answered with status {}", public_part(url), answer.status)};
}

// Changes when the bytes do, as far as the server tells.
std::string identity_of(const http::Headers& headers) {
  std::string_view etag = headers.get("ETag");
  if (etag.starts_with("W/")) etag.remove_prefix(2);
  if (etag.size() >= 2 && etag.front() == '"' && etag.back() == '"') etag = etag.substr(1, etag.size() - 2);
  return std::string(etag.empty() ? headers.get("Last-Modified") : etag);
}

class HttpStream final : public Stream {
 public:
  HttpStream(http_client::Client& client, const Request& request, std::string identity, ByteRange range)
      : url_(request.url), identity_(std::move(identity)), range_(range), body_(client, request) {}

  Result<std::size_t> read(std::span<char> buffer) override {
    if (buffer.empty() || range_.length == 0) return 0;
    if (!std::exchange(begun_, true)) TRY(begin(buffer));
    const std::size_t count = TRY(read_some(buffer, range_.length));
    range_.length -= count;
    return count;
  }

 private:
  Status begin(std::span<char> scratch) {
    const Response head = TRY(body_.head());
    if (!head.succeeded()) return refusal(head, url_, url_);
    if (identity_of(head.headers) != identity_) {
      return Error(ErrorCode::kAborted, public_part(url_) + " was changed by somebody else meanwhile");
    }
    // A server that knows no ranges sends all.
    std::uint64_t skip = head.status == 206 ? 0 : range_.offset;
    while (skip > 0) skip -= TRY(read_some(scratch, skip));
    return {};
  }

  Result<std::size_t> read_some(std::span<char> buffer, std::uint64_t limit) {
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), limit));
    const std::size_t count = TRY(body_.read(buffer.first(wanted)));
    if (count == 0) return Error(ErrorCode::kDataLoss, public_part(url_) + " ended early");
    return count;
  }

  const std::string url_;
  const std::string identity_;
  ByteRange range_;
  http_client::PulledBody body_;
  bool begun_ = false;
};

class HttpFile final : public File {
 public:
  HttpFile(http_client::Client& client, std::string url, FileInfo info)
      : client_(client), url_(std::move(url)), info_(std::move(info)) {}
  [[nodiscard]] const FileInfo& info() const override { return info_; }
  Result<std::unique_ptr<Stream>> read(ByteRange range) override {
    Request request{.url = url_};
    if (range.length > 0 && range.length < info_.size) {
      request.headers.add("Range", fmt::format("bytes={}-{}", range.offset, range.offset + range.length - 1));
    }
    return std::unique_ptr<Stream>(std::make_unique<HttpStream>(client_, request, info_.etag, range));
  }

 private:
  http_client::Client& client_;
  const std::string url_;
  const FileInfo info_;
};

class HttpRepository final : public Repository {
 public:
  HttpRepository(std::string root, http_client::Reach reach)
      : root_(std::move(root)), client_({.reach = reach, .max_redirects = 5}) {}

  Result<std::vector<Entry>> list(const Path& folder) override;
  Result<FileInfo> stat(const Path& file) override;
  Result<std::unique_ptr<File>> open(const Path& file) override;
  Result<std::unique_ptr<Sink>> create(const Path& /*file*/, std::optional<std::uint64_t> /*size*/) override {
    return read_only();
  }
  Status remove(const Path& /*path*/) override { return read_only(); }

 private:
  [[nodiscard]] std::string url_of(const Path& path) const {
    return append_to_uri_path(root_, http::percent_encode(path.text(), http::Slashes::kKeep));
  }
  [[nodiscard]] Error read_only() const {
    return {ErrorCode::kPermissionDenied, fmt::format("Artifacts at {} can only be read.", public_part(root_))};
  }
  Result<Response> ask(const Request& request) {
    return http_client::send_with_retries({}, {}, [&] { return client_.send(request); });
  }

  const std::string root_;
  http_client::Client client_;
};

Result<FileInfo> HttpRepository::stat(const Path& file) {
  const std::string url = url_of(file);
  const Response answer = TRY(ask({.method = http::Method::kHead, .url = url}));
  if (!answer.succeeded()) return refusal(answer, url, file.text());
  const std::string_view length = answer.headers.get("Content-Length");
  FileInfo info;
  info.etag = identity_of(answer.headers);
  const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), info.size);
  if (length.empty() || error != std::errc{}) {
    return Error(ErrorCode::kNotImplemented, fmt::format("{} does not say how long it is.", public_part(url)));
  }
  info.modified = http::parse_date(answer.headers.get("Last-Modified")).value_or(std::chrono::sys_seconds());
  return info;
}

Result<std::unique_ptr<File>> HttpRepository::open(const Path& file) {
  FileInfo info = TRY(stat(file));
  return std::unique_ptr<File>(std::make_unique<HttpFile>(client_, url_of(file), std::move(info)));
}

template <class Value>
Value value_or(const simdjson::simdjson_result<simdjson::dom::element>& field, Value otherwise) {
  Value value;
  return field.get(value) == simdjson::SUCCESS ? value : otherwise;
}

// A number, or its digits in a text.
std::uint64_t read_size(const simdjson::simdjson_result<simdjson::dom::element>& field) {
  const auto digits = value_or<std::string_view>(field, {});
  auto size = value_or<std::uint64_t>(field, 0);
  std::from_chars(digits.data(), digits.data() + digits.size(), size);
  return size;
}

Result<std::vector<Entry>> read_list(std::string_view json) {
  simdjson::dom::parser parser;
  simdjson::dom::element document;
  if (parser.parse(json.data(), json.size()).get(document) != simdjson::SUCCESS) {
    return internal_error("The list of artifacts is no JSON");
  }
  std::vector<Entry> entries;
  for (const simdjson::dom::element file : value_or<simdjson::dom::array>(document["files"], {})) {
    const Path path = TRY(Path::parse(value_or<std::string_view>(file["path"], {})));
    const bool folder = value_or<bool>(file["is_dir"], false);
    entries.push_back({std::string(path.name()), folder ? Kind::kFolder : Kind::kFile, read_size(file["file_size"])});
  }
  return entries;
}

Result<std::vector<Entry>> HttpRepository::list(const Path& folder) {
  const std::size_t route = root_.find(kListRoute);
  if (route == std::string::npos) {
    return Error(ErrorCode::kNotImplemented,
                 fmt::format("{} is no MLflow server, so its artifacts cannot be listed.", public_part(root_)));
  }
  const std::size_t end = route + kListRoute.size();
  std::string_view below = std::string_view(root_).substr(end);
  while (below.starts_with('/')) below.remove_prefix(1);
  const Path path = TRY(Path::parse(http::percent_decode(below))) / folder;
  const std::string url = root_.substr(0, end) + "?path=" + http::percent_encode(path.text(), http::Slashes::kEncode);
  const Response answer = TRY(ask({.url = url}));
  if (!answer.succeeded()) return refusal(answer, url, folder.text());
  std::vector<Entry> entries = TRY(read_list(answer.body));
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
  return entries;
}

}  // namespace

std::shared_ptr<Repository> make_http_repository(const std::string& uri, http_client::Reach reach) {
  return std::make_shared<HttpRepository>(uri, reach);
}

Result<std::shared_ptr<Repository>> open_http_repository(const std::string& uri) {
  if (split_uri(uri).authority.empty()) return invalid_parameter(fmt::format("'{}' names no host.", public_part(uri)));
  const char* allowed = std::getenv("CAIRN_ARTIFACTS_ALLOW_PRIVATE_ADDRESSES");
  const bool anywhere = allowed != nullptr && http::iequals(allowed, "true");
  return make_http_repository(uri, anywhere ? http_client::Reach::kAnywhere : http_client::Reach::kPublicOnly);
}

}  // namespace cairn::artifacts
