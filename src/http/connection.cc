#include "http/connection.h"

#include <algorithm>
#include <exception>
#include <string>
#include <utility>
#include <variant>

#include "http/gzip.h"
#include "http/text.h"

namespace cairn::http {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kHeadReadSize = 4 * 1024;
// What an idle connection may keep of its buffer.
constexpr std::size_t kIdleBuffer = 16 * 1024;
// Of a body that its handler did not read: up to here it is cheaper to read it than to connect anew.
constexpr std::uint64_t kDrainAtMost = 64 * 1024;
// So much of a file a worker sends at once.
constexpr std::uint64_t kSmallFile = 64 * 1024;
constexpr auto kLingerTime = 2000ms;

std::size_t input_limit(const ServerOptions& options) {
  return std::max(options.max_header_bytes, kBodyReadSize) + kHeadReadSize;
}

// The longest target that leaves as much room for fields.
RequestReader::Limits reader_limits(const ServerOptions& options) {
  return {.header_bytes = options.max_header_bytes, .target_bytes = options.max_header_bytes / 2};
}

}  // namespace

Connection::Connection(Site& site, Loop& loop, Transport transport, std::string peer, Admission admission)
    : site_(site),
      loop_(loop),
      transport_(std::move(transport)),
      peer_(std::move(peer)),
      admission_(admission),
      reader_(reader_limits(site.options)),
      input_(input_limit(site.options)) {}

void Connection::start(std::function<void()> on_closed) {
  on_closed_ = std::move(on_closed);
  contain([this] {
    watch_.emplace(loop_, transport_.fd());
    begin_request();
    if (admission_ == Admission::kTurnedAway) {
      if (transport_.is_tls()) return close();
      return refuse(503, "the server has as many connections as it may");
    }
    if (!transport_.is_tls()) return park(Stage::kIdle, Ready::kRead);
    set_deadline(site_.options.header_timeout);
    shake_hands();
  });
}

// Memory may run out anywhere; it costs this client its connection, and nobody else anything.
template <class Work>
void Connection::contain(Work work) noexcept {
  try {
    work();
  } catch (const std::exception& error) {
    site_.hooks.failure(std::string("A connection is given up: ") + error.what());
    close();
  }
}

void Connection::on_ready() {
  const Stage stage = parked_.exchange(Stage::kBusy, std::memory_order_acquire);
  contain([this, stage] { ended_ ? close() : proceed(stage); });
}

void Connection::proceed(Stage stage) {
  switch (stage) {
    case Stage::kHandshake:
      return shake_hands();
    case Stage::kIdle:
    case Stage::kHead:
    case Stage::kBody:
    case Stage::kDraining:
      if (fill()) read_on();
      return;
    case Stage::kSending:
      return output_.from_file() ? send_later() : send();
    case Stage::kFollowing:
    case Stage::kLingering:
      return transport_.discard_input() ? park(stage, Ready::kRead) : close();
    case Stage::kProducing:
    case Stage::kBusy:
      return;
  }
}

void Connection::shake_hands() {
  switch (transport_.handshake().outcome) {
    case Transport::Outcome::kMoved:
      stage_ = Stage::kIdle;
      set_deadline(site_.options.idle_timeout);
      if (fill()) read_on();
      return;
    case Transport::Outcome::kWantsRead:
      return park(Stage::kHandshake, Ready::kRead);
    case Transport::Outcome::kWantsWrite:
      return park(Stage::kHandshake, Ready::kWrite);
    case Transport::Outcome::kClosed:
      return close();
  }
}

void Connection::begin_request() {
  stage_ = Stage::kIdle;
  set_deadline(site_.options.idle_timeout);
  stream_.reset();
  match_ = {};
  request_ = {};
  request_.peer = peer_;
  request_.tls = transport_.is_tls();
  reader_.start(request_);
}

