#include "cli/completion.h"

#include <algorithm>
#include <fmt/format.h>

namespace cairn::cli {
namespace {

// {0} is the program. Where nothing is offered, the shell completes files.
constexpr std::string_view kBash = R"sh(# {0} completion for bash: eval "$({0} completion bash)"
_{0}_complete() {{
  local IFS=$'\n'
  COMPREPLY=($({0} __complete "${{COMP_WORDS[@]:1:COMP_CWORD}}" 2>/dev/null))
}}
complete -o default -F _{0}_complete {0}
)sh";
constexpr std::string_view kZsh = R"sh(#compdef {0}
# {0} completion for zsh: eval "$({0} completion zsh)"
_{0}_complete() {{
  local -a offered
  offered=("${{(@f)$({0} __complete "${{(@)words[2,$CURRENT]}}" 2>/dev/null)}}")
  if [[ -n "$offered" ]]; then compadd -a offered; else _files; fi
}}
compdef _{0}_complete {0}
)sh";
constexpr std::string_view kFish = R"sh(# {0} completion for fish: {0} completion fish | source
complete -c {0} -a '({0} __complete (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'
)sh";

// A flag that the word is a name of, or null.
const Flag* flag_named(const Command& command, const std::string& word) {
  for (const Flag& flag : command.flags) {
    const FlagNames names = split_names(flag);
    if (std::ranges::find(names.named, word) != names.named.end()) return &flag;
  }
  return nullptr;
}

void offer_flags(const Command& command, std::vector<std::string>& offered) {
  for (const Flag& flag : command.flags) {
    const FlagNames names = split_names(flag);
    for (const auto* list : {&names.named, &names.negated}) {
      std::ranges::copy_if(*list, std::back_inserter(offered), [](auto& name) { return name.starts_with("--"); });
    }
  }
  offered.emplace_back("--help");
}

}  // namespace

std::vector<std::string> completions(const Command& root, Shape shape, const std::vector<OtherCommand>& others,
                                     std::span<const std::string> words) {
  const std::string last = words.empty() ? "" : words.back();
  if (!words.empty()) words = words.first(words.size() - 1);
  const Command* command = &root;
  std::string before;
  for (const std::string& word : words) {
    const Command* child = command->commands.empty() ? nullptr : child_named(*command, word, shape);
    if (!child && command == &root) return {};  // DVC's, with files for words
    if (child) command = child;
    before = word;
  }
  std::vector<std::string> offered;
  const Flag* waiting = flag_named(*command, before);
  if (waiting && takes_value(*waiting)) {
    offered = waiting->choices;
  } else if (last.starts_with('-')) {
    offer_flags(*command, offered);
  } else {
    for (const Command& child : command->commands) {
      if (is_there(child, shape) && !child.hidden) offered.push_back(child.name);
    }
    if (command == &root) {
      for (const OtherCommand& other : others) offered.push_back(other.name.substr(0, other.name.find(' ')));
    }
  }
  std::erase_if(offered, [&](const std::string& word) { return !word.starts_with(last); });
  std::ranges::sort(offered);
  offered.erase(std::unique(offered.begin(), offered.end()), offered.end());
  return offered;
}

std::string completion_script(std::string_view shell, const std::string& program) {
  const std::string_view script = shell == "bash" ? kBash : shell == "zsh" ? kZsh : kFish;
  return fmt::format(fmt::runtime(script), program);
}

}  // namespace cairn::cli
