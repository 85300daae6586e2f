// Which repository data come from, which state of it, and what it is told beyond its own configuration: as the user
// says it, and as an import keeps it (the `repo` of its dependency).
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/result.h"
#include "data/format/yaml.h"
#include "data/repo/config.h"

namespace cairn::data {

struct SourceSpec {
  std::string url;
  std::string revision;     // empty: what is there now
  std::string config_file;  // merged over the repository's own configuration
  ConfigValues config;      // the same, in words of its own
  std::string remote;       // the default one
  ConfigSection remote_options{};
};

// "name=value" words as options.
Result<ConfigSection> parse_options(const std::vector<std::string>& words);
[[nodiscard]] YamlNode options_as_yaml(const ConfigSection& options);
[[nodiscard]] ConfigSection options_from_yaml(const YamlNode& mapping);

// As DVC writes it: a remote together with options of its own becomes a configuration.
[[nodiscard]] YamlNode origin_of(const SourceSpec& spec);
[[nodiscard]] SourceSpec spec_of_origin(const YamlNode& origin);

Result<ConfigOverlay> overlay_of(const SourceSpec& spec);

}  // namespace cairn::data
