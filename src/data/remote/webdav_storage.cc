#include "data/remote/webdav_storage.h"

#include <fmt/format.h>
#include <mutex>
#include <optional>
#include <unordered_set>

#include "core/uri.h"
#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/files/process.h"
#include "data/remote/retrying_storage.h"
#include "data/remote/web_site.h"
#include "data/remote/webdav_listing.h"
#include "http/query.h"

namespace cairn::data {
namespace {

constexpr std::string_view kWantedProperties =
    R"(<?xml version="1.0" encoding="utf-8"?><D:propfind xmlns:D="DAV:"><D:prop>)"
    R"(<D:resourcetype/><D:getcontentlength/><D:getetag/></D:prop></D:propfind>)";

class WebdavStorage final : public Storage {
 public:
  WebdavStorage(const std::string& url, http_client::ClientOptions options, http::Headers headers)
      : site_(url, std::move(options), std::move(headers)), base_(http::percent_decode(split_uri(url).path)) {}

  Result<StoredFile> stat(const std::string& path) override {
    const std::vector<WebdavEntry> found = TRY(look_at(path, "0"));
    if (found.empty() || found.front().is_directory) return does_not_exist(place(path) + " is no file");
    return StoredFile{path, found.front().size, found.front().etag};
  }

  Status get(const std::string& path, std::uint64_t offset, FileSink& into) override {
    return site_.get(path, offset, into);
  }

  // Beside its place first: servers write what arrives where it is to be, and leave half of it if the line breaks.
  Status put(const std::string& path, FileSource& from) override {
    const std::string directory = parent_path(path), temporary = join_path(directory, temporary_name());
    TRY(make_directories(directory));
    WebRequest request{.verb = "PUT", .stream = &from};
    request.headers.add("Content-Type", "application/octet-stream");
    Status sent = discard_answer(site_.ask(temporary, std::move(request)));
    if (sent.ok()) sent = move(temporary, path);
    if (!sent.ok()) (void)site_.send(temporary, {.verb = "DELETE"});
    return sent;
  }

  Status remove(const std::string& path) override {
    const Status removed = discard_answer(site_.ask(path, {.verb = "DELETE"}));
    return !removed.ok() && is_missing(removed.error()) ? Status() : removed;
  }

  [[nodiscard]] Listing listing() const override { return Listing::kDirectories; }

  // One level a request: many servers refuse to list more at once.
  Result<bool> list(const std::string& directory, Extent extent, const Found& found) override {
    auto entries = look_at(directory, "1");
    if (!entries.ok() && is_missing(entries.error())) return true;
    for (const WebdavEntry& entry : TRY(std::move(entries))) {
      const auto path = relative(entry.path);
      if (!path || *path == directory) continue;
      if (!entry.is_directory)
        found({*path, entry.size, entry.etag});
      else if (extent == Extent::kOneLevel)
        found({*path + '/', 0, ""});
      else
        TRY(list(*path, extent, found));
    }
    return true;
  }

  [[nodiscard]] std::string_view checksum_name() const override { return "etag"; }
  [[nodiscard]] std::string place(const std::string& path) const override { return site_.place(path); }

 private:
  static Status discard_answer(const Result<http_client::Response>& answer) {
    return answer.ok() ? Status() : Status(answer.error());
  }

  Result<std::vector<WebdavEntry>> look_at(const std::string& path, std::string depth) {
    WebRequest request{.verb = "PROPFIND", .body = kWantedProperties};
    request.headers.add("Depth", std::move(depth));
    request.headers.add("Content-Type", "application/xml");
    return parse_webdav_listing(TRY(site_.ask(path, std::move(request))).body);
  }

  Status move(const std::string& from, const std::string& to) {
    WebRequest request{.verb = "MOVE"};
    request.headers.add("Destination", site_.url_of(to));
    request.headers.add("Overwrite", "T");
    return discard_answer(site_.ask(from, std::move(request)));
  }

