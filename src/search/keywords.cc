#include "search/keywords.h"

#include <array>
#include <cstddef>
#include <cstdint>

#include "search/characters.h"

namespace cairn::search {
namespace {

#include "search/keywords.inc"

struct Word {
  std::string_view text;
  Kind kind;
};

// Words that the rules ask for by name.
constexpr Word kSpecialWords[] = {
    {"AND", Kind::kAnd},         {"AS", Kind::kAs},           {"IN", Kind::kIn},
    {"IS", Kind::kIs},           {"NOT", Kind::kNot},         {"NULL", Kind::kNull},
    {"WHERE", Kind::kWhere},     {"LIMIT", Kind::kWhereEnd},  {"UNION", Kind::kWhereEnd},
    {"EXCEPT", Kind::kWhereEnd}, {"HAVING", Kind::kWhereEnd}, {"INTERSECT", Kind::kWhereEnd},
    {"INTO", Kind::kWhereEnd},   {"DIV", Kind::kOperator},    {"RETURNING", Kind::kWhereEnd},
};

constexpr std::uint32_t hash(std::string_view word) {
  std::uint32_t sum = 2166136261;
  for (char c : word) sum = (sum ^ static_cast<unsigned char>(upper(c))) * 16777619;
  return sum ^ (sum >> 15);
}

// A hash table laid out by the compiler: open addressing, 40 % full.
class Words {
 public:
  constexpr Words() {
    for (const Word& word : kSpecialWords) insert(word);
    insert_all(kPlainWords, Kind::kKeyword);
    insert_all(kStatementWords, Kind::kStatementWord);
    insert_all(kBuiltinWords, Kind::kBuiltin);
  }

  [[nodiscard]] Kind find(std::string_view word) const {
    for (std::size_t at = hash(word);; ++at) {
      const Word& slot = slots_[at % kSlots];
      if (slot.text.empty()) return Kind::kName;
      if (equal_ignoring_case(word, slot.text)) return slot.kind;
    }
  }

 private:
  static constexpr std::size_t kSlots = 2048;

  constexpr void insert(Word word) {
    std::size_t at = hash(word.text);
    while (!slots_[at % kSlots].text.empty()) ++at;
    slots_[at % kSlots] = word;
  }

  constexpr void insert_all(std::string_view words, Kind kind) {
    while (!words.empty()) {
      const std::size_t end = words.find(' ');
      insert({words.substr(0, end), kind});
      words.remove_prefix(end + 1);
    }
  }

  std::array<Word, kSlots> slots_ = {};
};
constexpr Words kWords;

}  // namespace

Kind word_kind(std::string_view word) { return kWords.find(word); }

}  // namespace cairn::search
