// Commands and their flags as data: the parser, the help and (later) the manual pages are made from these tables.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace cairn::cli {

struct Flag {
  std::string names;  // "--port,-p"; "--a,!--no-a" for a switch with an opposite; "uri" for a positional argument
  std::variant<std::string*, std::int64_t*, bool*, std::vector<std::string>*> target;  // holds the default already
  std::string help;
  std::string env;  // the environment variable that sets it, or empty
  bool required = false;
};

struct Command {
  std::string name;
  std::string help;
  std::string example = {};
  std::vector<Flag> flags = {};
  std::function<int()> run = {};  // the exit status: 0 done, 1 failed, 2 misused
  std::vector<Command> commands = {};
  std::vector<std::string> aliases = {};
};

inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;
inline constexpr int kMisused = 2;

int run_command_line(const Command& root, int argc, char** argv);

}  // namespace cairn::cli
