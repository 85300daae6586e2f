#include "db/postgres_text.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <fmt/format.h>

#include "db/connection.h"

namespace cairn::db {
namespace {

bool is_word_character(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

class Translation {
 public:
  explicit Translation(std::string_view sql)
      : each_row_(sql.starts_with(kEachRow)),
        deletes_(each_row_ && sql.find(" DELETE ") == kEachRow.size()),
        by_rows_(deletes_ || (each_row_ && sql.find(" UPDATE ") == kEachRow.size())),
        rest_(sql) {
    out_.reserve(sql.size() + 64);
  }

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
        translate_parameter();
      } else if (is_word_character(rest_.front())) {
        translate_word();
      } else {
        copy(1);
      }
    }
    if (by_rows_) out_.insert(where_, rows());
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

  void translate_parameter() {
    rest_.remove_prefix(1);
    if (!by_rows_) {
      out_ += '$';
      return;
    }
    const std::string_view number = take_word();
    out_ += fmt::format("row.p{}", number);
    int parsed = 0;
    std::from_chars(number.data(), number.data() + number.size(), parsed);
    parameters_ = std::max(parameters_, parsed);
  }

  [[nodiscard]] std::string rows() const {
    std::string arrays, names;
    for (int i = 1; i <= parameters_; ++i) {
      arrays += fmt::format("{}${}", i == 1 ? "" : ", ", i);
      names += fmt::format("{}p{}", i == 1 ? "" : ", ", i);
    }
    return fmt::format("{} unnest({}) AS row ({}) ", deletes_ ? "USING" : "FROM", arrays, names);
  }

  void translate_word() {
    constexpr std::string_view kInList = "IN (SELECT value FROM json_each(?";
    constexpr std::string_view kList = "json_each(?";
    if (take(kInList)) {
      out_ += fmt::format("= ANY (ARRAY(SELECT json_array_elements_text(${}::json)", take_word());
    } else if (take(kList)) {
      out_ += fmt::format(
          "(SELECT item AS value, place - 1 AS key FROM json_array_elements_text(${}::json) "
          "WITH ORDINALITY AS listed (item, place)",
          take_word());
    } else {
      translate_name();
    }
  }

  void translate_name() {
    const std::string_view word = take_word();
    if (word == "INDEXED" && take(" BY ")) {
      take_word();
    } else if (each_row_ && word == "VALUES" && take(" (")) {
      out_ += "SELECT * FROM unnest(";
    } else if (by_rows_ && word == "WHERE") {
      where_ = out_.size();
      out_ += word;
    } else if (word != "rowid") {
      out_ += word;
      if (word == "value" && rest_.starts_with(" ->>")) out_ += "::json";
    }
  }

  bool each_row_;
  bool deletes_;
  bool by_rows_;
  int parameters_ = 0;     // of an UPDATE or DELETE for each row
  std::size_t where_ = 0;  // and where its condition begins
  std::string_view rest_;
  std::string out_;
};

}  // namespace

std::string postgres_text(std::string_view sql) { return Translation(sql).run(); }

}  // namespace cairn::db
