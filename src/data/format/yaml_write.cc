#include <algorithm>
#include <span>

#include "core/utf8.h"
#include "data/format/yaml.h"
#include "data/format/yaml_scalar.h"

namespace cairn::data {
namespace {

constexpr std::size_t kIndent = 2;

class Writer {
 public:
  explicit Writer(std::span<const YamlComment> comments) : comments_(comments) {}

  std::string write(std::string_view head, const YamlNode& root) {
    out_ = head;
    if (is_block(root)) {
      block(root, 0);
    } else {
      value(root, 0);
      comment(root);
    }
    if (column_ > 0 || out_.empty()) end_line();
    if (open_ended_) out_ += "...\n";
    return std::move(out_);
  }

 private:
  static bool is_block(const YamlNode& node) {
    return node.form != YamlForm::kFlow && (!node.items.empty() || !node.entries.empty());
  }

  void block(const YamlNode& node, std::size_t indent) {
    if (node.is(YamlType::kMapping))
      block_mapping(node, indent);
    else
      block_sequence(node, indent);
  }

  void block_mapping(const YamlNode& node, std::size_t indent) {
    for (const YamlEntry& entry : node.entries) {
      start_line(indent);
      const bool simple = key(entry.key, indent);
      if (!simple) start_line(indent);
      put(":");
      if (!simple) {
        // After a key on lines of its own, a block stands on the colon's line.
        put(" ");
        if (is_block(entry.value)) {
          block(entry.value, indent + kIndent);
          continue;
        }
        --column_, out_.pop_back();
      }
      if (entry.value.is(YamlType::kNull) && entry.value.properties.empty()) {
        comment(entry.key);
        comment(entry.value);
      } else if (is_block(entry.value)) {
        if (!entry.value.properties.empty()) put_after_blank(entry.value.properties, 1);
        comment(entry.key);
        block(entry.value, entry.value.is(YamlType::kMapping) ? indent + kIndent : indent);
      } else {
        comment(entry.key);
        value_after_blank(entry.value, indent);
        comment(entry.value);
      }
    }
  }

  void block_sequence(const YamlNode& node, std::size_t indent) {
    for (const YamlNode& item : node.items) {
      start_line(indent);
      put("-");
      if (is_block(item)) {
        put(" ");
        if (!item.properties.empty()) {
          put(item.properties.substr(0, item.properties.size() - 1));
          if (item.is(YamlType::kSequence)) start_line(indent + kIndent);
        }
        block(item, indent + kIndent);
      } else {
        value_after_blank(item, indent);
        comment(item);
      }
    }
  }

  bool key(const YamlNode& node, std::size_t indent) {
    const bool simple = node.is_collection() ? node.form == YamlForm::kFlow : is_simple_key(node.text);
    if (!simple) put("? ");
    put(node.properties);
    if (node.is(YamlType::kAlias)) {
      put("*" + node.text + " ");
    } else if (node.is(YamlType::kString) && node.text != "<<") {
      string(node.text, indent + kIndent, simple);
    } else {
      value(node, indent);
    }
    return simple;
  }

  void value_after_blank(const YamlNode& node, std::size_t indent) {
    put(" ");
    value(node, indent);
  }

  void value(const YamlNode& node, std::size_t indent) {
    put(node.properties);
    switch (node.type) {
      case YamlType::kNull:
        return flow_depth_ > 0 ? word("null", indent + kIndent) : void();
      case YamlType::kAlias:
        return put("*" + node.text);
      case YamlType::kBool:
        return word((node.text[0] | 32) == 't' ? "true" : "false", indent + kIndent);
      case YamlType::kInt:
        return word(without_plus(node.text), indent + kIndent);
      case YamlType::kFloat:
      case YamlType::kTime:
        return word(node.text, indent + kIndent);
      case YamlType::kSequence:
        return flow_sequence(node, indent + kIndent);
      case YamlType::kMapping:
        return flow_mapping(node, indent + kIndent);
      case YamlType::kString:
        break;
    }
    if (flow_depth_ == 0 && node.form == YamlForm::kLiteral) return literal(node, indent + kIndent);
    if (flow_depth_ == 0 && node.form == YamlForm::kFolded) return folded(node, indent + kIndent);
    string(node.text, indent + kIndent, false);
  }

  static std::string_view without_plus(std::string_view number) {
    return number.substr(number.starts_with('+') ? 1 : 0);
  }

