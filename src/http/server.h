// The HTTP/1.1 server. Event loops move bytes; handlers are plain synchronous functions on a bounded pool of workers.
//
// All that is specific to Asio, Beast and OpenSSL is sealed in server.cc and its neighbours.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "core/result.h"
#include "http/router.h"

namespace cairn::http {

struct ServerOptions {
  std::string host = "127.0.0.1";
  std::uint16_t port = 5000;  // 0: any free one, see Server::port()
  std::string tls_cert;       // PEM files; both or none
  std::string tls_key;
  unsigned io_threads = 1;
  unsigned max_workers = 64;   // threads for handlers, started on demand
  unsigned max_streams = 256;  // threads for bodies that stream in, each for one client meanwhile
  unsigned max_storage = 256;  // threads for what waits for a disk or a store, and for bodies that stream out
  std::size_t max_header_bytes = 64 * 1024;
  std::uint64_t max_body_bytes = 256ull * 1024 * 1024;  // of a whole (not streamed) body
  std::size_t max_connections = 16 * 1024;
  std::size_t gzip_over_bytes = 16 * 1024;  // JSON and text answers larger than this, where the client accepts gzip
  std::chrono::milliseconds header_timeout{30'000};  // from a request's first byte to the end of its headers
  std::chrono::milliseconds idle_timeout{120'000};   // between requests of a connection
  std::chrono::milliseconds stall_timeout{60'000};   // without a byte moving within a body, in or out
  std::chrono::milliseconds heartbeat{25'000};       // between signs of life of a feed: proxies cut what is silent
  std::chrono::milliseconds stop_timeout{30'000};    // for what is in flight at a graceful stop
};

class Server {
 public:
  // Binds and listens; serves from run().
  static Result<std::unique_ptr<Server>> open(ServerOptions options, Router router);
  ~Server();

  [[nodiscard]] std::uint16_t port() const;

  // Answers what the router has no route for (404, or 405 where path_known). The request's body is not read for it.
  void on_no_route(std::function<Response(const Request&, const Router::Match&)> handler);
  // Answers what is no request, is too large, or comes when there are too many connections. Called on an event loop: it
  // must not wait, and its body must be a string.
  void on_refusal(std::function<Response(int status, std::string_view reason)> handler);
  // Runs before the router's handler, may answer instead of it (host checks, CORS). Called on a worker.
  void on_request(std::function<bool(const Request&, Response&)> filter);
  // After each response is made, before it is sent: adds headers common to all, logs, counts.
  void on_response(std::function<void(const Request&, Response&, std::chrono::nanoseconds spent)> observer);
  // Takes a line for the log: a handler that threw, a lack of descriptors. Any thread; without it, to stderr.
  void on_failure(std::function<void(std::string_view line)> log);

  // Serves until stop(); returns when what was in flight is answered (or stop_timeout has passed).
  void run();
  // Safe from any thread and from a signal watcher: no new connections, finish what is in flight.
  void stop();

 private:
  struct Impl;
  explicit Server(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace cairn::http
