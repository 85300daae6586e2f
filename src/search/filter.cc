#include "search/filter.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <utility>

#include "core/python_text.h"
#include "search/characters.h"
#include "search/conjunction.h"
#include "search/identifier.h"
#include "search/late_error.h"
#include "search/message.h"
#include "search/numbers.h"
#include "search/string_list.h"
#include "search/syntax.h"

namespace cairn::search {
namespace {

constexpr KindSet kTexts = {Kind::kString, Kind::kIdentifier};

// A clause as it was read. MLflow reads the whole filter before it asks whether operators and values make sense, so the
// first error of a filter can be in a later clause than the first mistake.
struct Draft {
  const EntityRow* entity;
  std::string_view key_name;
  std::string_view meaning;
  const Comparable* comparable;
  const Token* key;
  const Token* op;
  const Token* value = nullptr;        // none for a null test
  std::vector<std::string> list = {};  // of a list
};

Error mistake(std::string_view text, const Facts& facts, std::size_t position) {
  return invalid_parameter(fill(text, facts)).at(position);
}

// ---- reading

// Everything between the comparisons must be an AND.
Status refuse_stray_tokens(const Language& language, const std::vector<Token>& tokens) {
  const auto strays = [](const Token& token) { return token.kind != Kind::kComparison && token.kind != Kind::kAnd; };
  std::string found;
  for (const Token& token : tokens) {
    if (!strays(token)) continue;
    if (!found.empty()) found += ", ";
    found += language.quotes_stray_tokens ? fmt::format("'{}'", token.text) : std::string(token.text);
  }
  const auto first = std::ranges::find_if(tokens, strays);
  if (first == tokens.end()) return {};
  return invalid_parameter("Invalid clause(s) in filter string: " + found).at(first->position);
}

// The key of a comparison, or the error that it is no comparison of a key with one thing.
Status check_shape(const Token& comparison, const std::vector<const Token*>& parts) {
  const bool null_test = parts.size() == 2 && parts[1]->text.starts_with("IS ");
  if (parts.size() != 3 && !null_test) {
    return mistake("Invalid comparison clause. Expected 3 tokens found {value}",
                   {.value = std::to_string(parts.size())}, comparison.position);
  }
  if (parts[0]->kind != Kind::kIdentifier) {
    return mistake("Invalid comparison clause. Expected 'Identifier' found '{value}'", {.value = parts[0]->text},
                   parts[0]->position);
  }
  return {};
}

// Whether the value is of the kind that the key is compared with.
Status check_value(const Draft& draft) {
  const Comparable& comparable = *draft.comparable;
  const Token& value = *draft.value;
  const ValueType type = comparable.type;
  const bool takes_text = type == ValueType::kText || type == ValueType::kQuotedId || type == ValueType::kVersion;
  const bool takes_number = !takes_text || type == ValueType::kVersion;
  const Facts facts = {.key = draft.key_name, .value = value.text};
  if (takes_text && kTexts.has(value.kind)) {
    if (is_quoted(value.text, '\'') || is_quoted(value.text, '"')) return {};
    return mistake(
        "Parameter value is either not quoted or unidentified quote types used for string value {value}. Use either "
        "single or double quotes.",
        facts, value.position);
  }
  if (value.kind == Kind::kParenthesis && comparable.lists) return {};
  if (value.kind == Kind::kParenthesis && !comparable.wrong_list.empty()) {
    return mistake(comparable.wrong_list, facts, value.position);
  }
  const bool number = kNumbers.has(value.kind);
  if (number && takes_number) return {};
  const bool stray_number = number && !comparable.stray_number.empty();
  return mistake(stray_number ? comparable.stray_number : comparable.wrong_value, facts, value.position);
}

Result<Draft> read_comparison(const Language& language, const Token& comparison) {
  std::vector<const Token*> parts;
  for (const Token& part : comparison.parts) {
    if (!part.blank()) parts.push_back(&part);
  }
  TRY(check_shape(comparison, parts));
  const Token& key = *parts[0];
  const Identifier identifier = TRY(read_identifier(language, key.text, key.position));
  const EntityRow& entity = *identifier.entity;
  Draft draft{&entity, identifier.key, identifier.key, entity.comparable, &key, parts[1]};
  if (!entity.keys.empty()) {
    const std::string_view name = entity.keys_may_be_quoted ? identifier.key : identifier.raw_key;
    const Key* known = TRY(find_key(entity.keys, name, entity.unknown_key, identifier.key_position));
    draft.meaning = known->meaning;
    draft.comparable = known->comparable;
  }
  if (parts.size() == 2) {
    if (draft.comparable->operators.has(Operator::kIsNull)) return draft;
    return mistake(language.wrong_null_test, {.entity = entity.name, .key = identifier.key}, draft.op->position);
  }
  draft.value = parts[2];
  TRY(check_value(draft));
  if (draft.value->kind == Kind::kParenthesis) {
    draft.list = TRY(read_string_list(draft.value->text, draft.value->position, ListItems::kStrings));
  }
  return draft;
}

// ---- making sense of it

Result<Operator> read_operator(const Language& language, const Draft& draft) {
  std::string written(draft.op->text);
  if (language.operators_in_any_case) std::ranges::transform(written, written.begin(), upper);
  const Comparable& comparable = *draft.comparable;
  const std::optional<Operator> op = find_operator(written);
  if (op && comparable.operators.has(*op)) return *op;
  return mistake(comparable.wrong_operator, {.key = draft.key_name, .op = written, .ops = comparable.named_operators},
                 draft.op->position);
}

Error wrong_number(const Draft& draft, std::string_view value, std::string_view repr) {
  return mistake(draft.comparable->wrong_number, {.key = draft.key_name, .value = value, .repr = repr},
                 draft.value->position);
}

Result<Value> whole_number(const Draft& draft, std::string_view text) {
  if (const std::optional<std::int64_t> number = python_int(text)) return Value(*number);
  return wrong_number(draft, text, python_repr(text));
}

Result<Value> number_value(const Draft& draft, LateError& late) {
  const ValueType type = draft.comparable->type;
  const Token& token = *draft.value;
  if (type == ValueType::kDouble) return Value(decimal(token.text));
  if (token.kind == Kind::kInteger) {
    if (const std::optional<std::int64_t> number = python_int(token.text)) return Value(*number);
    late.note(wrong_number(draft, token.text, token.text));
    return Value();
  }
  if (type == ValueType::kNumber) return Value(decimal(token.text));
  const std::string fraction = python_repr(decimal(token.text));
  return wrong_number(draft, fraction, fraction);
}

Result<Value> list_value(const Draft& draft) {
  if (draft.comparable->type != ValueType::kQuotedId) return Value(draft.list);
  std::vector<std::int64_t> ids;
  for (const std::string& text : draft.list) {
    ids.push_back(std::get<std::int64_t>(TRY(whole_number(draft, text))));
  }
  return Value(std::move(ids));
}

Result<Value> final_value(const Draft& draft, Operator op, LateError& late) {
  if (draft.value == nullptr) return Value();
  if (kNumbers.has(draft.value->kind)) return number_value(draft, late);
  if (draft.value->kind == Kind::kParenthesis) {
    if (op != Operator::kIn && op != Operator::kNotIn) {
      late.note(mistake("Invalid comparator '{op}' for a list of values, use IN or NOT IN", {.op = text(op)},
                        draft.op->position));
    }
    return list_value(draft);
  }
  const std::string_view quoted = without_ends(draft.value->text);
  if (draft.comparable->type == ValueType::kText) return Value(std::string(quoted));
  return whole_number(draft, quoted);
}

Result<Clause> finish(const Language& language, const Draft& draft, LateError& late) {
  const Operator op = TRY(read_operator(language, draft));
  Value value = TRY(final_value(draft, op, late));
  return Clause{draft.entity->entity, std::string(draft.meaning), op, std::move(value), draft.key->position};
}

Result<std::vector<Token>> read_statement(std::string_view filter) {
  std::optional<Statements> statements = parse_statements(filter);
  if (!statements) return invalid_parameter(fmt::format("Error on parsing filter '{}'", filter)).at(0);
  if (statements->count == 0) {
    return invalid_parameter(fmt::format("Invalid filter '{}'. Could not be parsed.", filter)).at(0);
  }
  if (statements->count > 1) {
    return invalid_parameter(fmt::format("Search filter contained multiple expression {}. Provide AND-ed expression "
                                         "list.",
                                         python_repr(filter)))
        .at(statements->second);
  }
  return join_comparisons(std::move(statements->first));
}

}  // namespace

Result<std::vector<Clause>> parse_filter(const Language& language, std::string_view filter) {
  std::vector<Clause> clauses;
  if (filter.empty()) return clauses;
  const std::vector<Token> tokens = TRY(read_statement(filter));
  TRY(refuse_stray_tokens(language, tokens));
  std::vector<Draft> drafts;
  for (const Token& token : tokens) {
    if (token.kind == Kind::kComparison) drafts.push_back(TRY(read_comparison(language, token)));
  }
  LateError late;
  for (const Draft& draft : drafts) clauses.push_back(TRY(finish(language, draft, late)));
  if (late.first) return *std::move(late.first);
  return clauses;
}

}  // namespace cairn::search
