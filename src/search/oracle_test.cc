// Compares with what the real MLflow answered: testdata/filters.jsonl always, and the file that CAIRN_FILTER_ORACLE
// names, if any. tests/oracle/filters.py writes both, and says how.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/python_text.h"
#include "search/filter.h"
#include "search/json_repr.h"
#include "search/logged_model_filter.h"
#include "search/order_by.h"
#include "search/page_token.h"

namespace cairn::search {
namespace {

// ---- our answers, in the oracle's form

constexpr std::string_view kEntityNames[] = {"attribute", "metric", "parameter", "tag", "dataset"};

std::string_view name(Entity entity) { return kEntityNames[static_cast<std::size_t>(entity)]; }

std::string list_form(std::string_view type, const std::vector<std::string>& texts) {
  return fmt::format(", '{}', {}", type, python_repr(texts));
}

struct ValueForm {
  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(double value) const { return fmt::format(", 'double', '{}'", python_repr(value)); }
  std::string operator()(std::int64_t value) const { return fmt::format(", 'int', '{}'", value); }
  std::string operator()(const std::string& value) const { return ", 'text', " + python_repr(std::string_view(value)); }
  std::string operator()(const std::vector<std::string>& values) const { return list_form("texts", values); }
  std::string operator()(const std::vector<std::int64_t>& values) const {
    std::vector<std::string> texts;
    for (std::int64_t value : values) texts.push_back(std::to_string(value));
    return list_form("ints", texts);
  }
};

struct Answer {
  std::string result;  // clauses, orders or an offset, as Python would print the oracle's JSON
  std::string error;
  ErrorCode code{};
  std::size_t position = Error::kNoPosition;
};

Answer failed(const Error& error) { return {"", error.message(), error.code(), error.position()}; }

Answer answer_filter(const Result<std::vector<Clause>>& clauses) {
  if (!clauses) return failed(clauses.error());
  std::string out;
  for (const Clause& clause : *clauses) {
    out += fmt::format("{}['{}', {}, {}{}]", out.empty() ? "" : ", ", name(clause.entity),
                       python_repr(std::string_view(clause.key)), python_repr(text(clause.op)),
                       std::visit(ValueForm{}, clause.value));
  }
  return {.result = "[" + out + "]", .error = {}};
}

Answer answer_order_by(const Language& language, const Json& texts) {
  std::vector<std::string> order_by;
  for (const auto& member : texts.members) order_by.push_back(member.second.text);
  const auto orders = parse_order_by(language, order_by);
  if (!orders) return failed(orders.error());
  std::string out;
  for (const OrderBy& order : *orders) {
    out += fmt::format("{}['{}', {}, '{}']", out.empty() ? "" : ", ", name(order.entity),
                       python_repr(std::string_view(order.key)), order.ascending ? "ASC" : "DESC");
  }
  return {.result = "[" + out + "]", .error = {}};
}

Answer answer_token(const std::string& token) {
  const auto offset = read_page_token(token);
  if (!offset) return failed(offset.error());
  return {.result = std::to_string(*offset), .error = {}};
}

// ---- the oracle's questions

// Every language but that of the logged models.
const Language& language_named(const std::string& name) {
  static const std::map<std::string, const Language*> kLanguages = {{"runs", &kRuns},
                                                                    {"experiments", &kExperiments},
                                                                    {"registered_models", &kRegisteredModels},
                                                                    {"model_versions", &kModelVersions}};
  return *kLanguages.at(name);
}

Answer ask(const Json& line) {
  if (const Json* token = line.find("token")) return answer_token(token->text);
  const std::string& name = line.find("language")->text;
  const Json* filter = line.find("filter");
  if (name == "logged_models") return answer_filter(parse_logged_model_filter(filter->text));
  if (filter != nullptr) return answer_filter(parse_filter(language_named(name), filter->text));
  return answer_order_by(language_named(name), *line.find("order_by"));
}

// ---- judging

// Where we mean to differ.
bool is_deliberate(const Json& line) {
  struct Difference {
    std::string_view language;
    std::string_view member;
    std::string_view question;  // as Python prints it
  };
  constexpr Difference kDifferences[] = {
      // SQLite takes a negative OFFSET for 0, PostgreSQL refuses it. It is 0 here.
      {"", "token", "'eyJvZmZzZXQiOiAtM30='"},
      // An offset beyond 64 bits passes MLflow's reader and fails in its database.
      {"", "token", "'eyJvZmZzZXQiOiA5OTk5OTk5OTk5OTk5OTk5OTk5OX0='"},
      // MLflow sorts model versions by their name when asked to sort by the tag of that name.
      {"model_versions", "order_by", "['tags.name']"},
      // MLflow takes IN (1, 2) here, but not a single number.
      {"logged_models", "filter", "'experiment_id IN (1)'"},
      {"logged_models", "filter", "'run_id IN (1)'"},
  };
  return std::ranges::any_of(kDifferences, [&](const Difference& difference) {
    const Json* language = line.find("language");
    const Json* member = line.find(difference.member);
    return member != nullptr && repr(*member) == difference.question &&
           (language == nullptr || language->text == difference.language);
  });
}

// What MLflow answers to a user's mistake with a crash or a server error is a client error here.
std::string judge_refusal(const Answer& ours) {
  if (ours.error.empty()) return "accepted: " + ours.result;
  return ours.code == ErrorCode::kInvalidParameterValue ? "" : "not an INVALID_PARAMETER_VALUE: " + ours.error;
}

std::string judge(const Json& line, const Answer& ours) {
  if (line.find("crash") != nullptr) return judge_refusal(ours);
  if (const Json* error = line.find("error")) {
    if (ours.error != error->text) return ours.error.empty() ? "accepted: " + ours.result : ours.error;
    if (ours.position == Error::kNoPosition) return "the error has no position";
    return judge_refusal(ours);
  }
  if (!ours.error.empty()) return "refused: " + ours.error;
  for (std::string_view kind : {"clauses", "orders"}) {
    if (const Json* wanted = line.find(kind)) return repr(*wanted) == ours.result ? "" : ours.result;
  }
  return line.find("offset")->text == ours.result ? "" : ours.result;
}

void compare_with(const std::filesystem::path& file) {
  std::ifstream in(file);
  ASSERT_TRUE(in) << file;
  std::size_t lines = 0;
  std::size_t mismatches = 0;
  for (std::string text; std::getline(in, text); ++lines) {
    const std::optional<Json> line = read_json(text);
    ASSERT_TRUE(line) << text;
    const std::string verdict = judge(*line, ask(*line));
    if (verdict.empty() || is_deliberate(*line)) continue;
    if (++mismatches <= 40) ADD_FAILURE() << "asked:  " << text << "\nours:   " << verdict;
  }
  EXPECT_EQ(mismatches, 0U) << "of " << lines;
  EXPECT_GT(lines, 1000U);
}

TEST(Oracle, AnswersAsMlflowDid) {
  compare_with("testdata/filters.jsonl");  // tests run in the folder of their room
}

TEST(Oracle, AnswersAsMlflowDidInTheGivenFile) {
  const char* file = std::getenv("CAIRN_FILTER_ORACLE");
  if (file == nullptr) GTEST_SKIP() << "CAIRN_FILTER_ORACLE names no file";
  compare_with(file);
}

}  // namespace
}  // namespace cairn::search
