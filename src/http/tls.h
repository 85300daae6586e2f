// The server's certificate and key, and one TLS session per connection.
#pragma once

#include <memory>
#include <string>

#include "core/result.h"

struct ssl_st;
struct ssl_ctx_st;

namespace cairn::http {

struct FreeSsl {
  void operator()(ssl_st* session) const;
};
struct FreeSslContext {
  void operator()(ssl_ctx_st* context) const;
};
using TlsSession = std::unique_ptr<ssl_st, FreeSsl>;

// TLS 1.2 and later. Constant after open(): any thread may begin sessions.
class TlsContext {
 public:
  // PEM files; the certificate's may hold its chain.
  static Result<TlsContext> open(const std::string& cert_file, const std::string& key_file);

  // A server-side session over a connected socket, before its handshake; null when memory is short.
  [[nodiscard]] TlsSession session(int socket) const;

 private:
  explicit TlsContext(std::unique_ptr<ssl_ctx_st, FreeSslContext> context) : context_(std::move(context)) {}
  std::unique_ptr<ssl_ctx_st, FreeSslContext> context_;
};

}  // namespace cairn::http
