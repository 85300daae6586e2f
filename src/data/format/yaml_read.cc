#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <libfyaml.h>
#include <memory>
#include <unordered_set>

#include "data/format/yaml.h"
#include "data/format/yaml_scalar.h"

namespace cairn::data {
namespace {

struct DestroyParser {
  void operator()(fy_parser* parser) const { fy_parser_destroy(parser); }
};
using Parser = std::unique_ptr<fy_parser, DestroyParser>;

struct FreeEvent {
  fy_parser* parser;
  void operator()(fy_event* event) const { fy_parser_event_free(parser, event); }
};
using Event = std::unique_ptr<fy_event, FreeEvent>;

struct UnrefDiag {
  void operator()(fy_diag* diag) const { fy_diag_unref(diag); }
};
using Diag = std::unique_ptr<fy_diag, UnrefDiag>;

// Collects what the parser would print: "<name>:LINE:COLUMN: error: text", then the source line.
void collect_message(fy_diag* /*diag*/, void* messages, const char* text, std::size_t size) {
  static_cast<std::string*>(messages)->append(text, size);
}

Diag collecting_diag(std::string& messages) {
  fy_diag_cfg config{};
  fy_diag_cfg_default(&config);
  config.fp = nullptr;
  config.output_fn = collect_message;
  config.user = &messages;
  config.colorize = false;
  return Diag(fy_diag_create(&config));
}

std::string_view text_of(fy_token* token) {
  if (!token) return {};
  std::size_t size = 0;
  const char* text = fy_token_get_text(token, &size);
  return text ? std::string_view(text, size) : std::string_view();
}

std::size_t position(const fy_mark* mark) { return mark ? mark->input_pos : std::string_view::npos; }

bool is_blank_or_comment(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t\r");
  return first == std::string_view::npos || line[first] == '#';
}

// Builds the tree from the parser's events. Comments are no events: they are found in the source text between the end
// of one token and the start of the next.
class TreeReader {
 public:
  explicit TreeReader(std::string_view source) : source_(source) {}

  Result<YamlDocument> read() {
    const Diag diag = collecting_diag(messages_);
    fy_parse_cfg config{};
    config.flags = static_cast<fy_parse_cfg_flags>(FYPCF_DEFAULT_VERSION_1_2 | FYPCF_JSON_NONE);
    config.diag = diag.get();
    parser_.reset(fy_parser_create(&config));
    if (!parser_ || fy_parser_set_string(parser_.get(), source_.data(), source_.size()) != 0)
      return internal_error("The YAML parser could not be started.");
    while (Event event = next()) {
      if (event->type == FYET_DOCUMENT_START && document_seen_)
        return error("expected a single document in the stream, but found another document", here(*event));
      if (event->type == FYET_DOCUMENT_START || event->type == FYET_STREAM_START || event->type == FYET_DOCUMENT_END ||
          event->type == FYET_STREAM_END)
        continue;
      document_seen_ = true;
      document_.root = TRY(node(*event));
    }
    if (fy_parser_get_stream_error(parser_.get())) return syntax_error();
    take_comment(source_.size());
    if (ended_in_flow_ && document_.comments.back().end_of_line.empty())
      document_.tail = std::exchange(document_.comments.back().lines, {});
    return std::move(document_);
  }

 private:
  Event next() { return Event(fy_parser_parse(parser_.get()), FreeEvent{parser_.get()}); }

  Result<Event> need() {
    Event event = next();
    if (!event) return syntax_error();
    return event;
  }

  Result<YamlNode> node(fy_event& event) {
    switch (event.type) {
      case FYET_SCALAR:
        return scalar(event);
      case FYET_ALIAS:
        return alias(event);
      case FYET_SEQUENCE_START:
        return sequence(event);
      case FYET_MAPPING_START:
        return mapping(event);
      default:
        return error("unexpected structure", here(event));
    }
  }

  Result<YamlNode> scalar(fy_event& event) {
    const auto& data = event.scalar;
    const std::size_t start = position(fy_event_start_mark(&event));
    const bool is_empty = start == std::string_view::npos || data.value == nullptr;
    if (!is_empty) take_comment(start);
    YamlNode result;
    const fy_scalar_style style = data.value ? fy_token_scalar_style(data.value) : FYSS_PLAIN;
    result.text = text_of(data.value);
    result.properties = properties(data.anchor, data.tag);
    result.type = style == FYSS_PLAIN ? plain_type(result.text) : YamlType::kString;
    if (text_of(data.tag) == "tag:yaml.org,2002:str") result.type = YamlType::kString;
    if (style == FYSS_PLAIN && (result.text == "=" || (result.text == "<<" && !in_key_)))
      return error("could not determine a constructor for the tag 'tag:yaml.org,2002:value'", start);
    if (is_empty) return result;
    mark_end(event, result);
    if (style == FYSS_LITERAL || style == FYSS_FOLDED) {
      const std::string_view lines = block_source(event, result.text);
      token_end_ = static_cast<std::size_t>(lines.data() - source_.data()) + lines.size();
      result.form = style == FYSS_LITERAL ? YamlForm::kLiteral : YamlForm::kFolded;
      if (style == FYSS_FOLDED) result.source = without_indent(lines);
    }
    return result;
  }

