// Splits a filter or an order_by into tokens, as sqlparse's lexer does. Its rules are an ordered list of regular
// expressions; here each first character leads to the few of them that can match, tried in the same order.
//
// Left out, since no filter can be right with them and only the wording of an error depends on them: $tag$ quoted
// literals, AT TIME ZONE casts, JOIN and the other phrases of full SQL statements, digits and case beyond ASCII.
#pragma once

#include <string_view>
#include <vector>

#include "search/token.h"

namespace cairn::search {

// Every byte of the text is in exactly one of the tokens. Linear in the text.
[[nodiscard]] std::vector<Token> tokenize(std::string_view text);

}  // namespace cairn::search
