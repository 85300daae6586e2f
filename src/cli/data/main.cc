#include "cli/data/main.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <optional>
#include <unistd.h>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/data/command.h"
#include "cli/data/progress.h"
#include "core/python_text.h"
#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"

namespace cairn::cli {
namespace {

// DVC's exit statuses.
constexpr int kAnswered = 1;
constexpr int kConfigError = 251;
constexpr int kNoRepository = 253;
constexpr int kMisuse = 254;
constexpr int kOtherError = 255;

constexpr DataFlag kGlobalFlags[] = {
    {"-q,--quiet", Takes::kNothing, "Be quiet."},
    {"-v,--verbose", Takes::kNothing, "Be verbose."},
    {"--cd", Takes::kText, "Change to directory before executing."},
    {"--wait-for-lock", Takes::kNothing,
     "Wait for the lock if it is already held by another process, instead of failing immediately."},
};
constexpr DataFlag kVerbosityFlags[] = {kGlobalFlags[0], kGlobalFlags[1]};

constexpr std::string_view kHookCommand = "git-hook";

bool answers_to(const DataCommand& command, std::string_view name) {
  return command.name == name || std::ranges::find(command.aliases, name) != command.aliases.end();
}

std::string_view first_word(std::string_view name) { return name.substr(0, name.find(' ')); }

// "--remote" of "-r,--remote"; "targets" of "targets".
std::string_view long_name(std::string_view names) {
  const std::size_t dashes = names.find("--");
  return dashes == std::string_view::npos ? names : names.substr(dashes);
}

std::string plain_name(std::string_view names) {
  std::string name(long_name(names));
  name.erase(0, std::min(name.find_first_not_of('-'), name.size()));
  return name;
}

// "-j/--jobs" of "-j,--jobs"
std::string with_slashes(std::string_view names) {
  std::string text(names);
  std::ranges::replace(text, ',', '/');
  return text;
}

// "--forc" is "--force", as long as no other flag begins so.
std::vector<std::string> with_full_names(std::vector<std::string> words, std::span<const DataFlag> flags) {
  for (std::string& word : words) {
    if (word == "--") break;
    if (!word.starts_with("--")) continue;
    const std::string given = word.substr(0, word.find('='));
    std::vector<std::string_view> matching;
    for (const DataFlag& flag : flags) {
      const std::string_view name = long_name(flag.names);
      if (name == given) matching.assign(1, name);
      if (name == given) break;
      if (name.starts_with(given)) matching.push_back(name);
    }
    if (matching.size() == 1) word.replace(0, given.size(), matching.front());
  }
  return words;
}

// The parser takes a word in brackets for a list; with something behind the bracket it doesn't.
constexpr char kBracketMark = '\x01';

void mark_brackets(std::string& word) {
  if (word.starts_with('[') && word.ends_with(']')) word += kBracketMark;
}
void unmark_brackets(std::string& word) {
  if (word.ends_with(kBracketMark)) word.pop_back();
}

// One command's words, parsed by its table.
class Parser {
 public:
  Parser(std::string_view help, std::string name) : app_(std::string(help), std::move(name)) {
    app_.set_help_flag("-h,--help", "show this help message and exit");
  }

  void add(std::span<const DataFlag> flags) {
    for (const DataFlag& flag : flags) {
      flags_.push_back(flag);
      const std::string names(flag.names), help(flag.help);
      if (flag.takes == Takes::kNothing) {
        given_.emplace_back(flag, app_.add_flag(names, help));
        continue;
      }
      CLI::Option* option = app_.add_option(names, values_[plain_name(flag.names)], help);
      if (flag.takes == Takes::kTexts)
        option->expected(flag.required ? 1 : 0, CLI::detail::expected_max_vector_size);
      else
        option->expected(flag.takes == Takes::kOptionalText ? 0 : 1, 1)->allow_extra_args(false);
      option->required(flag.required);
      given_.emplace_back(flag, option);
    }
  }

