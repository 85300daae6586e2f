// What a handler sees of HTTP: a request with its body in memory (or as a stream), and a response.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/result.h"
#include "http/event_feed.h"

namespace cairn::http {

enum class Method : std::uint8_t { kGet, kHead, kPost, kPut, kPatch, kDelete, kOptions, kOther };
[[nodiscard]] std::string_view name(Method method);

// A handful of fields in order of arrival; names compare without regard to case.
class Headers {
 public:
  void add(std::string name, std::string value) { fields_.emplace_back(std::move(name), std::move(value)); }
  void set(std::string_view name, std::string value);
  // The first field of that name, or nullptr.
  [[nodiscard]] const std::string* find(std::string_view name) const;
  [[nodiscard]] std::string_view get(std::string_view name) const;  // empty if absent
  [[nodiscard]] auto begin() const { return fields_.begin(); }
  [[nodiscard]] auto end() const { return fields_.end(); }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

// A body that still arrives. read() blocks the handler's thread, never an event loop; 0 is the end.
class BodyReader {
 public:
  virtual ~BodyReader() = default;
  virtual Result<std::size_t> read(std::span<char> buffer) = 0;
};

// A body that is still being made. write() blocks while the client is slow; an error means that it is gone.
class BodyWriter {
 public:
  virtual ~BodyWriter() = default;
  virtual Status write(std::string_view bytes) = 0;
};

struct Request {
  Method method = Method::kGet;
  std::string target;  // as sent: path and query, percent-encoded
  std::string_view path() const;
  std::string_view query() const;
  Headers headers;
  std::string body;              // whole, for ordinary routes
  BodyReader* stream = nullptr;  // instead of body, for routes registered as streaming
  std::string peer;              // the client's address, without port
  bool tls = false;
  std::vector<std::string_view> params;  // what the route's {names} matched, still percent-encoded; views into target
};

struct FileRange {
  int fd = -1;  // the response owns and closes it
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
};
// Writes the body piece by piece (chunked for HTTP/1.1). Runs on a thread of its own kind, see Lane::kStorage.
using Producer = std::function<Status(BodyWriter&)>;
// The same where it is known how much will be written: not more, and less is a failure.
struct SizedProducer {
  std::uint64_t length = 0;
  Producer produce;
};

struct Response {
  int status = 200;
  Headers headers;
  std::variant<std::string, FileRange, Producer, SizedProducer, std::shared_ptr<EventFeed>> body;

  static Response of(int status, std::string_view content_type, std::string body);
};

using Handler = std::function<Response(Request&)>;

}  // namespace cairn::http
