#include "search/page_token.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "core/base64.h"
#include "core/json_text.h"
#include "core/python_text.h"
#include "search/json_repr.h"

namespace cairn::search {
namespace {

Error wrong_token(std::string_view what) {
  return invalid_parameter(fmt::format("Invalid page token, {}", what)).at(0);
}

std::optional<Place> place_in(const Json& token) {
  const Json* after = token.find("after");
  if (after == nullptr || after->type != Json::Type::kArray) return std::nullopt;
  Place place;
  for (const auto& [name, value] : after->members) {
    if (value.type == Json::Type::kString)
      place.emplace_back(value.text);
    else if (value.type == Json::Type::kNull)
      place.emplace_back();
    else
      return std::nullopt;
  }
  return place;
}

}  // namespace

std::string make_page_token(std::int64_t offset) { return base64_encode(fmt::format(R"({{"offset": {}}})", offset)); }

std::string make_page_token(const PageStart& start) {
  if (!start.after) return make_page_token(start.offset);
  std::string json = fmt::format(R"({{"offset": {}, "after": [)", start.offset);
  for (std::size_t i = 0; i < start.after->size(); ++i) {
    if (i > 0) json += ", ";
    const auto& value = (*start.after)[i];
    if (value)
      write_json_string(*value, json);
    else
      json += "null";
  }
  return base64_encode(json + "]}");
}

Result<std::int64_t> read_page_token(std::string_view token) { return TRY(read_page_start(token)).offset; }

Result<PageStart> read_page_start(std::string_view token) {
  if (token.empty()) return PageStart();
  const std::optional<std::string> decoded = base64_decode(token);
  if (!decoded) return wrong_token("could not base64-decode");
  const std::optional<Json> json = read_json(*decoded);
  if (!json) return wrong_token("decoded value=" + python_bytes_repr(*decoded));
  const Json* offset = json->find("offset");
  if (offset == nullptr || !offset->truthy()) return wrong_token("parsed value=" + repr(*json));
  const std::optional<std::int64_t> number = as_integer(*offset);
  if (!number) {
    const bool string = offset->type == Json::Type::kString;
    return wrong_token("not stringable " + (string ? offset->text : repr(*offset)));
  }
  return PageStart{std::max<std::int64_t>(*number, 0), place_in(*json)};
}

}  // namespace cairn::search
