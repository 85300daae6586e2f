#include "api/wire/json_reader.h"

#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <optional>
#include <simdjson.h>

#include "api/wire/request_check.h"

namespace cairn::api {
namespace {

namespace ondemand = simdjson::ondemand;

// Where a value stands in the request, linked up the stack so that it costs nothing unless it is printed.
struct JsonPath {
  const JsonPath* parent = nullptr;
  std::string_view name;
  std::optional<std::size_t> index;

  [[nodiscard]] std::string text() const {
    std::string out = parent ? parent->text() : "";
    if (index) return fmt::format("{}[{}]", out, *index);
    if (!out.empty()) out += '.';
    return out += name;
  }
};

bool matches_camel_case(std::string_view snake, std::string_view key) {
  std::size_t k = 0;
  for (std::size_t s = 0; s < snake.size(); ++s, ++k) {
    if (k == key.size()) return false;
    char expected = snake[s];
    if (expected == '_' && ++s < snake.size()) expected = static_cast<char>(snake[s] - 'a' + 'A');
    if (key[k] != expected) return false;
  }
  return k == key.size();
}

struct FoundField {
  std::size_t index;
  bool camel_case;
};

// Fields mostly come in the order of the last object, so the search starts behind the last one found.
std::optional<FoundField> find_field(const MessageType& type, std::string_view key, std::size_t hint) {
  const std::size_t count = type.fields.size();
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = hint + i < count ? hint + i : hint + i - count;
    if (type.fields[at].name == key) return FoundField{at, false};
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (matches_camel_case(type.fields[i].name, key)) return FoundField{i, true};
  }
  return std::nullopt;
}

class Reader {
 public:
  explicit Reader(RequestCheck& check) : check_(check) {}

  // False: the text is not JSON after all.
  bool read_object(ondemand::object object, const MessageType& type, void* message, const JsonPath* at) {
    std::uint64_t snake = 0;
    std::uint64_t camel = 0;
    std::uint64_t filled = 0;
    std::size_t hint = 0;
    for (auto member : object) {
      std::string_view key;
      if (member.unescaped_key().get(key)) return false;
      ondemand::value value;
      if (member.value().get(value)) return false;
      const auto found = find_field(type, key, hint);
      if (!found) continue;
      hint = found->index + 1 == type.fields.size() ? 0 : found->index + 1;
      const std::uint64_t bit = std::uint64_t{1} << found->index;
      (found->camel_case ? camel : snake) |= bit;

      const Field& field = type.fields[found->index];
      const JsonPath here{at, field.name, {}};
      const Outcome outcome = read_field(value, field, message, here);
      if (outcome == Outcome::kBroken) return false;
      if (outcome == Outcome::kFilled) filled |= bit;
      if (!at && !found->camel_case && outcome != Outcome::kNull) check_.saw(found->index, outcome == Outcome::kFilled);
    }
    if ((snake & camel) != 0) report_both_names(type, snake & camel);
    if ((type.required & ~filled) != 0 && at) report_missing(type, type.required & ~filled, *at);
    return true;
  }

 private:
  enum class Outcome { kFilled, kEmpty, kNull, kBroken };

  Outcome read_field(ondemand::value value, const Field& field, void* message, const JsonPath& at) {
    bool null = false;
    if (value.is_null().get(null) == simdjson::SUCCESS && null) return Outcome::kNull;
    if (field.arity == Arity::kMany) return read_list(value, field, message, at);
    return read_value(value, field, message, at);
  }

  Outcome read_list(ondemand::value value, const Field& field, void* message, const JsonPath& at) {
    field.clear(message);
    ondemand::array array;
    if (value.get_array().get(array)) return wrong(value, at);
    std::size_t index = 0;
    for (auto element : array) {
      ondemand::value item;
      if (element.get(item)) return Outcome::kBroken;
      const JsonPath here{&at, {}, index++};
      if (read_value(item, field, message, here) == Outcome::kBroken) return Outcome::kBroken;
    }
    return Outcome::kFilled;
  }

