#include "db/postgres_binding.h"

#include <bit>
#include <cassert>
#include <fmt/format.h>

namespace cairn::db {
namespace {

struct ColumnType {
  char letter;  // in RowStatement
  PgType element;
  PgType array;
};
constexpr ColumnType kColumnTypes[] = {
    {'t', PgType::kText, PgType::kTextArray},     {'i', PgType::kInt8, PgType::kInt8Array},
    {'d', PgType::kFloat8, PgType::kFloat8Array}, {'f', PgType::kBool, PgType::kBoolArray},
    {'b', PgType::kBytes, PgType::kBytesArray},
};

const ColumnType& column_type(char letter) {
  for (const ColumnType& each : kColumnTypes) {
    if (each.letter == letter) return each;
  }
  assert(false);
  return kColumnTypes[0];
}

PgType type_of(const Param& param) {
  struct Types {
    PgType operator()(Null) const { return PgType::kUnknown; }
    PgType operator()(std::int64_t) const { return PgType::kInt8; }
    PgType operator()(double) const { return PgType::kFloat8; }
    PgType operator()(bool) const { return PgType::kBool; }
    PgType operator()(std::string_view) const { return PgType::kText; }
    PgType operator()(Blob) const { return PgType::kBytes; }
  };
  return std::visit(Types{}, param);
}

template <class Unsigned>
void put_big_endian(Unsigned bits, char* out) {
  for (std::size_t byte = sizeof bits; byte-- > 0; bits = static_cast<Unsigned>(bits >> 8)) {
    out[byte] = static_cast<char>(bits & 0xff);
  }
}

// The bytes of a value that is not Null; those of a number are put into `number`.
std::string_view binary(const Param& param, std::array<char, 8>& number) {
  struct Bytes {
    std::array<char, 8>& number;
    std::string_view operator()(Null) const { return {}; }
    std::string_view operator()(std::int64_t value) const {
      put_big_endian(static_cast<std::uint64_t>(value), number.data());
      return {number.data(), 8};
    }
    std::string_view operator()(double value) const {
      put_big_endian(std::bit_cast<std::uint64_t>(value), number.data());
      return {number.data(), 8};
    }
    std::string_view operator()(bool value) const { return {value ? "\1" : "\0", 1}; }
    std::string_view operator()(std::string_view value) const { return value; }
    std::string_view operator()(Blob value) const {
      return {reinterpret_cast<const char*>(value.data()), value.size()};
    }
  };
  return std::visit(Bytes{number}, param);
}

std::string text(const Param& param) {
  struct Texts {
    std::string operator()(Null) const { return {}; }
    std::string operator()(std::int64_t value) const { return fmt::format("{}", value); }
    std::string operator()(double value) const { return fmt::format("{}", value); }
    std::string operator()(bool value) const { return value ? "t" : "f"; }
    std::string operator()(std::string_view value) const { return std::string(value); }
    std::string operator()(Blob value) const {
      std::string hex = "\\x";
      for (const std::byte byte : value) hex += fmt::format("{:02x}", static_cast<unsigned>(byte));
      return hex;
    }
  };
  return std::visit(Texts{}, param);
}

void append_int(std::int32_t value, std::string& out) {
  std::array<char, 4> bytes{};
  put_big_endian(static_cast<std::uint32_t>(value), bytes.data());
  out.append(bytes.data(), bytes.size());
}

// One dimension from 1 on, as array_recv() reads it.
std::string array_of(std::span<const Param> rows, std::size_t column, std::size_t columns, PgType element) {
  constexpr std::int32_t kDimensions = 1;
  constexpr std::int32_t kMayHoldNulls = 1;
  constexpr std::int32_t kFirstIndex = 1;
  constexpr std::int32_t kNull = -1;
  std::string out;
  append_int(kDimensions, out);
  append_int(kMayHoldNulls, out);
  append_int(static_cast<std::int32_t>(element), out);
  append_int(static_cast<std::int32_t>(rows.size() / columns), out);
  append_int(kFirstIndex, out);
  std::array<char, 8> number{};
  for (std::size_t i = column; i < rows.size(); i += columns) {
    if (std::holds_alternative<Null>(rows[i])) {
      append_int(kNull, out);
      continue;
    }
    assert(type_of(rows[i]) == element);
    const std::string_view bytes = binary(rows[i], number);
    append_int(static_cast<std::int32_t>(bytes.size()), out);
    out += bytes;
  }
  return out;
}

}  // namespace

std::vector<PgType> PostgresBinding::types_of(std::span<const Param> params) {
  std::vector<PgType> types;
  for (const Param& param : params) types.push_back(type_of(param));
  return types;
}

std::vector<PgType> PostgresBinding::array_types_of(std::string_view types) {
  std::vector<PgType> arrays;
  for (const char letter : types) arrays.push_back(column_type(letter).array);
  return arrays;
}

PostgresBinding::PostgresBinding(std::size_t count)
    : numbers_(count), texts_(count), values_(count), lengths_(count), formats_(count) {}

PostgresBinding::PostgresBinding(std::span<const Param> params, std::span<const PgType> types)
    : PostgresBinding(params.size()) {
  for (std::size_t i = 0; i < params.size(); ++i) {
    const PgType given = type_of(params[i]);
    if (given == PgType::kUnknown) continue;
    if (given == types[i]) {
      set_binary(i, binary(params[i], numbers_[i]));
    } else {
      texts_[i] = text(params[i]);
      values_[i] = texts_[i].c_str();
    }
  }
}

PostgresBinding::PostgresBinding(std::span<const Param> rows, std::string_view types) : PostgresBinding(types.size()) {
  for (std::size_t i = 0; i < types.size(); ++i) {
    texts_[i] = array_of(rows, i, types.size(), column_type(types[i]).element);
    set_binary(i, texts_[i]);
  }
}

void PostgresBinding::set_binary(std::size_t i, std::string_view bytes) {
  constexpr int kBinary = 1;
  values_[i] = bytes.data() ? bytes.data() : "";
  lengths_[i] = static_cast<int>(bytes.size());
  formats_[i] = kBinary;
}

}  // namespace cairn::db
