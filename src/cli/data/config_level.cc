#include "cli/data/config_level.h"

#include <span>
#include <string_view>

#include "core/python_text.h"
#include "data/errors.h"
#include "data/files/paths.h"

namespace cairn::cli {
namespace {

struct LevelFlag {
  std::string_view name;
  data::ConfigLevel level;
};
constexpr LevelFlag kLevels[] = {{"global", data::ConfigLevel::kGlobal},
                                 {"system", data::ConfigLevel::kSystem},
                                 {"project", data::ConfigLevel::kRepo},
                                 {"local", data::ConfigLevel::kLocal}};

}  // namespace

data::Config config_here() {
  const auto root = data::Repo::find_root(data::working_directory());
  return data::Config(root.ok() ? *root + "/.dvc" : "");
}

std::optional<data::ConfigLevel> level_of(const DataArguments& arguments) {
  for (const LevelFlag& flag : kLevels)
    if (arguments.has(std::string(flag.name))) return flag.level;
  return std::nullopt;
}

bool is_of_repository(std::optional<data::ConfigLevel> level) {
  return level == data::ConfigLevel::kRepo || level == data::ConfigLevel::kLocal;
}

Status check_level(const data::Config& config, std::optional<data::ConfigLevel> level) {
  if (is_of_repository(level) && !config.in_repository()) return data::config_error("Not inside a DVC repo");
  return {};
}

std::string shown_value(const data::IniValue& value) {
  return value.is_list ? python_repr(std::span<const std::string>(value.items)) : value.text;
}

}  // namespace cairn::cli
