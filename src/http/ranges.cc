#include "http/ranges.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "http/text.h"

namespace cairn::http {
namespace {

constexpr std::ptrdiff_t kMostParts = 100;

// Half-open, and not yet held against the size.
struct Part {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};

std::optional<std::uint64_t> number(std::string_view digits) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

// "2-5", "2-" or "-3"; nothing for what is passed over.
std::optional<Part> part_of(std::string_view text, std::uint64_t size) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos || text == "-") return std::nullopt;
  const std::string_view first = trim(text.substr(0, dash));
  const std::string_view last = trim(text.substr(dash + 1));
  const auto from = first.empty() ? std::optional<std::uint64_t>(0) : number(first);
  const auto to = last.empty() ? std::optional<std::uint64_t>(size) : number(last);
  if (!from || !to) return std::nullopt;
  if (first.empty()) return Part{size - std::min(*to, size), size};
  return Part{*from, *to < size ? *to + 1 : size};
}

Ranges malformed(std::string_view complaint) { return {Ranges::Kind::kMalformed, {}, complaint}; }

Ranges merged(std::vector<Part> parts) {
  std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.begin < b.begin; });
  Ranges ranges{Ranges::Kind::kParts, {}, {}};
  for (const Part& part : parts) {
    if (!ranges.parts.empty()) {
      Span& before = ranges.parts.back();
      if (part.begin <= before.offset + before.length) {
        before.length = std::max(before.offset + before.length, part.end) - before.offset;
        continue;
      }
    }
    ranges.parts.push_back({part.begin, part.end - part.begin});
  }
  return ranges;
}

}  // namespace

Ranges parse_ranges(std::string_view field, std::uint64_t size) {
  const std::size_t equals = field.find('=');
  if (equals == std::string_view::npos) return malformed("Malformed range header.");
  if (!iequals(trim(field.substr(0, equals)), "bytes")) return malformed("Only support bytes range");
  std::string_view list = field.substr(equals + 1);
  if (std::count(list.begin(), list.end(), ',') >= kMostParts) return {};

  std::vector<Part> parts;
  while (!list.empty()) {
    if (const auto part = part_of(trim(cut(list, ',')), size)) parts.push_back(*part);
  }
  if (parts.empty()) return malformed("Range header: range must be requested");
  const auto past_end = [size](const Part& part) { return part.begin >= size; };
  if (std::any_of(parts.begin(), parts.end(), past_end)) return {Ranges::Kind::kUnsatisfiable, {}, {}};
  const auto backwards = [](const Part& part) { return part.begin >= part.end; };
  if (std::any_of(parts.begin(), parts.end(), backwards)) {
    return malformed("Range header: start must be less than end");
  }
  return merged(std::move(parts));
}

}  // namespace cairn::http
