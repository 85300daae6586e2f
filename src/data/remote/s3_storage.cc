#include "data/remote/s3_storage.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <fmt/format.h>
#include <mutex>
#include <openssl/evp.h>

#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/hash/md5.h"
#include "http_client/retry.h"
#include "s3/client.h"
#include "s3/credential_chain.h"
#include "s3/download.h"
#include "s3/environment.h"
#include "s3/upload.h"

namespace cairn::data {
namespace {

// Options that become headers of an upload as they are.
constexpr std::pair<std::string_view, std::string_view> kUploadHeaders[] = {
    {"sse", "x-amz-server-side-encryption"},
    {"sse_kms_key_id", "x-amz-server-side-encryption-aws-kms-key-id"},
    {"acl", "x-amz-acl"},
    {"grant_read", "x-amz-grant-read"},
    {"grant_read_acp", "x-amz-grant-read-acp"},
    {"grant_write_acp", "x-amz-grant-write-acp"},
    {"grant_full_control", "x-amz-grant-full-control"},
};

std::string base64(std::string_view bytes) {
  std::string text(bytes.size() / 3 * 4 + 5, '\0');
  const int size =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                      reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(size));
  return text;
}

Result<std::string> from_base64(const std::string& text) {
  std::string bytes(text.size() / 4 * 3 + 3, '\0');
  const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                                   reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
  if (size < 0 || text.size() % 4 != 0) return config_error("sse_customer_key is not base64");
  const auto padding = static_cast<std::size_t>(std::ranges::count(text, '='));
  bytes.resize(static_cast<std::size_t>(size) - padding);
  return bytes;
}

// The headers with which a store encrypts an object, or decrypts it, with the customer's own key.
Result<s3::Pairs> key_headers(const StorageOptions& options) {
  const std::string key = options.text("sse_customer_key");
  if (key.empty()) return s3::Pairs();
  if (options.has("sse_kms_key_id"))
    return config_error("`sse_kms_key_id` and `sse_customer_key` AWS S3 config options are mutually exclusive");
  const std::string algorithm = options.text("sse_customer_algorithm");
  const auto& digest = md5_of(TRY(from_base64(key))).bytes();
  const std::string prefix = "x-amz-server-side-encryption-customer-";
  return s3::Pairs{{prefix + "algorithm", algorithm.empty() ? "AES256" : algorithm},
                   {prefix + "key", key},
                   {prefix + "key-MD5", base64({reinterpret_cast<const char*>(digest.data()), digest.size()})}};
}

Result<s3::Pairs> upload_headers(const StorageOptions& options) {
  s3::Pairs headers;
  bool has_grant = false;
  for (const auto& [option, header] : kUploadHeaders) {
    if (!options.has(option)) continue;
    has_grant |= option.starts_with("grant_");
    headers.emplace_back(header, options.text(option));
  }
  if (has_grant && options.has("acl"))
    return config_error("`acl` and `grant_*` AWS S3 config options are mutually exclusive");
  return headers;
}

// AWS's own environment, with the remote's paths where it names none.
s3::Environment environment_of(const StorageOptions& options) {
  return [credentials = options.text("credentialpath"), config = options.text("configpath")](const char* name) {
    std::string value = s3::process_environment(name);
    const std::string_view which = name;
    if (value.empty() && which == "AWS_SHARED_CREDENTIALS_FILE") return credentials;
    if (value.empty() && which == "AWS_CONFIG_FILE") return config;
    return value;
  };
}

// "24MiB", "24MB" and "24" as AWS's own tools read them: all of them powers of two.
Result<std::size_t> parse_size(const std::string& text, std::string_view key) {
  constexpr std::pair<std::string_view, unsigned> kShifts[] = {{"", 0},    {"k", 10},  {"kb", 10},  {"kib", 10},
                                                               {"m", 20},  {"mb", 20}, {"mib", 20}, {"g", 30},
                                                               {"gb", 30}, {"gib", 30}};
  std::size_t number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  const std::string unit = lower_ascii(std::string_view(end, text.data() + text.size()));
  const auto* shift = std::ranges::find(kShifts, unit, &std::pair<std::string_view, unsigned>::first);
  constexpr std::size_t kMost = std::size_t{1} << 30;
  if (problem != std::errc() || shift == std::end(kShifts) || number > kMost)
    return config_error(fmt::format("s3.{} is '{}', which is no size", key, text));
  return number << shift->second;
}

// What AWS's config file says about how objects travel.
Status read_transfer_settings(const s3::Profile& profile, s3::Settings& settings) {
  constexpr std::size_t kMostInMemory = std::size_t{256} << 20;
  if (const std::string text = profile.config("s3.multipart_chunksize"); !text.empty())
    settings.part_size = std::clamp(TRY(parse_size(text, "multipart_chunksize")), s3::kSmallestPart, kMostInMemory);
  if (const std::string text = profile.config("s3.multipart_threshold"); !text.empty())
    settings.whole_up_to = std::min(TRY(parse_size(text, "multipart_threshold")), kMostInMemory);
  if (const std::string text = profile.config("s3.max_concurrent_requests"); !text.empty()) {
    const std::size_t most = TRY(parse_size(text, "max_concurrent_requests"));
    settings.max_parallel = static_cast<unsigned>(std::clamp<std::size_t>(most, 1, settings.max_parallel));
  }
  return {};
}

// It becomes a part of a host's name.
bool is_region(std::string_view name) {
  constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyz0123456789-";
  return !name.starts_with('-') && !name.ends_with('-') &&
         lower_ascii(name).find_first_not_of(kAllowed) == std::string::npos;
}

Result<s3::Settings> s3_settings(const StorageOptions& options, unsigned jobs) {
  auto found = s3::settings_from(environment_of(options), options.text("profile"));
  if (!found.ok()) return config_error(found.error().message());
  s3::Settings settings = *std::move(found);
  const http_client::ClientOptions http = options.http();
  const std::string ca_file = settings.http.ca_file;
  settings.http = http;
  if (http.ca_file.empty()) settings.http.ca_file = ca_file;
  const std::string of_remote = options.name().empty() ? "" : fmt::format(" of the remote '{}'", options.name());
  if (options.has("region")) settings.region = options.text("region");
  if (!is_region(settings.region)) return config_error(fmt::format("'{}' is no name of a region", settings.region));
  if (options.has("endpointurl")) {
    settings.endpoint = options.text("endpointurl");
    settings.endpoint_origin = "endpointurl" + of_remote;
  }
  if (!options.flag("use_ssl", true) && settings.endpoint.empty())
    settings.endpoint = fmt::format("http://s3.{}.amazonaws.com", settings.region);
  if (options.has("access_key_id") != options.has("secret_access_key"))
    return config_error("access_key_id and secret_access_key" + of_remote + " belong together: set both");
  if (options.has("access_key_id")) {
    settings.credentials =
        std::make_shared<s3::FixedCredentials>(s3::Credentials{.access_key = options.text("access_key_id"),
                                                               .secret_key = options.text("secret_access_key"),
                                                               .session_token = options.text("session_token"),
                                                               .origin = "access_key_id" + of_remote});
  }
  if (options.flag("allow_anonymous_login")) settings.credentials = nullptr;
  settings.object_headers = TRY(key_headers(options));
  settings.max_parallel = std::max(jobs, 2U);
  TRY(read_transfer_settings(TRY(s3::Profile::load(environment_of(options), options.text("profile"))), settings));
  return settings;
}

class S3Storage final : public Storage {
 public:
  S3Storage(std::unique_ptr<s3::Client> client, std::string bucket, std::string prefix, s3::Pairs headers)
      : client_(std::move(client)),
        bucket_(std::move(bucket)),
        prefix_(std::move(prefix)),
        upload_headers_(std::move(headers)) {}

