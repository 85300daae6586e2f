#include "cli/verify/verify_command.h"

#include <csignal>
#include <cstdio>
#include <fmt/format.h>
#include <memory>
#include <utility>
#include <vector>

#include "cli/tracking/connect.h"
#include "cli/tracking/session.h"
#include "cli/verify/report.h"
#include "cli/verify/verification.h"

namespace cairn::cli {
namespace {

struct VerifyFlags : CommonFlags {
  bool read_only = false;
  std::int64_t wait = 0;
  std::int64_t timeout = 30;
};

volatile std::sig_atomic_t stop_asked = 0;

// The first Ctrl-C ends the verification after the check that is running and cleans up; a second one ends it at once.
void stop_on_signals() {
  struct sigaction action{};
  action.sa_handler = [](int) { stop_asked = 1; };
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);  // nobody reads on: `| head`; what was made must go all the same
}

Result<client::Connection> connect(const VerifyFlags& flags) {
  client::Target target = TRY(client::resolve_target(flags.tracking_uri, client::process_environment));
  target.timeout = std::chrono::seconds(flags.timeout);
  target.retries.attempts = 1;  // a server that answers at the second attempt only is what is to be found out
  return cairn::cli::connect(target);
}

Result<int> run_verification(const VerifyFlags& flags) {
  if (flags.wait < 0 || flags.timeout < 1)
    return invalid_parameter("--wait and --timeout are seconds, at least 0 and 1.");
  const client::Connection server = TRY(connect(flags));
  stop_on_signals();
  const bool for_people = !flags.json && !flags.csv;
  if (for_people) fmt::print("\n  {}\n\n", server.name());

  std::vector<Outcome> outcomes;
  const bool passed = verify(server, {
                                         .scope = flags.read_only ? VerifyScope::kReadOnly : VerifyScope::kAll,
                                         .wait = std::chrono::seconds(flags.wait),
                                         .stopped = [] { return stop_asked != 0; },
                                         .on_outcome =
                                             [&](const Outcome& outcome) {
                                               outcomes.push_back(outcome);
                                               if (!for_people) return;
                                               fmt::print("{}", outcome_line(outcome));
                                               std::fflush(stdout);
                                             },
                                     });
  if (for_people)
    fmt::print("\n  {}", summary_line(outcomes));
  else
    TRY(show(flags, outcome_table(outcomes), [&] { return verify_report(server.name(), outcomes); }));
  return passed ? kDone : kFailed;
}

}  // namespace

Command verify_command() {
  const auto flags = std::make_shared<VerifyFlags>();
  VerifyFlags& f = *flags;
  Command command;
  command.name = "verify";
  command.help = "Prove that a tracking server works: use all of it, and take away what that made";
  command.example = "cairn verify --tracking-uri http://127.0.0.1:5000";
  command.flags = with_form_flags(
      f, Shows::kList,
      {
          {"--tracking-uri", &f.tracking_uri, "The server: http://host:5000, or the name of a profile",
           "MLFLOW_TRACKING_URI"},
          {"--read-only", &f.read_only, "Ask only whether it answers, and change nothing: for health checks", ""},
          {"--wait", &f.wait, "Seconds to wait for a server that is being started", ""},
          {"--timeout", &f.timeout, "Seconds to wait for an answer", "MLFLOW_HTTP_REQUEST_TIMEOUT"},
      });
  command.run = [flags] { return report(run_verification(*flags)); };
  return command;
}

}  // namespace cairn::cli
