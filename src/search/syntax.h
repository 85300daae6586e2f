// From text to grouped tokens: what sqlparse.parse() returns, as far as MLflow looks at it.
//
// sqlparse groups in passes, one for each construct, and MLflow then asks of each token on the top level only "is this
// a comparison?". So only the top level is grouped here, and all groups but comparisons are nothing but their text.
// The passes and their order decide which tokens an error names and whether a key with an odd character in it is still
// a key, so they follow sqlparse's. Its groups for procedural SQL (CASE, IF, FOR, BEGIN, OVER, VALUES) are left out.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "search/token.h"

namespace cairn::search {

struct Statements {
  std::size_t count = 0;     // semicolons separate them; 0 where the text is blank
  std::vector<Token> first;  // views into the text
  std::size_t second = 0;    // where the second one begins, if there is one
};

// Nothing where sqlparse refuses: more than 10,000 tokens, or parentheses nested more than 100 deep.
[[nodiscard]] std::optional<Statements> parse_statements(std::string_view text);

}  // namespace cairn::search
