// What the commands about a tracking server have in common: flags, the connection, how results and errors are shown.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "api/wire/json_writer.h"
#include "cli/command.h"
#include "cli/output/interrupt.h"
#include "cli/output/table.h"
#include "client/connection.h"
#include "core/result.h"

namespace cairn::cli {

struct CommonFlags {
  std::string tracking_uri;
  bool json = false;
  bool csv = false;
};

// --tracking-uri; for those that list something, --json and --csv; for those that show or change one thing, --json.
enum class Shows : std::uint8_t { kText, kOne, kList };
// --json and --csv alone.
std::vector<Flag> with_form_flags(CommonFlags& flags, Shows shows, std::vector<Flag> own);
std::vector<Flag> with_common_flags(CommonFlags& flags, Shows shows, std::vector<Flag> own);

Result<client::Connection> open_connection(const CommonFlags& flags);
// One whose calls end when the user has had enough.
Result<client::Connection> open_connection(const CommonFlags& flags, const Interruptible& interrupt);

// The exit status; an error is printed, with what to try.
int report(const Status& outcome);
// The same, of a command that says its own exit status where nothing went wrong.
int report(const Result<int>& outcome);
[[nodiscard]] std::string hint_for(const Error& error);

// On a terminal fitted to it, plain otherwise; or as the flags say. `json` makes the text of --json.
Status show(const CommonFlags& flags, const Table& table, const std::function<std::string()>& json);
// Of a command that changed something: a sentence, or with --json what there is now.
Status say_done(const CommonFlags& flags, std::string_view sentence, const std::function<Result<std::string>()>& json);
// One line of results.
void say(std::string_view text);
void say_json(std::string_view json);

template <class T>
std::string json_array(const std::vector<T>& items) {
  std::string text = "[";
  for (const T& item : items) {
    if (text.size() > 1) text += ',';
    text += api::to_json(item);
  }
  return text + "]";
}

// Standard output was closed, or its disk is full.
Status check_output();

// A command of one function: `run` gets the flags that it was made with.
template <class Flags>
std::function<int()> reporting(std::shared_ptr<Flags> flags, Status (*run)(const Flags&)) {
  return [flags = std::move(flags), run] {
    Status outcome = run(*flags);
    if (outcome.ok()) outcome = check_output();
    return report(outcome);
  };
}

// A mistake in how flags go together: exit status 2 rather than 1.
[[nodiscard]] Error wrong_usage(std::string message);

}  // namespace cairn::cli
