#include "http_client/retry.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <condition_variable>
#include <mutex>
#include <optional>

#include "core/ids.h"

namespace cairn::http_client {
namespace {

using std::chrono::milliseconds, std::chrono::seconds;

std::optional<milliseconds> asked_delay(const Result<Response>& answer) {
  if (!answer.ok()) return std::nullopt;
  const std::string_view text = answer->headers.get("Retry-After");
  long count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  // Retry-After may be a date too; those who send one get the ordinary delay.
  if (error != std::errc{} || end != text.data() + text.size() || count < 0) return std::nullopt;
  return seconds(std::min(count, 24L * 3600));
}

}  // namespace

bool is_transient(int status) {
  constexpr std::array kStatuses = {408, 429, 500, 502, 503, 504};
  return std::find(kStatuses.begin(), kStatuses.end(), status) != kStatuses.end();
}

bool is_transient(const Error& error) {
  return error.code() == ErrorCode::kTemporarilyUnavailable || error.code() == ErrorCode::kDeadlineExceeded;
}

bool is_transient(const Result<Response>& answer) {
  return answer.ok() ? is_transient(answer->status) : is_transient(answer.error());
}

milliseconds backoff(const RetryPolicy& policy, unsigned attempt) {
  milliseconds full = policy.first_delay;
  for (unsigned i = 1; i < attempt && full < policy.longest_delay; ++i) full *= 2;
  full = std::min(full, policy.longest_delay);
  const auto half = static_cast<std::uint64_t>(full.count()) / 2;
  return full - milliseconds(random_below(half + 1));
}

milliseconds backoff(const RetryPolicy& policy, unsigned attempt, const Result<Response>& answer) {
  const milliseconds own = backoff(policy, attempt);
  const auto asked = asked_delay(answer);
  return asked ? std::max(own, std::min(*asked, policy.longest_delay)) : own;
}

bool wait_for(milliseconds delay, const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any wakes;
  std::unique_lock lock(mutex);
  return !wakes.wait_for(lock, stop, delay, [&] { return stop.stop_requested(); });
}

Result<Response> send_with_retries(const RetryPolicy& policy, const std::stop_token& stop,
                                   const std::function<Result<Response>()>& ask) {
  for (unsigned attempt = 1;; ++attempt) {
    auto answer = ask();
    if (attempt >= policy.attempts || !is_transient(answer)) return answer;
    if (!wait_for(backoff(policy, attempt, answer), stop)) return answer;
  }
}

}  // namespace cairn::http_client
