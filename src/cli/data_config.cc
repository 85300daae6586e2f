// Commands that read and change configuration: config, remote, cache dir.
#include <algorithm>
#include <fmt/format.h>

#include "cli/data_command.h"
#include "core/python_text.h"
#include "data/errors.h"
#include "data/files/paths.h"
#include "data/repo/config.h"

namespace cairn::cli {
namespace {

using data::Config;
using data::ConfigLevel;
using data::ConfigSection;
using data::ConfigValues;

struct LevelFlag {
  std::string_view name;
  ConfigLevel level;
};
constexpr LevelFlag kLevels[] = {{"global", ConfigLevel::kGlobal},
                                 {"system", ConfigLevel::kSystem},
                                 {"project", ConfigLevel::kRepo},
                                 {"local", ConfigLevel::kLocal}};

constexpr DataFlag kLevelFlags[] = {
    {"--global", Takes::kNothing, "Use global config."},
    {"--system", Takes::kNothing, "Use system config."},
    {"--project", Takes::kNothing, "Use project config (.dvc/config)."},
    {"--local", Takes::kNothing, "Use local config (.dvc/config.local)."},
};

Config config_here() {
  const auto root = data::Repo::find_root(data::working_directory());
  return Config(root.ok() ? *root + "/.dvc" : "");
}

std::optional<ConfigLevel> level_of(const DataArguments& arguments) {
  for (const LevelFlag& flag : kLevels)
    if (arguments.has(std::string(flag.name))) return flag.level;
  return std::nullopt;
}

Status check_level(const Config& config, std::optional<ConfigLevel> level) {
  const bool of_repository = level == ConfigLevel::kRepo || level == ConfigLevel::kLocal;
  if (of_repository && !config.in_repository()) return data::config_error("Not inside a DVC repo");
  return {};
}

// Reads one level, lets `change` edit it, and writes it.
template <class Change>
Status edit(const Config& config, std::optional<ConfigLevel> level, Change change) {
  const ConfigLevel target = level.value_or(ConfigLevel::kRepo);
  TRY(check_level(config, target));
  ConfigValues values = TRY(config.read(target));
  TRY(change(values));
  return config.write(target, values);
}

std::string shown(const data::IniValue& value) {
  return value.is_list ? python_repr(std::span<const std::string>(value.items)) : value.text;
}

// "section.option" or "remote.name.option".
struct OptionName {
  std::string kind;  // "remote" or "db" for the second form
  std::string section;
  std::string option;
};

Result<OptionName> parse_name(std::string_view name) {
  OptionName result;
  for (const std::string_view kind : {"remote", "db"}) {
    const bool has_kind =
        name.starts_with(kind) && name.substr(kind.size()).starts_with('.') && std::ranges::count(name, '.') == 2;
    if (!has_kind) continue;
    result.kind = kind;
    name.remove_prefix(kind.size() + 1);
  }
  if (std::ranges::count(name, '.') != 1)
    return Error(ErrorCode::kInvalidParameterValue,
                 "argument name: name argument should look like remote.name.option or db.name.option or "
                 "section.option");
  result.section = data::lower_ascii(name.substr(0, name.find('.')));
  result.option = data::lower_ascii(name.substr(name.find('.') + 1));
  return result;
}

const ConfigSection* find_section(const ConfigValues& values, const OptionName& name) {
  if (name.kind.empty()) return values.sections.find(name.section);
  const auto* sections = values.named.find(name.kind);
  return sections ? sections->find(name.section) : nullptr;
}

Status check_option(const ConfigValues& values, const OptionName& name) {
  const std::string kind = name.kind.empty() ? "section" : name.kind;
  const ConfigSection* section = find_section(values, name);
  if (!section) return data::config_error(fmt::format("{} '{}' doesn't exist", kind, name.section));
  if (!section->find(name.option))
    return data::config_error(fmt::format("option '{}' doesn't exist in {} '{}'", name.option, kind, name.section));
  return {};
}

std::string origin_of(const Config& config, ConfigLevel level, bool wanted) {
  if (!wanted) return "";
  const std::string file = config.file(level);
  const bool of_repository = level == ConfigLevel::kRepo || level == ConfigLevel::kLocal;
  return (of_repository ? data::relative_path(file, data::parent_path(data::parent_path(file))) : file) + '\t';
}

Result<std::vector<ConfigLevel>> levels_to_read(const Config& config, const DataArguments& arguments) {
  if (const auto level = level_of(arguments)) {
    TRY(check_level(config, level));
    return std::vector{*level};
  }
  if (!config.in_repository()) return std::vector{ConfigLevel::kSystem, ConfigLevel::kGlobal};
  return std::vector(data::kConfigLevels.begin(), data::kConfigLevels.end());
}

Result<int> list_options(const Config& config, const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  if (arguments.has("name") || arguments.has("value") || arguments.has("unset")) {
    context.console.error("-l/--list can't be used together with any of these options: -u/--unset, name, value");
    return 1;
  }
  for (const ConfigLevel level : TRY(levels_to_read(config, arguments))) {
    const ConfigValues values = TRY(config.read(level));
    const std::string origin = origin_of(config, level, arguments.has("show-origin"));
    const auto write = [&](const std::string& section, const ConfigSection& options) {
      for (const auto& [name, option] : options)
        context.console.line(fmt::format("{}{}.{}={}", origin, section, name, shown(option.value)));
    };
    for (const auto& [kind, sections] : values.named)
      for (const auto& [name, options] : sections) write(fmt::format("{}.{}", kind, name), options);
    for (const auto& [name, options] : values.sections) write(name, options);
  }
  return 0;
}

Result<int> get_option(const Config& config, const OptionName& name, const DataContext& context) {
  std::vector<ConfigLevel> levels = TRY(levels_to_read(config, context.arguments));
  std::ranges::reverse(levels);
  for (const ConfigLevel level : levels) {
    const ConfigValues values = TRY(config.read(level));
    const Status there = check_option(values, name);
    if (!there.ok() && level_of(context.arguments)) return there.error();
    if (!there.ok()) continue;
    const std::string origin = origin_of(config, level, context.arguments.has("show-origin"));
    context.console.line(origin + shown(find_section(values, name)->find(name.option)->value));
    break;
  }
  return 0;
}

Result<int> set_option(const Config& config, const OptionName& name, const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  TRY(edit(config, level_of(arguments), [&](ConfigValues& values) -> Status {
    if (arguments.has("unset")) TRY(check_option(values, name));
    ConfigSection& section = name.kind.empty() ? values.sections[name.section] : values.named[name.kind][name.section];
    if (arguments.has("unset"))
      section.erase(name.option);
    else
      section[name.option] = {.name = name.option, .value = arguments.text("value"), .written = {}};
    return {};
  }));
  return 0;
}

constexpr DataFlag kConfigFlags[] = {
    {"-u,--unset", Takes::kNothing, "Unset option."},
    {"name", Takes::kText, "Option name (section.option or remote.name.option)."},
    {"value", Takes::kText, "Option value."},
    {"-l,--list", Takes::kNothing, "List all defined config values."},
    {"--show-origin", Takes::kNothing, "Show the source file containing each config value."},
};

Result<int> run_config(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  const Config config = config_here();
  if (arguments.has("show-origin") && (arguments.has("value") || arguments.has("unset"))) {
    context.console.error("--show-origin can't be used together with any of these options: -u/--unset, value");
    return 1;
  }
  if (arguments.has("list")) return list_options(config, context);
  if (!arguments.has("name")) {
    context.console.error("name argument is required");
    return 1;
  }
  const auto name = parse_name(arguments.text("name"));
  if (!name.ok()) return name.error();
  if (!arguments.has("value") && !arguments.has("unset")) return get_option(config, *name, context);
  return set_option(config, *name, context);
}

// ------------------------------------------------------------------------------------------------- remotes

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
    TRY(edit(config, *shadowing, [&](ConfigValues& values) -> Status {
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
  TRY(edit(config_here(), level_of(arguments), [&](ConfigValues& values) -> Status {
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
  TRY(edit(config, level, [&](ConfigValues& values) -> Status {
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
  TRY(edit(config, level, [&](ConfigValues& values) -> Status {
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
    context.console.line(remote ? shown(*remote) : "No default remote set");
    return remote ? 0 : 1;
  }
  const std::string name = remote_name(context);
  TRY(edit(config, level, [&](ConfigValues& values) -> Status {
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
    const std::string text = url ? shown(url->value) : "";
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
  TRY(edit(config, level, [&](ConfigValues& values) -> Status {
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

// ------------------------------------------------------------------------------------------------- the cache

constexpr DataFlag kCacheDirFlags[] = {
    {"-u,--unset", Takes::kNothing, "Unset option."},
    {"value", Takes::kText,
     "Path to cache directory. Relative paths are resolved relative to the current directory and saved to config "
     "relative to the config file location. If no path is provided, it returns the current cache directory."},
};

Result<int> run_cache_dir(const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  const Config config = config_here();
  const auto level = level_of(arguments);
  const OptionName name{"", "cache", "dir"};
  if (!arguments.has("value") && !arguments.has("unset")) {
    TRY(check_level(config, level));
    const ConfigValues values = TRY(level ? config.read(*level) : config.load());
    const Status there = check_option(values, name);
    if (!there.ok() && (!config.in_repository() || level)) return there.error();
    context.console.line(there.ok() ? values.text("cache", "dir")
                                    : data::parent_path(config.file(ConfigLevel::kRepo)) + "/cache");
    return 0;
  }
  TRY(edit(config, level, [&](ConfigValues& values) -> Status {
    if (arguments.has("unset")) {
      TRY(check_option(values, name));
      values.sections["cache"].erase("dir");
    } else {
      values.sections["cache"]["dir"] = {.name = "dir", .value = arguments.text("value"), .written = {}};
    }
    return {};
  }));
  return 0;
}

constexpr DataCommand kCommands[] = {
    {.name = "config",
     .help = "Get or set config options.",
     .flags = kConfigFlags,
     .shared_flags = kLevelFlags,
     .needs = Needs::kNothing,
     .run = run_config},
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
    {.name = "cache dir",
     .help = "Configure cache directory location.",
     .flags = kCacheDirFlags,
     .shared_flags = kLevelFlags,
     .needs = Needs::kNothing,
     .run = run_cache_dir},
};

}  // namespace

std::span<const DataCommand> data_config_commands() { return kCommands; }

}  // namespace cairn::cli
