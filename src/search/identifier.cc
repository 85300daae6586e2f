#include "search/identifier.h"

#include <algorithm>
#include <string>
#include <vector>

#include "search/message.h"

namespace cairn::search {
namespace {

std::string_view unquoted_key(std::string_view key) {
  if (is_quoted(key, '\'') || is_quoted(key, '"')) key = without_ends(key);
  return is_quoted(key, '`') ? without_ends(key) : key;
}

const EntityRow* find_entity(const Language& language, std::string_view name) {
  const auto named = [name](const EntityRow& row) { return std::ranges::find(row.aliases, name) != row.aliases.end(); };
  const auto row = std::ranges::find_if(language.entities, named);
  return row == language.entities.end() ? nullptr : &*row;
}

}  // namespace

bool is_quoted(std::string_view text, char quote) {
  return text.size() >= 2 && text.front() == quote && text.back() == quote;
}

std::string_view without_ends(std::string_view text) { return text.substr(1, text.size() - 2); }

Result<Identifier> read_identifier(const Language& language, std::string_view text, std::size_t position) {
  const std::size_t dot = text.find('.');
  const bool bare = dot == std::string_view::npos;
  std::string_view entity = bare ? "attribute" : text.substr(0, dot);
  const std::string_view key = bare ? text : text.substr(dot + 1);
  if (language.entities_may_be_quoted && is_quoted(entity, '`')) entity = without_ends(entity);
  const EntityRow* row = find_entity(language, entity);
  if (row == nullptr) return invalid_parameter(fill(language.unknown_entity, {.entity = entity})).at(position);
  return Identifier{row, unquoted_key(key), key, position + (bare ? 0 : dot + 1)};
}

std::string key_set(std::span<const Key> keys) {
  std::vector<std::string_view> names;
  for (const Key& key : keys) names.push_back(key.name);
  return python_set(std::move(names));
}

Result<const Key*> find_key(std::span<const Key> keys, std::string_view name, std::string_view unknown_key,
                            std::size_t position) {
  const auto key = std::ranges::find(keys, name, &Key::name);
  if (key != keys.end()) return &*key;
  const std::string set = key_set(keys);
  return invalid_parameter(fill(unknown_key, {.key = name, .keys = set})).at(position);
}

}  // namespace cairn::search
