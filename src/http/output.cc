#include "http/output.h"

#include <string_view>
#include <utility>

namespace cairn::http {
namespace {

// Copying so little is cheaper than a second buffer in the system call, or a second TLS record.
constexpr std::size_t kJoinUpTo = 4 * 1024;

}  // namespace

Output::Output(std::string head, std::string body) : head_(std::move(head)), body_(std::move(body)) {
  if (body_.size() > kJoinUpTo) return;
  head_ += body_;
  body_.clear();
}

Output::Output(std::string head, Fd file, std::uint64_t offset, std::uint64_t length)
    : head_(std::move(head)), file_(std::move(file)), file_offset_(offset), file_left_(length) {}

Transport::Moved Output::send_next(Transport& transport) {
  const std::string_view head = head_;
  if (sent_ < head.size() && file_left_ > 0) return transport.write_some(head.substr(sent_), Transport::More::kFollows);
  if (sent_ < head.size()) return transport.write(head.substr(sent_), body_);
  if (sent_ < head.size() + body_.size())
    return transport.write({}, std::string_view(body_).substr(sent_ - head.size()));
  return transport.send_file(file_.get(), file_offset_, file_left_);
}

Output::Progress Output::advance(Transport& transport, Ready& wants) {
  const std::size_t text = head_.size() + body_.size();
  while (sent_ < text || file_left_ > 0) {
    const bool in_file = sent_ == text;
    const Transport::Moved moved = send_next(transport);
    switch (moved.outcome) {
      case Transport::Outcome::kClosed:
        return Progress::kFailed;
      case Transport::Outcome::kWantsRead:
        wants = Ready::kRead;
        return Progress::kBlocked;
      case Transport::Outcome::kWantsWrite:
        wants = Ready::kWrite;
        return Progress::kBlocked;
      case Transport::Outcome::kMoved:
        break;
    }
    if (in_file) {
      file_offset_ += moved.bytes;
      file_left_ -= moved.bytes;
    } else {
      sent_ += moved.bytes;
    }
  }
  file_.reset();
  return Progress::kSent;
}

}  // namespace cairn::http
