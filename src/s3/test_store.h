// For tests: a store in memory with as much of S3's protocol as uploads and downloads use, that can be told to fail.
// What real stores do is tested against real ones, in tests/compat.
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <fmt/format.h>
#include <map>
#include <memory>
#include <mutex>
#include <openssl/evp.h>
#include <span>
#include <string>
#include <thread>

#include "http/query.h"
#include "http/test_client.h"
#include "s3/client.h"

namespace cairn::s3 {

class TestStore {
 public:
  TestStore() : server_(router()) { server_.start(); }

  // The store refuses as many of the following requests as being overloaded.
  void fail(int requests) { failing_ = requests; }
  void take(std::chrono::milliseconds per_request) { delay_ = per_request; }

  [[nodiscard]] std::unique_ptr<Client> client(std::size_t part_size) const {
    Settings settings{.endpoint = fmt::format("http://127.0.0.1:{}", server_.port()), .part_size = part_size};
    settings.retry = {.attempts = 3, .first_delay = std::chrono::milliseconds(1)};
    settings.credentials = std::make_shared<FixedCredentials>(Credentials{.access_key = "key", .secret_key = "secret"});
    auto opened = Client::open(std::move(settings));
    EXPECT_TRUE(opened.ok());
    return std::move(*opened);
  }
  void put(const std::string& path, std::string bytes) {
    const std::lock_guard lock(mutex_);
    objects_[path] = std::move(bytes);
  }
  [[nodiscard]] bool has(const std::string& path) const {
    const std::lock_guard lock(mutex_);
    return objects_.contains(path);
  }
  [[nodiscard]] std::string object(const std::string& path) const {
    const std::lock_guard lock(mutex_);
    return objects_.at(path);
  }
  [[nodiscard]] std::size_t open_uploads() const {
    const std::lock_guard lock(mutex_);
    return uploads_.size();
  }
  [[nodiscard]] int most_at_once() const { return most_at_once_; }
  [[nodiscard]] int requests() const { return requests_; }
  [[nodiscard]] int parts() const { return parts_; }

 private:
  using Fields = std::map<std::string, std::string>;

  http::Router router() {
    http::Router router;
    for (const auto method :
         {http::Method::kGet, http::Method::kHead, http::Method::kPut, http::Method::kPost, http::Method::kDelete}) {
      router.add({method, "/{object...}", [this](http::Request& request) { return serve(request); }});
    }
    return router;
  }

  http::Response serve(http::Request& request) {
    ++requests_;
    const int now = ++at_once_;
    int most = most_at_once_;
    while (most < now && !most_at_once_.compare_exchange_weak(most, now)) {
    }
    std::this_thread::sleep_for(delay_.load());
    auto response = failing_-- > 0 ? answer(503, "<Error><Code>SlowDown</Code></Error>") : act(request);
    --at_once_;
    return response;
  }

  http::Response act(http::Request& request) {
    const std::lock_guard lock(mutex_);
    const std::string path = http::percent_decode(request.params.at(0));
    Fields query;
    for (auto& [name, value] : http::parse_query(request.query())) query[name] = value;
    switch (request.method) {
      case http::Method::kPut:
        return query.contains("uploadId") ? put_part(query, request) : put_object(path, request);
      case http::Method::kPost:
        return query.contains("uploads") ? begin(path) : complete(path, query);
      case http::Method::kDelete:
        return abort(query);
      default:
        if (query.contains("uploads")) return list_uploads(query["prefix"]);
        if (query.contains("uploadId")) return list_parts(query);
        return get(path, request);
    }
  }

  static http::Response answer(int status, std::string body) {
    return http::Response::of(status, "application/xml", std::move(body));
  }
  static std::string etag_of(const std::string& bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_md5(), nullptr);
    return fmt::format("\"{:02x}\"", fmt::join(std::span(digest).first(16), ""));
  }

