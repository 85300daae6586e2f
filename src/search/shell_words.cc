#include "search/shell_words.h"

#include <utility>

namespace cairn::search {
namespace {

constexpr std::string_view kBetweenWords = " \t\r\n";

// Reads the quoted part that begins at `at`, and moves `at` behind its closing quote.
bool read_quoted(std::string_view text, std::size_t& at, std::string& word) {
  const char quote = text[at++];
  for (; at < text.size(); ++at) {
    if (text[at] == quote) {
      ++at;
      return true;
    }
    if (text[at] == '\\' && quote == '"') {
      if (++at == text.size()) return false;
      if (text[at] != '"' && text[at] != '\\') word += '\\';
    }
    word += text[at];
  }
  return false;
}

}  // namespace

std::optional<std::vector<ShellWord>> shell_words(std::string_view text) {
  std::vector<ShellWord> words;
  for (std::size_t at = text.find_first_not_of(kBetweenWords); at < text.size();
       at = text.find_first_not_of(kBetweenWords, at)) {
    ShellWord word{"", at};
    while (at < text.size() && kBetweenWords.find(text[at]) == std::string_view::npos) {
      if (text[at] == '\'' || text[at] == '"') {
        if (!read_quoted(text, at, word.text)) return std::nullopt;
        continue;
      }
      if (text[at] == '\\') ++at;
      if (at == text.size()) return std::nullopt;
      word.text += text[at++];
    }
    words.push_back(std::move(word));
  }
  return words;
}

}  // namespace cairn::search
