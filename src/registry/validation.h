// The registry's rules for names, aliases, tags, versions and stages, with MLflow's words.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/result.h"
#include "registry/types.h"

namespace cairn::registry {

// `path` is how the text names a value that is missing: "name", "new_name".
Status validate_model_name(std::string_view name, std::string_view path = "name");
Status validate_model_tag(const Tag& tag);
Status validate_version_tag(const Tag& tag);
Status validate_tag_key(std::string_view key);

Status validate_alias(std::string_view alias);
// Those that a URI could not tell from a version or from the highest one: latest, v3.
Status validate_alias_not_reserved(std::string_view alias);
[[nodiscard]] bool is_latest(std::string_view alias);

// Versions are integers that travel as strings.
Result<std::int64_t> parse_version(std::string_view text);

inline constexpr std::string_view kStageNone = "None";
inline constexpr std::string_view kStageArchived = "Archived";
// A version in this stage is deleted: it keeps its number, and nothing shows it.
inline constexpr std::string_view kStageDeleted = "Deleted_Internal";
// As the database has it, however it is written.
Result<std::string_view> canonical_stage(std::string_view stage);
// One that a version is used in: only those can be vacated for another version.
[[nodiscard]] bool is_active_stage(std::string_view canonical);

}  // namespace cairn::registry