  Result<StoredFile> stat(const std::string& path) override {
    if (object(path).key.empty()) return does_not_exist(place(path) + " is a bucket");
    auto info = client_->head(object(path));
    if (info.ok()) return StoredFile{path, info->size, info->etag};
    return with_reason(info.error());
  }

  Status get(const std::string& path, std::uint64_t offset, FileSink& into) override {
    const s3::Object from = object(path);
    s3::ObjectInfo info;
    std::string bytes;
    if (offset == 0) {
      info = TRY(client_->get_if_small(from, client_->settings().part_size, bytes));
    } else {
      info = TRY(client_->head(from));
      if (offset > info.size) return internal_error(fmt::format("{} is shorter than {} bytes", from.uri(), offset));
    }
    TRY(into.begin(offset, info.size));
    TRY(into.write(bytes));
    offset += bytes.size();
    if (offset == info.size) return {};
    s3::Download rest(*client_, from, info.etag, {offset, info.size - offset});
    bytes.resize(std::size_t{256} << 10);
    while (const std::size_t count = TRY(rest.read(bytes))) TRY(into.write(std::string_view(bytes).substr(0, count)));
    return {};
  }

  Status put(const std::string& path, FileSource& from) override {
    // What an upload is to be like is said when it begins: one that was begun otherwise is of no use.
    const auto leftovers = upload_headers_.empty() ? s3::Leftovers::kUsed : s3::Leftovers::kIgnored;
    s3::Upload upload(*client_, object(path),
                      {.headers = upload_headers_, .size = from.size(), .leftovers = leftovers});
    std::string bytes(std::min<std::uint64_t>(from.size() + 1, std::size_t{256} << 10), '\0');
    Status sent;
    while (sent.ok()) {
      const std::size_t count = TRY(from.read(bytes));  // what is wrong with the source is wrong with the parts, too
      if (count == 0) break;
      sent = upload.write(std::string_view(bytes).substr(0, count));
    }
    if (sent.ok()) sent = upload.finish();
    if (!sent.ok() && leftovers == s3::Leftovers::kUsed) upload.keep();
    return sent;
  }

