#include "data/format/ini.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "core/python_text.h"
#include "core/text.h"

namespace cairn::data {
namespace {

bool ends_here(std::string_view rest) {
  rest = strip_left(rest);
  return rest.empty() || rest.front() == '#';
}

// A quoted text at the front: up to a closing quote after which `may_follow` likes the rest.
template <class MayFollow>
std::optional<std::string_view> take_quoted(std::string_view& text, MayFollow may_follow) {
  const char quote = text.front();
  for (std::size_t end = text.find(quote, 1); end != std::string_view::npos; end = text.find(quote, end + 1)) {
    if (!may_follow(text.substr(end + 1))) continue;
    const std::string_view inside = text.substr(1, end - 1);
    text.remove_prefix(end + 1);
    return inside;
  }
  return std::nullopt;
}

bool is_quote(char c) { return c == '"' || c == '\''; }

// The value after "key =", without its comment. Nothing if it is badly quoted.
std::optional<IniValue> parse_value(std::string_view text) {
  IniValue value;
  if (text.starts_with(',') && ends_here(text.substr(1))) {
    value.is_list = true;
    return value;
  }
  const auto may_follow = [](std::string_view rest) { return ends_here(rest) || strip_left(rest).starts_with(','); };
  while (true) {
    text = strip_left(text);
    std::string item;
    if (!text.empty() && is_quote(text.front())) {
      const auto quoted = take_quoted(text, may_follow);
      if (!quoted) return std::nullopt;
      item = *quoted;
    } else {
      const std::size_t end = std::min(text.find_first_of(",#"), text.size());
      item = strip_right(text.substr(0, end));
      text.remove_prefix(end);
      if (item.empty() && text.starts_with(',')) return std::nullopt;
    }
    text = strip_left(text);
    const bool more = text.starts_with(',');
    if (more) value.is_list = true;
    if (!value.is_list) {
      value.text = std::move(item);
      return value;
    }
    if (more || !item.empty()) value.items.push_back(std::move(item));
    if (!more) return value;
    text.remove_prefix(1);
  }
}

class IniReader {
 public:
  explicit IniReader(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty()) {
      const std::string_view line = text.substr(0, text.find('\n'));
      lines_.push_back(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line);
      text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
  }

  Result<IniFile> read() {
    for (at_ = 0; at_ < lines_.size(); ++at_) {
      const std::string_view line = strip(lines_[at_]);
      if (line.empty() || line.front() == '#') continue;
      if (const auto name = section_name(line))
        TRY(start_section(*name));
      else
        TRY(take_key(line));
    }
    return std::move(file_);
  }

 private:
  static std::optional<std::string> section_name(std::string_view line) {
    if (!line.starts_with('[')) return std::nullopt;
    std::string_view rest = strip_left(line.substr(1));
    if (rest.empty()) return std::nullopt;
    const auto closes = [](std::string_view after) {
      after = strip_left(after);
      return after.starts_with(']') && ends_here(after.substr(1));
    };
    if (is_quote(rest.front())) {
      const auto quoted = take_quoted(rest, closes);
      return quoted ? std::optional<std::string>(*quoted) : std::nullopt;
    }
    for (std::size_t end = rest.find(']'); end != std::string_view::npos; end = rest.find(']', end + 1))
      if (closes(rest.substr(end))) return std::string(strip_right(rest.substr(0, end)));
    return std::nullopt;
  }

  Status start_section(const std::string& name) {
    if (std::ranges::find(file_.sections, name, &IniSection::name) != file_.sections.end())
      return error("Duplicate section name");
    file_.sections.push_back({name, {}});
    return {};
  }

