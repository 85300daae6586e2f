#include "data/repo/config.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>

#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/repo/config_schema.h"

namespace cairn::data {
namespace {

struct PathOption {
  std::string_view kind;  // "cache", or the kind of a named section
  std::string_view name;
};
constexpr PathOption kPathOptions[] = {
    {"cache", "dir"},
    {"remote", "url"},
    {"remote", "gdrive_user_credentials_file"},
    {"remote", "gdrive_service_account_json_file_path"},
    {"remote", "credentialpath"},
    {"remote", "configpath"},
    {"remote", "keyfile"},
    {"remote", "cert_path"},
    {"remote", "key_path"},
    {"machine", "startup_script"},
    {"machine", "setup_script"},
};
constexpr std::string_view kNamedKinds[] = {"remote", "machine", "db"};

bool holds_path(std::string_view kind, std::string_view name) {
  return std::ranges::any_of(kPathOptions,
                             [&](const PathOption& option) { return option.kind == kind && option.name == name; });
}

bool has_scheme(std::string_view text) {
  const auto word = [](char c) {
    return (c | 32) >= 'a' && (c | 32) <= 'z' ? true : (c >= '0' && c <= '9') || c == '_';
  };
  const std::size_t end = text.find("://");
  return end != std::string_view::npos && end > 0 && std::ranges::all_of(text.substr(0, end), word);
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

std::string global_directory() {
  if (std::string set = environment("DVC_GLOBAL_CONFIG_DIR"); !set.empty()) return set;
  if (std::string base = environment("XDG_CONFIG_HOME"); !base.empty()) return base + "/dvc";
  return expand_home("~/.config/dvc");
}

std::string system_directory() {
  if (std::string set = environment("DVC_SYSTEM_CONFIG_DIR"); !set.empty()) return set;
  const std::string base = environment("XDG_CONFIG_DIRS");
  return (base.empty() ? "/etc/xdg" : base.substr(0, base.find(':'))) + "/dvc";
}

// ['remote "name"'] → "remote" and "name".
std::optional<std::pair<std::string_view, std::string>> named_section(std::string_view section) {
  for (const std::string_view kind : kNamedKinds) {
    if (!section.starts_with(kind)) continue;
    const std::size_t open = section.find('"'), close = section.rfind('"');
    if (open == std::string_view::npos || close == open) continue;
    return std::pair(kind, std::string(section.substr(open + 1, close - open - 1)));
  }
  return std::nullopt;
}

void resolve_path(ConfigOption& option, const std::string& directory) {
  std::string& text = option.value.text;
  if (option.value.is_list || has_scheme(text) || text.starts_with('/')) return;
  option.written = text;
  const std::string expanded = expand_home(text);
  option.path = expanded.starts_with('/') ? ConfigOption::Path::kHome : ConfigOption::Path::kRelative;
  text = expanded.starts_with('/') ? expanded : normal_path(directory + "/" + text);
}

// How a path is written to a file in `directory`.
IniValue written_path(const ConfigOption& option, const std::string& directory) {
  const std::string& text = option.value.text;
  if (option.value.is_list || has_scheme(text)) return option.value;
  if (option.path == ConfigOption::Path::kHome) return option.written;
  if (expand_home(text) != text) return option.value;
  if (option.path == ConfigOption::Path::kRelative || !text.starts_with('/'))
    return relative_path(absolute_path(text), directory);
  return option.value;
}

ConfigSection read_section(const IniSection& section, std::string_view kind, const std::string& directory) {
  ConfigSection result;
  for (const auto& [name, value] : section.keys) {
    ConfigOption& option = result[lower_ascii(name)];
    option.value = value;
    if (holds_path(kind, lower_ascii(name))) resolve_path(option, directory);
  }
  return result;
}

IniSection write_section(std::string name, const ConfigSection& section, std::string_view kind,
                         const std::string& directory) {
  IniSection result{std::move(name), {}};
  for (const auto& [option_name, option] : section)
    result.keys.emplace_back(option_name,
                             holds_path(kind, option_name) ? written_path(option, directory) : option.value);
  return result;
}

Result<ConfigValues> read_values(const std::string& text, const std::string& directory) {
  ConfigValues values;
  for (const std::string_view kind : kNamedKinds) values.named[kind];
  const Result<IniFile> parsed = parse_ini(text);
  if (!parsed.ok()) return config_error(fmt::format("{0}: {0}", parsed.error().message()));  // as DVC has it
  if (!parsed->keys.empty())
    return config_error(fmt::format("extra keys not allowed @ data['{}']", parsed->keys.front().first));
  for (const IniSection& section : parsed->sections) {
    const std::string name = lower_ascii(section.name);
    if (const auto named = named_section(name))
      values.named[named->first][named->second] = read_section(section, named->first, directory);
    else
      values.sections[name] = read_section(section, name, directory);
  }
  for (const std::string_view name : config_sections())
    if (!values.named.find(name)) values.sections[name];
  return values;
}

// Options without a remote to belong to make one.
Status apply_remote(ConfigValues& values, const ConfigOverlay& overlay, const std::string& dvc_dir) {
  if (overlay.remote.empty() && overlay.remote_options.empty()) return {};
  ConfigOption& chosen = values.sections["core"]["remote"];
  chosen.name = "remote";
  if (!overlay.remote.empty()) chosen.value.text = overlay.remote;
  if (chosen.value.text.empty()) {
    chosen.value.text = "auto-generated-upstream";
    const std::string cache = values.text("cache", "dir");
    values.remotes()[chosen.value.text]["url"].value.text = cache.empty() ? dvc_dir + "/cache" : cache;
  }
  const std::string name = lower_ascii(chosen.value.text);
  if (!values.remote(name)) return config_error(fmt::format("remote '{}' doesn't exist", chosen.value.text));
  for (const auto& [option, value] : overlay.remote_options) values.remotes()[name][option] = value;
  return {};
}

}  // namespace

void merge_config(ConfigValues& into, const ConfigValues& update) {
  const auto merge_section = [](ConfigSection& target, const ConfigSection& source) {
    for (const auto& [name, option] : source) target[name] = option;
  };
  for (const auto& [kind, sections] : update.named)
    for (const auto& [name, section] : sections) merge_section(into.named[kind][name], section);
  for (const auto& [name, section] : update.sections) merge_section(into.sections[name], section);
}

std::string Config::file(ConfigLevel level) const {
  switch (level) {
    case ConfigLevel::kSystem:
      return system_directory() + "/config";
    case ConfigLevel::kGlobal:
      return global_directory() + "/config";
    case ConfigLevel::kRepo:
      return dvc_dir_ + "/config";
    case ConfigLevel::kLocal:
      return dvc_dir_ + "/config.local";
  }
  return {};
}

Result<ConfigValues> Config::read(ConfigLevel level) const {
  const bool of_repository = level == ConfigLevel::kRepo || level == ConfigLevel::kLocal;
  const std::string path = of_repository && !in_repository() ? "" : file(level);
  return read_values(path.empty() ? "" : TRY(read_file_if_there(path)), parent_path(path));
}

Result<ConfigValues> Config::read_file(const std::string& path, const std::string& directory) {
  return read_values(TRY(data::read_file(path)), directory);
}

Result<ConfigValues> Config::read_merged(std::optional<ConfigLevel> before) const {
  ConfigValues merged;
  for (const ConfigLevel level : kConfigLevels) {
    if (before == level) break;
    merge_config(merged, TRY(read(level)));
  }
  return merged;
}

Result<ConfigValues> Config::load(const ConfigOverlay& overlay) const {
  ConfigValues values = TRY(read_merged());
  merge_config(values, overlay.values);
  TRY(apply_remote(values, overlay, dvc_dir_));
  TRY(check_config(values));
  return values;
}

Status Config::write(ConfigLevel level, const ConfigValues& values) const {
  ConfigValues merged = TRY(read_merged(level));
  merge_config(merged, values);
  TRY(check_config(merged));
  const std::string path = file(level), directory = parent_path(path);
  IniFile ini;
  for (const auto& [name, section] : values.sections)
    if (!section.empty()) ini.sections.push_back(write_section(name, section, name, directory));
  for (const auto& [kind, sections] : values.named)
    for (const auto& [name, section] : sections)
      ini.sections.push_back(write_section(fmt::format("{} \"{}\"", kind, name), section, kind, directory));
  TRY(make_dirs(directory));
  return replace_file(path, write_ini(ini));
}

}  // namespace cairn::data
