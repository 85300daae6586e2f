// Commands that other programs call: completion, for shells, and merge-driver, for Git.
#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "cli/data/command.h"
#include "data/errors.h"
#include "data/ops/merge.h"

namespace cairn::cli {
namespace {

// Words that may follow: the second word of commands that have two, then the command's flags, then files.
constexpr std::string_view kScript = R"(_{0}() {{
  local current="${{COMP_WORDS[COMP_CWORD]}}" command="${{COMP_WORDS[1]}}" words=""
  if [ "$COMP_CWORD" -gt 1 ]; then
    case "$command ${{COMP_WORDS[2]}}" in
{2}    esac
    [ -n "$words" ] || case "$command" in
{3}    esac
  else
    words="{1}"
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o bashdefault -o default -F _{0} {0}
)";

std::string flags_of(const DataCommand& command) {
  std::string words;
  for (const auto flags : {command.flags, command.shared_flags})
    for (const DataFlag& flag : flags)
      if (flag.names.starts_with('-')) words += (words.empty() ? "" : " ") + std::string(flag.names);
  std::ranges::replace(words, ',', ' ');
  return words;
}

std::string completion_script(std::string_view program) {
  std::set<std::string> first_words;
  std::map<std::string, std::string> one_word, two_words;
  for (const DataCommand* command : all_data_commands()) {
    if (command->help.empty()) continue;
    const std::string name(command->name);
    const std::size_t space = name.find(' ');
    first_words.insert(name.substr(0, space));
    if (space == std::string::npos) {
      one_word[name] = flags_of(*command);
      continue;
    }
    two_words[name] = flags_of(*command);
    one_word[name.substr(0, space)] += name.substr(space);
  }
  const auto cases = [](const std::map<std::string, std::string>& words) {
    std::string text;
    for (const auto& [name, following] : words) text += fmt::format("      \"{}\") words=\"{}\" ;;\n", name, following);
    return text;
  };
  return fmt::format(kScript, program, fmt::join(first_words, " "), cases(two_words), cases(one_word));
}

constexpr DataFlag kCompletionFlags[] = {
    {"-s,--shell", Takes::kText, "Shell syntax for completions: bash or zsh."},
};

Result<int> run_completion(const DataContext& context) {
  const std::string shell = context.arguments.text("shell", "bash");
  if (shell != "bash" && shell != "zsh")
    return invalid_parameter(
        fmt::format("argument -s/--shell: invalid choice: '{}' (choose from 'bash', 'zsh')", shell));
  if (shell == "zsh") context.console.line("autoload -Uz compinit bashcompinit && compinit && bashcompinit");
  context.console.line(completion_script(context.is_dvc ? "dvc" : "cairn"));
  return 0;
}

constexpr DataFlag kMergeFlags[] = {
    {"--ancestor", Takes::kText, "Ancestor's version of the conflicting file."},
    {"--our", Takes::kText, "Current version of the conflicting file."},
    {"--their", Takes::kText, "Other branch's version of the conflicting file."},
};

Result<int> run_merge(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  TRY(data::merge_stage_files(*context.repo, arguments.text("ancestor"), arguments.text("our"),
                              arguments.text("their")));
  return 0;
}

}  // namespace

std::span<const DataCommand> data_completion_commands() {
  static constexpr DataCommand kCommands[] = {
      {.name = "completion",
       .help = "Generate shell tab completion.",
       .flags = kCompletionFlags,
       .needs = Needs::kNothing,
       .run = run_completion},
      {.name = "merge-driver", .help = "", .flags = kMergeFlags, .run = run_merge},
  };
  return kCommands;
}

}  // namespace cairn::cli
