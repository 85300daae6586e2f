// The ini dialect of DVC's config files (ConfigObj's): [section] lines, then "key = value" lines; values may be quoted,
// or lists. A written file has its keys indented by four blanks and no comments.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"

namespace cairn::data {

struct IniValue {
  std::string text;                // of a single value
  std::vector<std::string> items;  // of a list
  bool is_list = false;

  IniValue() = default;
  IniValue(std::string value) : text(std::move(value)) {}  // NOLINT(google-explicit-constructor)
  IniValue(std::string_view value) : text(value) {}        // NOLINT(google-explicit-constructor)
  IniValue(const char* value) : text(value) {}             // NOLINT(google-explicit-constructor)
  bool operator==(const IniValue&) const = default;
};

struct IniSection {
  std::string name;
  std::vector<std::pair<std::string, IniValue>> keys;
};

struct IniFile {
  std::vector<std::pair<std::string, IniValue>> keys;  // before the first section
  std::vector<IniSection> sections;
};

// Errors are worded as ConfigObj words them.
Result<IniFile> parse_ini(std::string_view text);
[[nodiscard]] std::string write_ini(const IniFile& file);

}  // namespace cairn::data
