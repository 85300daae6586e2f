#include "registry/validation.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "core/utf8.h"
#include "registry/prompts.h"
#include "search/characters.h"
#include "search/numbers.h"
#include "tracking/validation.h"

namespace cairn::registry {
namespace {

using tracking::validate_length;
using tracking::validate_name;

constexpr std::size_t kMaxTagKey = 250;
constexpr std::size_t kMaxTagValue = 100'000;
constexpr std::size_t kMaxAlias = 255;

constexpr std::array<std::string_view, 4> kStages = {kStageNone, "Staging", "Production", kStageArchived};

template <class Accepts>
bool all_characters(std::string_view text, Accepts accepts) {
  for (std::size_t at = 0; at < text.size();) {
    const search::Character character = search::decode(text, at);
    if (!accepts(character.code)) return false;
    at += character.length;
  }
  return true;
}

}  // namespace

Status validate_model_name(std::string_view name, std::string_view path) {
  if (all_characters(name, search::is_space)) {
    return invalid_parameter(fmt::format("Missing value for required parameter '{}'.", path));
  }
  if (name.find_first_of("/:") != std::string_view::npos) {
    return invalid_parameter(fmt::format("Invalid model name '{}'. Names cannot contain '/' or ':'.", name));
  }
  return tracking::validate_normal_path(name, "name");
}

Status validate_tag_key(std::string_view key) { return validate_name(key, "key"); }

Status validate_model_tag(const Tag& tag) {
  TRY(validate_tag_key(tag.key));
  TRY(validate_length("key", tag.key, kMaxTagKey));
  return validate_length("value", tag.value, kMaxTagValue);
}

Status validate_version_tag(const Tag& tag) {
  TRY(validate_tag_key(tag.key));
  TRY(validate_length("key", tag.key, kMaxTagKey));
  if (tag.key == kPromptTextTag && utf8_count(tag.value) > kMaxTagValue) {
    return invalid_parameter(fmt::format("Prompt text exceeds max length of {} characters.", kMaxTagValue));
  }
  return validate_length("value", tag.value, kMaxTagValue);
}

Status validate_alias(std::string_view alias) {
  std::string_view characters = alias;
  if (characters.ends_with('\n')) characters.remove_suffix(1);  // as $ matches before a last line break
  if (!all_characters(characters, [](char32_t code) { return search::is_word(code) || code == '-'; })) {
    return invalid_parameter(fmt::format(
        "Invalid alias name: '{}'. Names may only contain alphanumerics, underscores (_), and dashes (-).", alias));
  }
  return validate_length("Registered model alias name", alias, kMaxAlias);
}

bool is_latest(std::string_view alias) { return lower_case(alias) == "latest"; }

Status validate_alias_not_reserved(std::string_view alias) {
  if (is_latest(alias)) return invalid_parameter("'latest' alias name (case insensitive) is reserved.");
  const std::string_view digits = alias.substr(std::min<std::size_t>(1, alias.size()));
  const bool names_version = (alias.starts_with('v') || alias.starts_with('V')) && !digits.empty() &&
                             std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (names_version) return invalid_parameter(fmt::format("Version alias name '{}' is reserved.", alias));
  return {};
}

Result<std::int64_t> parse_version(std::string_view text) {
  if (const auto version = search::python_int(text)) return *version;
  return invalid_parameter(fmt::format("Parameter 'version' must be an integer, got '{}'.", text));
}

Result<std::string_view> canonical_stage(std::string_view stage) {
  const std::string lower = lower_case(stage);
  for (const std::string_view each : kStages) {
    if (lower_case(each) == lower) return each;
  }
  return invalid_parameter(
      fmt::format("Invalid Model Version stage: {}. Value must be one of {}.", stage, fmt::join(kStages, ", ")));
}

bool is_active_stage(std::string_view canonical) { return canonical != kStageNone && canonical != kStageArchived; }

}  // namespace cairn::registry
