// Runs other programs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace cairn::data {

struct ProcessOutput {
  int exit_status = 0;
  std::string out;
  std::string err;
};

// Runs a program to its end in `directory`, with `input` on its standard input. Found through PATH. Variables
// ("NAME=value") come before those of this process.
Result<ProcessOutput> run_process(const std::vector<std::string>& arguments, const std::string& directory,
                                  std::string_view input = {}, const std::vector<std::string>& variables = {});

}  // namespace cairn::data