  void word(std::string_view text, std::size_t indent) {
    if (column_ + text.size() > kYamlWidth && column_ > indent) {
      end_line();
      start_line(indent);
    }
    put(text);
  }

  void string(std::string_view text, std::size_t indent, bool is_key) {
    YamlPlace place{.column = column_, .indent = indent, .is_key = is_key, .in_flow = flow_depth_ > 0};
    write_yaml_string(text, place, out_);
    column_ = place.column;
  }

  void flow_sequence(const YamlNode& node, std::size_t indent) {
    put("[");
    ++flow_depth_;
    for (const YamlNode& item : node.items) {
      flow_separator(&item == &node.items.front(), indent);
      // A single pair needs no braces.
      if (item.is(YamlType::kMapping) && item.entries.size() == 1 && item.properties.empty())
        flow_pair(item.entries.front(), indent + kIndent);
      else
        value(item, indent);
    }
    --flow_depth_;
    put("]");
  }

  void flow_mapping(const YamlNode& node, std::size_t indent) {
    put("{");
    ++flow_depth_;
    for (const YamlEntry& entry : node.entries) {
      flow_separator(&entry == &node.entries.front(), indent);
      flow_pair(entry, indent);
    }
    --flow_depth_;
    put("}");
  }

  void flow_pair(const YamlEntry& entry, std::size_t indent) {
    key(entry.key, indent);
    put(":");
    value_after_blank(entry.value, indent);
  }

  void flow_separator(bool first, std::size_t indent) {
    if (!first) put(",");
    if (column_ > kYamlWidth)
      start_line(indent);
    else if (!first)
      put(" ");
  }

  // The header of a block scalar: an indentation that can't be guessed, and what becomes of the line ends at the end.
  void block_header(char style, std::string_view text) {
    put(std::string_view(&style, 1));
    if (text.empty()) return;
    if (text.front() == ' ' || text.front() == '\n') put("2");
    if (text.back() != '\n')
      put("-");
    else if (text.size() == 1 || text[text.size() - 2] == '\n') {
      put("+");
      open_ended_ = true;
    }
    end_line();
  }

  void literal(const YamlNode& node, std::size_t indent) {
    block_header('|', node.text);
    block_lines(node.text, indent);
  }

  void folded(const YamlNode& node, std::size_t indent) {
    block_header('>', node.text);
    std::string_view lines = node.source;
    // Empty lines at the end are in the value, or in the comment below.
    while (lines.ends_with("\n\n")) lines.remove_suffix(1);
    block_lines(lines, indent);
  }

  void block_lines(std::string_view text, std::size_t indent) {
    while (!text.empty()) {
      const std::string_view line = text.substr(0, text.find('\n'));
      if (!line.empty()) out_.append(indent, ' ').append(line);
      end_line();
      text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
  }

  void comment(const YamlNode& node) {
    if (node.comment >= comments_.size()) return;
    const YamlComment& found = comments_[node.comment];
    if (!found.end_of_line.empty()) {
      const std::size_t column = column_ == 0 ? found.column : std::max(found.column, column_ + 1);
      out_.append(column - column_, ' ') += found.end_of_line;
      end_line();
    }
    if (found.lines.empty()) return;
    if (column_ > 0) end_line();
    out_ += found.lines;
  }

  void start_line(std::size_t indent) {
    if (column_ > indent || (column_ == indent && column_ > 0 && out_.back() != ' ')) end_line();
    out_.append(indent - column_, ' ');
    column_ = indent;
  }

  void end_line() {
    out_ += '\n';
    column_ = 0;
  }

  void put_after_blank(std::string_view text, std::size_t without_last) {
    put(" ");
    put(text.substr(0, text.size() - without_last));
  }

  void put(std::string_view text) {
    open_ended_ = false;
    out_ += text;
    column_ += utf8_count(text);
  }

  std::span<const YamlComment> comments_;
  std::string out_;
  std::size_t column_ = 0;  // in characters
  int flow_depth_ = 0;
  bool open_ended_ = false;  // the last thing is a block scalar that keeps its empty lines: its end must be marked
};

}  // namespace

std::string write_yaml(const YamlDocument& document) {
  return Writer(document.comments).write(document.head, document.root) + document.tail;
}

std::string write_yaml(const YamlNode& root) { return Writer({}).write({}, root); }

}  // namespace cairn::data
