#include "db/postgres_text.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

namespace cairn::db {
namespace {

bool is_word_character(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

class Translation {
 public:
  explicit Translation(std::string_view sql) : rest_(sql) { out_.reserve(sql.size() + 64); }

  std::string run() && {
    while (!rest_.empty()) {
      if (rest_.starts_with("--")) {
        copy(std::min(rest_.find('\n'), rest_.size()));
      } else if (rest_.front() == '\'' || rest_.front() == '"') {
        copy(std::min(rest_.find(rest_.front(), 1), rest_.size() - 1) + 1);
      } else if (take("/*pg ")) {
        copy(std::min(rest_.find("*/"), rest_.size()));
        take("*/");
      } else if (rest_.front() == '?') {
        out_ += '$';
        rest_.remove_prefix(1);
      } else if (is_word_character(rest_.front())) {
        translate_word();
      } else {
        copy(1);
      }
    }
    return std::move(out_);
  }

 private:
  void copy(std::size_t count) {
    out_ += rest_.substr(0, count);
    rest_.remove_prefix(count);
  }

  std::string_view take_word() {
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), is_word_character);
    const auto word = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(word.size());
    return word;
  }

  bool take(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  void translate_word() {
    constexpr std::string_view kList = "json_each(?";
    if (take(kList)) {
      out_ += fmt::format(
          "(SELECT item AS value, place - 1 AS key FROM json_array_elements_text(${}::json) "
          "WITH ORDINALITY AS listed (item, place)",
          take_word());
      return;
    }
    const std::string_view word = take_word();
    if (word == "INDEXED" && take(" BY ")) {
      take_word();
    } else if (word == "rowid") {
      out_ += "ctid";
    } else {
      out_ += word;
      if (word == "value" && rest_.starts_with(" ->>")) out_ += "::json";
    }
  }

  std::string_view rest_;
  std::string out_;
};

}  // namespace

std::string postgres_text(std::string_view sql) { return Translation(sql).run(); }

}  // namespace cairn::db
