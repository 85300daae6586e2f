#include "cli/verify/verification.h"

#include <thread>

#include "cli/verify/advice.h"
#include "cli/verify/checks.h"
#include "core/ids.h"

namespace cairn::cli {
namespace {

using Clock = std::chrono::steady_clock;

class Verification {
 public:
  Verification(const client::Connection& server, const VerifyOptions& options)
      : options_(options), probe_{.server = server, .name = "cairn-verify-" + new_hex_id()} {}

  bool run() {
    bool passed = true;
    bool wrote = false;
    for (const Check& check : checks()) {
      if (options_.scope == VerifyScope::kReadOnly && check.effect == Effect::kWrites) continue;
      const Outcome outcome = outcome_of(check);
      wrote |= check.effect == Effect::kWrites && outcome.verdict != Verdict::kNotTried;
      passed &= outcome.verdict == Verdict::kPassed;
      report(outcome);
    }
    if (wrote) {
      const Outcome outcome = timed("clean-up", [&] { return clean_up(probe_); });
      passed &= outcome.verdict == Verdict::kPassed;
      report(outcome);
    }
    return passed;
  }

 private:
  Outcome outcome_of(const Check& check) {
    if (options_.stopped()) return {.check = check.name, .text = "stopped", .advice = {}};
    const std::string_view missing = what_is_missing(check.needs);
    if (!missing.empty()) return {.check = check.name, .text = std::string(missing), .advice = {}};
    const Outcome outcome =
        timed(check.name, [&] { return check.needs == Precondition::kNothing ? wait_for(check) : check.run(probe_); });
    if (check.needs == Precondition::kNothing) answers_ = outcome.verdict == Verdict::kPassed;
    return outcome;
  }

  [[nodiscard]] std::string_view what_is_missing(Precondition needs) const {
    if (needs >= Precondition::kServer && !answers_) return "the server does not answer";
    if (needs >= Precondition::kExperiment && probe_.experiment_id.empty()) return "there is no experiment for it";
    if (needs >= Precondition::kRun && probe_.run.run_id.empty()) return "there is no run for it";
    return {};
  }

  Result<std::string> wait_for(const Check& check) {
    constexpr std::chrono::milliseconds kPause{250};
    const auto deadline = Clock::now() + options_.wait;
    while (true) {
      auto outcome = check.run(probe_);
      if (outcome.ok() || Clock::now() + kPause > deadline || options_.stopped()) return outcome;
      std::this_thread::sleep_for(kPause);
    }
  }

  template <class Work>
  static Outcome timed(std::string_view name, const Work& work) {
    const auto start = Clock::now();
    Result<std::string> done = work();
    Outcome outcome{.check = name, .text = {}, .advice = {}};
    outcome.took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
    outcome.verdict = done.ok() ? Verdict::kPassed : Verdict::kBroken;
    outcome.text = done.ok() ? *done : done.error().message();
    if (!done.ok()) outcome.advice = advice_for(name, done.error());
    return outcome;
  }

  void report(const Outcome& outcome) const {
    if (options_.on_outcome) options_.on_outcome(outcome);
  }

  const VerifyOptions& options_;
  Probe probe_;
  bool answers_ = false;
};

}  // namespace

bool verify(const client::Connection& server, const VerifyOptions& options) {
  return Verification(server, options).run();
}

}  // namespace cairn::cli
