#include "api/wire/request_check.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <limits>
#include <simdjson.h>

#include "api/wire/json_dump.h"
#include "core/json_text.h"

namespace cairn::api {
namespace {

constexpr std::string_view kSeeDocs = " See the API docs for more information about request parameters.";

Error missing(std::string_view path) {
  return invalid_parameter(fmt::format("Missing value for required parameter '{}'.{}", path, kSeeDocs));
}

Error invalid(std::string_view path, std::string_view json, std::string_view python_type) {
  return invalid_parameter(fmt::format("Invalid value {} for parameter '{}' supplied:  Hint: Value was of type '{}'.{}",
                                       json, path, python_type, kSeeDocs));
}

std::string_view python_type_of(std::string_view json) {
  switch (json.empty() ? 'n' : json.front()) {
    case '"':
      return "str";
    case '[':
      return "list";
    case '{':
      return "dict";
    case 't':
    case 'f':
      return "bool";
    case 'n':
      return "NoneType";
    case 'N':
    case 'I':
      return "float";
    default:
      return json.find_first_of(".eEI") == std::string_view::npos ? "int" : "float";
  }
}

RawValue raw_of(simdjson::dom::element element) {
  namespace dom = simdjson::dom;
  RawValue raw;
  raw.json = json_dump(element, {.comma = ",", .colon = ":", .sorted_keys = true});
  raw.python_type = python_type_of(raw.json);
  raw.float_like = raw.int_like = raw.python_type == "int" || raw.python_type == "float" || raw.python_type == "bool";
  if (std::string_view text; !element.get(text)) {
    raw.int_like = integer_of(text).has_value();
    raw.float_like = real_of(text).has_value();
  }
  if (dom::array array; !element.get(array)) {
    raw.all_strings = std::all_of(array.begin(), array.end(), [](dom::element item) { return item.is_string(); });
  }
  return raw;
}

std::string filled_in(std::string_view text, std::int64_t number) {
  std::string out(text);
  if (const auto at = out.find("{}"); at != std::string::npos) out.replace(at, 2, std::to_string(number));
  return out;
}

}  // namespace

std::optional<std::int64_t> integer_of(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<double> real_of(std::string_view text) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  struct Named {
    std::string_view name;
    double value;
  };
  constexpr Named kNamed[] = {{"NaN", std::numeric_limits<double>::quiet_NaN()},
                              {"Infinity", kInfinity},
                              {"-Infinity", -kInfinity},
                              {"inf", kInfinity},
                              {"-inf", -kInfinity}};
  for (const Named& named : kNamed) {
    if (text == named.name) return named.value;
  }
  const bool numeric = !text.empty() && (text.front() == '-' || text.front() == '.' || std::isdigit(text.front()));
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (!numeric || end != text.data() + text.size() || error == std::errc::invalid_argument) return std::nullopt;
  if (!std::isfinite(value) && error == std::errc()) return std::nullopt;  // "-nan", "-infinity"
  if (error == std::errc::result_out_of_range) return std::strtod(std::string(text).c_str(), nullptr);
  return value;
}

std::optional<std::int64_t> enum_number(const Field& field, std::string_view name) {
  for (const EnumValue& value : field.values()) {
    if (value.name == name) return value.number;
  }
  return integer_of(name);
}

bool enum_holds(const Field& field, std::int64_t number) {
  const EnumTable values = field.values();
  return std::any_of(values.begin(), values.end(), [&](const EnumValue& value) { return value.number == number; });
}

RawFields raw_fields_of_json(std::string& body) {
  RawFields fields;
  simdjson::dom::parser parser;
  simdjson::dom::object object;
  if (parser.parse(body).get(object)) return fields;
  for (auto [key, value] : object) fields.emplace_back(key, raw_of(value));
  return fields;
}

RawFields raw_fields_of_query(std::span<const std::pair<std::string, std::string>> query, const MessageType& type) {
  RawFields fields;
  for (const Field& field : type.fields) {
    std::string list;
    for (const auto& [name, text] : query) {
      if (name != field.name) continue;
      if (field.arity == Arity::kMany) {
        list += (list.empty() ? "[" : ",") + ascii_json_string(text);
        continue;
      }
      fields.emplace_back(name, RawValue{ascii_json_string(text), "str", false, integer_of(text).has_value(),
                                         real_of(text).has_value()});
      break;
    }
    if (!list.empty()) fields.emplace_back(field.name, RawValue{list + "]", "list", true, false, false});
  }
  return fields;
}

void RequestCheck::unreadable(std::string path, std::string_view json) {
  if (!unreadable_) unreadable_ = Unreadable{std::move(path), std::string(json)};
}

void RequestCheck::named_twice(std::string_view field) {
  if (named_twice_) return;
  std::string camel;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (field[i] == '_' && i + 1 < field.size())
      camel += static_cast<char>(field[++i] - 'a' + 'A');
    else
      camel += field[i];
  }
  named_twice_ =
      invalid_parameter(fmt::format("Request specifies both '{}' and '{}'; provide only one of them.", field, camel));
}

void RequestCheck::item_lacks(std::string_view list, std::string path) { lacks_.push_back({list, std::move(path)}); }

