#include "db/postgres_result.h"

#include <bit>
#include <charconv>
#include <fmt/format.h>

namespace cairn::db {
namespace {

template <class Unsigned>
Unsigned big_endian(std::string_view bytes) {
  Unsigned value = 0;
  for (std::size_t i = 0; i < sizeof(Unsigned) && i < bytes.size(); ++i) {
    value = static_cast<Unsigned>(value << 8) | static_cast<unsigned char>(bytes[i]);
  }
  return value;
}

// Groups of four decimal digits behind a head of four numbers: how many groups, the weight of the first, sign, scale.
template <class Number>
Number numeric(std::string_view bytes) {
  constexpr std::uint16_t kNegative = 0x4000;
  const auto at = [&](std::size_t i) {
    return static_cast<std::int16_t>(big_endian<std::uint16_t>(bytes.substr(2 * i)));
  };
  Number value = 0;
  for (std::int16_t i = 0; i <= at(1); ++i) {
    value = value * 10000 + static_cast<Number>(i < at(0) ? at(4 + static_cast<std::size_t>(i)) : 0);
  }
  return static_cast<std::uint16_t>(at(2)) == kNegative ? -value : value;
}

template <class Number>
Number parsed(std::string_view text) {
  Number number{};
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

std::string_view PostgresCursor::bytes(int column) const {
  return {PQgetvalue(result_.get(), row_, column), static_cast<std::size_t>(PQgetlength(result_.get(), row_, column))};
}

std::int64_t PostgresCursor::int64(int column) const {
  const std::string_view raw = bytes(column);
  if (is_null(column)) return 0;
  switch (type(column)) {
    case PgType::kBool:
      return raw.front() != 0 ? 1 : 0;
    case PgType::kInt2:
      return static_cast<std::int16_t>(big_endian<std::uint16_t>(raw));
    case PgType::kInt4:
      return static_cast<std::int32_t>(big_endian<std::uint32_t>(raw));
    case PgType::kInt8:
      return static_cast<std::int64_t>(big_endian<std::uint64_t>(raw));
    case PgType::kFloat4:
    case PgType::kFloat8:
      return static_cast<std::int64_t>(real(column));
    case PgType::kNumeric:
      return numeric<std::int64_t>(raw);
    default:
      return parsed<std::int64_t>(raw);
  }
}

double PostgresCursor::real(int column) const {
  const std::string_view raw = bytes(column);
  if (is_null(column)) return 0;
  switch (type(column)) {
    case PgType::kFloat8:
      return std::bit_cast<double>(big_endian<std::uint64_t>(raw));
    case PgType::kFloat4:
      return static_cast<double>(std::bit_cast<float>(big_endian<std::uint32_t>(raw)));
    case PgType::kBool:
    case PgType::kInt2:
    case PgType::kInt4:
    case PgType::kInt8:
      return static_cast<double>(int64(column));
    case PgType::kNumeric:
      return numeric<double>(raw);
    default:
      return parsed<double>(raw);
  }
}

std::string_view PostgresCursor::text(int column) const {
  if (is_null(column)) return {};
  switch (type(column)) {
    case PgType::kBool:
    case PgType::kInt2:
    case PgType::kInt4:
    case PgType::kInt8:
    case PgType::kNumeric:
      return texts_.emplace_back(fmt::format("{}", int64(column)));
    case PgType::kFloat4:
    case PgType::kFloat8:
      return texts_.emplace_back(fmt::format("{}", real(column)));
    default:
      return bytes(column);
  }
}

Blob PostgresCursor::blob(int column) const {
  const std::string_view raw = bytes(column);
  return {reinterpret_cast<const std::byte*>(raw.data()), raw.size()};
}

}  // namespace cairn::db