  Result<YamlNode> alias(fy_event& event) {
    take_comment(position(fy_event_start_mark(&event)));
    YamlNode result;
    result.type = YamlType::kAlias;
    result.text = text_of(event.alias.anchor);
    mark_end(event, result);
    return result;
  }

  // [ and { are one character; a block collection starts where its first entry does, which is no token.
  static bool is_flow(fy_event& event) {
    return position(fy_event_start_mark(&event)) != position(fy_event_end_mark(&event));
  }

  Result<YamlNode> sequence(fy_event& event) {
    YamlNode result = YamlNode::sequence();
    result.properties = properties(event.sequence_start.anchor, event.sequence_start.tag);
    const bool flow = start_collection(event, result);
    while (true) {
      const Event child = TRY(need());
      if (child->type == FYET_SEQUENCE_END) {
        end_collection(*child, result, flow);
        return result;
      }
      result.items.push_back(TRY(node(*child)));
    }
  }

  Result<YamlNode> mapping(fy_event& event) {
    YamlNode result = YamlNode::mapping();
    result.properties = properties(event.mapping_start.anchor, event.mapping_start.tag);
    const bool flow = start_collection(event, result);
    std::unordered_set<std::string> keys;
    while (true) {
      const Event key_event = TRY(need());
      if (key_event->type == FYET_MAPPING_END) {
        end_collection(*key_event, result, flow);
        return result;
      }
      const std::size_t start = here(*key_event);
      in_key_ = true;
      YamlNode key = TRY(node(*key_event));
      in_key_ = false;
      if (!key.is_collection() && !keys.insert(key.text).second)
        return error(fmt::format("found duplicate key \"{}\"", key.text), start);
      const Event value_event = TRY(need());
      YamlNode value = TRY(node(*value_event));
      result.entries.push_back({std::move(key), std::move(value)});
    }
  }

  bool start_collection(fy_event& event, YamlNode& result) {
    if (!is_flow(event)) {
      ++block_depth_;
      return false;
    }
    take_comment(position(fy_event_start_mark(&event)));
    if (flow_depth_++ == 0) flow_comment_ = document_.comments.size();
    result.form = YamlForm::kFlow;
    token_end_ = position(fy_event_end_mark(&event));
    return true;
  }

  void end_collection(fy_event& event, YamlNode& result, bool flow) {
    if (!flow) {
      --block_depth_;
      return;
    }
    token_end_ = position(fy_event_end_mark(&event));
    if (--flow_depth_ > 0) return;
    document_.comments.resize(flow_comment_);
    mark_end(event, result);
    ended_in_flow_ = block_depth_ == 1;
  }

  // From here on, a comment belongs to this node.
  void mark_end(fy_event& event, YamlNode& result) {
    token_end_ = position(fy_event_end_mark(&event));
    result.comment = static_cast<std::uint32_t>(document_.comments.size());
    document_.comments.emplace_back();
    at_start_ = false;
    ended_in_flow_ = false;
  }

  // What stands between the last token and the next one, at `next`, besides syntax.
  void take_comment(std::size_t next) {
    if (next == std::string_view::npos || next <= token_end_) return;
    std::string_view gap = source_.substr(token_end_, next - token_end_);
    if (at_start_) return take_head(gap);
    if (document_.comments.empty()) return;
    YamlComment& comment = document_.comments.back();
    const bool after_line = token_end_ > 0 && source_[token_end_ - 1] == '\n';  // a block scalar ends with its line
    if (!after_line) {
      const std::string_view line = gap.substr(0, gap.find('\n'));
      take_end_of_line(line, comment);
      gap.remove_prefix(std::min(gap.size(), line.size() + 1));
    }
    take_lines(gap, comment.lines);
  }

  void take_head(std::string_view gap) {
    take_lines(gap, document_.head);
    // The writer keeps all empty lines at the start but one.
    if (document_.head.starts_with('\n')) document_.head.erase(0, 1);
  }

