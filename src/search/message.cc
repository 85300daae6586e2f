#include "search/message.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "core/python_text.h"

namespace cairn::search {
namespace {

std::string set_of(Operators operators) {
  std::vector<std::string_view> texts;
  for (int i = 0; i <= static_cast<int>(Operator::kIsNotNull); ++i) {
    if (operators.has(static_cast<Operator>(i))) texts.push_back(text(static_cast<Operator>(i)));
  }
  return python_set(std::move(texts));
}

}  // namespace

std::string python_set(std::vector<std::string_view> texts) {
  std::ranges::sort(texts);
  std::string out = "{";
  for (const std::string_view text : texts) {
    if (out.size() > 1) out += ", ";
    out += python_repr(text);
  }
  return out += '}';
}

std::string fill(std::string_view text, const Facts& facts) {
  return fmt::format(fmt::runtime(text), fmt::arg("entity", facts.entity), fmt::arg("key", facts.key),
                     fmt::arg("op", facts.op), fmt::arg("value", facts.value), fmt::arg("repr", facts.repr),
                     fmt::arg("keys", facts.keys), fmt::arg("ops", set_of(facts.ops)));
}

}  // namespace cairn::search
