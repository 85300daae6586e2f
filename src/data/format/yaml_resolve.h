// Aliases in YAML, for readers that want values and not the text's form.
#pragma once

#include "data/format/yaml.h"

namespace cairn::data {

// Puts what each alias stands for into its place, and merges "<<" keys. What would grow without bound is an error.
Result<YamlNode> resolve_aliases(const YamlNode& root);

}  // namespace cairn::data
