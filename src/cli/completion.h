// Completion of command lines in shells: a script for each shell, which asks the program itself what may follow.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/manual.h"

namespace cairn::cli {

// What may stand in place of the last word, given those before it. The last word may be empty.
[[nodiscard]] std::vector<std::string> completions(const Command& root, Shape shape,
                                                   const std::vector<OtherCommand>& others,
                                                   std::span<const std::string> words);

// `shell` is bash, zsh or fish.
[[nodiscard]] std::string completion_script(std::string_view shell, const std::string& program);

}  // namespace cairn::cli