// Reads once. False: nothing is there, and the connection is parked or closed.
bool Connection::fill() {
  const bool in_body = stage_ == Stage::kBody || stage_ == Stage::kDraining;
  const Transport::Moved moved = transport_.read(input_.room(in_body ? kBodyReadSize : kHeadReadSize));
  switch (moved.outcome) {
    case Transport::Outcome::kMoved:
      input_.received(moved.bytes);
      if (stage_ == Stage::kBody) set_deadline(site_.options.stall_timeout);
      return true;
    case Transport::Outcome::kWantsRead:
      park(stage_, Ready::kRead);
      return false;
    case Transport::Outcome::kWantsWrite:
      park(stage_, Ready::kWrite);
      return false;
    case Transport::Outcome::kClosed:
      break;
  }
  close();
  return false;
}

void Connection::read_on() {
  while (wants_input()) {
    if (!transport_.has_buffered()) return park(stage_, Ready::kRead);
    if (!fill()) return;
  }
}

// Uses what is received. False: the connection is in other hands, parked or closed.
bool Connection::wants_input() {
  for (;;) {
    const RequestReader::Step step = reader_.feed(input_.unused());
    input_.use(step.used);
    switch (step.event) {
      case RequestReader::Event::kNeedMore:
        if (stage_ == Stage::kIdle && (reader_.begun() || !input_.empty())) {
          stage_ = Stage::kHead;
          set_deadline(site_.options.header_timeout);
        }
        return true;
      case RequestReader::Event::kHead:
        if (!take_head()) return false;
        break;
      case RequestReader::Event::kComplete:
        if (stage_ != Stage::kDraining) {
          dispatch();
          return false;
        }
        begin_request();
        break;
      case RequestReader::Event::kRefused:
        stage_ == Stage::kDraining ? linger() : refuse(reader_.refusal().status, reader_.refusal().reason);
        return false;
      case RequestReader::Event::kWindowFull:  // windows are for handlers that stream
        close();
        return false;
    }
  }
}

// False: the request went to its handler with the body yet to come, or the connection ended.
bool Connection::take_head() {
  const RequestReader::Head& head = reader_.head();
  keep_alive_ = head.keep_alive;
  match_ = site_.router.match(request_.method, request_.path());
  request_.params = std::move(match_.params);
  if (!match_.route) {
    dispatch();
    return false;
  }
  if (match_.route->body == BodyMode::kStream) {
    stream_.emplace(transport_, reader_, input_, site_.options.stall_timeout);
    request_.stream = &*stream_;
    dispatch();
    return false;
  }
  const std::uint64_t limit = site_.options.max_body_bytes;
  reader_.collect_body(limit);
  if (!head.has_body()) return true;
  stage_ = Stage::kBody;
  set_deadline(site_.options.stall_timeout);
  const bool invite = head.expects_continue && input_.empty() && head.content_length.value_or(0) <= limit;
  if (invite && transport_.write(kContinue).bytes != kContinue.size()) {
    // So few bytes do not fit: the client has not read its earlier answers.
    close();
    return false;
  }
  return true;
}

void Connection::dispatch() {
  stage_ = Stage::kBusy;
  const bool storage = match_.route && match_.route->lane == Lane::kStorage;
  (stream_ ? site_.streams : storage ? site_.storage : site_.workers).submit(shared_from_this());
}

void Connection::run() noexcept {
  contain([this] {
    if (stage_ == Stage::kSending) return send();
    if (stage_ == Stage::kProducing) return produce_body();
    handle();
  });
}

void Connection::handle() {
  Response response = answer(site_.hooks, match_, request_);
  gzip_response(request_.headers, site_.options.gzip_over_bytes, response);
  reply(std::move(response));
}

bool Connection::can_go_on(const Response& response) const {
  if (!keep_alive_ || site_.stopping.load(std::memory_order_relaxed)) return false;
  if (list_has(response.headers.get("Connection"), "close")) return false;
  const RequestReader::Head& head = reader_.head();
  if (reader_.complete() || !head.has_body()) return true;
  // Who was not told to send the body may send it or the next request: only a new connection is clear.
  const bool unclear = stream_ ? stream_->untold() || stream_->broken() : head.expects_continue;
  return !unclear && reader_.body_left().value_or(0) <= kDrainAtMost;
}

