// Proves that a tracking server works, by using it. All that is made is taken away again, also after a failure and when
// it is stopped.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "client/connection.h"

namespace cairn::cli {

enum class Verdict : std::uint8_t { kPassed, kBroken, kNotTried };
enum class VerifyScope : std::uint8_t { kAll, kReadOnly };

struct Outcome {
  std::string_view check;
  Verdict verdict = Verdict::kNotTried;
  std::string text;    // what was proven, what is wrong, or why it was not tried
  std::string advice;  // what to do about it, where there is something to say
  std::chrono::microseconds took{0};
};

struct VerifyOptions {
  VerifyScope scope = VerifyScope::kAll;
  std::chrono::milliseconds wait{0};                         // for a server that is being started
  std::function<bool()> stopped = [] { return false; };      // asked between the checks
  std::function<void(const Outcome& outcome)> on_outcome{};  // as soon as it is known
};

// Whether all of it passed.
bool verify(const client::Connection& server, const VerifyOptions& options);

}  // namespace cairn::cli
