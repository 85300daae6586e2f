#include "http_client/client.h"

#include <csignal>
#include <mutex>
#include <utility>
#include <vector>

#include "core/uri.h"
#include "http_client/libcurl.h"
#include "http_client/transfer.h"

namespace cairn::http_client {
namespace {

struct FreeCurl {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using CurlHandle = std::unique_ptr<CURL, FreeCurl>;

CURLcode initialise() {
  // TLS writes to the socket without MSG_NOSIGNAL. What curl can do about it itself is not safe with several threads.
  std::signal(SIGPIPE, SIG_IGN);
  return curl_global_init(CURL_GLOBAL_DEFAULT);
}

CurlHandle new_handle() {
  static const CURLcode initialised = initialise();
  return CurlHandle(initialised == CURLE_OK ? curl_easy_init() : nullptr);
}

}  // namespace

// A handle keeps the connections that it opened, so the one used last is the first to be used again.
struct Client::Idle {
  std::mutex mutex;
  std::vector<CurlHandle> handles;  // guarded by mutex

  CurlHandle take() {
    const std::lock_guard lock(mutex);
    if (handles.empty()) return new_handle();
    CurlHandle handle = std::move(handles.back());
    handles.pop_back();
    return handle;
  }
  void put_back(CurlHandle handle) {
    curl_easy_reset(handle.get());
    const std::lock_guard lock(mutex);
    handles.push_back(std::move(handle));
  }
};

Client::Client(ClientOptions options) : options_(std::move(options)), idle_(std::make_unique<Idle>()) {}
Client::~Client() = default;

Result<Response> Client::send(const Request& request, BodySink* sink) {
  TRY(libcurl.load());
  CurlHandle handle = idle_->take();
  if (!handle) return internal_error("libcurl cannot be initialised");
  auto answer = Transfer(handle.get(), options_, request, sink).run();
  idle_->put_back(std::move(handle));
  return answer;
}

std::string public_part(std::string_view url) {
  const UriParts parts = split_uri(url);
  std::string_view host = parts.authority;
  if (const std::size_t at = host.rfind('@'); at != std::string_view::npos) host.remove_prefix(at + 1);
  std::string part(parts.scheme);
  if (!part.empty()) part += parts.has_authority ? "://" : ":";
  return part.append(host).append(parts.path);
}

}  // namespace cairn::http_client
