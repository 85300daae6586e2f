#include "data/format/yaml.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace cairn::data {
namespace {

auto entry_of_key(auto& entries, std::string_view key) {
  return std::ranges::find_if(entries, [key](const YamlEntry& entry) { return entry.key.text == key; });
}

std::string without(std::string text, char unwanted) {
  std::erase(text, unwanted);
  return text;
}

// A number's digits without what doesn't change it, so that 0x10, 16 and +16 are the same.
std::string canonical_int(std::string_view text) {
  std::string digits = without(std::string(text), '_');
  const bool negative = digits.starts_with('-');
  if (digits.starts_with('-') || digits.starts_with('+')) digits.erase(0, 1);
  const int base = digits.starts_with("0x") ? 16 : digits.starts_with("0o") ? 8 : digits.starts_with("0b") ? 2 : 10;
  if (base != 10) {
    std::uint64_t value = 0;
    const auto [end, problem] = std::from_chars(digits.data() + 2, digits.data() + digits.size(), value, base);
    if (problem == std::errc() && end == digits.data() + digits.size()) digits = std::to_string(value);
  }
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  return negative && digits != "0" ? "-" + digits : digits;
}

std::optional<double> float_value(const YamlNode& node) {
  std::string text = without(node.text, '_');
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c; });
  if (text.starts_with('+')) text.erase(0, 1);
  if (text == ".nan") return std::nullopt;
  if (text == ".inf") return HUGE_VAL;
  if (text == "-.inf") return -HUGE_VAL;
  double value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() && problem != std::errc::result_out_of_range) return std::nullopt;
  return value;
}

bool is_number(const YamlNode& node) { return node.is(YamlType::kInt) || node.is(YamlType::kFloat); }

bool same_number(const YamlNode& left, const YamlNode& right) {
  if (left.is(YamlType::kInt) && right.is(YamlType::kInt)) return canonical_int(left.text) == canonical_int(right.text);
  const auto a = float_value(left), b = float_value(right);
  return a && b && *a == *b;
}

bool same_sequence(const YamlNode& left, const YamlNode& right) {
  return std::ranges::equal(left.items, right.items, same_value);
}

bool same_mapping(const YamlNode& left, const YamlNode& right) {
  if (left.entries.size() != right.entries.size()) return false;
  return std::ranges::all_of(left.entries, [&right](const YamlEntry& entry) {
    const YamlNode* other = right.find(entry.key.text);
    return other && same_value(entry.value, *other);
  });
}

bool changes_in_place(const YamlNode& wanted, const YamlNode& node) {
  return wanted.is_collection() && wanted.type == node.type;
}

void apply_to_value(const YamlNode& wanted, YamlNode& value) {
  if (changes_in_place(wanted, value)) return apply_changes(wanted, value);
  if (same_value(wanted, value)) return;
  const std::uint32_t comment = value.comment;
  value = wanted;
  value.comment = comment;
}

}  // namespace

YamlNode YamlNode::null() { return {}; }

YamlNode YamlNode::string(std::string_view value) {
  YamlNode node;
  node.type = YamlType::kString;
  node.text = value;
  return node;
}

YamlNode YamlNode::integer(std::int64_t value) {
  YamlNode node;
  node.type = YamlType::kInt;
  node.text = std::to_string(value);
  return node;
}

YamlNode YamlNode::boolean(bool value) {
  YamlNode node;
  node.type = YamlType::kBool;
  node.text = value ? "true" : "false";
  return node;
}

YamlNode YamlNode::sequence() { return sequence(std::vector<YamlNode>()); }

YamlNode YamlNode::sequence(std::vector<YamlNode> items) {
  YamlNode node;
  node.type = YamlType::kSequence;
  node.items = std::move(items);
  return node;
}

YamlNode YamlNode::mapping() {
  YamlNode node;
  node.type = YamlType::kMapping;
  return node;
}

const YamlNode* YamlNode::find(std::string_view key) const {
  const auto entry = entry_of_key(entries, key);
  return entry == entries.end() ? nullptr : &entry->value;
}

YamlNode* YamlNode::find(std::string_view key) {
  const auto entry = entry_of_key(entries, key);
  return entry == entries.end() ? nullptr : &entry->value;
}

void YamlNode::set(std::string_view key, YamlNode value) {
  if (YamlNode* existing = find(key))
    *existing = std::move(value);
  else
    entries.push_back({YamlNode::string(key), std::move(value)});
}

void YamlNode::remove(std::string_view key) {
  std::erase_if(entries, [key](const YamlEntry& entry) { return entry.key.text == key; });
}

bool same_value(const YamlNode& left, const YamlNode& right) {
  if (is_number(left) && is_number(right)) return same_number(left, right);
  if (left.type != right.type) return false;
  switch (left.type) {
    case YamlType::kNull:
      return true;
    case YamlType::kBool:
      return (left.text[0] | 32) == (right.text[0] | 32);
    case YamlType::kSequence:
      return same_sequence(left, right);
    case YamlType::kMapping:
      return same_mapping(left, right);
    default:
      return left.text == right.text;
  }
}

void apply_changes(const YamlNode& wanted, YamlNode& node) {
  if (wanted.is(YamlType::kSequence)) {
    if (wanted.items.size() != node.items.size()) {
      node.items = wanted.items;
      return;
    }
    for (std::size_t i = 0; i < wanted.items.size(); ++i) apply_to_value(wanted.items[i], node.items[i]);
    return;
  }
  std::erase_if(node.entries, [&wanted](const YamlEntry& entry) { return !wanted.find(entry.key.text); });
  for (const YamlEntry& entry : wanted.entries) {
    if (YamlNode* value = node.find(entry.key.text))
      apply_to_value(entry.value, *value);
    else
      node.entries.push_back({entry.key, entry.value});
  }
}

}  // namespace cairn::data
