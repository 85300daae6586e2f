#include "api/wire/json_dump.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/json_text.h"
#include "core/python_text.h"

namespace cairn::api {
namespace {

namespace dom = simdjson::dom;

std::string dump_array(dom::array array, const JsonStyle& style) {
  std::string out = "[";
  for (const dom::element item : array) {
    if (out.size() > 1) out += style.comma;
    out += json_dump(item, style);
  }
  return out + ']';
}

std::string dump_object(dom::object object, JsonStyle style) {
  const std::string_view without = std::exchange(style.without, {});
  std::vector<std::pair<std::string, std::string>> members;
  for (const auto [key, value] : object) {
    if (!without.empty() && key == without) continue;
    members.emplace_back(ascii_json_string(key), json_dump(value, style));
  }
  if (style.sorted_keys) std::sort(members.begin(), members.end());
  std::string out = "{";
  for (const auto& [key, value] : members) {
    if (out.size() > 1) out += style.comma;
    out += key;
    out += style.colon;
    out += value;
  }
  return out + '}';
}

}  // namespace

std::string json_dump(dom::element element, JsonStyle style) {
  if (dom::array array; !element.get(array)) return dump_array(array, style);
  if (dom::object object; !element.get(object)) return dump_object(object, style);
  if (std::string_view text; !element.get(text)) return ascii_json_string(text);
  if (double real = 0; element.type() == dom::element_type::DOUBLE && !element.get(real)) return python_repr(real);
  return simdjson::minify(element);
}

}  // namespace cairn::api
