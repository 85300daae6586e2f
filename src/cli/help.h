// What is known of a command, for people: at the terminal, in docs/cli.md, and as a manual page.
#pragma once

#include <string>
#include <string_view>

#include "cli/command.h"

namespace cairn::cli {

// "Usage: cairn runs list [OPTIONS]"
[[nodiscard]] std::string usage_line(const Command& command, std::string_view full_name);
[[nodiscard]] std::string help_text(const Command& command, std::string_view full_name, Shape shape);

// A row in a list of flags: "-p, --port INTEGER", and what it is for.
struct FlagRow {
  std::string names;
  std::string text;
};
[[nodiscard]] FlagRow flag_row(const Flag& flag);

}  // namespace cairn::cli
