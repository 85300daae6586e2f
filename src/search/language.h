// The languages of MLflow's search calls as tables: which entities and keys each knows, what a key may be compared
// with, and what is said when a filter asks for something else. The parser (filter.h, order_by.h) is the same for all.
//
// The texts are MLflow's to the byte, including its slips, because clients and their tests match on them. In a text,
// {entity}, {key}, {op} and {value} stand for what the filter said ({repr} is the value as Python prints it), {keys}
// and {ops} for what it could have said. MLflow prints those two from Python sets, in an order that changes from
// process to process; here they are sorted.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

namespace cairn::search {

enum class Entity : std::uint8_t { kAttribute, kMetric, kParam, kTag, kDataset };

enum class Operator : std::uint8_t {
  kEqual,
  kNotEqual,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kLike,
  kILike,
  kIn,
  kNotIn,
  kIsNull,
  kIsNotNull,
};

// As a filter writes it: "<=", "NOT IN".
[[nodiscard]] std::string_view text(Operator op);
[[nodiscard]] std::optional<Operator> find_operator(std::string_view text);

class Operators {
 public:
  constexpr Operators() = default;
  constexpr Operators(std::initializer_list<Operator> operators) {
    for (Operator op : operators) bits_ = static_cast<std::uint16_t>(bits_ | bit(op));
  }
  [[nodiscard]] constexpr bool has(Operator op) const { return (bits_ & bit(op)) != 0; }

 private:
  static constexpr unsigned bit(Operator op) { return 1U << static_cast<unsigned>(op); }

  std::uint16_t bits_ = 0;
};

enum class ValueType : std::uint8_t {
  kText,         // 'x' or "x"
  kDouble,       // 1 or 1.5, both read as a double
  kNumber,       // 1 or 1.5: an integer column can be compared with a fraction
  kWholeNumber,  // 1
  kQuotedId,     // '1': a number in the database, text on the wire
  kVersion,      // 1 or '1'
};

// What a key may be compared with. An empty text means that wrong_value serves.
struct Comparable {
  ValueType type = ValueType::kText;
  Operators operators = {};
  Operators named_operators = {};  // what wrong_operator lists as {ops}; in MLflow not always the ones that work
  bool lists = false;              // whether IN ('a', 'b') may follow
  std::string_view wrong_operator = {};
  std::string_view wrong_value = {};
  std::string_view wrong_list = {};
  std::string_view wrong_number = {};  // a fraction or a text where a whole number is due
  std::string_view stray_number = {};  // a number where a text is due
};

struct Key {
  std::string_view name;
  std::string_view meaning;                // the attribute that it names
  const Comparable* comparable = nullptr;  // none where it is for order_by only
};

struct EntityRow {
  Entity entity;
  std::string_view name;                      // as errors say it
  std::span<const std::string_view> aliases;  // as a filter says it
  const Comparable* comparable = nullptr;     // where any key will do
  std::span<const Key> keys = {};             // where only some keys exist
  std::string_view unknown_key = {};
  bool keys_may_be_quoted = true;
};

struct Ordering {
  std::span<const Key> attributes;
  std::span<const Entity> others = {};  // what else can be ordered by
  bool entities = true;                 // whether `entity.key` is understood, or a key alone
  bool refuses_repeats = true;
  bool statistics = false;  // whether max(metrics.x) and its like are understood
  std::string_view unknown_key;
  std::string_view wrong_entity = {};
};

struct Language {
  std::span<const EntityRow> entities;
  std::string_view unknown_entity;
  std::string_view wrong_null_test;
  bool quotes_stray_tokens = false;  // in "Invalid clause(s) in filter string"
  bool entities_may_be_quoted = false;
  bool operators_in_any_case = true;
  Ordering ordering;
};

extern const Language kRuns;
extern const Language kExperiments;
extern const Language kRegisteredModels;
extern const Language kModelVersions;

}  // namespace cairn::search