  Outcome read_value(ondemand::value value, const Field& field, void* message, const JsonPath& at) {
    switch (field.kind) {
      case Kind::kString:
        return read_string(value, field, message, at);
      case Kind::kInt64:
        return read_integer<std::int64_t>(value, field, message, at);
      case Kind::kInt32:
        return read_integer<std::int32_t>(value, field, message, at);
      case Kind::kDouble:
        return read_double(value, field, message, at);
      case Kind::kBool: {
        bool flag = false;
        if (value.get_bool().get(flag)) return wrong(value, at);
        *static_cast<bool*>(field.slot(message)) = flag;
        return Outcome::kFilled;
      }
      case Kind::kEnum:
        return read_enum(value, field, message, at);
      case Kind::kMessage: {
        ondemand::object object;
        if (value.get_object().get(object)) return wrong(value, at);
        return read_object(object, *field.nested(), field.slot(message), &at) ? Outcome::kFilled : Outcome::kBroken;
      }
      case Kind::kMap:  // in responses only
        break;
    }
    return Outcome::kBroken;
  }

  Outcome read_string(ondemand::value value, const Field& field, void* message, const JsonPath& at) {
    std::string_view text;
    if (value.get_string().get(text)) return wrong(value, at);
    static_cast<std::string*>(field.slot(message))->assign(text);
    return text.empty() ? Outcome::kEmpty : Outcome::kFilled;
  }

  template <class Integer>
  Outcome read_integer(ondemand::value value, const Field& field, void* message, const JsonPath& at) {
    std::optional<std::int64_t> parsed;
    ondemand::json_type type{};
    if (value.type().get(type)) return wrong(value, at);
    if (type == ondemand::json_type::string) {
      std::string_view text;
      if (value.get_string().get(text)) return Outcome::kBroken;
      if (text.empty()) return empty_number(at);
      parsed = integer_of(text);
    } else if (type == ondemand::json_type::number) {
      parsed = whole_number(value);
    }
    if (!parsed || *parsed < std::numeric_limits<Integer>::min() || *parsed > std::numeric_limits<Integer>::max()) {
      return wrong(value, at);
    }
    *static_cast<Integer*>(field.slot(message)) = static_cast<Integer>(*parsed);
    return Outcome::kFilled;
  }

  static std::optional<std::int64_t> whole_number(ondemand::value value) {
    ondemand::number number;
    if (value.get_number().get(number)) return std::nullopt;
    if (number.is_int64()) return number.get_int64();
    if (number.is_uint64()) return std::nullopt;
    const double real = number.get_double();
    constexpr double kTwoTo63 = 9223372036854775808.0;
    if (std::trunc(real) != real || real < -kTwoTo63 || real >= kTwoTo63) return std::nullopt;
    return static_cast<std::int64_t>(real);
  }

  Outcome read_double(ondemand::value value, const Field& field, void* message, const JsonPath& at) {
    std::optional<double> parsed;
    ondemand::json_type type{};
    if (value.type().get(type)) return wrong(value, at);
    if (type == ondemand::json_type::number) {
      double real = 0;
      if (!value.get_double().get(real)) parsed = real;
    } else if (type == ondemand::json_type::boolean) {
      bool flag = false;
      if (!value.get_bool().get(flag)) parsed = flag ? 1.0 : 0.0;
    } else if (type == ondemand::json_type::string) {
      std::string_view text;
      if (value.get_string().get(text)) return Outcome::kBroken;
      if (text.empty()) return empty_number(at);
      parsed = real_of(text);
    }
    if (!parsed) return wrong(value, at);
    *static_cast<double*>(field.slot(message)) = *parsed;
    return Outcome::kFilled;
  }

  Outcome read_enum(ondemand::value value, const Field& field, void* message, const JsonPath& at) {
    std::string_view name;
    std::optional<std::int64_t> number;
    if (!value.get_string().get(name)) {
      number = enum_number(field, name);
      if (!number) return name.empty() ? Outcome::kEmpty : Outcome::kFilled;  // an unknown name leaves the field unset
    } else {
      number = whole_number(value);
    }
    if (!number || !enum_holds(field, *number)) return wrong(value, at);
    *static_cast<std::int32_t*>(field.slot(message)) = static_cast<std::int32_t>(*number);
    return Outcome::kFilled;
  }

