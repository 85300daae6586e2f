#include "api/wire/json_writer.h"

#include <array>
#include <charconv>
#include <utility>

#include "core/json_text.h"

namespace cairn::api {
namespace {

template <class Integer>
void write_integer(Integer value, std::string& out) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

void write_enum(EnumTable table, std::int32_t number, std::string& out) {
  for (const EnumValue& value : table) {
    if (value.number == number) {
      out += '"';
      out += value.name;
      out += '"';
      return;
    }
  }
  write_integer(number, out);
}

void write_map(const StringMap& map, std::string& out) {
  char before = '{';
  for (const auto& [key, value] : map.entries) {
    out += std::exchange(before, ',');
    write_json_string(key, out);
    out += ':';
    write_json_string(value, out);
  }
  out += '}';
}

void write_value(const Field& field, const void* value, std::string& out) {
  switch (field.kind) {
    case Kind::kString:
      return write_json_string(*static_cast<const std::string*>(value), out);
    case Kind::kInt64:
      return write_integer(*static_cast<const std::int64_t*>(value), out);
    case Kind::kInt32:
      return write_integer(*static_cast<const std::int32_t*>(value), out);
    case Kind::kDouble:
      return write_json_double(*static_cast<const double*>(value), out);
    case Kind::kBool:
      out += *static_cast<const bool*>(value) ? "true" : "false";
      return;
    case Kind::kEnum:
      return write_enum(field.values(), *static_cast<const std::int32_t*>(value), out);
    case Kind::kMessage:
      return write_json(*field.nested(), value, out);
    case Kind::kMap:
      return write_map(*static_cast<const StringMap*>(value), out);
  }
}

}  // namespace

void write_json(const MessageType& type, const void* message, std::string& out) {
  out += '{';
  bool first = true;
  for (const Field& field : type.fields) {
    const std::size_t count = field.count(message);
    if (count == 0) continue;
    if (!first) out += ',';
    first = false;
    out += field.json_key;
    if (field.arity != Arity::kMany) {
      write_value(field, field.item(message, 0), out);
      continue;
    }
    for (std::size_t i = 0; i < count; ++i) {
      out += i == 0 ? '[' : ',';
      write_value(field, field.item(message, i), out);
    }
    out += ']';
  }
  out += '}';
}

}  // namespace cairn::api
