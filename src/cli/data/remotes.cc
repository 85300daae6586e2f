// Commands for the list of remotes: remote add, default, modify, list, remove, rename.
#include <fmt/format.h>
#include <initializer_list>

#include "cli/data/config_level.h"
#include "core/python_text.h"
#include "data/errors.h"
#include "data/files/paths.h"

namespace cairn::cli {
namespace {

using data::Config;
using data::ConfigLevel;
using data::ConfigSection;
using data::ConfigValues;

std::string remote_name(const DataContext& context) { return data::lower_ascii(context.arguments.text("name")); }

Error no_such_remote(const std::string& name) {
  return data::config_error(fmt::format("remote '{}' doesn't exist.", name));
}

// For a change that a higher level may shadow: in each level above `level`, and in `level` itself if `inclusive`.
template <class Change>
Status edit_shadowing(const Config& config, std::optional<ConfigLevel> level, bool inclusive, Change change) {
  const ConfigLevel lowest = level.value_or(ConfigLevel::kRepo);
  for (auto shadowing = data::kConfigLevels.rbegin(); shadowing != data::kConfigLevels.rend(); ++shadowing) {
    if (*shadowing == lowest && !inclusive) break;
    TRY(edit_level(config, *shadowing, [&](ConfigValues& values) -> Status {
      change(values);
      return {};
    }));
    if (*shadowing == lowest) break;
  }
  return {};
}

constexpr DataFlag kRemoteAddFlags[] = {
    {"name", Takes::kText, "Name of the remote", true},
    {"url", Takes::kText, "Remote location. See full list of supported URLs at <https://man.dvc.org/remote>", true},
    {"-d,--default", Takes::kNothing, "Set as default remote."},
    {"-f,--force", Takes::kNothing, "Force overwriting existing configs"},
};

Result<int> run_remote_add(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  const std::string name = remote_name(context);
  if (arguments.has("default")) context.console.line(fmt::format("Setting '{}' as a default remote.", name));
  TRY(edit_level(config_here(), level_of(arguments), [&](ConfigValues& values) -> Status {
    if (values.remote(name) && !arguments.has("force"))
      return data::config_error(fmt::format("remote '{}' already exists. Use `-f|--force` to overwrite it.", name));
    ConfigSection& remote = values.remotes()[name];
    remote = {};
    remote["url"] = {.name = "url", .value = arguments.text("url"), .written = {}};
    if (arguments.has("default")) values.sections["core"]["remote"] = {.name = "remote", .value = name, .written = {}};
    return {};
  }));
  return 0;
}

constexpr DataFlag kRemoteRemoveFlags[] = {
    {"name", Takes::kText, "Name of the remote to remove.", true},
};

Result<int> run_remote_remove(const DataContext& context) {
  const Config config = config_here();
  const auto level = level_of(context.arguments);
  const std::string name = remote_name(context);
  TRY(edit_level(config, level, [&](ConfigValues& values) -> Status {
    if (!values.remote(name)) return no_such_remote(name);
    values.remotes().erase(name);
    return {};
  }));
  TRY(edit_shadowing(config, level, true, [&](ConfigValues& values) {
    if (values.text("core", "remote") == name) values.sections["core"].erase("remote");
  }));
  return 0;
}

constexpr DataFlag kRemoteModifyFlags[] = {
    {"name", Takes::kText, "Name of the remote", true},
    {"option", Takes::kText, "Name of the option to modify.", true},
    {"value", Takes::kText, "(optional) Value of the option."},
    {"-u,--unset", Takes::kNothing, "Unset option."},
};

Result<int> run_remote_modify(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  const Config config = config_here();
  const auto level = level_of(arguments);
  const std::string name = remote_name(context), option = arguments.text("option");
  TRY(edit_level(config, level, [&](ConfigValues& values) -> Status {
    ConfigValues merged = TRY(config.read_merged(level));
    data::merge_config(merged, values);
    if (!merged.remote(name)) return no_such_remote(name);
    ConfigSection& remote = values.remotes()[name];
    if (arguments.has("unset"))
      remote.erase(option);
    else
      remote[option] = {.name = option, .value = arguments.text("value", "None"), .written = {}};
    return {};
  }));
  return 0;
}

constexpr DataFlag kRemoteDefaultFlags[] = {
    {"name", Takes::kText, "Name of the remote"},
    {"-u,--unset", Takes::kNothing, "Unset default remote."},
};

Result<int> run_remote_default(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  const Config config = config_here();
  const auto level = level_of(arguments);
  if (!arguments.has("name") && !arguments.has("unset")) {
    TRY(check_level(config, level));
    const ConfigValues values = TRY(level ? config.read(*level) : config.read_merged());
    const data::IniValue* remote = values.find("core", "remote");
    context.console.line(remote ? shown_value(*remote) : "No default remote set");
    return remote ? 0 : 1;
  }
  const std::string name = remote_name(context);
  TRY(edit_level(config, level, [&](ConfigValues& values) -> Status {
    if (arguments.has("unset")) {
      values.sections["core"].erase("remote");
      return {};
    }
    const ConfigValues merged = TRY(config.read_merged(level));
    if (!values.remote(name) && !merged.remote(name))
      return data::config_error("default remote must be present in remote list.");
    values.sections["core"]["remote"] = {.name = "remote", .value = name, .written = {}};
    return {};
  }));
  return 0;
}

// Columns of 8 characters, as tabs would show them.
std::string with_tab_stops(std::initializer_list<std::string_view> cells) {
  std::string line;
  for (const std::string_view cell : cells) {
    if (!line.empty()) line.append(8 - line.size() % 8, ' ');
    line += cell;
  }
  return line;
}

Result<int> run_remote_list(const DataContext& context) {
  const Config config = config_here();
  const auto level = level_of(context.arguments);
  TRY(check_level(config, level));
  ConfigValues values = TRY(level ? config.read(*level) : config.read_merged());
  const std::string standard = values.text("core", "remote");
  for (const auto& [name, remote] : values.remotes()) {
    const data::ConfigOption* url = remote.find("url");
    const std::string text = url ? shown_value(url->value) : "";
    context.console.line(name == standard ? with_tab_stops({name, text, "(default)"}) : with_tab_stops({name, text}));
  }
  return 0;
}

constexpr DataFlag kRemoteRenameFlags[] = {
    {"name", Takes::kText, "Remote to be renamed", true},
    {"new", Takes::kText, "New name of the remote", true},
};

Result<int> run_remote_rename(const DataContext& context) {
  const Config config = config_here();
  const auto level = level_of(context.arguments);
  const std::string name = remote_name(context), renamed = context.arguments.text("new");
  const ConfigValues merged = TRY(config.read_merged());
  if (merged.remote(renamed))
    return data::config_error(fmt::format("Rename failed. Remote name {} already exists.", python_repr(renamed)));
  const auto rename_default = [&](ConfigValues& values) {
    if (values.text("core", "remote") == name) values.sections["core"]["remote"].value = renamed;
  };
  TRY(edit_level(config, level, [&](ConfigValues& values) -> Status {
    const ConfigSection* remote = values.remote(name);
    if (!remote) return no_such_remote(name);
    const ConfigSection copy = *remote;
    values.remotes()[renamed] = copy;
    values.remotes().erase(name);
    rename_default(values);
    return {};
  }));
  TRY(edit_shadowing(config, level, false, rename_default));
  return 0;
}

}  // namespace

std::span<const DataCommand> data_remote_commands() {
  static constexpr DataCommand kCommands[] = {
      {.name = "remote add",
       .help = "Add a new data remote.",
       .flags = kRemoteAddFlags,
       .shared_flags = kLevelFlags,
       .needs = Needs::kNothing,
       .run = run_remote_add},
      {.name = "remote default",
       .help = "Set/unset the default data remote.",
       .flags = kRemoteDefaultFlags,
       .shared_flags = kLevelFlags,
       .needs = Needs::kNothing,
       .run = run_remote_default},
      {.name = "remote modify",
       .help = "Modify the configuration of a data remote.",
       .flags = kRemoteModifyFlags,
       .shared_flags = kLevelFlags,
       .needs = Needs::kNothing,
       .run = run_remote_modify},
      {.name = "remote list",
       .help = "List all available data remotes.",
       .flags = {},
       .shared_flags = kLevelFlags,
       .needs = Needs::kNothing,
       .run = run_remote_list},
      {.name = "remote remove",
       .help = "Remove a data remote.",
       .flags = kRemoteRemoveFlags,
       .shared_flags = kLevelFlags,
       .needs = Needs::kNothing,
       .run = run_remote_remove},
      {.name = "remote rename",
       .help = "Rename a DVC remote",
       .flags = kRemoteRenameFlags,
       .shared_flags = kLevelFlags,
       .needs = Needs::kNothing,
       .run = run_remote_rename},
  };
  return kCommands;
}

}  // namespace cairn::cli