  Outcome empty_number(const JsonPath& at) {
    check_.unreadable(at.text(), "\"\"");
    return Outcome::kEmpty;
  }

  Outcome wrong(ondemand::value value, const JsonPath& at) {
    std::string_view json = value.raw_json_token();
    ondemand::json_type type{};
    const bool known = value.type().get(type) == simdjson::SUCCESS;
    if (known && (type == ondemand::json_type::array || type == ondemand::json_type::object)) {
      if (simdjson::to_json_string(value).get(json)) return Outcome::kBroken;
    } else {
      json = json.substr(0, json.find_last_not_of(" \t\r\n") + 1);
      if (!known && json != "NaN" && json != "Infinity" && json != "-Infinity") return Outcome::kBroken;
    }
    check_.unreadable(at.text(), json);
    return Outcome::kFilled;
  }

  void report_both_names(const MessageType& type, std::uint64_t fields) {
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
      if ((fields >> i) & 1) return check_.named_twice(type.fields[i].name);
    }
  }

  void report_missing(const MessageType& type, std::uint64_t fields, const JsonPath& at) {
    const JsonPath* top = &at;
    while (top->parent) top = top->parent;
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
      if ((fields >> i) & 1) return check_.item_lacks(top->name, JsonPath{&at, type.fields[i].name, {}}.text());
    }
  }

  RequestCheck& check_;
};

void make_padded(std::string& body) {
  if (body.capacity() < body.size() + simdjson::SIMDJSON_PADDING)
    body.reserve(body.size() + simdjson::SIMDJSON_PADDING);
}

enum class Parsed { kObject, kNothing, kOther };

Parsed parse(std::string& body, const MessageType& type, void* message, RequestCheck& check) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (body.starts_with(kByteOrderMark)) body.erase(0, kByteOrderMark.size());
  if (body.empty()) return Parsed::kNothing;
  thread_local ondemand::parser parser;
  make_padded(body);
  ondemand::document document;
  if (parser.iterate(simdjson::padded_string_view(body.data(), body.size(), body.capacity())).get(document)) {
    return Parsed::kNothing;
  }
  ondemand::json_type kind{};
  if (document.type().get(kind)) return Parsed::kNothing;
  if (kind == ondemand::json_type::string) {
    // Old clients send the object's text as a JSON string.
    std::string_view inner;
    if (document.get_string().get(inner)) return Parsed::kNothing;
    body = std::string(inner);
    return parse(body, type, message, check);
  }
  if (kind == ondemand::json_type::null) return Parsed::kNothing;
  if (kind != ondemand::json_type::object) return Parsed::kOther;
  ondemand::object object;
  if (document.get_object().get(object)) return Parsed::kNothing;
  if (!Reader(check).read_object(object, type, message, nullptr) ||
      document.current_location().error() != simdjson::OUT_OF_BOUNDS)
    return Parsed::kNothing;
  return Parsed::kObject;
}

}  // namespace

Status read_json(std::string& body, const MessageType& type, void* message, std::span<const Rule> rules) {
  RequestCheck check(type, rules);
  switch (parse(body, type, message, check)) {
    case Parsed::kObject:
      break;
    case Parsed::kOther:
      return invalid_parameter("The request's body must be a JSON object.");
    case Parsed::kNothing:
      type.reset(message);
      body.clear();
      check = RequestCheck(type, rules);
  }
  return check.verdict(message, [&] { return raw_fields_of_json(body); });
}

Status read_query(const QueryFields& query, const MessageType& type, void* message, std::span<const Rule> rules) {
  RequestCheck check(type, rules);
  for (std::size_t i = 0; i < type.fields.size(); ++i) {
    const Field& field = type.fields[i];
    for (const auto& [name, text] : query) {
      if (name != field.name) continue;
      check.saw(i, !text.empty() || field.arity == Arity::kMany);
      TRY(read_query_value(text, field, message, check));
      if (field.arity != Arity::kMany) break;  // of several values for one field, the first counts
    }
  }
  return check.verdict(message, [&] { return raw_fields_of_query(query, type); });
}

}  // namespace cairn::api
