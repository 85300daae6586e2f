// Objects in S3, or in a store that speaks its protocol: one request an operation, signed, retried, and with errors
// that say what to do. Whole objects of any size: upload.h, download.h.
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/result.h"
#include "http/worker_pool.h"
#include "http_client/client.h"
#include "s3/call.h"
#include "s3/settings.h"
#include "s3/xml.h"

namespace cairn::s3 {

struct ObjectInfo {
  std::uint64_t size = 0;
  std::chrono::system_clock::time_point modified;
  std::string etag;      // without quotes
  std::string encoding;  // as a reader of the object is told, for instance "gzip"
};

struct ListQuery {
  std::string prefix{};
  std::string delimiter{};  // "/": one level
  std::string next{};       // ListPage::next of the page before
  unsigned limit = 0;       // of a page; 0: as many as the store gives
};

struct Range {
  std::uint64_t offset = 0;
  std::uint64_t length = 0;  // not 0
};

// Any thread, several at once. Uploads and downloads must be gone before their client.
class Client {
 public:
  static Result<std::unique_ptr<Client>> open(Settings settings);

  Result<ObjectInfo> head(const Object& object);
  Status put(const Object& object, std::string_view bytes, const Pairs& headers = {});
  // Replaces what `into` held. Fails with kAborted if the object is no longer the one with this etag.
  Status get(const Object& object, Range range, const std::string& etag, std::string& into, std::stop_token stop = {});
  // The whole object in one request if it has at most so many bytes; otherwise only what head() would say, and `into`
  // is empty.
  Result<ObjectInfo> get_if_small(const Object& object, std::uint64_t most, std::string& into);
  Result<ListPage> list(const std::string& bucket, const ListQuery& query);
  // What is not there is no error.
  Status remove(const Object& object);
  Status remove(const std::string& bucket, std::span<const std::string> keys);

  // A multipart upload: begun, its parts put in any order, and completed or aborted.
  Result<std::string> begin_upload(const Object& object, const Pairs& headers = {});
  Result<Part> put_part(const Object& object, const std::string& upload, unsigned number, std::string_view bytes,
                        const Pairs& headers = {}, std::stop_token stop = {});
  Status complete_upload(const Object& object, const std::string& upload, std::span<const Part> parts);
  Status abort_upload(const Object& object, const std::string& upload);

  // The newest upload of an object that was begun and neither completed nor aborted; empty if there is none.
  Result<std::string> find_upload(const Object& object);
  Result<std::vector<SentPart>> sent_parts(const Object& object, const std::string& upload);

  // A URL with which anyone may make one request. The headers, if any, must be sent with it.
  Result<std::string> presign(http::Method method, const Object& object, const Pairs& query, const Pairs& headers,
                              std::chrono::seconds valid_for);

  [[nodiscard]] const Settings& settings() const { return settings_; }
  // Bounds how many parts are on their way at once.
  [[nodiscard]] http::WorkerPool& parts_pool() { return pool_; }

 private:
  Client(Settings settings, Endpoint endpoint);

  Result<http_client::Response> ask(const Call& call);
  [[nodiscard]] Error refused(const http_client::Response& answer, const Call& call) const;
  Result<http_client::Response> attempt(const Call& call);
  Result<http_client::Response> ask_in_its_region(const Call& call);
  Result<Credentials> credentials() const;
  [[nodiscard]] Endpoint endpoint_of(const std::string& bucket) const;
  [[nodiscard]] std::string region_of(const std::string& bucket) const;
  bool learn_region(const std::string& bucket, const http_client::Response& answer);
  Status remove_batch(const std::string& bucket, std::span<const std::string> keys);

  const Settings settings_;
  const Endpoint endpoint_;
  http_client::Client http_;

  mutable std::mutex mutex_;
  std::unordered_map<std::string, std::string> regions_;  // of buckets that are elsewhere; guarded by mutex_

  http::WorkerPool pool_;  // last: what it still runs uses the rest
};

}  // namespace cairn::s3
