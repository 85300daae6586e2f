// Sole owner of a file descriptor.
#pragma once

#include <unistd.h>
#include <utility>

namespace cairn::http {

class Fd {
 public:
  Fd() = default;
  explicit Fd(int fd) : fd_(fd) {}
  ~Fd() { reset(); }
  Fd(Fd&& other) noexcept : fd_(std::exchange(other.fd_, kNone)) {}
  Fd& operator=(Fd&& other) noexcept {
    if (this != &other) {
      reset();
      fd_ = std::exchange(other.fd_, kNone);
    }
    return *this;
  }

  [[nodiscard]] int get() const { return fd_; }
  explicit operator bool() const { return fd_ != kNone; }
  // Hands the descriptor over to who closes it.
  [[nodiscard]] int release() { return std::exchange(fd_, kNone); }
  void reset() {
    if (fd_ != kNone) ::close(std::exchange(fd_, kNone));
  }

 private:
  static constexpr int kNone = -1;
  int fd_ = kNone;
};

}  // namespace cairn::http
