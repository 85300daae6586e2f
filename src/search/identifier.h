// `entity.key`, as filters and order_by share it: which entity of the language, and the key without its quotes.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "core/result.h"
#include "search/language.h"

namespace cairn::search {

struct Identifier {
  const EntityRow* entity;
  std::string_view key;      // unquoted
  std::string_view raw_key;  // as written
  std::size_t key_position;
};

// `text` stands at `position`; both views in the result point into it. Checks the entity, not the key.
[[nodiscard]] Result<Identifier> read_identifier(const Language& language, std::string_view text, std::size_t position);

// The key among those given, or the error that names them all.
[[nodiscard]] Result<const Key*> find_key(std::span<const Key> keys, std::string_view name,
                                          std::string_view unknown_key, std::size_t position);

// {'name', 'status'}: what may be asked for, as errors list it.
[[nodiscard]] std::string key_set(std::span<const Key> keys);

[[nodiscard]] bool is_quoted(std::string_view text, char quote);
// A quoted text without its quotes.
[[nodiscard]] std::string_view without_ends(std::string_view text);

}  // namespace cairn::search