  Status take_key(std::string_view line) {
    std::string key;
    if (is_quote(line.front())) {
      const auto quoted = take_quoted(line, [](std::string_view rest) { return strip_left(rest).starts_with('='); });
      if (!quoted) return invalid_line();
      key = *quoted;
    } else {
      const std::size_t equals = line.find('=');
      if (equals == std::string_view::npos || equals == 0) return invalid_line();
      key = strip_right(line.substr(0, equals));
      line.remove_prefix(equals);
    }
    const std::string_view text = strip_left(strip_left(line).substr(1));
    auto& keys = file_.sections.empty() ? file_.keys : file_.sections.back().keys;
    IniValue value = TRY(take_value(text));
    for (const auto& [known, unused] : keys)
      if (known == key) return error("Duplicate keyword name");
    keys.emplace_back(std::move(key), std::move(value));
    return {};
  }

  Result<IniValue> take_value(std::string_view text) {
    if (text.starts_with("'''") || text.starts_with(R"(""")")) return take_long_text(text);
    const auto value = parse_value(text);
    if (!value) return error("Parse error in value");
    return *value;
  }

  // '''…''' over as many lines as it takes.
  Result<IniValue> take_long_text(std::string_view text) {
    const std::string_view quotes = text.substr(0, 3);
    text.remove_prefix(3);
    std::string value;
    while (text.find(quotes) == std::string_view::npos) {
      value.append(text) += '\n';
      if (++at_ == lines_.size()) {
        --at_;
        return error("Parse error in multiline value");
      }
      text = lines_[at_];
    }
    const std::size_t end = text.find(quotes);
    if (!ends_here(text.substr(end + 3))) return error("Parse error in multiline value");
    value.append(text.substr(0, end));
    return IniValue(std::move(value));
  }

  [[nodiscard]] Error invalid_line() const {
    return error(fmt::format("Invalid line ({}) (matched as neither section nor keyword)", python_repr(lines_[at_])));
  }
  [[nodiscard]] Error error(std::string_view message) const {
    return invalid_parameter(fmt::format("{} at line {}.", message, at_ + 1));
  }

  std::vector<std::string_view> lines_;
  std::size_t at_ = 0;
  IniFile file_;
};

enum class Lines : std::uint8_t { kOne, kMany };

std::string quoted(std::string_view text, Lines lines) {
  if (text.empty()) return R"("")";
  const bool has_single = text.find('\'') != std::string_view::npos,
             has_double = text.find('"') != std::string_view::npos;
  const bool needs_triple =
      lines == Lines::kMany && ((has_single && has_double) || text.find('\n') != std::string_view::npos);
  if (needs_triple) {
    const std::string_view quotes = text.find("'''") == std::string_view::npos ? "'''" : R"(""")";
    return fmt::format("{0}{1}{0}", quotes, text);
  }
  constexpr std::string_view kSpecialAtEnds = " \r\n\v\t'\"";
  const bool plain = kSpecialAtEnds.find(text.front()) == std::string_view::npos &&
                     kSpecialAtEnds.find(text.back()) == std::string_view::npos &&
                     text.find_first_of(",#") == std::string_view::npos;
  if (plain) return std::string(text);
  return fmt::format("{0}{1}{0}", has_double ? '\'' : '"', text);
}

std::string written(const IniValue& value) {
  if (!value.is_list) return quoted(value.text, Lines::kMany);
  if (value.items.empty()) return ",";
  if (value.items.size() == 1) return quoted(value.items.front(), Lines::kOne) + ',';
  std::string text;
  for (const std::string& item : value.items) text += (text.empty() ? "" : ", ") + quoted(item, Lines::kOne);
  return text;
}

}  // namespace

Result<IniFile> parse_ini(std::string_view text) { return IniReader(text).read(); }

std::string write_ini(const IniFile& file) {
  std::string text;
  const auto write_keys = [&text](const auto& keys, std::string_view indent) {
    for (const auto& [key, value] : keys)
      text += fmt::format("{}{} = {}\n", indent, quoted(key, Lines::kOne), written(value));
  };
  write_keys(file.keys, "");
  for (const IniSection& section : file.sections) {
    text += fmt::format("[{}]\n", quoted(section.name, Lines::kOne));
    write_keys(section.keys, "    ");
  }
  return text.empty() ? "\n" : text;
}

}  // namespace cairn::data
