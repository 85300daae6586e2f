#include "cli/verify/report.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "api/wire/json_writer.h"
#include "api/wire/message_fields.h"

namespace cairn::api {

struct VerifiedCheck {
  std::string check;
  std::string verdict;
  std::string text;
  std::optional<std::string> advice;
  double seconds = 0;
};
CAIRN_MESSAGE(VerifiedCheck, F(check), F(verdict), F(text), F(advice), F(seconds))

struct VerifyReport {
  std::string tracking_uri;
  bool passed = false;
  double seconds = 0;
  std::vector<VerifiedCheck> checks;
};
CAIRN_MESSAGE(VerifyReport, F(tracking_uri), F(passed), F(seconds), F(checks))

}  // namespace cairn::api

namespace cairn::cli {
namespace {

struct VerdictNames {
  std::string_view for_people;
  std::string_view for_programs;
};

VerdictNames names_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::kPassed:
      return {"ok", "passed"};
    case Verdict::kBroken:
      return {"FAILED", "failed"};
    case Verdict::kNotTried:
      return {"-", "not tried"};
  }
  return {};
}

double seconds(std::chrono::microseconds time) { return std::chrono::duration<double>(time).count(); }

double total_seconds(const std::vector<Outcome>& outcomes) {
  std::chrono::microseconds total{0};
  for (const Outcome& outcome : outcomes) total += outcome.took;
  return seconds(total);
}

auto count_of(const std::vector<Outcome>& outcomes, Verdict verdict) {
  return std::ranges::count(outcomes, verdict, &Outcome::verdict);
}

}  // namespace

std::string outcome_line(const Outcome& outcome) {
  const std::string time =
      outcome.verdict == Verdict::kNotTried
          ? ""
          : fmt::format("{:.1f} ms", std::chrono::duration<double, std::milli>(outcome.took).count());
  std::string line = fmt::format("  {:<6}  {:<10}  {:>10}  {}\n", names_of(outcome.verdict).for_people, outcome.check,
                                 time, outcome.text);
  if (!outcome.advice.empty()) line += fmt::format("  {:>30}  {}\n", "What to do:", outcome.advice);
  return line;
}

std::string summary_line(const std::vector<Outcome>& outcomes) {
  const double time = total_seconds(outcomes);
  const auto failed = count_of(outcomes, Verdict::kBroken);
  const auto passed = count_of(outcomes, Verdict::kPassed);
  if (static_cast<std::size_t>(passed) == outcomes.size())
    return fmt::format("All {} checks passed in {:.2f} s.\n", passed, time);
  return fmt::format("{} of {} checks passed, {} failed, {} not tried, in {:.2f} s.\n", passed, outcomes.size(), failed,
                     count_of(outcomes, Verdict::kNotTried), time);
}

Table outcome_table(const std::vector<Outcome>& outcomes) {
  Table table{{{"check", ""}, {"verdict", ""}, {"seconds", ""}, {"text", ""}, {"advice", ""}}, {}};
  for (const Outcome& outcome : outcomes) {
    table.rows.push_back({std::string(outcome.check), std::string(names_of(outcome.verdict).for_programs),
                          fmt::format("{:.6f}", seconds(outcome.took)), outcome.text, outcome.advice});
  }
  return table;
}

std::string verify_report(const std::string& tracking_uri, const std::vector<Outcome>& outcomes) {
  api::VerifyReport report{.tracking_uri = tracking_uri,
                           .passed = static_cast<std::size_t>(count_of(outcomes, Verdict::kPassed)) == outcomes.size(),
                           .seconds = total_seconds(outcomes),
                           .checks = {}};
  for (const Outcome& outcome : outcomes) {
    report.checks.push_back({.check = std::string(outcome.check),
                             .verdict = std::string(names_of(outcome.verdict).for_programs),
                             .text = outcome.text,
                             .advice = outcome.advice.empty() ? std::nullopt : std::optional(outcome.advice),
                             .seconds = seconds(outcome.took)});
  }
  return api::to_json(report);
}

}  // namespace cairn::cli
