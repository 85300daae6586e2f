#include "search/logged_model_order.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "core/base64.h"
#include "search/json_repr.h"
#include "search/logged_model_attributes.h"

namespace cairn::search {
namespace {

using Type = Json::Type;

Json string_or_null(const std::string& text) {
  return text.empty() ? Json{Type::kNull, "None"} : Json{Type::kString, text};
}

Json as_json(const LoggedModelOrder& order) {
  return {Type::kObject,
          {},
          {{"field_name", {Type::kString, order.field_name}},
           {"ascending", {Type::kBool, order.ascending ? "True" : "False"}},
           {"dataset_name", string_or_null(order.dataset_name)},
           {"dataset_digest", string_or_null(order.dataset_digest)}}};
}

Json as_json(const LoggedModelQuestion& question) {
  Json experiments{Type::kArray, {}};
  for (const std::string& id : question.experiment_ids) experiments.members.emplace_back("", Json{Type::kString, id});
  Json order{question.order_by.empty() ? Type::kNull : Type::kArray, "None"};
  for (const LoggedModelOrder& by : question.order_by) order.members.emplace_back("", as_json(by));
  return {Type::kObject,
          {},
          {{"experiment_ids", std::move(experiments)},
           {"filter_string", string_or_null(question.filter)},
           {"order_by", std::move(order)}}};
}

struct Part {
  std::string_view name;  // in the token
  std::string_view mismatch;
  bool empty_is_null;
};
constexpr Part kParts[] = {
    {"experiment_ids", "Experiment IDs in the page token do not match the requested experiment IDs.", false},
    {"filter_string", "Filter string in the page token does not match the requested filter string.", true},
    {"order_by", "Order by in the page token does not match the requested order by.", true},
};

// str(value)
std::string str(const Json& value) { return value.type == Type::kString ? value.text : repr(value); }

Status check_part(const Part& part, const Json& question, const Json& token) {
  static const Json kNone{Type::kNull, "None"};
  const Json* found = token.find(part.name);
  if (found == nullptr || (part.empty_is_null && !found->truthy())) found = &kNone;
  const Json& expected = *question.find(part.name);
  if (repr(expected) == repr(*found)) return {};
  return invalid_parameter(fmt::format("{} Expected: {}. Found: {}", part.mismatch, str(expected), str(*found)));
}

}  // namespace

Result<OrderBy> read_logged_model_order(const LoggedModelOrder& order) {
  const std::string& name = order.field_name;
  const std::size_t dot = name.find('.');
  if (dot == std::string::npos) {
    const LoggedModelAttribute* attribute = find_logged_model_attribute(name);
    if (attribute == nullptr) {
      return Error(ErrorCode::kUnknownAttribute, fmt::format("Invalid order by field name: {}", name));
    }
    return OrderBy{Entity::kAttribute, std::string(attribute->column), order.ascending};
  }
  if (name.substr(0, dot) != "metrics") {
    return invalid_parameter(fmt::format("Invalid order by field name: {}. Only metrics are supported.", name));
  }
  return OrderBy{Entity::kMetric, name.substr(dot + 1), order.ascending};
}

std::string make_page_token(const LoggedModelQuestion& question, std::int64_t offset) {
  Json token = as_json(question);
  token.members.emplace_back("offset", Json{Type::kInteger, std::to_string(offset)});
  return base64_encode(dump(token));
}

Result<std::int64_t> read_page_token(std::string_view token, const LoggedModelQuestion& question) {
  if (token.empty()) return 0;
  const std::optional<std::string> decoded = base64_decode(token);
  const std::optional<Json> json = decoded ? read_json(*decoded) : std::nullopt;
  if (!json || json->type != Type::kObject) {
    return invalid_parameter(fmt::format("Invalid page token: {}. It is not one of this server's.", token));
  }
  const Json asked = as_json(question);
  for (const Part& part : kParts) TRY(check_part(part, asked, *json));
  const Json* offset = json->find("offset");
  if (offset == nullptr || !offset->truthy()) return 0;
  const std::optional<std::int64_t> number = as_integer(*offset);
  if (!number) return invalid_parameter(fmt::format("Invalid page token: {}. Its offset is no number.", token));
  return std::max<std::int64_t>(*number, 0);
}

}  // namespace cairn::search
