#include "data/ops/parameters.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/ops/parameter_files.h"

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

Result<YamlNode> read_values(const Repo& repo, const Parameters& parameters) {
  auto values = read_parameter_file(parameters.path);
  if (values.ok()) return values;
  return dvc_error(
      fmt::format("Unable to read parameters from '{}': {}", repo.shown(parameters.path), values.error().message()));
}

}  // namespace

Result<YamlNode> current_values(const Repo& repo, const Parameters& parameters) {
  const std::string name = repo.shown(parameters.path);
  if (!exists(parameters.path)) return dvc_error(fmt::format("Parameters file '{}' is missing", name));
  YamlNode all = TRY(read_values(repo, parameters));
  if (parameters.keys.empty()) return all;
  YamlNode values = YamlNode::mapping();
  std::vector<std::string> missing;
  for (const std::string& key : parameters.keys) {
    if (const YamlNode* value = value_at(all, key))
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
  const YamlNode values = TRY(read_values(repo, parameters));
  const bool takes_all = parameters.keys.empty();
  for (const std::string& key : keys_of(parameters, values)) {
    const YamlNode* actual = takes_all ? values.find(key) : value_at(values, key);
    const std::string_view state = state_of(actual, parameters.known.find(key));
    if (!state.empty()) entry.parts.emplace_back(key, state);
  }
  return entry.parts.empty() ? std::nullopt : std::optional(std::move(entry));
}

}  // namespace cairn::data