Status RequestCheck::verdict(const void* message, const ReadRawFields& raw_fields) const {
  if (named_twice_) return *named_twice_;
  const RawFields raw = unreadable_ ? raw_fields() : RawFields{};
  for (const Rule& rule : rules_) {
    const auto field = std::find_if(type_->fields.begin(), type_->fields.end(),
                                    [&](const Field& candidate) { return candidate.name == rule.field; });
    const auto index = static_cast<std::size_t>(field - type_->fields.begin());
    const auto found =
        std::find_if(raw.begin(), raw.end(), [&](const auto& named) { return named.first == rule.field; });
    for (Check each : rule.checks) {
      TRY(check(rule, each, index, message, found == raw.end() ? nullptr : &found->second, raw_fields));
    }
  }
  if (unreadable_) return invalid(unreadable_->path, unreadable_->json, python_type_of(unreadable_->json));
  return {};
}

Status RequestCheck::check(const Rule& rule, Check check, std::size_t field, const void* message, const RawValue* raw,
                           const ReadRawFields& raw_fields) const {
  const auto wrong_unless = [&](bool fits) -> Status {
    if (raw && !fits) return invalid(rule.field, raw->json, raw->python_type);
    return {};
  };
  switch (check) {
    case Check::kNone:
      return {};
    case Check::kRequired: {
      std::uint64_t filled = filled_;
      if (rule.field == "run_id" && !((present_ >> field) & 1)) {
        // The old name stands in for run_id where that is absent.
        for (std::size_t i = 0; i < type_->fields.size(); ++i) {
          if (type_->fields[i].name == "run_uuid" && ((filled_ >> i) & 1)) filled |= std::uint64_t{1} << field;
        }
      }
      if (!((filled >> field) & 1)) return missing(rule.field);
      return {};
    }
    case Check::kString:
      return wrong_unless(raw && raw->python_type == "str");
    case Check::kIntLike:
      return wrong_unless(raw && raw->int_like);
    case Check::kFloatLike:
      return wrong_unless(raw && raw->float_like);
    case Check::kArray:
      return wrong_unless(raw && raw->python_type == "list");
    case Check::kStringItems:
      return wrong_unless(raw && raw->all_strings);
    case Check::kItemsRequired:
      for (const Lack& lack : lacks_) {
        if (lack.list == rule.field) return missing(lack.path);
      }
      return {};
    case Check::kWithin:
      if (!((present_ >> field) & 1) || unreadable_) return {};
      return check_range(rule, type_->fields[field], message, raw_fields);
  }
  return {};
}

Status RequestCheck::check_range(const Rule& rule, const Field& field, const void* message,
                                 const ReadRawFields& raw_fields) const {
  auto value = static_cast<std::int64_t>(field.count(message));
  if (field.arity != Arity::kMany) {
    if (value == 0) return {};
    const void* item = field.item(message, 0);
    value =
        field.kind == Kind::kInt32 ? *static_cast<const std::int32_t*>(item) : *static_cast<const std::int64_t*>(item);
  }
  if (value >= rule.min && value <= rule.max) return {};
  if (!rule.message.empty()) return invalid_parameter(filled_in(rule.message, value) + std::string(kSeeDocs));
  for (const auto& [name, raw] : raw_fields()) {
    if (name == rule.field) return invalid(name, raw.json, raw.python_type);
  }
  return invalid(rule.field, std::to_string(value), "int");
}

Status read_query_value(const std::string& text, const Field& field, void* message, RequestCheck& check) {
  const auto unreadable = [&]() -> Status {
    check.unreadable(std::string(field.name), ascii_json_string(text));
    return {};
  };
  switch (field.kind) {
    case Kind::kString:
      *static_cast<std::string*>(field.slot(message)) = text;
      return {};
    case Kind::kInt64:
    case Kind::kInt32: {
      const auto value = integer_of(text);
      const bool narrow = field.kind == Kind::kInt32;
      if (!value) return unreadable();
      if (!narrow) {
        *static_cast<std::int64_t*>(field.slot(message)) = *value;
        return {};
      }
      if (*value < std::numeric_limits<std::int32_t>::min() || *value > std::numeric_limits<std::int32_t>::max()) {
        return unreadable();
      }
      *static_cast<std::int32_t*>(field.slot(message)) = static_cast<std::int32_t>(*value);
      return {};
    }
    case Kind::kDouble: {
      const auto value = real_of(text);
      if (!value) return unreadable();
      *static_cast<double*>(field.slot(message)) = *value;
      return {};
    }
    case Kind::kBool: {
      std::string lower = text;
      std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
      if (lower != "true" && lower != "false") {
        return invalid_parameter(fmt::format("Invalid boolean value: {}, must be 'true' or 'false'.", text));
      }
      *static_cast<bool*>(field.slot(message)) = lower == "true";
      return {};
    }
    case Kind::kEnum: {
      const auto number = enum_number(field, text);
      if (!number) return {};
      if (!enum_holds(field, *number)) return unreadable();
      *static_cast<std::int32_t*>(field.slot(message)) = static_cast<std::int32_t>(*number);
      return {};
    }
    case Kind::kMessage:
    case Kind::kMap:
      return unreadable();
  }
  return {};
}

}  // namespace cairn::api