  // Throws CLI::ParseError.
  DataArguments parse(std::vector<std::string> words) {
    words = with_full_names(std::move(words), flags_);
    std::ranges::for_each(words, mark_brackets);
    std::ranges::reverse(words);
    app_.parse(words);
    DataArguments arguments;
    for (const auto& [flag, option] : given_) {
      if (option->count() == 0) continue;
      std::vector<std::string> values = values_[plain_name(flag.names)];
      std::ranges::for_each(values, unmark_brackets);
      if (flag.takes == Takes::kOptionalText) std::erase(values, "");
      if (flag.takes == Takes::kNumber && !whole_number(values.back()))
        throw CLI::ValidationError(
            fmt::format("argument {}: invalid int value: {}", with_slashes(flag.names), python_repr(values.back())));
      arguments.set(plain_name(flag.names), std::move(values));
    }
    return arguments;
  }

  CLI::App& app() { return app_; }

 private:
  CLI::App app_;
  std::vector<DataFlag> flags_;
  std::map<std::string, std::vector<std::string>> values_;
  std::vector<std::pair<DataFlag, CLI::Option*>> given_;
};

int misuse(const std::string& message, CLI::App* app) {
  std::fflush(stdout);
  std::fprintf(stderr, "ERROR: %s\n", message.c_str());
  if (app) std::fputs(app->help().c_str(), stdout);
  return kMisuse;
}

void print_commands(const std::string& program) {
  fmt::print("usage: {} [-q | -v] [-h] [-V] [--cd <path>] [--wait-for-lock] command ...\n\nCommands for data:\n",
             program);
  for (const DataCommand* command : all_data_commands())
    if (!command->help.empty()) fmt::print("  {:<18} {}\n", command->name, command->help);
}

int report(const Error& error, const DataCommand& command, DataConsole& console) {
  const bool answered = (command.answers != Answers::kNothing && data::is_dvc_error(error)) ||
                        (command.answers == Answers::kDvcAndMissingFiles && data::is_missing(error));
  if (answered) {
    const std::string prefix = command.failure.empty() ? "" : fmt::format("{} - ", command.failure);
    console.error(prefix + error.message());
    return kAnswered;
  }
  if (error.code() == ErrorCode::kInvalidParameterValue) return misuse(error.message(), nullptr);
  if (data::is_config_error(error)) {
    console.error("configuration error - " + error.message());
    return kConfigError;
  }
  if (data::is_dvc_error(error) || data::speaks_for_itself(error)) {
    console.error(error.message());
    return error.code() == ErrorCode::kNotFound ? kNoRepository : kOtherError;
  }
  console.error("unexpected error - " + error.message());
  return kOtherError;
}

void show_git_hint(data::Repo& repo, DataConsole& console) {
  if (!repo.git() || repo.changes_for_git().empty()) return;
  if (repo.config().flag("core", "autostage")) {
    std::vector<std::string> paths;
    for (const std::string& path : repo.changes_for_git()) paths.push_back(data::absolute_path(path));
    const Status added = repo.git()->add(paths);
    if (!added.ok()) console.warning(added.error().message());
    return;
  }
  std::string names;
  for (const std::string& path : repo.changes_for_git()) names += " " + data::shell_quote(path);
  console.line(fmt::format("\nTo track the changes with git, run:\n\n\tgit add{}", names));
  console.line("\nTo enable auto staging, run:\n\n\tdvc config core.autostage true");
}

// What the user wants.
struct Invocation {
  const DataCommand& command;
  DataArguments arguments;
  bool is_dvc;
};

Result<int> run_with_progress(const Invocation& invocation, DataConsole& console, data::Progress& progress,
                              data::Repo* repo) {
  const DataCommand& command = invocation.command;
  std::optional<ProgressReporter> reporter;
  if (command.takes_long) reporter.emplace(progress, console);
  return command.run({invocation.arguments, console, progress, repo, invocation.is_dvc});
}

Result<int> run_in_repository(const Invocation& invocation, DataConsole& console, data::Repo& repo) {
  Result<int> status = run_with_progress(invocation, console, repo.progress(), &repo);
  if (status.ok() && invocation.command.hints) show_git_hint(repo, console);
  return status;
}

int run_on(DataConsole& console, const Invocation& invocation) {
  const DataCommand& command = invocation.command;
  const DataArguments& arguments = invocation.arguments;
  if (arguments.has("cd") && ::chdir(arguments.text("cd").c_str()) != 0) {
    console.error("unexpected error - " + data::os_error(errno, arguments.text("cd")).message());
    return kOtherError;
  }
  if (command.needs == Needs::kNothing) {
    data::Progress progress;
    const Result<int> status = run_with_progress(invocation, console, progress, nullptr);
    return status.ok() ? *status : report(status.error(), command, console);
  }
  // What fails before the command begins is nothing that the command answers for.
  DataCommand opening = command;
  opening.answers = Answers::kNothing;
  auto repo = data::Repo::open(data::working_directory());
  if (!repo.ok()) return report(repo.error(), opening, console);
  (*repo)->on_warning = [&console](std::string_view text) { console.warning(text); };
  (*repo)->on_note = [&console, said = std::set<std::string, std::less<>>()](std::string_view text) mutable {
    if (said.emplace(text).second) console.line(text);
  };
  if (command.needs == Needs::kLockedRepository) {
    const auto wait = arguments.has("wait-for-lock") ? data::LockWait::kForever : data::LockWait::kAFewSeconds;
    const auto lock = (*repo)->lock(wait);
    if (!lock.ok()) return report(lock.error(), command, console);
    const Result<int> status = run_in_repository(invocation, console, **repo);
    return status.ok() ? *status : report(status.error(), command, console);
  }
  const Result<int> status = run_in_repository(invocation, console, **repo);
  return status.ok() ? *status : report(status.error(), command, console);
}

constexpr DataFlag kEventFlags[] = {
    {"--json", Takes::kNothing, "Report progress and messages as JSON, one object a line."},
};

// Unless --json is something else to the command.
bool has_events(const DataCommand& command) {
  return command.takes_long && std::ranges::find(command.flags, "--json", &DataFlag::names) == command.flags.end();
}

int run_command(const Invocation& invocation) {
  const auto& [command, arguments, is_dvc] = invocation;
  const bool events = has_events(command) && arguments.has("json");
  DataConsole console(arguments.has("quiet"), events ? DataConsole::Form::kEvents : DataConsole::Form::kText);
  const int status = run_on(console, invocation);
  data::JsonWriter json;
  console.event(std::move(json.begin_object().key("event").string("done").key("status").integer(status).end_object()));
  return status;
}

// The command that the words begin with; takes its name off them.
const DataCommand* take_command(std::vector<std::string>& words) {
  const auto commands = all_data_commands();
  for (const std::size_t length : {2U, 1U}) {
    if (words.size() < length) continue;
    const std::string name = length == 2 ? words[0] + ' ' + words[1] : words[0];
    for (const DataCommand* command : commands) {
      if (!answers_to(*command, name)) continue;
      words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(length));
      return command;
    }
  }
  return nullptr;
}

// The flags before the command's name; takes them off the words.
std::vector<std::string> take_global_words(std::vector<std::string>& words) {
  std::vector<std::string> taken;
  while (!words.empty() && words.front().starts_with('-')) {
    const bool has_value = words.front() == "--cd" && words.size() > 1;
    for (int i = 0; i < (has_value ? 2 : 1); ++i) {
      taken.push_back(words.front());
      words.erase(words.begin());
    }
  }
  return taken;
}

bool is_verbosity(std::string_view word) {
  return word == "-q" || word == "--quiet" || word.starts_with("-v") || word == "--verbose";
}

// What a Git hook that `install` made runs: the command's words, or nothing if there is nothing to do.
std::vector<std::string> hook_command(std::span<const std::string> words) {
  const std::string hook = words.empty() ? "" : words.front();
  if (!data::Repo::find_root(data::working_directory()).ok()) return {};
  if (hook == "pre-commit") return {"status"};
  if (hook == "pre-push") return {"push"};
  if (hook == "merge-driver") return {words.begin(), words.end()};
  // Another commit was checked out, not single files, and not in the middle of a rebase.
  constexpr std::size_t kFlag = 3;
  const char* from_pre_commit = std::getenv("PRE_COMMIT_CHECKOUT_TYPE");
  const std::string flag = from_pre_commit ? from_pre_commit : words.size() > kFlag ? words[kFlag] : "";
  if (hook == "post-checkout" && flag == "1" && !data::is_directory(".git/rebase-merge")) return {"checkout"};
  return {};
}

int run_words(const std::string& program, std::vector<std::string> words) {
  if (!words.empty() && words.front() == kHookCommand) {
    words = hook_command(std::span(words).subspan(1));
    if (words.empty()) return 0;
  }
  std::vector<std::string> global = take_global_words(words);
  if (std::ranges::find(global, "-V") != global.end() || std::ranges::find(global, "--version") != global.end()) {
    fmt::print("{}\n", program == "dvc" ? kDvcVersion : CAIRN_VERSION);
    return 0;
  }
  const bool wants_help =
      std::ranges::find(global, "-h") != global.end() || std::ranges::find(global, "--help") != global.end();
  const DataCommand* command = wants_help ? nullptr : take_command(words);
  if (!command) {
    if (!wants_help)
      fmt::print(stderr, "ERROR: {}\n",
                 words.empty() ? "the following arguments are required: command"
                               : fmt::format("argument command: invalid choice: '{}'", words.front()));
    print_commands(program);
    return wants_help ? 0 : kMisuse;
  }
  Parser parser(command->help, fmt::format("{} {}", program, command->name));
  parser.add(command->flags);
  parser.add(command->shared_flags);
  if (has_events(*command)) parser.add(kEventFlags);
  parser.add(kVerbosityFlags);
  parser.add(std::span(kGlobalFlags).subspan(2));
  // DVC forgets a -q or -v that stands before the command.
  std::erase_if(global, [](const std::string& word) { return is_verbosity(word); });
  words.insert(words.begin(), global.begin(), global.end());
  try {
    return run_command({*command, parser.parse(std::move(words)), program == "dvc"});
  } catch (const CLI::Success& wanted) {
    return parser.app().exit(wanted);
  } catch (const CLI::ExtrasError&) {
    return misuse(fmt::format("unrecognized arguments: {}", fmt::join(parser.app().remaining(), " ")), &parser.app());
  } catch (const CLI::ParseError& wrong) {
    return misuse(wrong.what(), &parser.app());
  }
}

}  // namespace

std::vector<const DataCommand*> all_data_commands() {
  std::vector<const DataCommand*> all;
  for (const auto commands :
       {data_track_commands(), data_status_commands(), data_diff_commands(), data_sync_commands(),
        data_store_commands(), data_import_commands(), data_list_commands(), data_setup_commands(),
        data_config_commands(), data_remote_commands(), data_completion_commands()})
    for (const DataCommand& command : commands) all.push_back(&command);
  return all;
}

bool is_data_command(std::string_view word) {
  if (word == kHookCommand) return true;
  return std::ranges::any_of(all_data_commands(), [word](const DataCommand* command) {
    return first_word(command->name) == word || answers_to(*command, word);
  });
}

bool is_called_dvc(std::string_view program) { return data::file_name(program) == "dvc"; }

int data_main(int argc, char** argv) {
  const int status =
      run_words(is_called_dvc(argv[0]) ? "dvc" : "cairn", std::vector<std::string>(argv + 1, argv + argc));
  std::fflush(stdout);
  return status;
}

}  // namespace cairn::cli
