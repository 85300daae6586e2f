// A blocking HTTP/1.1 client. Bodies stream in both directions, connections are kept and used again.
//
// All that is libcurl's is sealed in client.cc and transfer.cc. Nothing here is retried: see retry.h.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "core/result.h"
#include "http/message.h"

namespace cairn::http_client {

enum class TlsCheck : std::uint8_t { kVerify, kSkip };
// kPublicOnly: whoever names the host must not reach this machine or its network. Looked at when a socket connects,
// after the name was resolved, so that neither odd spellings nor a name that resolves differently the second time pass.
// A proxy would hide the address, so none is used then.
enum class Reach : std::uint8_t { kAnywhere, kPublicOnly };
enum class Proxy : std::uint8_t { kFromEnvironment, kNone };

// Who asks. kDigest proves that the password is known without sending it.
struct Login {
  enum class Scheme : std::uint8_t { kBasic, kDigest };
  Scheme scheme = Scheme::kBasic;
  std::string user{};
  std::string password{};
};

struct ClientOptions {
  std::chrono::milliseconds connect_timeout{10'000};
  std::chrono::milliseconds stall_timeout{60'000};  // without a byte moving, to a second
  std::chrono::milliseconds total_timeout{0};       // of a request with its answer; 0: none
  std::string ca_file{};                            // PEM file or folder of those; empty: the system's
  TlsCheck tls = TlsCheck::kVerify;
  std::string client_certificate{};  // PEM file with certificate and key, for servers that ask for one
  std::string client_key{};          // a file of its own for the key
  Reach reach = Reach::kAnywhere;
  Proxy proxy = Proxy::kFromEnvironment;
  std::optional<Login> login{};
  unsigned max_redirects = 0;                          // of GET and HEAD; 0: a redirect is an answer like any other
  std::size_t max_body_bytes = std::size_t{64} << 20;  // of an answer that is collected in memory
  std::string user_agent = "cairn/" CAIRN_VERSION;
};

struct Request {
  http::Method method = http::Method::kGet;
  std::string_view verb{};  // instead of method: one that only some servers know ("PROPFIND")
  std::string url{};
  http::Headers headers{};
  std::string_view body{};  // must outlive send()
  // Instead of body: pulled while it is sent. Without a length it goes out in chunks.
  http::BodyReader* stream = nullptr;
  std::optional<std::uint64_t> stream_length{};
  std::stop_token stop{};  // ends the request early, within a second, with kCancelled
};

struct Response {
  int status = 0;
  http::Headers headers;
  std::string body;  // empty where it went to a sink

  [[nodiscard]] bool succeeded() const { return status >= 200 && status < 300; }
};

// Takes the body of a 2xx answer as it comes. An error of either ends the request and is what send() returns.
class BodySink : public http::BodyWriter {
 public:
  // Status and headers are complete; the first piece follows, if there is any.
  virtual Status begin(const Response& head) = 0;
};

// Any thread may send; each request holds a connection of its own meanwhile.
class Client {
 public:
  explicit Client(ClientOptions options = {});
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  // An answer of any status is a Response. An Error means that there was none, or not all of it:
  // kTemporarilyUnavailable and kDeadlineExceeded where another attempt may fare better, kPermissionDenied where Reach
  // forbids the address, kCancelled, kInvalidParameterValue for a request that cannot be sent, kInternalError for the
  // rest. Its text names method, host and path, and never the query, credentials or headers.
  [[nodiscard]] Result<Response> send(const Request& request, BodySink* sink = nullptr);

 private:
  struct Idle;

  const ClientOptions options_;
  std::unique_ptr<Idle> idle_;
};

// "https://host:port/path": a URL without what may be secret in it.
[[nodiscard]] std::string public_part(std::string_view url);

}  // namespace cairn::http_client
