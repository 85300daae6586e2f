// The passes that group a statement's tokens. See syntax.h for what they are for.
#pragma once

#include <cstddef>
#include <vector>

#include "search/token.h"

namespace cairn::search {

inline constexpr std::size_t kMaxNesting = 100;

// False where parentheses are nested more than kMaxNesting deep.
[[nodiscard]] bool group(std::vector<Token>& tokens);

}  // namespace cairn::search
