// Runs a command for versioned data.
#pragma once

#include <string_view>

namespace cairn::cli {

// Whether the program is to answer as DVC does, by argv[0].
bool is_called_dvc(std::string_view program);

// Whether a word is the first one of such a command: "add", "remote".
bool is_data_command(std::string_view word);

// Runs argv[1…] and returns the exit status. As `dvc` if argv[0] says so.
int data_main(int argc, char** argv);

}  // namespace cairn::cli
