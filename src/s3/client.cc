#include "s3/client.h"

#include <array>
#include <charconv>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <system_error>
#include <utility>

#include "core/sha256.h"
#include "http/date.h"
#include "http_client/retry.h"
#include "s3/failure.h"
#include "s3/signature.h"

namespace cairn::s3 {
namespace {

using http_client::Response;

// One request deletes no more.
constexpr std::size_t kDeleteBatch = 1'000;

std::string content_md5(std::string_view body) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  EVP_Digest(body.data(), body.size(), digest.data(), &size, EVP_md5(), nullptr);
  std::array<unsigned char, 64> base64{};
  const int length = EVP_EncodeBlock(base64.data(), digest.data(), static_cast<int>(size));
  return {reinterpret_cast<const char*>(base64.data()), static_cast<std::size_t>(length)};
}

ObjectInfo info_of(const http::Headers& headers) {
  ObjectInfo info;
  const std::string_view length = headers.get("Content-Length");
  std::from_chars(length.data(), length.data() + length.size(), info.size);
  info.modified = http::parse_date(headers.get("Last-Modified")).value_or(std::chrono::sys_seconds());
  info.etag = without_quotes(headers.get("ETag"));
  info.encoding = headers.get("Content-Encoding");
  return info;
}

// Begins anew with each attempt, so that a retry leaves no half of the one before.
class Refilled final : public http_client::BodySink {
 public:
  Refilled(std::string& into, std::uint64_t expected) : into_(into), expected_(expected) {}
  Status begin(const Response& /*head*/) override {
    into_.clear();
    into_.reserve(expected_);
    return {};
  }
  Status write(std::string_view bytes) override {
    if (into_.size() + bytes.size() > expected_) return internal_error("The store sent more than it was asked for");
    into_ += bytes;
    return {};
  }

 private:
  std::string& into_;
  const std::uint64_t expected_;
};

// Takes an object unless its head says that it is too large; then the answer is not waited for.
class SmallBody final : public http_client::BodySink {
 public:
  SmallBody(std::string& into, std::uint64_t most) : into_(into), most_(most) {}
  Status begin(const Response& head) override {
    into_.clear();
    info_ = info_of(head.headers);
    if (is_large()) return Error(ErrorCode::kCancelled, "the object is large");
    into_.reserve(info_.size);
    return {};
  }
  Status write(std::string_view bytes) override {
    into_ += bytes;
    return {};
  }
  [[nodiscard]] bool is_large() const { return info_.size > most_; }
  [[nodiscard]] const ObjectInfo& info() const { return info_; }

 private:
  std::string& into_;
  const std::uint64_t most_;
  ObjectInfo info_;
};

}  // namespace

Result<std::unique_ptr<Client>> Client::open(Settings settings) {
  Endpoint endpoint =
      settings.endpoint.empty() ? aws_endpoint(settings.region) : TRY(parse_endpoint(settings.endpoint));
  try {
    return std::unique_ptr<Client>(new Client(std::move(settings), std::move(endpoint)));
  } catch (const std::system_error& error) {
    return internal_error(fmt::format("A client for S3 cannot start its threads: {}", error.what()));
  }
}

Client::Client(Settings settings, Endpoint endpoint)
    : settings_(std::move(settings)),
      endpoint_(std::move(endpoint)),
      http_(settings_.http),
      pool_(settings_.max_parallel) {}

Result<ObjectInfo> Client::head(const Object& object) {
  const Response answer = TRY(ask({.method = http::Method::kHead, .permission = "s3:GetObject", .object = object}));
  return info_of(answer.headers);
}

Status Client::put(const Object& object, std::string_view bytes, const Pairs& headers) {
  TRY(ask({.method = http::Method::kPut,
           .permission = "s3:PutObject",
           .object = object,
           .headers = headers,
           .body = bytes}));
  return {};
}

Status Client::get(const Object& object, Range range, const std::string& etag, std::string& into,
                   std::stop_token stop) {
  Pairs headers{{"Range", fmt::format("bytes={}-{}", range.offset, range.offset + range.length - 1)}};
  if (!etag.empty()) headers.emplace_back("If-Match", "\"" + etag + "\"");
  Refilled sink(into, range.length);
  TRY(ask(
      {.permission = "s3:GetObject", .object = object, .headers = headers, .sink = &sink, .stop = std::move(stop)}));
  if (into.size() == range.length) return {};
  return Error(ErrorCode::kDataLoss,
               fmt::format("Of {} the store sent {} bytes instead of {}", object.uri(), into.size(), range.length));
}

