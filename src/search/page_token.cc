#include "search/page_token.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "core/python_text.h"
#include "search/base64.h"
#include "search/json_repr.h"

namespace cairn::search {
namespace {

Error wrong_token(std::string_view what) {
  return invalid_parameter(fmt::format("Invalid page token, {}", what)).at(0);
}

}  // namespace

std::string make_page_token(std::int64_t offset) { return base64_encode(fmt::format(R"({{"offset": {}}})", offset)); }

Result<std::int64_t> read_page_token(std::string_view token) {
  if (token.empty()) return 0;
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
  return std::max<std::int64_t>(*number, 0);
}

}  // namespace cairn::search
