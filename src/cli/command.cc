#include "cli/command.h"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/help.h"
#include "cli/mlflow_only.h"
#include "cli/output/suggestion.h"
#include "cli/split_list.h"
#include "core/utf8.h"

namespace cairn::cli {
namespace {

// From the root to the command that is run, for messages.
using CommandPath = std::vector<const Command*>;
CommandPath running;
Shape running_as = Shape::kCairn;

std::string full_name(const CommandPath& path) {
  std::string name;
  for (const Command* command : path) name += (name.empty() ? "" : " ") + command->name;
  return name;
}

int usage_error(const CommandPath& path, std::string_view message) {
  std::fflush(stdout);
  const std::string name = full_name(path);
  fmt::print(stderr, "{}Try '{} --help' for help.\n\nError: {}\n", usage_line(*path.back(), name), name, message);
  return kMisused;
}

struct Parsed {
  const Flag* flag;
  CLI::Option* option;
};

CLI::Option* add_flag(CLI::App& app, const Flag& flag) {
  CLI::Option* option = std::visit(
      [&](auto* target) -> CLI::Option* {
        using T = std::remove_pointer_t<decltype(target)>;
        if constexpr (std::is_same_v<T, bool>)
          return app.add_flag(flag.names, *target);
        else
          return app.add_option(flag.names, *target);
      },
      flag.target);
  // A list is a flag given several times, not several words after it.
  if (std::holds_alternative<std::vector<std::string>*>(flag.target) && split_names(flag).positional.empty()) {
    option->expected(1)->take_all()->allow_extra_args(false);
  }
  if (!flag.env.empty()) option->envname(flag.env);
  return option;
}

std::vector<std::string> all_names(const Command& command) {
  std::vector<std::string> names = {"--help"};
  for (const Flag& flag : command.flags) {
    const FlagNames split = split_names(flag);
    names.insert(names.end(), split.named.begin(), split.named.end());
    names.insert(names.end(), split.negated.begin(), split.negated.end());
  }
  return names;
}

// "'--experiment-name' / '-n'", as MLflow's parser puts it.
std::string quoted_names(const Flag& flag) {
  const FlagNames split = split_names(flag);
  std::string text;
  for (const std::string& name : split.named) text += fmt::format("{}'{}'", text.empty() ? "" : " / ", name);
  return text;
}

// Flags that a command may be expected to have, and why it has not.
constexpr std::pair<std::string_view, std::string_view> kAbsentFlags[] = {
    {"--csv", "prints no table: it has no --csv"},
    {"--json", "prints nothing that could be JSON: it has no --json"},
    {"--trace-archival-retention", "keeps no traces, nor for how long"},
    {"--enable-workspaces", "has the workspace 'default' alone"},
    {"--env-file", "reads no file of variables: `set -a; . FILE; set +a` in the shell does"},
};

std::string_view other_form(std::string_view name, std::span<const std::string> names) {
  return name != "--csv" || std::ranges::find(names, "--json") == names.end() ? "" : " It has --json.";
}

int unknown_word(const CommandPath& path, const std::string& word) {
  if (!word.starts_with('-')) return usage_error(path, fmt::format("Got unexpected extra argument ({})", word));
  const std::string name = word.substr(0, word.find('='));
  const std::vector<std::string> names = all_names(*path.back());
  for (const auto& [flag, why] : kAbsentFlags) {
    if (name == flag)
      return usage_error(path, fmt::format("'{}' {}.{}", full_name(path), why, other_form(name, names)));
  }
  return usage_error(path, fmt::format("No such option '{}'.{}", name, did_you_mean(name, names)));
}

int unknown_command(const CommandPath& path, const std::string& word, Shape shape,
                    std::span<const std::string> other_commands) {
  if (shape == Shape::kMlflow) {
    const std::string before = path.size() > 1 ? path.back()->name + " " : "";
    if (const std::string why = mlflow_only(before + word); !why.empty()) return usage_error(path, why);
  }
  std::vector<std::string> names(other_commands.begin(), other_commands.end());
  for (const Command& child : path.back()->commands) {
    if (is_there(child, shape) && !child.hidden) names.push_back(child.name);
  }
  return usage_error(path, fmt::format("No such command '{}'.{}", word, did_you_mean(word, names)));
}

std::string given_value(const Parsed& parsed) {
  return parsed.option->results().empty() ? "" : parsed.option->results().back();
}

// What is wrong with a value, in the words of MLflow's parser; empty: nothing.
std::string complaint(const Parsed& parsed) {
  const Flag& flag = *parsed.flag;
  if (flag.choices.empty() || parsed.option->count() == 0) return {};
  for (const std::string& value : parsed.option->results()) {
    if (std::ranges::find(flag.choices, lower_case(value)) != flag.choices.end()) continue;
    std::string choices;
    for (const std::string& choice : flag.choices)
      choices += fmt::format("{}'{}'", choices.empty() ? "" : ", ", choice);
    return fmt::format("Invalid value for {}: '{}' is not one of {}.", quoted_names(flag), value, choices);
  }
  return {};
}

std::string_view type_name(const Flag& flag) {
  return std::holds_alternative<double*>(flag.target) ? "float" : "integer";
}

// CLI11's errors do not say which flag; its results do.
std::string conversion_complaint(std::span<const Parsed> all) {
  for (const Parsed& parsed : all) {
    if (parsed.option->count() == 0 || std::holds_alternative<std::string*>(parsed.flag->target)) continue;
    const std::string value = given_value(parsed);
    double number = 0;
    std::int64_t whole = 0;
    const bool fits = std::holds_alternative<double*>(parsed.flag->target) ? CLI::detail::lexical_cast(value, number)
                                                                           : CLI::detail::lexical_cast(value, whole);
    if (!fits) {
      return fmt::format("Invalid value for {}: '{}' is not a valid {}.", quoted_names(*parsed.flag), value,
                         type_name(*parsed.flag));
    }
  }
  return "A value has the wrong form.";
}

int parse_and_run(const CommandPath& path, std::vector<std::string> words) {
  const Command& command = *path.back();
  CLI::App app;
  app.set_help_flag("");
  std::vector<Parsed> all;
  for (const Flag& flag : command.flags) all.push_back({&flag, add_flag(app, flag)});
  try {
    std::ranges::reverse(words);
    app.parse(words);
  } catch (const CLI::ExtrasError&) {
    return unknown_word(path, app.remaining().front());
  } catch (const CLI::ArgumentMismatch& wrong) {
    const std::string text = wrong.what();
    const std::string name = text.substr(0, text.find_first_of(": "));
    fmt::print(stderr, "Error: Option '{}' requires an argument.\n", name);
    return kMisused;
  } catch (const CLI::ConversionError&) {
    return usage_error(path, conversion_complaint(all));
  } catch (const CLI::ParseError& wrong) {
    return usage_error(path, wrong.what());
  }
  for (const Parsed& parsed : all) {
    if (const std::string wrong = complaint(parsed); !wrong.empty()) return usage_error(path, wrong);
  }
  for (const Parsed& parsed : all) {
    if (!parsed.flag->required || parsed.option->count() > 0) continue;
    const std::string names = quoted_names(*parsed.flag);
    return usage_error(path, names.empty() ? fmt::format("Missing argument '{}'.", split_names(*parsed.flag).positional)
                                           : fmt::format("Missing option {}.", names));
  }
  running = path;
  return command.run();
}

bool asks_for_help(std::span<const std::string> words, const Command& command) {
  const auto end = std::ranges::find(words, "--");
  const std::span before(words.begin(), end);
  if (std::ranges::find(before, "--help") != before.end()) return true;
  const std::vector<std::string> names = all_names(command);
  return std::ranges::find(names, "-h") == names.end() && std::ranges::find(before, "-h") != before.end();
}

}  // namespace

FlagNames split_names(const Flag& flag) {
  FlagNames split;
  for (const std::string& name : split_list(flag.names)) {
    if (name.starts_with('!')) {
      split.negated.push_back(name.substr(1));
    } else if (name.starts_with('-')) {
      split.named.push_back(name);
    } else {
      split.positional = name;
    }
  }
  return split;
}

bool takes_value(const Flag& flag) { return !std::holds_alternative<bool*>(flag.target); }

bool is_there(const Command& command, Shape shape) {
  return command.shape == Shape::kBoth || shape == Shape::kBoth || command.shape == shape;
}

const Command* child_named(const Command& command, std::string_view name, Shape shape) {
  const auto found = std::ranges::find_if(command.commands, [&](const Command& child) {
    return is_there(child, shape) &&
           (child.name == name || std::ranges::find(child.aliases, name) != child.aliases.end());
  });
  return found == command.commands.end() ? nullptr : &*found;
}

Shape running_shape() { return running_as; }

int misuse(std::string_view message) { return usage_error(running, message); }

int run_command_line(const Command& root, Shape shape, std::span<const std::string> words,
                     std::span<const std::string> other_commands) {
  CommandPath path = {&root};
  running_as = shape;
  while (!words.empty() && !path.back()->commands.empty() && !words.front().starts_with('-')) {
    const Command* child = child_named(*path.back(), words.front(), shape);
    if (!child) {
      return unknown_command(path, words.front(), shape,
                             path.size() == 1 ? other_commands : std::span<const std::string>());
    }
    path.push_back(child);
    words = words.subspan(1);
  }
  const Command& command = *path.back();
  if (asks_for_help(words, command)) {
    fmt::print("{}", help_text(command, full_name(path), shape));
    return kDone;
  }
  if (!command.run) {
    if (!words.empty()) return unknown_word(path, words.front());
    fmt::print(stderr, "{}", help_text(command, full_name(path), shape));
    return kMisused;
  }
  return parse_and_run(path, {words.begin(), words.end()});
}

}  // namespace cairn::cli
