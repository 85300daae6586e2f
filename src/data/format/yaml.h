// YAML as DVC reads and writes it: YAML 1.2 in, and out the bytes of its own writer (ruamel.yaml's round-trip mode), so
// that a file looks the same whichever of the two programs wrote it last.
//
// A file that is to be changed is read to a tree, changed there, and written whole. The tree keeps what its owner put
// in by hand: the order of keys, comments and empty lines, flow style, block scalars, numbers as they were spelled.
// What the writer normalizes is indentation and needless quotes.
//
// Comments belong to the last key or value before them and stay with it: what follows on the same line at its column,
// whole lines below as they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace cairn::data {

enum class YamlType : std::uint8_t {
  kNull,
  kBool,
  kInt,
  kFloat,
  kTime,
  kString,
  kSequence,
  kMapping,
  kAlias,
};

enum class YamlForm : std::uint8_t { kPlain, kLiteral, kFolded, kFlow };

struct YamlEntry;

struct YamlNode {
  static constexpr std::uint32_t kNoComment = UINT32_MAX;

  YamlType type = YamlType::kNull;
  YamlForm form = YamlForm::kPlain;  // block scalars and flow collections; otherwise the writer chooses
  std::uint32_t comment = kNoComment;
  std::string text;        // a string's value; a number or time as it is spelled; an alias' name
  std::string source;      // a folded scalar's lines as they were broken
  std::string properties;  // anchor and tag as they were written: "&a !!str"
  std::vector<YamlNode> items;
  std::vector<YamlEntry> entries;

  static YamlNode null();
  static YamlNode string(std::string_view value);
  static YamlNode integer(std::int64_t value);
  static YamlNode boolean(bool value);
  static YamlNode sequence();
  static YamlNode sequence(std::vector<YamlNode> items);
  static YamlNode mapping();

  [[nodiscard]] bool is(YamlType wanted) const { return type == wanted; }
  [[nodiscard]] bool is_collection() const { return is(YamlType::kSequence) || is(YamlType::kMapping); }

  // Of a mapping: the value of a key, or null if it has none.
  [[nodiscard]] const YamlNode* find(std::string_view key) const;
  [[nodiscard]] YamlNode* find(std::string_view key);
  // Replaces a key's value, or appends the key.
  void set(std::string_view key, YamlNode value);
  void remove(std::string_view key);
};

struct YamlEntry {
  YamlNode key;
  YamlNode value;
};

struct YamlComment {
  std::size_t column = 0;
  std::string end_of_line;  // from its '#'; empty if there is none
  std::string lines;        // the lines below, each with its line end
};

struct YamlDocument {
  std::string head;  // comments and empty lines before the first key
  YamlNode root;
  std::string tail;  // after a last value in flow style: what is added comes before it
  std::vector<YamlComment> comments;
};

// A syntax error's text says where; its position is the line (from 1).
Result<YamlDocument> parse_yaml(std::string_view text);
std::string write_yaml(const YamlDocument& document);
std::string write_yaml(const YamlNode& root);

// Whether two nodes hold the same value: 0x10 and 16 do, "16" and 16 don't. The order of keys doesn't matter.
[[nodiscard]] bool same_value(const YamlNode& left, const YamlNode& right);

// Changes `node` to hold what `wanted` holds, and no more than that: what is the same keeps its comments and its form,
// keys keep their order, new ones come last.
void apply_changes(const YamlNode& wanted, YamlNode& node);

}  // namespace cairn::data
