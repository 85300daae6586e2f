#include "http/event_feed.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace cairn::http {

void EventFeed::follow(std::weak_ptr<Follower> follower) {
  const std::lock_guard lock(mutex_);
  std::erase_if(followers_, [](const auto& each) { return each.expired(); });
  followers_.push_back(std::move(follower));
}

void EventFeed::publish(std::string_view event, std::string_view data) {
  const auto bytes = std::make_shared<const std::string>(fmt::format("event: {}\ndata: {}\n\n", event, data));
  const std::lock_guard lock(mutex_);
  std::erase_if(followers_, [&](const std::weak_ptr<Follower>& each) {
    const auto follower = each.lock();
    if (follower) follower->deliver(bytes);
    return !follower;
  });
}

std::size_t EventFeed::followers() const {
  const std::lock_guard lock(mutex_);
  return static_cast<std::size_t>(
      std::count_if(followers_.begin(), followers_.end(), [](const auto& each) { return !each.expired(); }));
}

}  // namespace cairn::http