  void take_end_of_line(std::string_view line, YamlComment& comment) const {
    std::size_t at = line.find('#');
    while (at != std::string_view::npos && at > 0 && line[at - 1] != ' ' && line[at - 1] != '\t')
      at = line.find('#', at + 1);
    if (at == std::string_view::npos) return;
    const std::size_t line_start = source_.rfind('\n', token_end_ - 1);
    const std::size_t first = line_start == std::string_view::npos ? 0 : line_start + 1;
    const std::string_view before = source_.substr(first, token_end_ + at - first);
    comment.column = static_cast<std::size_t>(
        std::ranges::count_if(before, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
    comment.end_of_line = line.substr(at);
    if (comment.end_of_line.ends_with('\r')) comment.end_of_line.pop_back();
  }

  static void take_lines(std::string_view text, std::string& lines) {
    while (true) {
      const std::size_t end = text.find('\n');
      if (end == std::string_view::npos) break;
      const std::string_view line = text.substr(0, end);
      if (is_blank_or_comment(line)) lines.append(line.find('#') == std::string_view::npos ? "" : line) += '\n';
      text.remove_prefix(end + 1);
    }
    if (text.find('#') != std::string_view::npos && is_blank_or_comment(text)) lines.append(text) += '\n';
  }

  // The lines of a block scalar, whole, in the source: without the empty ones at its end unless they are kept ("|+").
  [[nodiscard]] std::string_view block_source(const fy_event& event, std::string_view value) const {
    fy_event& scalar = const_cast<fy_event&>(event);  // libfyaml's getters take no const
    const std::size_t start = position(fy_event_start_mark(&scalar)), end = position(fy_event_end_mark(&scalar));
    const std::size_t header = source_.rfind('\n', start == 0 ? 0 : start - 1);
    std::string_view lines = source_.substr(header + 1, end - header - 1);
    if (value.ends_with("\n\n")) return lines;
    const std::size_t last = lines.find_last_not_of(" \t\r\n");
    return last == std::string_view::npos ? lines : lines.substr(0, lines.find('\n', last) + 1);
  }

  static std::string without_indent(std::string_view lines) {
    const std::size_t indent = std::min(lines.find_first_not_of(" \n"), lines.size());
    const std::size_t first_line = lines.rfind('\n', indent);
    const std::size_t width = first_line == std::string_view::npos ? indent : indent - first_line - 1;
    std::string text;
    while (!lines.empty()) {
      const std::string_view line = lines.substr(0, lines.find('\n'));
      text.append(line.substr(std::min(width, line.size()))) += '\n';
      lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    }
    return text;
  }

  static std::string properties(fy_token* anchor, fy_token* tag) {
    std::string text;
    if (anchor) text += fmt::format("&{} ", text_of(anchor));
    constexpr std::string_view kStandard = "tag:yaml.org,2002:";
    const std::string_view name = text_of(tag);
    if (name.starts_with(kStandard))
      text += fmt::format("!!{} ", name.substr(kStandard.size()));
    else if (tag)
      text += fmt::format("{}{} ", name.starts_with('!') ? "" : "!", name);
    return text;
  }

  static std::size_t here(fy_event& event) { return position(fy_event_start_mark(&event)); }

  [[nodiscard]] Error error(std::string message, std::size_t at) const {
    const std::string_view before = source_.substr(0, std::min(at, source_.size()));
    return invalid_parameter(std::move(message)).at(static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1);
  }

  [[nodiscard]] Error syntax_error() const {
    const std::string_view messages = messages_;
    const std::size_t place = messages.find(">:"), text = messages.find("error: ");
    if (place == std::string_view::npos || text == std::string_view::npos)
      return invalid_parameter("the structure is broken").at(1);
    std::size_t line = 1;
    std::from_chars(messages.data() + place + 2, messages.data() + messages.size(), line);
    const std::string_view message = messages.substr(text + 7);
    return invalid_parameter(std::string(message.substr(0, message.find('\n')))).at(line);
  }

  std::string_view source_;
  std::string messages_;
  Parser parser_;
  YamlDocument document_;
  std::size_t token_end_ = 0;
  std::size_t flow_comment_ = 0;
  int flow_depth_ = 0;
  int block_depth_ = 0;
  bool at_start_ = true;
  bool ended_in_flow_ = false;
  bool in_key_ = false;
  bool document_seen_ = false;
};

// Writes out the null of an item without content that ends before this line (from 1). False if there is none.
bool spell_null_before(std::string& text, std::size_t line) {
  std::size_t end = 0;
  while (line > 1 && end < text.size()) {
    if (text[end++] == '\n') --line;
  }
  const std::size_t dash = text.find_last_not_of(" \r\n", end == 0 ? 0 : end - 1);
  if (dash == std::string::npos || text[dash] != '-') return false;
  if (dash > 0 && text[dash - 1] != ' ' && text[dash - 1] != '\n') return false;
  text.insert(dash + 1, " null");
  return true;
}

}  // namespace

// libfyaml 0.7 refuses an item without content, as DVC writes null, in a list that is indented no more than its key; it
// complains of the line behind. Only there is the null written out, so that no text changes its meaning.
Result<YamlDocument> parse_yaml(std::string_view text) {
  auto document = TreeReader(text).read();
  if (document.ok()) return document;
  Error first = document.error();
  for (std::string spelled(text); spell_null_before(spelled, document.error().position());) {
    document = TreeReader(spelled).read();
    if (document.ok()) return document;
  }
  return first;
}

}  // namespace cairn::data
