// The level of configuration that a command is about: --global, --system, --project or --local.
#pragma once

#include <optional>
#include <string>

#include "cli/data/command.h"
#include "data/repo/config.h"

namespace cairn::cli {

inline constexpr DataFlag kLevelFlags[] = {
    {"--global", Takes::kNothing, "Use global config."},
    {"--system", Takes::kNothing, "Use system config."},
    {"--project", Takes::kNothing, "Use project config (.dvc/config)."},
    {"--local", Takes::kNothing, "Use local config (.dvc/config.local)."},
};

// Of the repository around the working directory, if there is one.
data::Config config_here();

// What the flags say, if anything.
std::optional<data::ConfigLevel> level_of(const DataArguments& arguments);

// Whether the level belongs to a repository, which must then be there.
[[nodiscard]] bool is_of_repository(std::optional<data::ConfigLevel> level);
Status check_level(const data::Config& config, std::optional<data::ConfigLevel> level);

// Reads one level, lets `change` edit it, and writes it.
template <class Change>
Status edit_level(const data::Config& config, std::optional<data::ConfigLevel> level, Change change) {
  const data::ConfigLevel target = level.value_or(data::ConfigLevel::kRepo);
  TRY(check_level(config, target));
  data::ConfigValues values = TRY(config.read(target));
  TRY(change(values));
  return config.write(target, values);
}

// A value as the user sees it.
std::string shown_value(const data::IniValue& value);

}  // namespace cairn::cli
