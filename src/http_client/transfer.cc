#include "http_client/transfer.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <sys/socket.h>
#include <system_error>

#include "http/text.h"
#include "http_client/address.h"

namespace cairn::http_client {
namespace {

constexpr long kBufferBytes = 256 * 1024;
constexpr int kAbort = 1;

bool is_token(std::string_view name) {
  constexpr std::string_view kOther = "!#$%&'*+-.^_`|~";
  return !name.empty() && std::all_of(name.begin(), name.end(), [&](char c) {
    const char letter = http::lower(c);
    return (letter >= 'a' && letter <= 'z') || (c >= '0' && c <= '9') || kOther.find(c) != std::string_view::npos;
  });
}

bool is_field_value(std::string_view value) {
  return value.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
}

struct CodeMeaning {
  CURLcode curl;
  ErrorCode code;
};
// What is not here is kInternalError. A lost connection may be there again on the next attempt.
constexpr std::array kMeanings = {
    CodeMeaning{CURLE_COULDNT_RESOLVE_PROXY, ErrorCode::kTemporarilyUnavailable},
    CodeMeaning{CURLE_COULDNT_RESOLVE_HOST, ErrorCode::kTemporarilyUnavailable},
    CodeMeaning{CURLE_COULDNT_CONNECT, ErrorCode::kTemporarilyUnavailable},
    CodeMeaning{CURLE_PARTIAL_FILE, ErrorCode::kTemporarilyUnavailable},
    CodeMeaning{CURLE_SSL_CONNECT_ERROR, ErrorCode::kTemporarilyUnavailable},
    CodeMeaning{CURLE_GOT_NOTHING, ErrorCode::kTemporarilyUnavailable},
    CodeMeaning{CURLE_SEND_ERROR, ErrorCode::kTemporarilyUnavailable},
    CodeMeaning{CURLE_RECV_ERROR, ErrorCode::kTemporarilyUnavailable},
    CodeMeaning{CURLE_SEND_FAIL_REWIND, ErrorCode::kTemporarilyUnavailable},
    CodeMeaning{CURLE_OPERATION_TIMEDOUT, ErrorCode::kDeadlineExceeded},
    CodeMeaning{CURLE_ABORTED_BY_CALLBACK, ErrorCode::kCancelled},
    CodeMeaning{CURLE_URL_MALFORMAT, ErrorCode::kInvalidParameterValue},
    CodeMeaning{CURLE_UNSUPPORTED_PROTOCOL, ErrorCode::kInvalidParameterValue},
};

ErrorCode meaning(CURLcode code) {
  const auto* found = std::find_if(kMeanings.begin(), kMeanings.end(), [code](auto& row) { return row.curl == code; });
  return found == kMeanings.end() ? ErrorCode::kInternalError : found->code;
}

}  // namespace

Result<Response> Transfer::run() {
  if (request_.stop.stop_requested()) return failure(CURLE_ABORTED_BY_CALLBACK);
  if (request_.url.find('\0') != std::string::npos) return failure(CURLE_URL_MALFORMAT);
  curl_easy_setopt(handle_, CURLOPT_URL, request_.url.c_str());
  curl_easy_setopt(handle_, CURLOPT_PATH_AS_IS, 1L);  // what was signed is what is sent
  curl_easy_setopt(handle_, CURLOPT_ERRORBUFFER, detail_.data());
  set_limits();
  set_trust();
  set_route();
  TRY(set_headers());
  set_body();
  set_callbacks();

  const CURLcode code = curl_easy_perform(handle_);
  if (error_) return std::move(*error_);
  if (code == CURLE_COULDNT_CONNECT && refusal_) return std::move(*refusal_);
  if (code != CURLE_OK) return failure(code);
  if (sink_ != nullptr && response_.succeeded()) TRY(begin_sink());
  return std::move(response_);
}

void Transfer::set_limits() {
  curl_easy_setopt(handle_, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle_, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options_.connect_timeout.count()));
  curl_easy_setopt(handle_, CURLOPT_TIMEOUT_MS, static_cast<long>(options_.total_timeout.count()));
  curl_easy_setopt(handle_, CURLOPT_BUFFERSIZE, kBufferBytes);
  curl_easy_setopt(handle_, CURLOPT_UPLOAD_BUFFERSIZE, kBufferBytes);
}

void Transfer::set_trust() {
  const bool verify = options_.tls == TlsCheck::kVerify;
  curl_easy_setopt(handle_, CURLOPT_SSL_VERIFYPEER, verify ? 1L : 0L);
  curl_easy_setopt(handle_, CURLOPT_SSL_VERIFYHOST, verify ? 2L : 0L);
  if (!options_.client_certificate.empty()) {
    curl_easy_setopt(handle_, CURLOPT_SSLCERT, options_.client_certificate.c_str());
    if (!options_.client_key.empty()) curl_easy_setopt(handle_, CURLOPT_SSLKEY, options_.client_key.c_str());
  }
  if (options_.ca_file.empty()) return;
  std::error_code ignored;
  const bool folder = std::filesystem::is_directory(options_.ca_file, ignored);
  curl_easy_setopt(handle_, folder ? CURLOPT_CAPATH : CURLOPT_CAINFO, options_.ca_file.c_str());
}

