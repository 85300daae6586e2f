// For tests: a socket that says what it is told and reads what comes, and a server on a thread of its own.
#pragma once

#include <arpa/inet.h>
#include <cstdlib>
#include <gtest/gtest.h>
#include <memory>
#include <netinet/in.h>
#include <optional>
#include <poll.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <thread>
#include <utility>

#include "http/fd.h"
#include "http/server.h"
#include "http/text.h"

namespace cairn::http {

inline constexpr std::size_t kMiB = 1024 * 1024;
inline constexpr std::string_view kGet = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
inline constexpr std::string_view kHello = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";

inline Response text(std::string body) { return Response::of(200, "text/plain", std::move(body)); }

struct Answer {
  int status = 0;
  std::string head;  // status line and fields
  std::string body;

  [[nodiscard]] std::string field(std::string_view name) const {
    std::string_view rest = head;
    while (!rest.empty()) {
      std::string_view line = cut(rest, '\n');
      if (iequals(trim(cut(line, ':')), name)) return std::string(trim(line.substr(0, line.find('\r'))));
    }
    return {};
  }
};

class TestClient {
 public:
  static constexpr int kPatience = 20'000;  // ms; no test waits so long unless it fails

  explicit TestClient(std::uint16_t port) : TestClient(new_socket(), port) {}
  TestClient(Fd socket, std::uint16_t port) : socket_(std::move(socket)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(socket_.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }

  static Fd new_socket() { return Fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)); }

  [[nodiscard]] bool connected() const { return connected_; }
  [[nodiscard]] int fd() const { return socket_.get(); }
  void close() { socket_.reset(); }
  void finish_sending() { ::shutdown(fd(), SHUT_WR); }

  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t count = ::send(fd(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }

  // The next response, or nothing when the connection ends before it is whole.
  enum class Body { kAsFramed, kNone };
  std::optional<Answer> receive(Body body = Body::kAsFramed) {
    Answer answer;
    std::size_t end = 0;
    while ((end = held_.find("\r\n\r\n")) == std::string::npos) {
      if (!fill()) return std::nullopt;
    }
    answer.head = take(end + 4);
    answer.status = std::atoi(answer.head.c_str() + std::string_view("HTTP/1.1 ").size());
    if (body == Body::kNone || answer.status < 200) return answer;
    if (answer.field("Transfer-Encoding") == "chunked") return receive_chunks(std::move(answer));
    if (answer.field("Content-Length").empty()) {
      answer.body = receive_all();
      return answer;
    }
    const auto length = static_cast<std::size_t>(std::atoll(answer.field("Content-Length").c_str()));
    while (held_.size() < length) {
      if (!fill()) return std::nullopt;
    }
    answer.body = take(length);
    return answer;
  }

  std::optional<Answer> ask(std::string_view bytes) {
    if (!send(bytes)) return std::nullopt;
    return receive();
  }

  // Everything until the server closes.
  std::string receive_all() {
    while (fill()) {
    }
    return std::exchange(held_, {});
  }
  // The server has closed, with nothing (more) said.
  bool at_end() { return held_.empty() && !fill() && !timed_out_; }

 private:
  bool fill() {
    pollfd entry{fd(), POLLIN, 0};
    if (::poll(&entry, 1, kPatience) <= 0) {
      timed_out_ = true;
      return false;
    }
    char buffer[64 * 1024];
    const ssize_t count = ::recv(fd(), buffer, sizeof buffer, 0);
    if (count <= 0) return false;
    held_.append(buffer, static_cast<std::size_t>(count));
    return true;
  }

  std::string take(std::size_t count) {
    std::string taken = held_.substr(0, count);
    held_.erase(0, count);
    return taken;
  }

  std::optional<Answer> receive_chunks(Answer answer) {
    for (;;) {
      std::size_t end = 0;
      while ((end = held_.find("\r\n")) == std::string::npos) {
        if (!fill()) return std::nullopt;
      }
      const std::size_t size = std::strtoull(take(end + 2).c_str(), nullptr, 16);
      while (held_.size() < size + 2) {
        if (!fill()) return std::nullopt;
      }
      answer.body += take(size);
      take(2);
      if (size == 0) return answer;
    }
  }

  Fd socket_;
  bool connected_ = false;
  bool timed_out_ = false;
  std::string held_;
};

class TestServer {
 public:
  explicit TestServer(Router router, ServerOptions options = {}) {
    options.port = 0;
    auto opened = Server::open(std::move(options), std::move(router));
    if (!opened.ok()) {
      ADD_FAILURE() << opened.error().message();
      std::abort();
    }
    server_ = std::move(*opened);
  }
  ~TestServer() { stop(); }

  Server& server() { return *server_; }
  [[nodiscard]] std::uint16_t port() const { return server_->port(); }
  TestServer& start() {
    thread_ = std::thread([this] { server_->run(); });
    return *this;
  }
  void stop() {
    server_->stop();
    if (thread_.joinable()) thread_.join();
  }

 private:
  std::unique_ptr<Server> server_;
  std::thread thread_;
};

}  // namespace cairn::http
