// The manual made of the commands' tables: docs/cli.md, and pages for man.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace cairn::cli {

// A command that stands in another table: DVC's.
struct OtherCommand {
  std::string name;
  std::string help;
};

[[nodiscard]] std::string manual_as_markdown(const Command& root, const std::vector<OtherCommand>& others);

struct ManualPage {
  std::string file;  // "cairn-runs.1"
  std::string text;
};
// One of the program, and one of each group of commands.
[[nodiscard]] std::vector<ManualPage> manual_pages(const Command& root, const std::vector<OtherCommand>& others);

}  // namespace cairn::cli