  Status remove(const std::string& path) override { return client_->remove(object(path)); }

  [[nodiscard]] Listing listing() const override { return Listing::kPages; }

  Result<bool> list(const std::string& directory, Extent extent, const Found& found) override {
    s3::ListQuery query{.prefix = prefix_ + (directory.empty() ? "" : directory + '/'),
                        .delimiter = extent == Extent::kOneLevel ? "/" : ""};
    for (;;) {
      s3::ListPage page = TRY(client_->list(bucket_, query));
      for (s3::ListedObject& listed : page.objects)
        found({listed.key.substr(prefix_.size()), listed.size, std::move(listed.etag)});
      for (const std::string& below : page.prefixes) found({below.substr(prefix_.size()), 0, ""});
      if (page.next.empty() || extent == Extent::kFirstPage) return page.next.empty();
      query.next = std::move(page.next);
    }
  }

  [[nodiscard]] std::string_view checksum_name() const override { return "etag"; }
  [[nodiscard]] std::string place(const std::string& path) const override { return object(path).uri(); }

 private:
  // What "" means is the prefix itself.
  [[nodiscard]] s3::Object object(const std::string& path) const {
    if (path.empty()) return {bucket_, prefix_.substr(0, prefix_.empty() ? 0 : prefix_.size() - 1)};
    return {bucket_, prefix_ + path};
  }

  // Why an object was not found: the answer to HEAD says nothing but a number, that to a listing does. A bucket that
  // does not exist has no objects, either, and whoever has the wrong key is let see none.
  Error with_reason(const Error& error) {
    if (http_client::is_transient(error)) return error;
    const Status listed = check_bucket();
    const bool is_reason = !listed.ok() && (is_missing(error) || listed.error().code() == ErrorCode::kUnauthenticated);
    return is_reason ? listed.error() : error;
  }

  Status check_bucket() {
    const std::scoped_lock lock(mutex_);
    if (!bucket_checked_) TRY(client_->list(bucket_, {.prefix = prefix_, .limit = 1}));
    bucket_checked_ = true;
    return {};
  }

  const std::unique_ptr<s3::Client> client_;
  const std::string bucket_;
  const std::string prefix_;  // empty, or with '/' at its end
  const s3::Pairs upload_headers_;

  std::mutex mutex_;
  bool bucket_checked_ = false;  // guarded by mutex_
};

}  // namespace

Result<std::unique_ptr<Storage>> open_s3_storage(const std::string& url, const StorageOptions& options, unsigned jobs) {
  std::string rest = url.substr(url.find("://") + 3);
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  const std::string bucket = rest.substr(0, slash);
  std::string prefix = rest.substr(std::min(slash + 1, rest.size()));
  while (prefix.ends_with('/')) prefix.pop_back();
  if (!prefix.empty()) prefix += '/';
  if (bucket.empty()) return dvc_error(fmt::format("'{}' names no bucket", url));
  s3::Settings settings = TRY(s3_settings(options, jobs));
  s3::Pairs headers = TRY(upload_headers(options));
  auto client = s3::Client::open(std::move(settings));
  if (!client.ok()) return config_error(client.error().message());
  return std::unique_ptr<Storage>(
      std::make_unique<S3Storage>(*std::move(client), bucket, std::move(prefix), std::move(headers)));
}

}  // namespace cairn::data
