#include "artifacts/s3_repository.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fmt/format.h>
#include <mutex>
#include <utility>

#include "artifacts/beneath.h"
#include "artifacts/media_type.h"
#include "artifacts/s3_upload_arguments.h"
#include "core/uri.h"
#include "http/query.h"
#include "http/text.h"
#include "s3/download.h"
#include "s3/upload.h"

namespace cairn::artifacts {
namespace {

// As long as boto3 makes the URLs of parts valid.
constexpr std::chrono::hours kPartsValidFor{1};

class S3Stream final : public Stream {
 public:
  S3Stream(s3::Client& client, s3::Object object, std::string etag, ByteRange range)
      : download_(client, std::move(object), std::move(etag), {range.offset, range.length}) {}
  Result<std::size_t> read(std::span<char> buffer) override { return download_.read(buffer); }

 private:
  s3::Download download_;
};

class S3File final : public File {
 public:
  S3File(s3::Client& client, s3::Object object, FileInfo info)
      : client_(client), object_(std::move(object)), info_(std::move(info)) {}
  [[nodiscard]] const FileInfo& info() const override { return info_; }
  Result<std::unique_ptr<Stream>> read(ByteRange range) override {
    return std::unique_ptr<Stream>(std::make_unique<S3Stream>(client_, object_, info_.etag, range));
  }

 private:
  s3::Client& client_;
  const s3::Object object_;
  const FileInfo info_;
};

class S3Sink final : public Sink {
 public:
  S3Sink(s3::Client& client, s3::Object object, s3::UploadOptions options)
      : upload_(client, std::move(object), std::move(options)) {}
  Status write(std::string_view bytes) override { return upload_.write(bytes); }
  Status commit() override { return upload_.finish(); }

 private:
  s3::Upload upload_;
};

class S3Repository final : public Repository, public DirectAccess {
 public:
  // `root` is a bucket and a prefix without a slash at its end.
  S3Repository(std::shared_ptr<S3Store> store, s3::Object root) : store_(std::move(store)), root_(std::move(root)) {}

  Result<std::vector<Entry>> list(const Path& folder) override;
  Result<FileInfo> stat(const Path& file) override;
  Result<std::unique_ptr<File>> open(const Path& file) override;
  Result<std::unique_ptr<Sink>> create(const Path& file, std::optional<std::uint64_t> size) override;
  Status remove(const Path& path) override;
  DirectAccess* direct_access() override { return this; }

  Result<MultipartUpload> begin_upload(const Path& file, std::uint32_t parts) override;
  Status complete_upload(const Path& file, const std::string& id, std::span<const UploadedPart> parts) override;
  Status abort_upload(const Path& file, const std::string& id) override;
  Result<SignedRequest> sign_upload(const Path& file, std::chrono::seconds valid_for) override;
  Result<SignedDownload> sign_download(const Path& file, std::chrono::seconds valid_for) override;

 private:
  [[nodiscard]] s3::Client& client() const { return *store_->client; }
  [[nodiscard]] s3::Object object_of(const Path& path) const;
  [[nodiscard]] std::string prefix_of(const Path& folder) const;
  [[nodiscard]] s3::Pairs headers_of(const Path& file, std::string_view type_of_others = {}) const;
  [[nodiscard]] Result<s3::ObjectInfo> head(const Path& file) const;
  [[nodiscard]] Error why_not(const Path& file, const Error& error) const;
  // Every page of keys that begin with `prefix`.
  Status each_page(s3::ListQuery query, const std::function<Status(const s3::ListPage&)>& take) const;

