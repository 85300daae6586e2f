// For tests: a server on 127.0.0.1 that misbehaves on demand. Each request that arrives gets the next reply of a
// script.
#pragma once

#include <arpa/inet.h>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <mutex>
#include <netinet/in.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <thread>
#include <utility>
#include <vector>

#include "http/fd.h"
#include "http/text.h"

namespace cairn::http_client {

struct ScriptedReply {
  enum class Then : std::uint8_t { kKeepOpen, kClose, kReset };

  std::string bytes;
  Then then = Then::kKeepOpen;
  std::chrono::milliseconds delay{0};

  static ScriptedReply status(int code, std::string_view body = "", std::string_view headers = "") {
    return {"HTTP/1.1 " + std::to_string(code) + " Scripted\r\nContent-Length: " + std::to_string(body.size()) +
            "\r\n" + std::string(headers) + "\r\n" + std::string(body)};
  }
  static ScriptedReply reset() { return {"", Then::kReset}; }
};

// One connection at a time.
class Imposter {
 public:
  explicit Imposter(std::deque<ScriptedReply> script) : script_(std::move(script)) {
    listener_ = http::Fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener_.get(), generic, length) != 0 || ::listen(listener_.get(), 16) != 0 ||
        ::getsockname(listener_.get(), generic, &length) != 0) {
      std::abort();
    }
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~Imposter() {
    ::shutdown(listener_.get(), SHUT_RDWR);
    {
      const std::lock_guard lock(mutex_);
      if (open_ >= 0) ::shutdown(open_, SHUT_RDWR);
      script_.clear();
      ends_ = true;
    }
    ending_.notify_all();
    thread_.join();
  }
  Imposter(const Imposter&) = delete;
  Imposter& operator=(const Imposter&) = delete;

  [[nodiscard]] std::string url(std::string_view path = "/") const {
    return "http://127.0.0.1:" + std::to_string(port_) + std::string(path);
  }
  // What arrived: head and body of each request.
  [[nodiscard]] std::vector<std::string> requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
  }
  [[nodiscard]] int connections() const {
    const std::lock_guard lock(mutex_);
    return connections_;
  }

 private:
  void serve() {
    for (;;) {
      const http::Fd socket(::accept4(listener_.get(), nullptr, nullptr, SOCK_CLOEXEC));
      if (!socket) return;
      {
        const std::lock_guard lock(mutex_);
        ++connections_;
        open_ = socket.get();
      }
      converse(socket.get());
      const std::lock_guard lock(mutex_);
      open_ = -1;
    }
  }

  void converse(int socket) {
    for (std::string held;;) {
      std::string request = receive(socket, held);
      if (request.empty()) return;
      ScriptedReply reply;
      {
        std::unique_lock lock(mutex_);
        requests_.push_back(std::move(request));
        if (script_.empty()) return;
        reply = std::move(script_.front());
        script_.pop_front();
        if (ending_.wait_for(lock, reply.delay, [this] { return ends_; })) return;
      }
      (void)::send(socket, reply.bytes.data(), reply.bytes.size(), MSG_NOSIGNAL);
      if (reply.then == ScriptedReply::Then::kReset) {
        const linger at_once{1, 0};
        ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
      }
      if (reply.then != ScriptedReply::Then::kKeepOpen) return;
    }
  }

  static std::string receive(int socket, std::string& held) {
    std::size_t whole = std::string::npos;
    while (whole == std::string::npos || held.size() < whole) {
      const std::size_t end = held.find("\r\n\r\n");
      if (end != std::string::npos && whole == std::string::npos) {
        whole = end + 4 + content_length(std::string_view(held).substr(0, end));
        continue;
      }
      char buffer[16 * 1024];
      const ssize_t count = ::recv(socket, buffer, sizeof buffer, 0);
      if (count <= 0) return {};
      held.append(buffer, static_cast<std::size_t>(count));
    }
    std::string request = held.substr(0, whole);
    held.erase(0, whole);
    return request;
  }

  static std::size_t content_length(std::string_view head) {
    while (!head.empty()) {
      std::string_view line = http::cut(head, '\n');
      if (http::iequals(http::trim(http::cut(line, ':')), "Content-Length"))
        return static_cast<std::size_t>(std::atoll(std::string(line).c_str()));
    }
    return 0;
  }

  http::Fd listener_;
  std::uint16_t port_ = 0;

  mutable std::mutex mutex_;
  std::condition_variable ending_;
  // Guarded by mutex_.
  bool ends_ = false;
  std::deque<ScriptedReply> script_;
  std::vector<std::string> requests_;
  int connections_ = 0;
  int open_ = -1;

  std::thread thread_;
};

}  // namespace cairn::http_client