KeepAlive Connection::keep_alive_field() const {
  if (!keep_alive_) return KeepAlive::kClose;
  return reader_.head().http11 ? KeepAlive::kDefault : KeepAlive::kSaid;
}

void Connection::reply(Response response) {
  keep_alive_ = can_go_on(response);
  if (std::holds_alternative<std::shared_ptr<EventFeed>>(response.body)) return reply_by_feed(response);
  if (std::holds_alternative<Producer>(response.body) || std::holds_alternative<SizedProducer>(response.body)) {
    produced_ = std::move(response);
    stage_ = Stage::kProducing;
    return site_.storage.submit(shared_from_this());
  }

  auto* file = std::get_if<FileRange>(&response.body);
  Fd owned(file ? file->fd : -1);
  auto* text = std::get_if<std::string>(&response.body);
  const bool with_body = may_have_body(response.status);
  const Wire wire{.framing = with_body ? Framing::kLength : Framing::kNoBody,
                  .length = file ? file->length : text->size(),
                  .keep_alive = keep_alive_field()};
  std::string head = response_head(response, wire);
  if (!with_body || request_.method == Method::kHead) {
    output_ = Output(std::move(head), {});
  } else if (file) {
    output_ = Output(std::move(head), std::move(owned), file->offset, file->length);
    if (file->length > kSmallFile) return send_later();
  } else {
    output_ = Output(std::move(head), std::move(*text));
  }
  send();
}

void Connection::produce_body() {
  const Response response = std::move(*std::exchange(produced_, std::nullopt));
  const auto* sized = std::get_if<SizedProducer>(&response.body);
  const Producer& producer = sized ? sized->produce : std::get<Producer>(response.body);
  const bool http11 = reader_.head().http11;
  const bool with_body = may_have_body(response.status);
  if (!sized && !http11 && with_body) keep_alive_ = false;
  Wire wire{.framing = Framing::kNoBody, .keep_alive = keep_alive_field()};
  if (with_body && sized) wire.framing = Framing::kLength, wire.length = sized->length;
  if (with_body && !sized) wire.framing = http11 ? Framing::kChunked : Framing::kUntilClose;
  std::string head = response_head(response, wire);
  if (!with_body || request_.method == Method::kHead) {
    output_ = Output(std::move(head), {});
    return send();
  }

  SocketBodyWriter writer(transport_, std::move(head), wire, site_.options.stall_timeout);
  const Status produced = produce(site_.hooks, request_, producer, writer);
  if (!produced.ok() && !writer.begun()) return reply(Response::of(500, "text/plain", "Internal Server Error\n"));
  if (produced.ok() && writer.finish().ok()) return finish_reply();
  transport_.reset_on_close();
  close();
}

void Connection::reply_by_feed(const Response& response) {
  keep_alive_ = false;
  std::string head = response_head(response, {.framing = Framing::kUntilClose, .keep_alive = KeepAlive::kClose});
  if (request_.method == Method::kHead) {
    output_ = Output(std::move(head), {});
    return send();
  }
  // The worker is done; from here on the connection is the loop's.
  loop_.post([self = shared_from_this(), feed = std::get<std::shared_ptr<EventFeed>>(response.body),
              head = std::move(head)] { self->contain([&] { self->begin_following(*feed, head); }); });
}

void Connection::begin_following(EventFeed& feed, std::string_view head) {
  // Before the head is sent: who has seen the head misses nothing.
  feed.follow(weak_from_this());
  park(Stage::kFollowing, Ready::kRead);
  tell(head);
}

void Connection::deliver(std::shared_ptr<const std::string> bytes) {
  loop_.post([self = shared_from_this(), bytes = std::move(bytes)] { self->tell(*bytes); });
}

