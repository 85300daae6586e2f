#include "data/format/yaml_json.h"

#include <algorithm>
#include <charconv>

#include "core/json_text.h"
#include "core/python_text.h"

namespace cairn::data {
namespace {

// An int as Python prints it once it is read: 0x1F is 31, 1_000 is 1000.
std::string int_text(std::string text) {
  std::erase(text, '_');
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.erase(0, 1);
  const int base = text.starts_with("0x") ? 16 : text.starts_with("0o") ? 8 : text.starts_with("0b") ? 2 : 10;
  std::uint64_t value = 0;
  if (base != 10 && std::from_chars(text.data() + 2, text.data() + text.size(), value, base).ec == std::errc())
    text = std::to_string(value);
  text.erase(0, std::min(text.find_first_not_of('0'), text.size() - 1));
  return negative && text != "0" ? "-" + text : text;
}

std::string float_text(std::string text) {
  std::erase(text, '_');
  if (text.starts_with('+')) text.erase(0, 1);
  if (text.find("inf") != std::string::npos || text.find("INF") != std::string::npos ||
      text.find("Inf") != std::string::npos)
    return text.starts_with('-') ? "-Infinity" : "Infinity";
  double value = 0;
  if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc()) return "NaN";
  return python_repr(value);
}

void write(const YamlNode& node, JsonKeys keys, std::string& out);

void write_mapping(const YamlNode& node, JsonKeys keys, std::string& out) {
  std::vector<const YamlEntry*> entries;
  for (const YamlEntry& entry : node.entries) entries.push_back(&entry);
  if (keys == JsonKeys::kSorted)
    std::ranges::sort(entries, {}, [](const YamlEntry* entry) { return std::string_view(entry->key.text); });
  out += '{';
  for (const YamlEntry* entry : entries) {
    if (entry != entries.front()) out += ", ";
    write_ascii_json_string(entry->key.text, out);
    out += ": ";
    write(entry->value, keys, out);
  }
  out += '}';
}

void write(const YamlNode& node, JsonKeys keys, std::string& out) {
  switch (node.type) {
    case YamlType::kNull:
      out += "null";
      return;
    case YamlType::kBool:
      out += (node.text[0] | 32) == 't' ? "true" : "false";
      return;
    case YamlType::kInt:
      out += int_text(node.text);
      return;
    case YamlType::kFloat:
      out += float_text(node.text);
      return;
    case YamlType::kMapping:
      return write_mapping(node, keys, out);
    case YamlType::kSequence:
      out += '[';
      for (const YamlNode& item : node.items) {
        if (&item != &node.items.front()) out += ", ";
        write(item, keys, out);
      }
      out += ']';
      return;
    default:
      write_ascii_json_string(node.text, out);
  }
}

}  // namespace

std::string python_json(const YamlNode& node, JsonKeys keys) {
  std::string text;
  write(node, keys, text);
  return text;
}

}  // namespace cairn::data