Result<ObjectInfo> Client::get_if_small(const Object& object, std::uint64_t most, std::string& into) {
  SmallBody sink(into, most);
  const Call call{.permission = "s3:GetObject", .object = object, .sink = &sink};
  const auto answer = ask(call);
  if (answer.ok()) return info_of(answer->headers);
  if (!sink.is_large()) return answer.error();
  into.clear();
  return sink.info();
}

Result<ListPage> Client::list(const std::string& bucket, const ListQuery& query) {
  Pairs pairs{{"list-type", "2"}, {"encoding-type", "url"}, {"prefix", query.prefix}};
  if (!query.delimiter.empty()) pairs.emplace_back("delimiter", query.delimiter);
  if (query.limit != 0) pairs.emplace_back("max-keys", std::to_string(query.limit));
  if (!query.next.empty()) pairs.emplace_back("continuation-token", query.next);
  const Response answer = TRY(ask({.permission = "s3:ListBucket", .object = {bucket, ""}, .query = std::move(pairs)}));
  return read_list(answer.body);
}

Status Client::remove(const Object& object) {
  const auto answer = ask({.method = http::Method::kDelete, .permission = "s3:DeleteObject", .object = object});
  if (!answer.ok() && answer.error().code() != ErrorCode::kResourceDoesNotExist) return answer.error();
  return {};
}

Status Client::remove(const std::string& bucket, std::span<const std::string> keys) {
  while (!keys.empty()) {
    const auto batch = keys.first(std::min(keys.size(), kDeleteBatch));
    TRY(remove_batch(bucket, batch));
    keys = keys.subspan(batch.size());
  }
  return {};
}

Status Client::remove_batch(const std::string& bucket, std::span<const std::string> keys) {
  const std::string body = write_deletion(keys);
  const Call call{.method = http::Method::kPost,
                  .permission = "s3:DeleteObject",
                  .object = {bucket, ""},
                  .query = {{"delete", ""}},
                  .headers = {{"Content-MD5", content_md5(body)}, {"Content-Type", "application/xml"}},
                  .body = body};
  const Response answer = TRY(ask(call));
  const auto errors = read_delete_errors(answer.body);
  if (errors.empty()) return {};
  return refusal(errors.front(), call, {endpoint_.url(), settings_.endpoint_origin, TRY(credentials()).origin});
}

Result<std::string> Client::begin_upload(const Object& object, const Pairs& headers) {
  const Response answer = TRY(ask({.method = http::Method::kPost,
                                   .permission = "s3:PutObject",
                                   .object = object,
                                   .query = {{"uploads", ""}},
                                   .headers = headers}));
  return read_upload_id(answer.body);
}

Result<Part> Client::put_part(const Object& object, const std::string& upload, unsigned number, std::string_view bytes,
                              const Pairs& headers, std::stop_token stop) {
  const Response answer = TRY(ask({.method = http::Method::kPut,
                                   .permission = "s3:PutObject",
                                   .object = object,
                                   .query = {{"partNumber", std::to_string(number)}, {"uploadId", upload}},
                                   .headers = headers,
                                   .body = bytes,
                                   .stop = std::move(stop)}));
  return Part{number, without_quotes(answer.headers.get("ETag"))};
}

Status Client::complete_upload(const Object& object, const std::string& upload, std::span<const Part> parts) {
  const std::string body = write_completion(parts);
  unsigned attempts = 0;
  const auto answer = ask({.method = http::Method::kPost,
                           .permission = "s3:PutObject",
                           .object = object,
                           .query = {{"uploadId", upload}},
                           .headers = {{"Content-Type", "application/xml"}},
                           .body = body,
                           .attempts = &attempts});
  if (answer.ok()) return {};
  // The answer to an attempt may be lost after it has done its work; then the upload is no more, but the object is
  // there.
  if (attempts > 1 && answer.error().code() == ErrorCode::kResourceDoesNotExist) {
    const auto info = head(object);
    if (info.ok() && info->etag.ends_with(fmt::format("-{}", parts.size()))) return {};
  }
  return answer.error();
}

Status Client::abort_upload(const Object& object, const std::string& upload) {
  TRY(ask({.method = http::Method::kDelete,
           .permission = "s3:AbortMultipartUpload",
           .object = object,
           .query = {{"uploadId", upload}}}));
  return {};
}

Result<std::string> Client::find_upload(const Object& object) {
  const Response answer = TRY(ask({.permission = "s3:ListBucketMultipartUploads",
                                   .object = {object.bucket, ""},
                                   .query = {{"prefix", object.key}, {"uploads", ""}}}));
  return read_newest_upload(answer.body, object.key);
}

