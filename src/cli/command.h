// Commands and their flags as data: the parser, the help, the manual pages, the reference in docs/ and the shells'
// completion are made from these tables.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace cairn::cli {

struct Flag {
  std::string names;  // "--port,-p"; "--a,!--no-a" for a switch with an opposite; "uri" for a positional argument
  // Holds the default already.
  std::variant<std::string*, std::int64_t*, bool*, std::vector<std::string>*, double*, std::optional<std::int64_t>*>
      target;
  std::string help;
  std::string env = {};  // the environment variable that sets it, or empty
  bool required = false;
  std::string value = {};                 // what the help calls the value: "ID"; empty: by its type
  std::vector<std::string> choices = {};  // the values that there are; empty: any
};

inline constexpr std::string_view kMlflowVersion = "3.17.2";  // whose command line ours is, by that name

// Under which names of the program a command is there.
enum class Shape : std::uint8_t { kBoth, kCairn, kMlflow };

struct Command {
  std::string name;
  std::string help;
  std::string example = {};
  std::vector<Flag> flags = {};
  std::function<int()> run = {};  // the exit status: 0 done, 1 failed, 2 misused
  std::vector<Command> commands = {};
  std::vector<std::string> aliases = {};
  Shape shape = Shape::kBoth;
  bool hidden = false;  // from help and completion
};

inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;
inline constexpr int kMisused = 2;

// A flag's names, taken apart.
struct FlagNames {
  std::vector<std::string> named;    // "-p", "--port"
  std::vector<std::string> negated;  // "--no-port"
  std::string positional;            // "uri"
};
[[nodiscard]] FlagNames split_names(const Flag& flag);

[[nodiscard]] bool takes_value(const Flag& flag);
[[nodiscard]] bool is_there(const Command& command, Shape shape);
// The child of that name, or null.
[[nodiscard]] const Command* child_named(const Command& command, std::string_view name, Shape shape);

// Under which name the program runs.
[[nodiscard]] Shape running_shape();

// What a command says when its flags do not fit together: `run` throws nothing, it returns this.
int misuse(std::string_view message);

// Words that the user may have meant in place of a command: from other tables than the root's.
int run_command_line(const Command& root, Shape shape, std::span<const std::string> words,
                     std::span<const std::string> other_commands = {});

}  // namespace cairn::cli
