#include "data/ops/source_spec.h"

#include <fmt/format.h>

#include "data/errors.h"
#include "data/files/paths.h"

namespace cairn::data {
namespace {

std::string text_at(const YamlNode& mapping, std::string_view key) {
  const YamlNode* value = mapping.find(key);
  return value && value->is(YamlType::kString) ? value->text : std::string();
}

YamlNode remote_as_config(const SourceSpec& spec) {
  YamlNode core = YamlNode::mapping(), remotes = YamlNode::mapping(), config = YamlNode::mapping();
  core.set("remote", YamlNode::string(spec.remote));
  remotes.set(spec.remote, options_as_yaml(spec.remote_options));
  config.set("core", std::move(core));
  config.set("remote", std::move(remotes));
  return config;
}

ConfigValues config_from_yaml(const YamlNode& mapping) {
  ConfigValues values;
  for (const YamlEntry& entry : mapping.entries) {
    const bool has_names = entry.key.text == "remote" || entry.key.text == "machine" || entry.key.text == "db";
    if (!has_names) values.sections[entry.key.text] = options_from_yaml(entry.value);
    if (!has_names) continue;
    for (const YamlEntry& named : entry.value.entries)
      values.named[entry.key.text][lower_ascii(named.key.text)] = options_from_yaml(named.value);
  }
  return values;
}

}  // namespace

Result<ConfigSection> parse_options(const std::vector<std::string>& words) {
  ConfigSection options;
  for (const std::string& word : words) {
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == word.size())
      return Error(ErrorCode::kInvalidParameterValue,
                   fmt::format("Could not parse argument \"{}\" as k1=v1 k2=v2 ... format", word));
    options[lower_ascii(word.substr(0, equals))].value.text = word.substr(equals + 1);
  }
  return options;
}

YamlNode options_as_yaml(const ConfigSection& options) {
  YamlNode mapping = YamlNode::mapping();
  for (const auto& [name, option] : options) mapping.set(name, YamlNode::string(option.value.text));
  return mapping;
}

ConfigSection options_from_yaml(const YamlNode& mapping) {
  ConfigSection options;
  for (const YamlEntry& entry : mapping.entries) options[lower_ascii(entry.key.text)].value.text = entry.value.text;
  return options;
}

YamlNode origin_of(const SourceSpec& spec) {
  YamlNode origin = YamlNode::mapping();
  origin.set("url", YamlNode::string(spec.url));
  if (!spec.revision.empty()) origin.set("rev", YamlNode::string(spec.revision));
  if (!spec.config_file.empty()) origin.set("config", YamlNode::string(spec.config_file));
  const bool has_options = !spec.remote_options.empty();
  if (has_options && !spec.remote.empty())
    origin.set("config", remote_as_config(spec));
  else if (has_options)
    origin.set("remote", options_as_yaml(spec.remote_options));
  else if (!spec.remote.empty())
    origin.set("remote", YamlNode::string(spec.remote));
  return origin;
}

SourceSpec spec_of_origin(const YamlNode& origin) {
  SourceSpec spec{.url = text_at(origin, "url"),
                  .revision = text_at(origin, "rev"),
                  .config_file = text_at(origin, "config"),
                  .config = {},
                  .remote = text_at(origin, "remote")};
  if (const YamlNode* config = origin.find("config")) spec.config = config_from_yaml(*config);
  if (const YamlNode* remote = origin.find("remote")) spec.remote_options = options_from_yaml(*remote);
  return spec;
}

Result<ConfigOverlay> overlay_of(const SourceSpec& spec) {
  ConfigOverlay overlay{spec.config, spec.remote, spec.remote_options};
  if (!spec.config_file.empty())
    merge_config(overlay.values, TRY(Config::read_file(spec.config_file, working_directory())));
  return overlay;
}

}  // namespace cairn::data
