// Any text as a filter, an order_by and a page token, in every language: it is read or refused, and a refusal points
// into the text.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/utf8.h"
#include "search/filter.h"
#include "search/logged_model_filter.h"
#include "search/logged_model_order.h"
#include "search/order_by.h"
#include "search/page_token.h"

namespace {

using namespace cairn;
using namespace cairn::search;

void check(const Error& error, std::string_view text) {
  const bool points_inside = error.position() <= text.size();
  if (error.code() != ErrorCode::kInvalidParameterValue || error.message().empty() || !points_inside) std::abort();
}

void check_clauses(const Result<std::vector<Clause>>& clauses, std::string_view text) {
  if (!clauses) return check(clauses.error(), text);
  for (const Clause& clause : *clauses) {
    if (clause.position >= text.size()) std::abort();
  }
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = decode_utf8(text).length;
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

// A token is good for the question that it was made for, whatever the question is.
void check_token_of_question(const std::string& text) {
  const LoggedModelQuestion question{{text}, text, {{text, false, text, ""}}};
  const auto offset = read_page_token(text, question);
  if (!offset && offset.error().code() != ErrorCode::kInvalidParameterValue) std::abort();
  const auto own = read_page_token(make_page_token(question, 7), question);
  if (is_utf8(text) && (!own || *own != 7)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  for (const Language* language : {&kRuns, &kExperiments, &kRegisteredModels, &kModelVersions}) {
    check_clauses(parse_filter(*language, text), text);
    const auto orders = parse_order_by(*language, {&text, 1});
    if (!orders) check(orders.error(), text);
  }
  check_clauses(parse_logged_model_filter(text), text);
  const auto offset = read_page_token(text);
  if (!offset) check(offset.error(), text);
  check_token_of_question(text);
  return 0;
}
