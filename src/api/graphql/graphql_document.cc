#include "api/graphql/graphql_document.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

#include "core/json_text.h"

namespace cairn::api::graphql {
namespace {

constexpr int kDeepestNesting = 64;

bool starts_name(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_'; }
bool continues_name(char c) { return starts_name(c) || std::isdigit(static_cast<unsigned char>(c)) != 0; }

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Result<Document> document() {
    Document document;
    for (skip(); !at_end(); skip()) {
      if (peek() == '{') {
        document.operations.push_back({"query", "", {}, TRY(selections())});
        continue;
      }
      std::string word = TRY(name());
      if (word == "fragment") {
        std::string fragment = TRY(name());
        TRY(keyword("on"));
        TRY(name());
        TRY(directives());
        document.fragments[std::move(fragment)] = TRY(selections());
      } else if (word == "query" || word == "mutation") {
        document.operations.push_back(TRY(operation(std::move(word))));
      } else {
        return unexpected();
      }
    }
    if (document.operations.empty()) return bad_request("Syntax Error: the document asks for nothing.");
    return document;
  }

 private:
  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  [[nodiscard]] char peek() const { return at_end() ? '\0' : text_[at_]; }

  // White space, commas and comments mean nothing.
  void skip() {
    while (!at_end()) {
      if (peek() == '#') {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (std::string_view(" \t\r\n,").find(peek()) != std::string_view::npos) {
        ++at_;
      } else {
        return;
      }
    }
  }

  [[nodiscard]] Error unexpected() const {
    if (at_end()) return bad_request("Syntax Error: Unexpected <EOF>.");
    return bad_request(fmt::format("Syntax Error: Unexpected character '{}' at {}.", peek(), at_));
  }

  bool take(std::string_view token) {
    skip();
    if (!text_.substr(at_).starts_with(token)) return false;
    at_ += token.size();
    return true;
  }
  Status expect(std::string_view token) {
    if (!take(token)) return unexpected();
    return {};
  }

  Result<std::string> name() {
    skip();
    if (!starts_name(peek())) return unexpected();
    const std::size_t start = at_;
    while (continues_name(peek())) ++at_;
    return std::string(text_.substr(start, at_ - start));
  }
  Status keyword(std::string_view word) {
    const std::size_t start = at_;
    if (TRY(name()) == word) return {};
    at_ = start;
    return unexpected();
  }

  Result<Operation> operation(std::string kind) {
    Operation operation;
    operation.kind = std::move(kind);
    skip();
    if (starts_name(peek())) operation.name = TRY(name());
    if (take("(")) {
      while (!take(")")) TRY(variable(operation.defaults));
    }
    TRY(directives());
    operation.selections = TRY(selections());
    return operation;
  }

  Status variable(Arguments& defaults) {
    TRY(expect("$"));
    std::string variable = TRY(name());
    TRY(expect(":"));
    TRY(type());
    if (take("=")) defaults.push_back({std::move(variable), TRY(value())});
    TRY(directives());
    return {};
  }

  // What a variable is declared as: the messages check their types themselves.
  Status type() {
    if (take("[")) {
      TRY(type());
      TRY(expect("]"));
    } else {
      TRY(name());
    }
    take("!");
    return {};
  }

  // Their names; what they are told is passed over, since none changes an answer.
  Result<std::vector<std::string>> directives() {
    std::vector<std::string> found;
    while (take("@")) {
      found.push_back(TRY(name()));
      TRY(arguments());
    }
    return found;
  }

  Result<Arguments> arguments() {
    Arguments found;
    if (!take("(")) return found;
    while (!take(")")) {
      std::string argument = TRY(name());
      TRY(expect(":"));
      found.push_back({std::move(argument), TRY(value())});
    }
    return found;
  }

  Result<std::vector<Selection>> selections() {
    if (++depth_ > kDeepestNesting) return bad_request("The document is nested too deeply.");
    std::vector<Selection> found;
    TRY(expect("{"));
    while (!take("}")) found.push_back(TRY(selection()));
    --depth_;
    if (found.empty()) return unexpected();
    return found;
  }

  Result<Selection> selection() {
    Selection selection;
    if (take("...")) return fragment();
    selection.name = TRY(name());
    if (take(":")) {
      selection.alias = std::move(selection.name);
      selection.name = TRY(name());
    }
    selection.arguments = TRY(arguments());
    selection.directives = TRY(directives());
    skip();
    if (peek() == '{') selection.selections = TRY(selections());
    return selection;
  }

  Result<Selection> fragment() {
    Selection selection;
    skip();
    selection.kind = Selection::Kind::kInline;
    if (starts_name(peek())) {
      std::string word = TRY(name());
      if (word == "on") {
        TRY(name());
      } else {
        selection.kind = Selection::Kind::kSpread;
        selection.name = std::move(word);
      }
    }
    selection.directives = TRY(directives());
    if (selection.kind == Selection::Kind::kInline) selection.selections = TRY(selections());
    return selection;
  }

  Result<Value> value() {
    if (++depth_ > kDeepestNesting) return bad_request("The document is nested too deeply.");
    auto found = any_value();
    --depth_;
    return found;
  }

  Result<Value> any_value() {
    Value found;
    if (take("$")) {
      found.kind = Value::Kind::kVariable;
      found.text = TRY(name());
    } else if (take("[")) {
      found.kind = Value::Kind::kList;
      while (!take("]")) found.items.push_back(TRY(value()));
    } else if (take("{")) {
      found.kind = Value::Kind::kObject;
      while (!take("}")) {
        std::string field = TRY(name());
        TRY(expect(":"));
        found.fields.push_back({std::move(field), TRY(value())});
      }
    } else {
      skip();
      found.text = peek() == '"' ? TRY(string()) : starts_name(peek()) ? TRY(word()) : TRY(number());
    }
    return found;
  }

  // An enum's value travels as its name.
  Result<std::string> word() {
    std::string found = TRY(name());
    if (found == "true" || found == "false" || found == "null") return found;
    return '"' + found + '"';
  }

  Result<std::string> number() {
    const std::size_t start = at_;
    while (std::isdigit(static_cast<unsigned char>(peek())) != 0 ||
           (peek() != '\0' && std::string_view("+-.eE").find(peek()) != std::string_view::npos)) {
      ++at_;
    }
    if (at_ == start) return unexpected();
    return std::string(text_.substr(start, at_ - start));
  }

  Result<std::string> string() {
    if (text_.substr(at_).starts_with(R"(""")")) return block_string();
    // Its escapes are JSON's.
    const std::size_t start = at_++;
    while (peek() != '"') {
      if (at_end() || peek() == '\n') return bad_request("Syntax Error: Unterminated string.");
      at_ += std::size_t{peek() == '\\' && at_ + 1 < text_.size() ? 2U : 1U};
    }
    ++at_;
    return std::string(text_.substr(start, at_ - start));
  }

  Result<std::string> block_string() {
    const std::size_t start = at_ + 3;
    const std::size_t end = text_.find(R"(""")", start);
    if (end == std::string_view::npos) return bad_request("Syntax Error: Unterminated string.");
    at_ = end + 3;
    std::string found;
    write_json_string(text_.substr(start, end - start), found);
    return found;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

constexpr int kMostRootFields = 10;
constexpr int kMostAliases = 10;
constexpr int kDeepest = 10;
constexpr int kMostSelections = 1000;

// Walks every field of an operation, through its fragments.
class LimitCheck {
 public:
  explicit LimitCheck(const Document& document) : document_(document) {}

  Status check(const std::vector<Selection>& selections, int depth) {
    if (depth > kDeepest) return bad_request(fmt::format("Query exceeds maximum depth of {}", kDeepest));
    int aliases = 0;
    TRY(level(selections, depth, aliases, 0));
    most_aliases_ = std::max(most_aliases_, aliases);
    return {};
  }
  [[nodiscard]] Status verdict() const {
    if (root_fields_ > kMostRootFields) return too_many("root fields", kMostRootFields, root_fields_);
    if (most_aliases_ > kMostAliases) return too_many("aliases", kMostAliases, most_aliases_);
    return {};
  }

 private:
  static Error too_many(std::string_view what, int most, int found) {
    return bad_request(fmt::format("GraphQL queries should have at most {0} {1}, got {2} {1}.", most, what, found));
  }

  // Fragments belong to the level that they are spread in; one that contains itself ends at the bound on `spreads`.
  Status level(const std::vector<Selection>& selections, int depth, int& aliases, int spreads) {
    if (spreads > kDeepest) return bad_request("Fragments are nested too deeply.");
    for (const Selection& selection : selections) {
      if (++selections_ > kMostSelections) {
        return bad_request(fmt::format("Query exceeds maximum total selections of {}", kMostSelections));
      }
      if (!selection.directives.empty()) {
        return bad_request(fmt::format("Unknown directive '@{}'.", selection.directives.front()));
      }
      if (selection.kind == Selection::Kind::kSpread) {
        const auto fragment = document_.fragments.find(selection.name);
        if (fragment == document_.fragments.end()) {
          return bad_request(fmt::format("Unknown fragment '{}'.", selection.name));
        }
        TRY(level(fragment->second, depth, aliases, spreads + 1));
      } else if (selection.kind == Selection::Kind::kInline) {
        TRY(level(selection.selections, depth, aliases, spreads + 1));
      } else {
        if (depth == 1) ++root_fields_;
        if (!selection.alias.empty()) ++aliases;
        if (!selection.selections.empty()) TRY(check(selection.selections, depth + 1));
      }
    }
    return {};
  }

  const Document& document_;
  int root_fields_ = 0;
  int most_aliases_ = 0;
  int selections_ = 0;
};

}  // namespace

Result<Document> parse(std::string_view text) { return Parser(text).document(); }

Status check_limits(const Document& document) {
  LimitCheck limits(document);
  for (const Operation& operation : document.operations) TRY(limits.check(operation.selections, 1));
  return limits.verdict();
}

}  // namespace cairn::api::graphql
