#include "db/upgrade_values.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>

#include "db/upgrade_json.h"

namespace cairn::db {
namespace {

// What str.strip() takes off.
constexpr std::string_view kSpaces[] = {
    "\t",           "\n",           "\v",           "\f",           "\r",
    "\x1c",         "\x1d",         "\x1e",         "\x1f",         " ",
    "\xC2\x85",     "\xC2\xA0",     "\xE1\x9A\x80", "\xE2\x80\x80", "\xE2\x80\x81",
    "\xE2\x80\x82", "\xE2\x80\x83", "\xE2\x80\x84", "\xE2\x80\x85", "\xE2\x80\x86",
    "\xE2\x80\x87", "\xE2\x80\x88", "\xE2\x80\x89", "\xE2\x80\x8A", "\xE2\x80\xA8",
    "\xE2\x80\xA9", "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE3\x80\x80",
};

std::string_view strip(std::string_view text) {
  const auto space_at = [&text](bool (*is_there)(std::string_view, std::string_view)) {
    const auto* found =
        std::find_if(std::begin(kSpaces), std::end(kSpaces), [&](auto space) { return is_there(text, space); });
    return found == std::end(kSpaces) ? 0 : found->size();
  };
  while (const auto size = space_at([](auto all, auto space) { return all.starts_with(space); })) {
    text.remove_prefix(size);
  }
  while (const auto size = space_at([](auto all, auto space) { return all.ends_with(space); })) {
    text.remove_suffix(size);
  }
  return text;
}

// A number taken apart: (-)digits × 10^exponent.
struct Decimal {
  bool negative = false;
  std::string digits;
  std::int64_t exponent = 0;
};

std::string_view take_digits(std::string_view& rest) {
  const auto digits = rest.substr(0, std::min(rest.find_first_not_of("0123456789"), rest.size()));
  rest.remove_prefix(digits.size());
  return digits;
}

// Python's common grammar of decimal numbers, after spaces and underscores are gone.
std::optional<Decimal> parse_decimal(std::string_view rest) {
  Decimal number;
  number.negative = rest.starts_with('-');
  if (number.negative || rest.starts_with('+')) rest.remove_prefix(1);
  number.digits = take_digits(rest);
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    const auto fraction = take_digits(rest);
    number.digits += fraction;
    number.exponent = -static_cast<std::int64_t>(fraction.size());
  }
  if (number.digits.empty()) return std::nullopt;
  if (rest.empty()) return number;

  if (rest.front() != 'e' && rest.front() != 'E') return std::nullopt;
  rest.remove_prefix(1);
  if (rest.starts_with('+') && !rest.starts_with("+-")) rest.remove_prefix(1);
  std::int32_t exponent = 0;  // of ten digits at most: more is nonsense, and too far out for either use
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), exponent);
  if (error != std::errc() || end != rest.data() + rest.size()) return std::nullopt;
  number.exponent += exponent;
  return number;
}

std::optional<std::int64_t> to_int64(Decimal number) {
  number.digits.erase(0, std::min(number.digits.find_first_not_of('0'), number.digits.size()));
  if (number.digits.empty()) return 0;
  while (number.exponent < 0 && number.digits.ends_with('0')) {
    number.digits.pop_back();
    ++number.exponent;
  }
  constexpr std::int64_t kMostDigits = 19;
  if (number.exponent < 0 || number.exponent > kMostDigits) return std::nullopt;
  const std::string text =
      (number.negative ? "-" : "") + number.digits + std::string(static_cast<std::size_t>(number.exponent), '0');
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() ? std::optional(value) : std::nullopt;
}

constexpr bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// float() takes an underscore only between two digits.
bool underscores_stand_between_digits(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '_') continue;
    if (i == 0 || i + 1 == text.size() || !is_digit(text[i - 1]) || !is_digit(text[i + 1])) return false;
  }
  return true;
}

std::string without_underscores(std::string_view text) {
  std::string kept(text);
  std::erase(kept, '_');
  return kept;
}

bool equal_ignoring_case(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(), [](char letter, char expected) {
    return (letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter) == expected;
  });
}

AssessmentAggregate aggregate_text(std::string_view text) {
  const std::string_view word = strip(text);
  if (equal_ignoring_case(word, "yes")) return {.value = 1.0};
  if (equal_ignoring_case(word, "no")) return {.value = 0.0};
  return {};
}

}  // namespace

std::optional<std::int64_t> token_count(std::string_view text) {
  auto number = parse_decimal(without_underscores(strip(text)));
  return number ? to_int64(std::move(*number)) : std::nullopt;
}

std::optional<std::int64_t> token_count(double value) {
  // By way of its shortest digits, as Decimal(str(value)) goes: past 2^53 they are not the value itself.
  char text[32];
  const auto [end, error] = std::to_chars(std::begin(text), std::end(text), value, std::chars_format::scientific);
  return error == std::errc() ? token_count(std::string_view(text, end)) : std::nullopt;
}

std::optional<double> finite_float(std::string_view text) {
  const std::string_view stripped = strip(text);
  if (!underscores_stand_between_digits(stripped)) return std::nullopt;
  const std::string number = without_underscores(stripped);
  if (!parse_decimal(number)) return std::nullopt;
  const double value = std::strtod(number.c_str(), nullptr);
  return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

AssessmentAggregate aggregate_assessment(std::string_view value) {
  const auto json = parse_json(value);
  if (!json) return aggregate_text(value);
  switch (json->kind) {
    case Json::Kind::kTrue:
      return {.value = 1.0};
    case Json::Kind::kFalse:
      return {.value = 0.0};
    case Json::Kind::kInteger:
    case Json::Kind::kReal: {
      const auto number = finite_float(json->text);
      return {.value = number, .is_numeric = number.has_value()};
    }
    case Json::Kind::kString:
      return aggregate_text(json->text);
    default:
      return {};
  }
}

}  // namespace cairn::db
