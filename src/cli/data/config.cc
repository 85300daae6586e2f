// Commands that read and change configuration: config, cache dir.
#include <algorithm>
#include <fmt/format.h>

#include "cli/data/config_level.h"
#include "data/errors.h"
#include "data/files/paths.h"

namespace cairn::cli {
namespace {

using data::Config;
using data::ConfigLevel;
using data::ConfigSection;
using data::ConfigValues;

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
  return (is_of_repository(level) ? data::relative_path(file, data::parent_path(data::parent_path(file))) : file) +
         '\t';
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
        context.console.line(fmt::format("{}{}.{}={}", origin, section, name, shown_value(option.value)));
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
    context.console.line(origin + shown_value(find_section(values, name)->find(name.option)->value));
    break;
  }
  return 0;
}

Result<int> set_option(const Config& config, const OptionName& name, const DataContext& context) {
  const DataArguments& arguments = context.arguments;
  TRY(edit_level(config, level_of(arguments), [&](ConfigValues& values) -> Status {
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
  TRY(edit_level(config, level, [&](ConfigValues& values) -> Status {
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

}  // namespace

std::span<const DataCommand> data_config_commands() {
  static constexpr DataCommand kCommands[] = {
      {.name = "config",
       .help = "Get or set config options.",
       .flags = kConfigFlags,
       .shared_flags = kLevelFlags,
       .needs = Needs::kNothing,
       .run = run_config},
      {.name = "cache dir",
       .help = "Configure cache directory location.",
       .flags = kCacheDirFlags,
       .shared_flags = kLevelFlags,
       .needs = Needs::kNothing,
       .run = run_cache_dir},
  };
  return kCommands;
}

}  // namespace cairn::cli
