// The commands for versioned data, as tables: `cairn add`, or `dvc add` where the program goes by that name. They
// parse, print and fail as DVC's do.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/data/arguments.h"
#include "cli/data/console.h"
#include "core/result.h"
#include "data/ops/source_spec.h"
#include "data/ops/sync.h"
#include "data/repo/repo.h"

namespace cairn::cli {

// The one whose files, messages and exit statuses ours are.
inline constexpr std::string_view kDvcVersion = "3.67.1";

enum class Takes : std::uint8_t { kNothing, kText, kOptionalText, kNumber, kTexts };

struct DataFlag {
  std::string_view names;  // "-r,--remote", or "targets" for a positional argument
  Takes takes = Takes::kNothing;
  std::string_view help;
  bool required = false;  // of a positional argument: there must be (at least) one
};

// What a command works with. The repository is opened, and locked for writers, before the command runs.
struct DataContext {
  const DataArguments& arguments;
  DataConsole& console;
  data::Progress& progress;
  data::Repo* repo = nullptr;  // null for commands that need none
  bool is_dvc = false;         // the program goes by that name: nothing is said that DVC doesn't say
};

enum class Needs : std::uint8_t { kNothing, kRepository, kLockedRepository };

// Which errors a command answers for: with exit status 1, and what it failed to do. Others end in 255.
enum class Answers : std::uint8_t { kNothing, kDvcErrors, kDvcAndMissingFiles };

struct DataCommand {
  std::string_view name;  // "add", "remote add"
  std::string_view help;
  std::span<const DataFlag> flags;
  std::span<const DataFlag> shared_flags = {};  // with other commands
  Needs needs = Needs::kRepository;
  Answers answers = Answers::kNothing;
  std::string_view failure = {};  // "failed to push data to the cloud", or empty
  bool hints = false;             // says at the end what to tell Git, or tells it
  bool takes_long = false;        // shows how far it is; --json makes that events
  Result<int> (*run)(const DataContext&);
  std::span<const std::string_view> aliases = {};
};

// -R and -d, where a command has them.
inline data::Recursion recursion_of(const DataArguments& arguments) {
  if (arguments.has("recursive")) return data::Recursion::kInto;
  return arguments.has("with-deps") ? data::Recursion::kWithDependencies : data::Recursion::kNone;
}

// Which repository a command looks into: its URL and --rev, --config, --remote, --remote-config.
inline constexpr DataFlag kSourceFlags[] = {
    {"--rev", Takes::kOptionalText, "Git revision (e.g. SHA, branch, tag)"},
    {"--config", Takes::kText, "Path to a config file that will be merged with the config in the target repository."},
    {"--remote", Takes::kText, "Remote name to set as a default in the target repository."},
    {"--remote-config", Takes::kTexts, "Remote config options (name=value) to merge with a remote's config."},
};
Result<data::SourceSpec> source_spec(const DataArguments& arguments);

// -j; 0 where it isn't given.
unsigned jobs_of(const DataArguments& arguments, const std::string& name = "jobs");

// -L: how many levels of directories.
Result<std::optional<std::size_t>> depth_limit(const DataArguments& arguments);

// The flags that push, fetch, pull and status -c share.
Result<data::SyncScope> sync_scope(const DataArguments& arguments);

// All of them, by what they are about.
std::span<const DataCommand> data_track_commands();
std::span<const DataCommand> data_status_commands();
std::span<const DataCommand> data_diff_commands();
std::span<const DataCommand> data_sync_commands();
std::span<const DataCommand> data_store_commands();
std::span<const DataCommand> data_import_commands();
std::span<const DataCommand> data_list_commands();
std::span<const DataCommand> data_setup_commands();
std::span<const DataCommand> data_config_commands();
std::span<const DataCommand> data_remote_commands();
std::span<const DataCommand> data_completion_commands();
// Those without help are for other programs.
std::vector<const DataCommand*> all_data_commands();

}  // namespace cairn::cli
