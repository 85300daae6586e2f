#include "http/body_stream.h"

#include <algorithm>
#include <fmt/format.h>
#include <string>

namespace cairn::http {
namespace {

Error connection_lost() { return {ErrorCode::kCancelled, "the client has closed the connection"}; }

// Waits until what `moved` wants is there; an error once the connection is of no more use.
Status await(const Transport& transport, Transport::Moved moved, std::chrono::milliseconds stall) {
  switch (moved.outcome) {
    case Transport::Outcome::kMoved:
      return {};
    case Transport::Outcome::kWantsRead:
      return transport.wait(Ready::kRead, stall);
    case Transport::Outcome::kWantsWrite:
      return transport.wait(Ready::kWrite, stall);
    case Transport::Outcome::kClosed:
      break;
  }
  return connection_lost();
}

Status write_all(Transport& transport, std::string_view head, std::string_view body, std::chrono::milliseconds stall) {
  while (!head.empty() || !body.empty()) {
    const Transport::Moved moved = transport.write(head, body);
    TRY(await(transport, moved, stall));
    const std::size_t of_head = std::min(moved.bytes, head.size());
    head.remove_prefix(of_head);
    body.remove_prefix(moved.bytes - of_head);
  }
  return {};
}

}  // namespace

Result<std::size_t> SocketBodyReader::read(std::span<char> buffer) {
  if (buffer.empty() || reader_.complete()) return std::size_t{0};
  if (broken_) return connection_lost();
  auto count = read_some(buffer);
  broken_ = !count.ok();
  return count;
}

Result<std::size_t> SocketBodyReader::read_some(std::span<char> buffer) {
  if (untold()) {
    told_ = true;
    TRY(write_all(transport_, kContinue, {}, stall_));
  }
  if (input_.empty() && reader_.body_left().value_or(0) > 0) return read_directly(buffer);
  reader_.set_window(buffer);
  for (;;) {
    const RequestReader::Step step = reader_.feed(input_.unused());
    input_.use(step.used);
    if (step.event == RequestReader::Event::kRefused) return bad_request(std::string(reader_.refusal().reason));
    if (reader_.window_used() > 0) return reader_.window_used();
    if (step.event == RequestReader::Event::kComplete) return std::size_t{0};
    TRY(receive());
  }
}

// Of a body whose length is known, nothing needs to be looked at: it goes straight to whoever wants it.
Result<std::size_t> SocketBodyReader::read_directly(std::span<char> buffer) {
  const std::span<char> room = buffer.first(std::min<std::uint64_t>(buffer.size(), *reader_.body_left()));
  for (;;) {
    const Transport::Moved moved = transport_.read(room);
    if (moved.outcome == Transport::Outcome::kMoved) {
      reader_.took_body(moved.bytes);
      return moved.bytes;
    }
    TRY(await(transport_, moved, stall_));
  }
}

Status SocketBodyReader::receive() {
  const std::span<char> room = input_.room(kBodyReadSize);
  for (;;) {
    const Transport::Moved moved = transport_.read(room);
    if (moved.outcome == Transport::Outcome::kMoved) {
      input_.received(moved.bytes);
      return {};
    }
    TRY(await(transport_, moved, stall_));
  }
}

Status SocketBodyWriter::write(std::string_view bytes) {
  if (bytes.empty()) return {};  // an empty chunk would end the body
  if (framing_ == Framing::kLength && bytes.size() > left_) return internal_error("a body is longer than was told");
  begun_ = true;
  std::string before = std::exchange(pending_head_, {});
  if (framing_ == Framing::kLength) left_ -= bytes.size();
  if (framing_ != Framing::kChunked) return write_all(transport_, before, bytes, stall_);
  fmt::format_to(std::back_inserter(before), "{:x}\r\n", bytes.size());
  TRY(write_all(transport_, before, bytes, stall_));
  pending_head_ = "\r\n";  // travels with the next chunk
  return {};
}

Status SocketBodyWriter::finish() {
  if (framing_ == Framing::kLength && left_ > 0) return internal_error("a body is shorter than was told");
  begun_ = true;
  std::string last = std::exchange(pending_head_, {});
  if (framing_ == Framing::kChunked) last += "0\r\n\r\n";
  return write_all(transport_, last, {}, stall_);
}

}  // namespace cairn::http
