// What of one response is still to be sent: its head, then text or part of a file.
#pragma once

#include <cstdint>
#include <string>

#include "http/fd.h"
#include "http/transport.h"

namespace cairn::http {

class Output {
 public:
  Output() = default;
  Output(std::string head, std::string body);
  Output(std::string head, Fd file, std::uint64_t offset, std::uint64_t length);

  enum class Progress : std::uint8_t { kSent, kBlocked, kFailed };
  // Sends until the socket takes no more. `wants` says what a blocked connection waits for.
  Progress advance(Transport& transport, Ready& wants);
  [[nodiscard]] bool from_file() const { return static_cast<bool>(file_); }

 private:
  Transport::Moved send_next(Transport& transport);

  std::string head_;
  std::string body_;
  std::size_t sent_ = 0;  // of head_ and body_ together
  Fd file_;
  std::uint64_t file_offset_ = 0;
  std::uint64_t file_left_ = 0;
};

}  // namespace cairn::http