  // The path below this storage's URL.
  [[nodiscard]] std::optional<std::string> relative(const std::string& path) const {
    if (path == base_ || path + '/' == base_) return "";
    const std::string prefix = base_.ends_with('/') ? base_ : base_ + '/';
    if (!path.starts_with(prefix)) return std::nullopt;
    return path.substr(prefix.size());
  }

  // From the bottom: mostly there is little to make. An empty directory is the storage's own, whose parents are made
  // through absolute paths of the server.
  Status make_directories(const std::string& directory) {
    {
      const std::scoped_lock lock(mutex_);
      if (known_directories_.contains(directory)) return {};
    }
    auto answer = TRY(site_.send(directory, {.verb = "MKCOL"}));
    constexpr int kConflict = 409, kNotFound = 404;  // there is no parent, as servers say it
    if (answer.status == kConflict || answer.status == kNotFound) {
      TRY(directory.empty() ? make_base() : make_directories(parent_path(directory)));
      answer = TRY(site_.send(directory, {.verb = "MKCOL"}));
    }
    constexpr int kIsThere = 405;
    if (!answer.succeeded() && answer.status != kIsThere) {
      // Some servers refuse to make what is there already in other words.
      const auto found = look_at(directory, "0");
      if (!found.ok() || found->empty() || !found->front().is_directory)
        return site_.refusal(directory, "MKCOL", answer);
    }
    const std::scoped_lock lock(mutex_);
    known_directories_.insert(directory);
    return {};
  }

  // The directories that the storage's own lies in.
  Status make_base() {
    const std::string root = site_.url().substr(0, site_.url().size() - split_uri(site_.url()).path.size());
    for (std::size_t slash = base_.find('/', 1); slash != std::string::npos; slash = base_.find('/', slash + 1)) {
      const std::string path = base_.substr(0, slash);
      TRY(site_.send_to(root + http::percent_encode(path, http::Slashes::kKeep), {.verb = "MKCOL"}));
    }
    return {};
  }

  WebSite site_;
  const std::string base_;  // the path of the URL, decoded
  std::mutex mutex_;
  std::unordered_set<std::string> known_directories_;  // guarded by mutex_
};

// A bearer token that a command prints.
Result<std::string> token_of(const StorageOptions& options) {
  if (!options.has("bearer_token_command")) return options.text("token");
  const auto done = TRY(run_process({"/bin/sh", "-c", options.text("bearer_token_command")}, working_directory()));
  if (done.exit_status != 0) return dvc_error("bearer_token_command failed: " + done.err);
  std::string token = done.out;
  while (token.ends_with('\n') || token.ends_with('\r') || token.ends_with(' ')) token.pop_back();
  if (token.empty()) return dvc_error("bearer_token_command printed no token");
  return token;
}

}  // namespace

Result<std::unique_ptr<Storage>> open_webdav_storage(const std::string& url, const StorageOptions& options,
                                                     unsigned /*jobs*/) {
  using http_client::Login;
  std::string web_url = "http" + url.substr(std::string_view("webdav").size());
  while (web_url.ends_with('/')) web_url.pop_back();
  http_client::ClientOptions client = options.http();
  if (const auto timeout = options.seconds("timeout")) client.stall_timeout = client.connect_timeout = *timeout;
  client.client_certificate = expand_home(options.text("cert_path"));
  client.client_key = expand_home(options.text("key_path"));
  http::Headers headers;
  const std::string user = options.text("user"), custom = options.text("custom_auth_header");
  const std::string token = TRY(token_of(options));
  if (!token.empty()) {
    headers.add("Authorization", "Bearer " + token);
  } else if (!user.empty() || !custom.empty()) {
    const std::string password =
        TRY(options.secret("password", "ask_password",
                           fmt::format("Enter a password for host '{}' user '{}':\n", http_client::public_part(web_url),
                                       user.empty() ? custom : user)));
    if (!user.empty())
      client.login = Login{Login::Scheme::kBasic, user, password};
    else
      headers.add(custom, password);
  }
  return with_retries(std::make_unique<WebdavStorage>(web_url, std::move(client), std::move(headers)));
}

}  // namespace cairn::data
