// Runs a command for versioned data.
#pragma once

#include <string_view>

namespace cairn::cli {

// Whether a word is the first one of such a command: "add", "remote".
bool is_data_command(std::string_view word);

// Runs argv[1…] and returns the exit status. As `dvc` if argv[0] says so.
int data_main(int argc, char** argv);

}  // namespace cairn::cli