  const std::shared_ptr<S3Store> store_;
  const s3::Object root_;
};

s3::Object S3Repository::object_of(const Path& path) const {
  if (path.is_root()) return root_;
  return {root_.bucket, root_.key.empty() ? path.text() : root_.key + "/" + path.text()};
}

// Of the keys below a folder; empty for a whole bucket.
std::string S3Repository::prefix_of(const Path& folder) const {
  std::string key = object_of(folder).key;
  return key.empty() ? key : key + "/";
}

// Unlike MLflow, none names a compression: who downloads by a signed URL would unpack what should stay packed.
s3::Pairs S3Repository::headers_of(const Path& file, std::string_view type_of_others) const {
  s3::Pairs headers = store_->upload_headers;
  const bool typed =
      std::any_of(headers.begin(), headers.end(), [](auto& header) { return header.first == "Content-Type"; });
  const std::string_view guessed = guess_media_type(file.name());
  const std::string_view type = guessed.empty() ? type_of_others : guessed;
  if (!typed && !type.empty()) headers.emplace_back("Content-Type", type);
  return headers;
}

Status S3Repository::each_page(s3::ListQuery query, const std::function<Status(const s3::ListPage&)>& take) const {
  do {
    const s3::ListPage page = TRY(client().list(root_.bucket, query));
    TRY(take(page));
    query.next = page.next;
  } while (!query.next.empty());
  return {};
}

Result<std::vector<Entry>> S3Repository::list(const Path& folder) {
  std::vector<Entry> entries;
  const std::string prefix = prefix_of(folder);
  // A key with an empty segment, or "..", is no path; one that ends with a slash marks a folder.
  const auto name_in = [&](std::string_view key) { return key.substr(std::min(prefix.size(), key.size())); };
  const auto is_name = [](std::string_view name) {
    const auto path = Path::parse(name);
    return path.ok() && !path->is_root() && path->text() == name;
  };
  TRY(each_page({.prefix = prefix, .delimiter = "/"}, [&](const s3::ListPage& page) -> Status {
    for (std::string_view found : page.prefixes) {
      const std::string_view name = name_in(found.substr(0, found.size() - 1));
      if (is_name(name)) entries.push_back({std::string(name), Kind::kFolder, 0});
    }
    for (const s3::ListedObject& found : page.objects) {
      const std::string_view name = name_in(found.key);
      if (is_name(name)) entries.push_back({std::string(name), Kind::kFile, found.size});
    }
    return {};
  }));
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
  return entries;
}

// A HEAD says little about what is missing: the bucket, the object, or that it is a folder.
Error S3Repository::why_not(const Path& file, const Error& error) const {
  if (error.code() != ErrorCode::kResourceDoesNotExist) return error;
  const auto below = client().list(root_.bucket, {.prefix = prefix_of(file), .limit = 1});
  if (!below.ok()) return below.error();
  return file_error(below->objects.empty() ? ENOENT : EISDIR, file.text());
}

Result<s3::ObjectInfo> S3Repository::head(const Path& file) const {
  if (file.is_root()) return file_error(EISDIR, file.text());
  auto info = client().head(object_of(file));
  if (!info.ok()) return why_not(file, info.error());
  return info;
}

Result<FileInfo> S3Repository::stat(const Path& file) {
  s3::ObjectInfo info = TRY(head(file));
  return FileInfo{info.size, info.modified, std::move(info.etag)};
}

Result<std::unique_ptr<File>> S3Repository::open(const Path& file) {
  FileInfo info = TRY(stat(file));
  return std::unique_ptr<File>(std::make_unique<S3File>(client(), object_of(file), std::move(info)));
}

Result<std::unique_ptr<Sink>> S3Repository::create(const Path& file, std::optional<std::uint64_t> size) {
  if (file.is_root()) return file_error(EISDIR, file.text());
  s3::UploadOptions options{.headers = headers_of(file), .size = size};
  return std::unique_ptr<Sink>(std::make_unique<S3Sink>(client(), object_of(file), std::move(options)));
}

Status S3Repository::remove(const Path& path) {
  const std::string key = object_of(path).key;
  const std::string below = prefix_of(path);
  return each_page({.prefix = key}, [&](const s3::ListPage& page) {
    std::vector<std::string> keys;
    for (const s3::ListedObject& found : page.objects) {
      // "ab" begins with "a" too.
      if (found.key == key || found.key.starts_with(below)) keys.push_back(found.key);
    }
    return client().remove(root_.bucket, keys);
  });
}

Result<MultipartUpload> S3Repository::begin_upload(const Path& file, std::uint32_t parts) {
  const s3::Object object = object_of(file);
  MultipartUpload upload{.id = TRY(client().begin_upload(object, headers_of(file))), .parts = {}};
  for (std::uint32_t number = 1; number <= parts; ++number) {
    const s3::Pairs query{{"partNumber", std::to_string(number)}, {"uploadId", upload.id}};
    upload.parts.push_back({TRY(client().presign(http::Method::kPut, object, query, {}, kPartsValidFor)), {}});
  }
  return upload;
}

Status S3Repository::complete_upload(const Path& file, const std::string& id, std::span<const UploadedPart> parts) {
  std::vector<s3::Part> sent;
  for (const UploadedPart& part : parts) sent.push_back({part.number, part.etag});
  std::sort(sent.begin(), sent.end(), [](const s3::Part& a, const s3::Part& b) { return a.number < b.number; });
  return client().complete_upload(object_of(file), id, sent);
}

Status S3Repository::abort_upload(const Path& file, const std::string& id) {
  return client().abort_upload(object_of(file), id);
}

Result<SignedRequest> S3Repository::sign_upload(const Path& file, std::chrono::seconds valid_for) {
  s3::Pairs headers = headers_of(file, "application/octet-stream");
  std::string url = TRY(client().presign(http::Method::kPut, object_of(file), {}, headers, valid_for));
  return SignedRequest{std::move(url), std::move(headers)};
}

// So that a browser saves what it would otherwise show.
std::string attachment(std::string_view name) {
  const bool printable = std::all_of(name.begin(), name.end(), [](char c) { return c >= ' ' && c <= '~'; });
  if (!printable) return "attachment; filename*=UTF-8''" + http::percent_encode(name, http::Slashes::kKeep);
  std::string escaped;
  for (const char c : name) {
    if (c == '\\' || c == '"') escaped += '\\';
    escaped += c;
  }
  return "attachment; filename=\"" + escaped + "\"";
}

Result<SignedDownload> S3Repository::sign_download(const Path& file, std::chrono::seconds valid_for) {
  const s3::ObjectInfo info = TRY(head(file));
  s3::Pairs query{{"response-content-disposition", attachment(file.name())}};
  // Of what MLflow has stored: see headers_of().
  if (!info.encoding.empty()) query.emplace_back("response-content-encoding", "identity");
  std::string url = TRY(client().presign(http::Method::kGet, object_of(file), query, {}, valid_for));
  return SignedDownload{{std::move(url), {}}, info.size};
}

Status set_part_size(const std::string& text, s3::Settings& settings) {
  if (text.empty()) return {};
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
  if (error != std::errc{} || end != text.data() + text.size() || size < s3::kSmallestPart) {
    return invalid_parameter(
        fmt::format("MLFLOW_MULTIPART_UPLOAD_CHUNK_SIZE is a number of bytes, at least {}, and not '{}'.",
                    s3::kSmallestPart, text));
  }
  settings.part_size = size;
  return {};
}

Result<s3::Settings> mlflow_settings(const s3::Environment& environment) {
  s3::Settings settings = TRY(s3::settings_from(environment));
  if (std::string url = environment("MLFLOW_S3_ENDPOINT_URL"); !url.empty()) {
    settings.endpoint = std::move(url);
    settings.endpoint_origin = "MLFLOW_S3_ENDPOINT_URL";
  }
  if (const std::string style = environment("MLFLOW_BOTO_CLIENT_ADDRESSING_STYLE"); !style.empty()) {
    settings.addressing = TRY(s3::parse_addressing(style));
  }
  const std::string ignore = environment("MLFLOW_S3_IGNORE_TLS");
  if (ignore == "1" || http::iequals(ignore, "true")) settings.http.tls = http_client::TlsCheck::kSkip;
  if (std::string owner = environment("MLFLOW_S3_EXPECTED_BUCKET_OWNER"); !owner.empty()) {
    settings.common_headers.emplace_back("x-amz-expected-bucket-owner", std::move(owner));
  }
  TRY(set_part_size(environment("MLFLOW_MULTIPART_UPLOAD_CHUNK_SIZE"), settings));
  return settings;
}

// The environment is one, and so is the client: made when it is first needed.
Result<std::shared_ptr<S3Store>> store_of_process() {
  static std::mutex mutex;
  static std::shared_ptr<S3Store> store;
  const std::lock_guard lock(mutex);
  if (store == nullptr) store = TRY(open_s3_store(s3::process_environment));
  return store;
}

}  // namespace

Result<std::shared_ptr<S3Store>> open_s3_store(const s3::Environment& environment) {
  auto store = std::make_shared<S3Store>();
  store->upload_headers = TRY(parse_upload_arguments(environment("MLFLOW_S3_UPLOAD_EXTRA_ARGS")));
  store->client = TRY(s3::Client::open(TRY(mlflow_settings(environment))));
  return store;
}

Result<std::shared_ptr<Repository>> open_s3_repository(std::shared_ptr<S3Store> store, const std::string& uri) {
  const UriParts parts = split_uri(uri);
  std::string_view prefix = parts.path;
  if (prefix.starts_with('/')) prefix.remove_prefix(1);
  while (prefix.ends_with('/')) prefix.remove_suffix(1);
  if (parts.authority.empty()) {
    return invalid_parameter(fmt::format("'{}' names no bucket: it should look like s3://bucket/prefix.", uri));
  }
  s3::Object root{std::string(parts.authority), std::string(prefix)};
  return std::shared_ptr<Repository>(std::make_shared<S3Repository>(std::move(store), std::move(root)));
}

Result<std::shared_ptr<Repository>> open_s3_repository(const std::string& uri) {
  return open_s3_repository(TRY(store_of_process()), uri);
}

}  // namespace cairn::artifacts
