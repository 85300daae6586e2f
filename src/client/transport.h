// The way to a tracking server: a request goes in, its answer comes out.
//
// A real seam: over HTTP (http_transport.h), or through a router in this process (router_transport.h), where no server
// runs. Any thread may send.
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "core/result.h"
#include "http/message.h"
#include "http_client/client.h"

namespace cairn::client {

// Whether a request may be sent again when it is unknown what became of the first one.
enum class Repeat : std::uint8_t { kSafe, kUnsafe };

struct Call {
  http::Method method = http::Method::kGet;
  std::string target;  // path and query below the server's root, percent-encoded
  std::string body{};
  std::string_view content_type = "application/json";
  // Instead of body.
  http::BodyReader* stream = nullptr;
  std::optional<std::uint64_t> stream_length{};
  Repeat repeat = Repeat::kSafe;
  std::stop_token stop{};  // ends it early, within a second, with kCancelled; not all transports can
};

using Answer = http_client::Response;
using http_client::BodySink;

class Transport {
 public:
  virtual ~Transport() = default;

  // An answer of any status is an Answer. The body of a 2xx one goes to the sink, if there is one.
  virtual Result<Answer> send(const Call& call, BodySink* sink) = 0;

  // What the user knows it by: "https://host:5000", "sqlite:///mlflow.db". Without what is secret.
  [[nodiscard]] virtual const std::string& name() const = 0;
};

}  // namespace cairn::client
