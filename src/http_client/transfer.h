// One request and its answer on one curl handle. Lives on the thread that sends.
#pragma once

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"
#include "http_client/client.h"
#include "http_client/libcurl.h"

namespace cairn::http_client {

class Transfer {
 public:
  Transfer(CURL* handle, const ClientOptions& options, const Request& request, BodySink* sink)
      : handle_(handle), options_(options), request_(request), sink_(sink) {}
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  Result<Response> run();

 private:
  using Clock = std::chrono::steady_clock;
  struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  };

  void set_limits();
  void set_trust();
  void set_route();
  Status set_headers();
  void set_body();
  void set_callbacks();
  [[nodiscard]] bool has_body() const;
  [[nodiscard]] std::string_view name_of_method() const;
  [[nodiscard]] Error failure(CURLcode code) const;
  [[nodiscard]] Error named(ErrorCode code, std::string_view what) const;

  // What curl calls. `self` is the Transfer.
  static std::size_t take_header(char* data, std::size_t size, std::size_t count, void* self);
  static std::size_t take_body(char* data, std::size_t size, std::size_t count, void* self);
  static std::size_t give_body(char* buffer, std::size_t size, std::size_t count, void* self);
  static int seek_body(void* self, curl_off_t offset, int origin);
  static int watch(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
  static curl_socket_t open_socket(void* self, curlsocktype purpose, curl_sockaddr* address);

  void read_header(std::string_view line);
  Status read_body(std::string_view piece);
  Status begin_sink();

  CURL* handle_;
  const ClientOptions& options_;
  const Request& request_;
  BodySink* sink_;

  std::unique_ptr<curl_slist, FreeList> headers_;
  std::array<char, CURL_ERROR_SIZE> detail_{};
  Response response_;
  bool sink_begun_ = false;
  std::size_t body_sent_ = 0;  // of request_.body
  bool stream_begun_ = false;
  curl_off_t moved_bytes_ = 0;
  Clock::time_point moved_at_ = Clock::now();
  std::optional<Error> refusal_;  // of the last address that Reach forbids; others may do
  std::optional<Error> error_;    // of the sink or the stream, or a limit: more telling than curl's
};

}  // namespace cairn::http_client
