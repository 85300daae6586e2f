// One client: reads its requests, has them answered in order, sends the answers.
//
// A connection belongs to one thread at a time. Parked, it waits for its socket and belongs to the loop; otherwise to
// the loop's callback or to the worker that answers its request. Parking is the hand-over: who parks touches nothing
// after. Only the loop's thread looks at parked connections, so what its sweep finds parked stays so meanwhile.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "http/body_stream.h"
#include "http/input_buffer.h"
#include "http/loop.h"
#include "http/output.h"
#include "http/request_reader.h"
#include "http/response_head.h"
#include "http/site.h"
#include "http/transport.h"
#include "http/worker_pool.h"

namespace cairn::http {

class Connection final : public Loop::Watcher,
                         public WorkerPool::Job,
                         public EventFeed::Follower,
                         public std::enable_shared_from_this<Connection> {
 public:
  using Clock = std::chrono::steady_clock;
  enum class Admission : std::uint8_t { kServed, kTurnedAway };  // the latter: answered 503 at once

  Connection(Site& site, Loop& loop, Transport transport, std::string peer, Admission admission);

  // On the loop's thread.
  void start(std::function<void()> on_closed);
  void check_deadline(Clock::time_point now);
  void end_if_idle();
  void abort() const { transport_.abort(); }
  void on_ready() override;

  // On a worker: answers the request that was read, or sends what its answer is made of.
  void run() noexcept override;

  // On any thread: the next event of the feed that this connection follows.
  void deliver(std::shared_ptr<const std::string> bytes) override;

 private:
  enum class Stage : std::uint8_t {
    kBusy,  // some thread works on it, or is about to
    kHandshake,
    kIdle,  // between requests
    kHead,
    kBody,
    kProducing,  // the answer's body is made piece by piece
    kSending,
    kFollowing,  // a feed; what the client still says is passed over
    kDraining,   // answered, but the request's body is not through
    kLingering,  // all is said: lets the client finish, so that no reset overtakes the answer
  };

  void proceed(Stage stage);
  void shake_hands();

  // Reading.
  void begin_request();
  [[nodiscard]] bool fill();
  void read_on();
  [[nodiscard]] bool wants_input();
  [[nodiscard]] bool take_head();
  void dispatch();

  // Answering.
  void handle();
  void reply(Response response);
  void reply_by_feed(const Response& response);
  void begin_following(EventFeed& feed, std::string_view head);
  void tell(std::string_view bytes);
  void produce_body();
  void refuse(int status, std::string_view reason);
  [[nodiscard]] std::string refusal(int status, std::string_view reason) const;
  [[nodiscard]] bool can_go_on(const Response& response) const;
  [[nodiscard]] KeepAlive keep_alive_field() const;
  void send();
  void send_later();
  void finish_reply();

  // Ending.
  void linger();
  void close();
  void end();

  template <class Work>
  void contain(Work work) noexcept;
  void park(Stage stage, Ready what);
  void set_deadline(std::chrono::milliseconds from_now);

  Site& site_;
  Loop& loop_;
  Transport transport_;
  const std::string peer_;
  const Admission admission_;
  std::function<void()> on_closed_;
  std::optional<Loop::Watch> watch_;

  RequestReader reader_;
  InputBuffer input_;
  Request request_;
  Router::Match match_;
  std::optional<SocketBodyReader> stream_;
  std::optional<Response> produced_;  // while kProducing
  Output output_;
  Stage stage_ = Stage::kIdle;
  bool keep_alive_ = true;

  std::atomic<Stage> parked_{Stage::kBusy};
  std::atomic<Clock::rep> deadline_{0};
  bool ended_ = false;  // the loop's thread gave it up while it was parked
};

}  // namespace cairn::http
