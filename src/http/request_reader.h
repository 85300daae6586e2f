// Bytes in, a request out: HTTP/1.1's grammar without sockets. Beast's parser does the work; what it is lax about is
// refused here (transfer codings other than "chunked", a missing Host, folded fields, repeated lengths).
//
// One reader serves the requests of one connection in turn. Not thread-safe.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "http/message.h"

namespace cairn::http {

class RequestReader {
 public:
  struct Limits {
    std::size_t header_bytes = 64 * 1024;  // request line and fields together
    std::size_t target_bytes = 32 * 1024;
  };

  enum class Event : std::uint8_t {
    kNeedMore,    // all that could be used is used
    kHead,        // once for each request: say where its body goes, then feed on
    kWindowFull,  // the window holds all it can, and there is more
    kComplete,    // the request is whole; start() comes next
    kRefused,     // see refusal(); the connection can carry no other request
  };
  struct Step {
    Event event;
    std::size_t used;  // of the bytes given
  };

  struct Head {
    bool http11 = true;
    bool keep_alive = true;
    bool expects_continue = false;
    bool chunked = false;
    std::optional<std::uint64_t> content_length;
    [[nodiscard]] bool has_body() const { return chunked || content_length.value_or(0) > 0; }
  };

  struct Refusal {
    int status = 400;
    std::string_view reason;
  };

  explicit RequestReader(Limits limits);
  ~RequestReader();

  // Begins a request, whose parts are written to `request` as they arrive.
  void start(Request& request);
  // `bytes` begins with what earlier calls left unused.
  Step feed(std::string_view bytes);

  // Where the body goes, chosen at kHead: whole into request.body, or nowhere (both refuse what is past `limit`), or
  // into a window that the caller renews.
  void collect_body(std::uint64_t limit);
  void discard_body(std::uint64_t limit);
  void set_window(std::span<char> window);
  [[nodiscard]] std::size_t window_used() const;
  // Of a body with a Content-Length the caller may take bytes past this reader, where none that it was given are left;
  // it says how many.
  void took_body(std::size_t count);
  // Of a body with a Content-Length: what has yet to come.
  [[nodiscard]] std::optional<std::uint64_t> body_left() const;

  [[nodiscard]] bool begun() const;  // the request's first byte was seen
  [[nodiscard]] bool complete() const;
  [[nodiscard]] const Head& head() const;  // from kHead on
  [[nodiscard]] const Refusal& refusal() const;

 private:
  class Parser;
  Limits limits_;
  std::unique_ptr<Parser> parser_;
};

}  // namespace cairn::http