  http::Response put_object(const std::string& path, http::Request& request) {
    objects_[path] = std::move(request.body);
    return answer(200, "");
  }
  http::Response begin(const std::string& path) {
    const std::string id = path + "#" + std::to_string(next_upload_++);
    uploads_[id];
    return answer(200,
                  "<InitiateMultipartUploadResult><UploadId>" + id + "</UploadId></InitiateMultipartUploadResult>");
  }
  http::Response put_part(Fields& query, http::Request& request) {
    auto response = answer(200, "");
    response.headers.add("ETag", etag_of(request.body));
    ++parts_;
    uploads_[query["uploadId"]][std::stoi(query["partNumber"])] = std::move(request.body);
    return response;
  }
  http::Response complete(const std::string& path, Fields& query) {
    const auto upload = uploads_.find(query["uploadId"]);
    if (upload == uploads_.end()) return answer(404, "<Error><Code>NoSuchUpload</Code></Error>");
    std::string whole;
    for (const auto& [number, bytes] : upload->second) whole += bytes;
    objects_[path] = std::move(whole);
    uploads_.erase(upload);
    return answer(200, "<CompleteMultipartUploadResult/>");
  }
  http::Response abort(Fields& query) {
    uploads_.erase(query["uploadId"]);
    return answer(204, "");
  }
  http::Response list_uploads(const std::string& prefix) {
    std::string found;
    for (const auto& [id, parts] : uploads_) {
      const std::string key = id.substr(id.find('/') + 1, id.rfind('#') - id.find('/') - 1);
      if (key.starts_with(prefix))
        found += fmt::format("<Upload><Key>{}</Key><UploadId>{}</UploadId><Initiated>{}</Initiated></Upload>", key, id,
                             id.substr(id.rfind('#')));
    }
    return answer(200, "<ListMultipartUploadsResult>" + found + "</ListMultipartUploadsResult>");
  }
  // One part a page.
  http::Response list_parts(Fields& query) {
    const auto& parts = uploads_[query["uploadId"]];
    const auto part = parts.upper_bound(std::stoi(query["part-number-marker"]));
    if (part == parts.end()) return answer(200, "<ListPartsResult/>");
    return answer(200, fmt::format("<ListPartsResult><IsTruncated>true</IsTruncated><NextPartNumberMarker>{0}"
                                   "</NextPartNumberMarker><Part><PartNumber>{0}</PartNumber><ETag>{1}</ETag>"
                                   "<Size>{2}</Size></Part></ListPartsResult>",
                                   part->first, etag_of(part->second), part->second.size()));
  }
  http::Response get(const std::string& path, http::Request& request) {
    const auto found = objects_.find(path);
    if (found == objects_.end()) return answer(404, "<Error><Code>NoSuchKey</Code></Error>");
    const std::string etag = etag_of(found->second);
    if (const std::string* wanted = request.headers.find("If-Match"); wanted != nullptr && *wanted != etag) {
      return answer(412, "<Error><Code>PreconditionFailed</Code></Error>");
    }
    std::size_t first = 0;
    std::size_t last = found->second.size();
    const std::string range(request.headers.get("Range"));
    const bool ranged = std::sscanf(range.c_str(), "bytes=%zu-%zu", &first, &last) == 2;
    auto response = answer(ranged ? 206 : 200, found->second.substr(first, ranged ? last - first + 1 : last));
    response.headers.add("ETag", etag);
    return response;
  }

  std::atomic<int> failing_{0};
  std::atomic<std::chrono::milliseconds> delay_{std::chrono::milliseconds(0)};
  std::atomic<int> requests_{0};
  std::atomic<int> parts_{0};
  std::atomic<int> at_once_{0};
  std::atomic<int> most_at_once_{0};

  mutable std::mutex mutex_;
  // Guarded by mutex_.
  std::map<std::string, std::string> objects_;
  std::map<std::string, std::map<int, std::string>> uploads_;
  int next_upload_ = 1;

  http::TestServer server_;
};

inline std::string test_bytes(std::size_t size) {
  std::string bytes(size, '\0');
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>((i * 31 + i / 1021) % 251);
  return bytes;
}

}  // namespace cairn::s3
