// Server-sent events: what is published reaches everybody who follows. A response whose body is a feed has no end.
//
// Who follows holds a connection and no thread: publishing hands the text to the event loops. Any thread may publish.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::http {

class EventFeed {
 public:
  class Follower {
   public:
    virtual ~Follower() = default;
    // Any thread; must not wait. One who cannot take it in is to ask anew, so nothing is kept for the slow.
    virtual void deliver(std::shared_ptr<const std::string> bytes) = 0;
  };

  void follow(std::weak_ptr<Follower> follower);
  // `data` is one line.
  void publish(std::string_view event, std::string_view data);
  [[nodiscard]] std::size_t followers() const;

 private:
  mutable std::mutex mutex_;
  std::vector<std::weak_ptr<Follower>> followers_;  // some may be gone
};

// A line that is no event: what a connection says that it is still there.
inline constexpr std::string_view kEventHeartbeat = ":\n\n";

}  // namespace cairn::http