Result<std::vector<SentPart>> Client::sent_parts(const Object& object, const std::string& upload) {
  std::vector<SentPart> parts;
  for (unsigned next = 0;;) {
    const Response answer = TRY(ask({.permission = "s3:ListMultipartUploadParts",
                                     .object = object,
                                     .query = {{"part-number-marker", std::to_string(next)}, {"uploadId", upload}}}));
    PartPage page = TRY(read_parts(answer.body));
    parts.insert(parts.end(), page.parts.begin(), page.parts.end());
    if (page.next <= next) return parts;
    next = page.next;
  }
}

Result<std::string> Client::presign(http::Method method, const Object& object, const Pairs& query, const Pairs& headers,
                                    std::chrono::seconds valid_for) {
  WireRequest request = request_of({.method = method, .object = object, .query = query, .headers = headers},
                                   endpoint_of(object.bucket), settings_.addressing);
  // Into the query: whoever uses the URL knows nothing of them.
  for (const auto& header : settings_.common_headers) request.query.push_back(header);
  s3::presign(request, TRY(credentials()), {region_of(object.bucket)}, valid_for, std::chrono::system_clock::now());
  return url_of(request);
}

Result<Response> Client::ask(const Call& call) {
  Response answer = TRY(ask_in_its_region(call));
  if (answer.succeeded()) return answer;
  return refused(answer, call);
}

Error Client::refused(const Response& answer, const Call& call) const {
  const auto signer = credentials();
  if (!signer.ok()) return signer.error();
  return refusal(answer, call, {endpoint_.url(), settings_.endpoint_origin, signer->origin});
}

Result<Response> Client::ask_in_its_region(const Call& call) {
  const auto ask_once = [&] {
    return http_client::send_with_retries(settings_.retry, call.stop, [&] { return attempt(call); });
  };
  auto answer = ask_once();
  if (answer.ok() && learn_region(call.object.bucket, *answer)) answer = ask_once();
  if (!answer.ok()) return no_answer(answer.error(), {endpoint_.url(), settings_.endpoint_origin, {}});
  return answer;
}

Result<Response> Client::attempt(const Call& call) {
  if (call.attempts != nullptr) ++*call.attempts;
  WireRequest wire = request_of(call, endpoint_of(call.object.bucket), settings_.addressing);
  for (const auto& header : settings_.common_headers) wire.headers.push_back(header);
  if (!call.object.key.empty() && call.method != http::Method::kDelete)
    for (const auto& header : settings_.object_headers) wire.headers.push_back(header);
  const bool tls = wire.scheme == "https";
  sign(wire, TRY(credentials()), {region_of(call.object.bucket)},
       tls ? std::string(kUnsignedPayload) : sha256_hex(call.body), std::chrono::system_clock::now());

  http_client::Request request{.method = wire.method, .url = url_of(wire), .body = call.body, .stop = call.stop};
  for (auto& [name, value] : wire.headers) request.headers.add(std::move(name), std::move(value));
  auto answer = http_.send(request, call.sink);
  // What takes long answers 200 before it is done, and may fail after all.
  const bool takes_long = call.method == http::Method::kPost;
  if (takes_long && answer.ok() && answer->succeeded() && read_error(answer->body)) answer->status = 500;
  return answer;
}

Result<Credentials> Client::credentials() const {
  if (settings_.credentials == nullptr) return Credentials{};
  return settings_.credentials->get();
}

std::string Client::region_of(const std::string& bucket) const {
  const std::lock_guard lock(mutex_);
  const auto found = regions_.find(bucket);
  return found == regions_.end() ? settings_.region : found->second;
}

Endpoint Client::endpoint_of(const std::string& bucket) const {
  return settings_.endpoint.empty() ? aws_endpoint(region_of(bucket)) : endpoint_;
}

// True: the bucket is in another region than was thought, and the answer says in which.
bool Client::learn_region(const std::string& bucket, const Response& answer) {
  if (answer.status != 301 && answer.status != 400 && answer.status != 307) return false;
  std::string region(answer.headers.get("x-amz-bucket-region"));
  if (region.empty()) region = read_error(answer.body).value_or(ErrorDocument{}).region;
  if (region.empty() || region == region_of(bucket)) return false;
  const std::lock_guard lock(mutex_);
  regions_[bucket] = std::move(region);
  return true;
}

}  // namespace cairn::s3
