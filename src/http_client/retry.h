// When to ask again, and how long to wait before.
#pragma once

#include <chrono>
#include <functional>
#include <stop_token>

#include "core/result.h"
#include "http_client/client.h"

namespace cairn::http_client {

struct RetryPolicy {
  unsigned attempts = 5;                       // the first one included
  std::chrono::milliseconds first_delay{200};  // doubles with every attempt
  std::chrono::milliseconds longest_delay{20'000};
};

// Whether another attempt may fare better: the server is busy or broken, or the connection was lost.
[[nodiscard]] bool is_transient(int status);
[[nodiscard]] bool is_transient(const Error& error);
[[nodiscard]] bool is_transient(const Result<Response>& answer);

// Before attempt `attempt` + 1: at random between half of the exponential delay and all of it, so that those who failed
// together do not come back together.
[[nodiscard]] std::chrono::milliseconds backoff(const RetryPolicy& policy, unsigned attempt);
// The same, but at least what the answer asks for in Retry-After (in seconds), up to the longest delay.
[[nodiscard]] std::chrono::milliseconds backoff(const RetryPolicy& policy, unsigned attempt,
                                                const Result<Response>& answer);

// False: stopped before the time was over.
bool wait_for(std::chrono::milliseconds delay, const std::stop_token& stop);

// Asks until the answer is no transient failure or the attempts are spent; returns the last answer. `ask` must be safe
// to repeat.
Result<Response> send_with_retries(const RetryPolicy& policy, const std::stop_token& stop,
                                   const std::function<Result<Response>()>& ask);

}  // namespace cairn::http_client
