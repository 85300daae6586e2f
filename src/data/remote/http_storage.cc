#include "data/remote/http_storage.h"

#include <algorithm>
#include <fmt/format.h>

#include "data/errors.h"
#include "data/remote/retrying_storage.h"
#include "data/remote/web_site.h"

namespace cairn::data {
namespace {

// Only the head of an answer is of interest.
class NoBody final : public http_client::BodySink {
 public:
  Status begin(const http_client::Response& head) override {
    headers = head.headers;
    begun = true;
    return {};
  }
  Status write(std::string_view /*bytes*/) override { return Error(ErrorCode::kCancelled, "enough"); }
  http::Headers headers;
  bool begun = false;
};

class HttpStorage final : public Storage {
 public:
  HttpStorage(const std::string& url, http_client::ClientOptions options, http::Headers headers, std::string method)
      : site_(url, std::move(options), std::move(headers)), method_(std::move(method)) {}

  Result<StoredFile> stat(const std::string& path) override {
    const auto answer = TRY(site_.send(path, {.verb = "HEAD"}));
    if (answer.succeeded()) return described_file(path, answer.headers);
    const bool knows_no_head = answer.status == 405 || answer.status == 501;
    if (!knows_no_head) return site_.refusal(path, "HEAD", answer);
    NoBody head;
    auto got = site_.ask(path, {.verb = "GET"}, &head);
    if (!got.ok() && !head.begun) return got.error();
    return described_file(path, head.headers);
  }

  Status get(const std::string& path, std::uint64_t offset, FileSink& into) override {
    return site_.get(path, offset, into);
  }

  Status put(const std::string& path, FileSource& from) override {
    WebRequest request{.verb = method_, .stream = &from};
    request.headers.add("Content-Type", "application/octet-stream");
    TRY(site_.ask(path, std::move(request)));
    return {};
  }

  Status remove(const std::string& path) override {
    const auto answer = site_.ask(path, {.verb = "DELETE"});
    if (answer.ok() || answer.error().code() == ErrorCode::kResourceDoesNotExist) return {};
    return answer.error();
  }

  [[nodiscard]] Listing listing() const override { return Listing::kNone; }
  Result<bool> list(const std::string& directory, Extent /*extent*/, const Found& /*found*/) override {
    return dvc_error(fmt::format("a web server lists no files: {}", site_.place(directory)));
  }

  [[nodiscard]] std::string_view checksum_name() const override { return "checksum"; }
  [[nodiscard]] std::string place(const std::string& path) const override { return site_.place(path); }

 private:
  WebSite site_;
  const std::string method_;
};

}  // namespace

Result<std::unique_ptr<Storage>> open_http_storage(const std::string& url, const StorageOptions& options,
                                                   unsigned /*jobs*/) {
  using http_client::Login;
  http_client::ClientOptions client = options.http();
  client.max_redirects = 10;
  http::Headers headers;
  const std::string auth = options.text("auth"), user = options.text("user");
  const std::string password = TRY(options.secret(
      "password", "ask_password", fmt::format("Enter a password for host '{}' user '{}':\n", url, user)));
  if (auth == "basic" || auth == "digest") {
    if (!options.has("user") || password.empty())
      return config_error(fmt::format("HTTP '{}' authentication require both 'user' and 'password'", auth));
    client.login = Login{auth == "basic" ? Login::Scheme::kBasic : Login::Scheme::kDigest, user, password};
  } else if (auth == "custom") {
    if (!options.has("custom_auth_header") || password.empty())
      return config_error("HTTP 'custom' authentication require both 'custom_auth_header' and 'password'");
    headers.add(options.text("custom_auth_header"), password);
  }
  std::string method = options.has("method") ? options.text("method") : "POST";
  std::ranges::transform(method, method.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
  return with_retries(std::make_unique<HttpStorage>(url, std::move(client), std::move(headers), std::move(method)));
}

}  // namespace cairn::data