void Transfer::set_route() {
  curl_easy_setopt(handle_, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle_, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  if (options_.proxy == Proxy::kNone || options_.reach == Reach::kPublicOnly) {
    curl_easy_setopt(handle_, CURLOPT_PROXY, "");
  }
  const bool follows = options_.max_redirects > 0 && !has_body();
  curl_easy_setopt(handle_, CURLOPT_FOLLOWLOCATION, follows ? 1L : 0L);
  curl_easy_setopt(handle_, CURLOPT_MAXREDIRS, static_cast<long>(options_.max_redirects));
}

Status Transfer::set_headers() {
  // curl would wait a second for servers that know nothing of "100 Continue".
  curl_slist* list = curl_slist_append(nullptr, "Expect:");
  headers_.reset(list);
  for (const auto& [name, value] : request_.headers) {
    if (!is_token(name) || !is_field_value(value)) {
      return named(ErrorCode::kInvalidParameterValue, fmt::format("the header '{}' cannot be sent", name));
    }
    curl_slist_append(list, (value.empty() ? name + ";" : name + ": " + value).c_str());
  }
  curl_easy_setopt(handle_, CURLOPT_HTTPHEADER, list);
  curl_easy_setopt(handle_, CURLOPT_USERAGENT, options_.user_agent.c_str());
  if (options_.login) {
    const bool digest = options_.login->scheme == Login::Scheme::kDigest;
    curl_easy_setopt(handle_, CURLOPT_HTTPAUTH, digest ? CURLAUTH_DIGEST : CURLAUTH_BASIC);
    curl_easy_setopt(handle_, CURLOPT_USERNAME, options_.login->user.c_str());
    curl_easy_setopt(handle_, CURLOPT_PASSWORD, options_.login->password.c_str());
  }
  return {};
}

bool Transfer::has_body() const {
  using enum http::Method;
  const bool expected = request_.method == kPost || request_.method == kPut || request_.method == kPatch;
  return expected || !request_.body.empty() || request_.stream != nullptr;
}

void Transfer::set_body() {
  if (has_body()) {
    const curl_off_t unknown = -1;
    const curl_off_t length = request_.stream == nullptr ? static_cast<curl_off_t>(request_.body.size())
                              : request_.stream_length   ? static_cast<curl_off_t>(*request_.stream_length)
                                                         : unknown;
    curl_easy_setopt(handle_, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle_, CURLOPT_INFILESIZE_LARGE, length);
    curl_easy_setopt(handle_, CURLOPT_READFUNCTION, &give_body);
    curl_easy_setopt(handle_, CURLOPT_READDATA, this);
    curl_easy_setopt(handle_, CURLOPT_SEEKFUNCTION, &seek_body);
    curl_easy_setopt(handle_, CURLOPT_SEEKDATA, this);
  }
  if (request_.method == http::Method::kHead) {
    curl_easy_setopt(handle_, CURLOPT_NOBODY, 1L);
  } else if (request_.method != http::Method::kGet || !request_.verb.empty()) {
    curl_easy_setopt(handle_, CURLOPT_CUSTOMREQUEST, std::string(name_of_method()).c_str());
  }
}

void Transfer::set_callbacks() {
  curl_easy_setopt(handle_, CURLOPT_HEADERFUNCTION, &take_header);
  curl_easy_setopt(handle_, CURLOPT_HEADERDATA, this);
  curl_easy_setopt(handle_, CURLOPT_WRITEFUNCTION, &take_body);
  curl_easy_setopt(handle_, CURLOPT_WRITEDATA, this);
  curl_easy_setopt(handle_, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(handle_, CURLOPT_XFERINFOFUNCTION, &watch);
  curl_easy_setopt(handle_, CURLOPT_XFERINFODATA, this);
  curl_easy_setopt(handle_, CURLOPT_OPENSOCKETFUNCTION, &open_socket);
  curl_easy_setopt(handle_, CURLOPT_OPENSOCKETDATA, this);
}

std::size_t Transfer::take_header(char* data, std::size_t size, std::size_t count, void* self) {
  static_cast<Transfer*>(self)->read_header({data, size * count});
  return size * count;
}

std::size_t Transfer::take_body(char* data, std::size_t size, std::size_t count, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  Status taken = transfer.read_body({data, size * count});
  transfer.moved_at_ = Clock::now();
  if (taken.ok()) return size * count;
  transfer.error_ = std::move(taken).error();
  return 0;
}

std::size_t Transfer::give_body(char* buffer, std::size_t size, std::size_t count, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  const Request& request = transfer.request_;
  if (request.stream != nullptr) {
    transfer.stream_begun_ = true;
    auto read = request.stream->read({buffer, size * count});
    transfer.moved_at_ = Clock::now();
    if (read.ok()) return *read;
    transfer.error_ = std::move(read).error();
    return CURL_READFUNC_ABORT;
  }
  const std::string_view piece = request.body.substr(transfer.body_sent_, size * count);
  std::memcpy(buffer, piece.data(), piece.size());
  transfer.body_sent_ += piece.size();
  return piece.size();
}

// curl begins again where a kept connection turns out to be closed.
int Transfer::seek_body(void* self, curl_off_t offset, int origin) {
  auto& transfer = *static_cast<Transfer*>(self);
  if (origin != SEEK_SET || offset < 0) return CURL_SEEKFUNC_CANTSEEK;
  if (transfer.request_.stream != nullptr) {
    return offset == 0 && !transfer.stream_begun_ ? CURL_SEEKFUNC_OK : CURL_SEEKFUNC_CANTSEEK;
  }
  transfer.body_sent_ = static_cast<std::size_t>(offset);
  return CURL_SEEKFUNC_OK;
}

// At least once a second. What curl offers against stalls averages over several seconds, and counts the time that a
// sink or a source takes.
int Transfer::watch(void* self, curl_off_t, curl_off_t received, curl_off_t, curl_off_t sent) {
  auto& transfer = *static_cast<Transfer*>(self);
  if (transfer.request_.stop.stop_requested()) return kAbort;
  if (std::exchange(transfer.moved_bytes_, received + sent) != received + sent) transfer.moved_at_ = Clock::now();
  const auto limit = transfer.options_.stall_timeout;
  if (Clock::now() - transfer.moved_at_ < limit) return 0;
  transfer.error_ =
      transfer.named(ErrorCode::kDeadlineExceeded, fmt::format("nothing came or went for {} ms", limit.count()));
  return kAbort;
}

curl_socket_t Transfer::open_socket(void* self, curlsocktype, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(self);
  if (transfer.options_.reach == Reach::kPublicOnly && !is_public_address(address->addr)) {
    transfer.refusal_ = transfer.named(
        ErrorCode::kPermissionDenied,
        fmt::format("the host has the address {}, which is not a public one", address_text(address->addr)));
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

void Transfer::read_header(std::string_view line) {
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  if (line.starts_with("HTTP/")) {  // of the first answer, of one after "100 Continue", or after a redirect
    response_ = {};
    long status = 0;
    curl_easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &status);
    response_.status = static_cast<int>(status);
    return;
  }
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return;
  response_.headers.add(std::string(line.substr(0, colon)), std::string(http::trim(line.substr(colon + 1))));
}

Status Transfer::begin_sink() {
  if (std::exchange(sink_begun_, true)) return {};
  return sink_->begin(response_);
}

Status Transfer::read_body(std::string_view piece) {
  if (sink_ != nullptr && response_.succeeded()) {
    TRY(begin_sink());
    return sink_->write(piece);
  }
  if (response_.body.size() + piece.size() > options_.max_body_bytes) {
    return named(ErrorCode::kInternalError, fmt::format("the answer is over {} bytes long", options_.max_body_bytes));
  }
  response_.body += piece;
  return {};
}

Error Transfer::failure(CURLcode code) const {
  if (code == CURLE_ABORTED_BY_CALLBACK) return named(meaning(code), "cancelled");
  // What is no HTTP may be what was left of the answer before it: a new connection knows.
  const bool is_known_scheme = request_.url.starts_with("http://") || request_.url.starts_with("https://");
  if (code == CURLE_UNSUPPORTED_PROTOCOL && is_known_scheme)
    return named(ErrorCode::kTemporarilyUnavailable, "the server's answer is no HTTP");
  std::string what = detail_[0] != '\0' ? detail_.data() : curl_easy_strerror(code);
  long reason = 0;
  curl_easy_getinfo(handle_, CURLINFO_OS_ERRNO, &reason);
  if (code == CURLE_COULDNT_CONNECT && reason != 0) {
    what += fmt::format(" ({})", std::generic_category().message(static_cast<int>(reason)));
  }
  return named(meaning(code), what);
}

std::string_view Transfer::name_of_method() const {
  return request_.verb.empty() ? http::name(request_.method) : request_.verb;
}

Error Transfer::named(ErrorCode code, std::string_view what) const {
  return {code, fmt::format("{} {}: {}", name_of_method(), public_part(request_.url), what)};
}

}  // namespace cairn::http_client
