#include "http/tls.h"

#include <cstring>
#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <utility>

namespace cairn::http {
namespace {

// Empties OpenSSL's queue of this thread; the first entry is the cause.
std::string take_openssl_error() {
  const unsigned long code = ERR_get_error();
  ERR_clear_error();
  if (ERR_SYSTEM_ERROR(code)) return std::strerror(ERR_GET_REASON(code));
  const char* reason = ERR_reason_error_string(code);
  return reason ? reason : "unknown error";
}

Error unreadable(std::string_view what, const std::string& file) {
  return invalid_parameter(
      fmt::format("Cannot read the TLS {} '{}': {}. It must be a PEM file that this user may read.", what, file,
                  take_openssl_error()));
}

}  // namespace

void FreeSsl::operator()(ssl_st* session) const { SSL_free(session); }
void FreeSslContext::operator()(ssl_ctx_st* context) const { SSL_CTX_free(context); }

Result<TlsContext> TlsContext::open(const std::string& cert_file, const std::string& key_file) {
  ERR_clear_error();
  std::unique_ptr<ssl_ctx_st, FreeSslContext> context(SSL_CTX_new(TLS_server_method()));
  if (!context) return internal_error("Cannot set up TLS: " + take_openssl_error());
  SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
  SSL_CTX_set_options(context.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
  // A write that could not finish is tried again from wherever the bytes lie by then.
  SSL_CTX_set_mode(context.get(),
                   SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
  // The key first: behind the certificate, one that does not fit would count as unreadable.
  if (SSL_CTX_use_PrivateKey_file(context.get(), key_file.c_str(), SSL_FILETYPE_PEM) != 1) {
    return unreadable("key", key_file);
  }
  if (SSL_CTX_use_certificate_chain_file(context.get(), cert_file.c_str()) != 1) {
    return unreadable("certificate", cert_file);
  }
  if (SSL_CTX_check_private_key(context.get()) != 1) {
    return invalid_parameter(
        fmt::format("The TLS key '{}' does not belong to the certificate '{}'.", key_file, cert_file));
  }
  return TlsContext(std::move(context));
}

TlsSession TlsContext::session(int socket) const {
  TlsSession session(SSL_new(context_.get()));
  if (!session || SSL_set_fd(session.get(), socket) != 1) return nullptr;
  SSL_set_accept_state(session.get());
  return session;
}

}  // namespace cairn::http
