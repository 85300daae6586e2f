#include "data/ops/parameters.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/format/yaml_resolve.h"

namespace cairn::data {
namespace {

// The value at "train.layers.0", or null.
const YamlNode* value_at(const YamlNode& root, std::string_view key) {
  const YamlNode* node = &root;
  while (node && !key.empty()) {
    const std::string_view part = key.substr(0, key.find('.'));
    key.remove_prefix(std::min(part.size() + 1, key.size()));
    std::size_t index = 0;
    const bool is_index =
        std::from_chars(part.data(), part.data() + part.size(), index).ptr == part.data() + part.size();
    if (node->is(YamlType::kSequence))
      node = is_index && index < node->items.size() ? &node->items[index] : nullptr;
    else
      node = node->find(part);
  }
  return node;
}

// A file's suffix as DVC takes it: what follows the first dot of its name.
bool is_yaml_or_json(const std::string& path) {
  const std::string_view name = file_name(path);
  const std::string suffix = lower_ascii(name.substr(std::min(name.find('.'), name.size())));
  return suffix != ".toml" && suffix != ".py";
}

std::string_view state_of(const YamlNode* actual, const YamlNode* known) {
  if (!actual) return "deleted";
  if (!known) return "new";
  return same_value(*actual, *known) ? "" : "modified";
}

// Where no keys are named, all of the file's, and then those that it no longer has.
std::vector<std::string> keys_of(const Parameters& parameters, const YamlNode& values) {
  if (!parameters.keys.empty()) return parameters.keys;
  std::vector<std::string> keys;
  for (const YamlNode* node : {&values, &parameters.known})
    for (const YamlEntry& entry : node->entries)
      if (std::ranges::find(keys, entry.key.text) == keys.end()) keys.push_back(entry.key.text);
  return keys;
}

// Nothing of a file that isn't read yet.
Result<std::optional<YamlNode>> read_values(const Repo& repo, const Parameters& parameters) {
  const std::string name = repo.shown(parameters.path);
  if (!is_yaml_or_json(parameters.path)) {
    repo.warn(fmt::format("'{}': parameters in files of this kind are not looked at yet.", name));
    return std::optional<YamlNode>();
  }
  const auto document = parse_yaml(TRY(read_file(parameters.path)));
  if (!document.ok()) return dvc_error(fmt::format("Unable to read parameters from '{}'", name));
  return std::optional(TRY(resolve_aliases(document->root)));
}

}  // namespace

Result<YamlNode> current_values(const Repo& repo, const Parameters& parameters) {
  const std::string name = repo.shown(parameters.path);
  if (!exists(parameters.path)) return dvc_error(fmt::format("Parameters file '{}' is missing", name));
  auto all = TRY(read_values(repo, parameters));
  if (!all) return no_pipeline_changes(parameters.path);
  if (parameters.keys.empty()) return *std::move(all);
  YamlNode values = YamlNode::mapping();
  std::vector<std::string> missing;
  for (const std::string& key : parameters.keys) {
    if (const YamlNode* value = value_at(*all, key))
      values.set(key, *value);
    else
      missing.push_back(key);
  }
  if (missing.empty()) return values;
  std::ranges::sort(missing);
  return dvc_error(fmt::format("Parameters '{}' are missing from '{}'.", fmt::join(missing, ", "), name));
}

Result<std::optional<StageStatus::Entry>> changed_parameters(const Repo& repo, const Parameters& parameters) {
  StageStatus::Entry entry{repo.shown(parameters.path), "", {}};
  if (!exists(parameters.path)) {
    entry.state = "deleted";
    return std::optional(std::move(entry));
  }
  if (parameters.known.is(YamlType::kNull)) {
    entry.state = "new";
    return std::optional(std::move(entry));
  }
  const auto read = TRY(read_values(repo, parameters));
  if (!read) return std::optional<StageStatus::Entry>();
  const YamlNode& values = *read;
  const bool takes_all = parameters.keys.empty();
  for (const std::string& key : keys_of(parameters, values)) {
    const YamlNode* actual = takes_all ? values.find(key) : value_at(values, key);
    const std::string_view state = state_of(actual, parameters.known.find(key));
    if (!state.empty()) entry.parts.emplace_back(key, state);
  }
  return entry.parts.empty() ? std::nullopt : std::optional(std::move(entry));
}

}  // namespace cairn::data