// On the loop's thread, which alone looks at a connection that is parked.
void Connection::tell(std::string_view bytes) {
  if (ended_ || parked_.load(std::memory_order_acquire) != Stage::kFollowing) return;
  set_deadline(site_.options.heartbeat);
  // A client that has left so much unread that this little does not fit is of no use to itself; it may come again.
  if (transport_.write(bytes).bytes != bytes.size()) end();
}

std::string Connection::refusal(int status, std::string_view reason) const {
  Response response = http::refuse(site_.hooks, status, reason);
  if (status == 503) response.headers.set("Retry-After", "1");
  if (!std::holds_alternative<std::string>(response.body)) response.body = std::string{};
  const auto& text = std::get<std::string>(response.body);
  const std::string head = response_head(response, {.length = text.size(), .keep_alive = KeepAlive::kClose});
  return request_.method == Method::kHead ? head : head + text;
}

void Connection::refuse(int status, std::string_view reason) {
  keep_alive_ = false;
  output_ = Output(refusal(status, reason), {});
  send();
}

void Connection::send() {
  Ready wants = Ready::kWrite;
  switch (output_.advance(transport_, wants)) {
    case Output::Progress::kSent:
      return finish_reply();
    case Output::Progress::kFailed:
      return close();
    case Output::Progress::kBlocked:
      set_deadline(site_.options.stall_timeout);
      return park(Stage::kSending, wants);
  }
}

// By a thread for storage, since reading a file may wait for the disk.
void Connection::send_later() {
  stage_ = Stage::kSending;
  site_.storage.submit(shared_from_this());
}

void Connection::finish_reply() {
  output_ = {};
  const bool all_read = reader_.complete() && input_.empty();
  if (!keep_alive_) {
    if (!all_read || reader_.head().keep_alive) return linger();
    // Who asked for the end sends nothing that could answer it with a reset.
    transport_.shutdown_write();
    return close();
  }
  if (reader_.complete()) {
    begin_request();
  } else {
    stage_ = Stage::kDraining;
    set_deadline(site_.options.stall_timeout);
    reader_.discard_body(kDrainAtMost);
  }
  read_on();
}

void Connection::linger() {
  transport_.shutdown_write();
  set_deadline(kLingerTime);
  park(Stage::kLingering, Ready::kRead);
}

void Connection::close() {
  loop_.dispatch([self = shared_from_this()] {
    if (!self->on_closed_) return;
    self->watch_.reset();
    self->transport_.close();
    std::exchange(self->on_closed_, nullptr)();
  });
}

void Connection::park(Stage stage, Ready what) {
  stage_ = stage;
  if (stage == Stage::kIdle) input_.shrink_to(kIdleBuffer);
  auto self = shared_from_this();
  parked_.store(stage, std::memory_order_release);
  watch_->arm(what, std::move(self));
}

void Connection::set_deadline(std::chrono::milliseconds from_now) {
  deadline_.store((Clock::now() + from_now).time_since_epoch().count(), std::memory_order_relaxed);
}

void Connection::check_deadline(Clock::time_point now) {
  const Stage stage = parked_.load(std::memory_order_acquire);
  if (stage == Stage::kBusy || now.time_since_epoch().count() < deadline_.load(std::memory_order_relaxed)) return;
  if (stage == Stage::kFollowing) return tell(kEventHeartbeat);
  // The connection ends in any case, so what does not fit into the socket is not missed.
  if (stage == Stage::kHead) (void)transport_.write(refusal(408, "the request did not arrive in time"));
  end();
}

void Connection::end_if_idle() {
  const Stage stage = parked_.load(std::memory_order_acquire);
  // A request that has reached the socket is in flight already.
  if (stage == Stage::kFollowing || (stage == Stage::kIdle && !transport_.has_arrived())) end();
}

// A parked connection has a pending call to on_ready(), which does the closing.
void Connection::end() {
  ended_ = true;
  abort();
}

}  // namespace cairn::http
