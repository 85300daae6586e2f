#include "cli/help.h"

#include <algorithm>
#include <fmt/format.h>

#include "cli/output/terminal.h"
#include "cli/output/text_width.h"

namespace cairn::cli {
namespace {

constexpr std::size_t kWidestHelp = 100;
constexpr std::size_t kWidestNames = 30;
constexpr std::size_t kIndent = 2;

std::string value_name(const Flag& flag) {
  if (!flag.choices.empty()) return fmt::format("[{}]", fmt::join(flag.choices, "|"));
  if (!flag.value.empty()) return flag.value;
  struct Name {
    std::string operator()(const std::string*) const { return "TEXT"; }
    std::string operator()(const std::int64_t*) const { return "INTEGER"; }
    std::string operator()(const std::optional<std::int64_t>*) const { return "INTEGER"; }
    std::string operator()(const double*) const { return "FLOAT"; }
    std::string operator()(const bool*) const { return ""; }
    std::string operator()(const std::vector<std::string>*) const { return "TEXT"; }
  };
  return std::visit(Name{}, flag.target);
}

std::string default_text(const Flag& flag) {
  struct Text {
    std::string operator()(const std::string* value) const { return *value; }
    std::string operator()(const std::int64_t* value) const { return fmt::to_string(*value); }
    std::string operator()(const double*) const { return {}; }
    std::string operator()(const std::optional<std::int64_t>*) const { return {}; }
    std::string operator()(const bool*) const { return {}; }
    std::string operator()(const std::vector<std::string>*) const { return {}; }
  };
  return flag.required ? "" : std::visit(Text{}, flag.target);
}

// Rows of two columns, the second one wrapped.
std::string two_columns(const std::vector<FlagRow>& rows, std::size_t width) {
  std::size_t names = 0;
  for (const FlagRow& row : rows) {
    if (row.names.size() <= kWidestNames) names = std::max(names, row.names.size());
  }
  const std::size_t column = kIndent + names + 2;
  std::string text;
  for (const FlagRow& row : rows) {
    std::string line = std::string(kIndent, ' ') + row.names;
    const auto wrapped = wrap(row.text, width > column + 20 ? width - column : 20);
    const bool own_line = line.size() + 2 > column;
    if (own_line || wrapped.empty()) text += line + "\n";
    for (std::size_t i = 0; i < wrapped.size(); ++i) {
      const bool first = i == 0 && !own_line;
      text += (first ? line + std::string(column - line.size(), ' ') : std::string(column, ' ')) + wrapped[i] + "\n";
    }
  }
  return text;
}

}  // namespace

std::string usage_line(const Command& command, std::string_view full_name) {
  std::string line =
      fmt::format("Usage: {} [OPTIONS]{}", full_name, command.commands.empty() ? "" : " COMMAND [ARGS]...");
  for (const Flag& flag : command.flags) {
    const FlagNames names = split_names(flag);
    if (names.positional.empty()) continue;
    const bool many = std::holds_alternative<std::vector<std::string>*>(flag.target);
    const std::string shown = upper(names.positional) + (many ? "..." : "");
    line += flag.required ? " " + shown : fmt::format(" [{}]", shown);
  }
  return line + "\n";
}

FlagRow flag_row(const Flag& flag) {
  const FlagNames split = split_names(flag);
  std::vector<std::string> names = split.named;
  std::ranges::stable_sort(
      names, [](const std::string& a, const std::string& b) { return !a.starts_with("--") && b.starts_with("--"); });
  FlagRow row{fmt::format("{}", fmt::join(names, ", ")), flag.help};
  for (const std::string& name : split.negated) row.names += " / " + name;
  if (row.names.empty()) row.names = upper(split.positional);
  if (const std::string value = value_name(flag); !value.empty() && !names.empty()) row.names += " " + value;
  std::vector<std::string> remarks;
  if (!flag.env.empty()) remarks.push_back("env: " + flag.env);
  if (const std::string given = default_text(flag); !given.empty()) remarks.push_back("default: " + given);
  if (flag.required) remarks.push_back("required");
  if (std::holds_alternative<std::vector<std::string>*>(flag.target) && !names.empty())
    remarks.push_back("may be repeated");
  if (!remarks.empty()) row.text += fmt::format("{}[{}]", row.text.empty() ? "" : "  ", fmt::join(remarks, "; "));
  return row;
}

std::string help_text(const Command& command, std::string_view full_name, Shape shape) {
  const std::size_t width = std::min(terminal_width(), kWidestHelp);
  std::string text = usage_line(command, full_name) + "\n";
  for (const std::string& line : wrap(command.help, width - kIndent)) {
    text += line.empty() ? "\n" : std::string(kIndent, ' ') + line + "\n";
  }
  std::vector<FlagRow> rows;
  for (const Flag& flag : command.flags) rows.push_back(flag_row(flag));
  rows.push_back({"--help", "Print this help."});
  if (command.run && !command.commands.empty()) rows.push_back({"--version", "Print the version."});
  text += "\nOptions:\n" + two_columns(rows, width);
  std::vector<FlagRow> commands;
  for (const Command& child : command.commands) {
    if (is_there(child, shape) && !child.hidden)
      commands.push_back({child.name, child.help.substr(0, child.help.find('\n'))});
  }
  if (!commands.empty()) text += "\nCommands:\n" + two_columns(commands, width);
  if (!command.example.empty()) text += fmt::format("\nExample:\n  {}\n", command.example);
  return text;
}

}  // namespace cairn::cli
