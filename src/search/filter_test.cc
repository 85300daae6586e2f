#include "search/filter.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <string>
#include <vector>

#include "search/logged_model_filter.h"

namespace cairn::search {
namespace {

using testing::IsEmpty;
using testing::StartsWith;

Clause only_clause(const Language& language, std::string_view filter) {
  auto clauses = parse_filter(language, filter);
  EXPECT_TRUE(clauses.ok()) << filter << ": " << clauses.error().message();
  EXPECT_EQ(clauses->size(), 1U);
  return clauses->front();
}

Error refusal(const Language& language, std::string_view filter) {
  auto clauses = parse_filter(language, filter);
  EXPECT_FALSE(clauses.ok()) << filter;
  return clauses.error();
}

TEST(Filter, ReadsAConjunction) {
  const auto clauses = parse_filter(kRuns, "metrics.loss < 0.1 AND tags.`team name` = 'a' and run_id IN ('x', \"y\")");
  ASSERT_TRUE(clauses.ok()) << clauses.error().message();
  ASSERT_EQ(clauses->size(), 3U);
  const Clause& loss = (*clauses)[0];
  EXPECT_EQ(loss.entity, Entity::kMetric);
  EXPECT_EQ(loss.key, "loss");
  EXPECT_EQ(loss.op, Operator::kLess);
  EXPECT_EQ(loss.value, Value(0.1));
  EXPECT_EQ(loss.position, 0U);
  const Clause& team = (*clauses)[1];
  EXPECT_EQ(team.entity, Entity::kTag);
  EXPECT_EQ(team.key, "team name");
  EXPECT_EQ(team.value, Value("a"));
  EXPECT_EQ(team.position, 23U);
  const Clause& id = (*clauses)[2];
  EXPECT_EQ(id.entity, Entity::kAttribute);
  EXPECT_EQ(id.op, Operator::kIn);
  EXPECT_EQ(id.value, Value(std::vector<std::string>{"x", "y"}));
  EXPECT_EQ(id.position, 50U);
}

TEST(Filter, AnEmptyOneHasNoClauses) {
  const auto clauses = parse_filter(kRuns, "");
  ASSERT_TRUE(clauses.ok());
  EXPECT_THAT(*clauses, IsEmpty());
}

TEST(Filter, GivesAnAttributeItsOneName) {
  for (std::string_view filter : {"created > 1", "Created > 1", "attr.start_time > 1", "run.`created` > 1"}) {
    EXPECT_EQ(only_clause(kRuns, filter).key, "start_time") << filter;
  }
  EXPECT_EQ(only_clause(kRuns, "`Run Name` = 'x'").key, "run_name");
}

TEST(Filter, ReadsNumbersAsTheirColumnsHaveThem) {
  EXPECT_EQ(only_clause(kRuns, "metrics.a = 5").value, Value(5.0));
  EXPECT_EQ(only_clause(kRuns, "metrics.a = -.5").value, Value(-0.5));
  EXPECT_EQ(only_clause(kRuns, "metrics.a = 1e400").value, Value(std::numeric_limits<double>::infinity()));
  EXPECT_EQ(only_clause(kRuns, "metrics.a = 1e-400").value, Value(0.0));
  EXPECT_EQ(only_clause(kRuns, "start_time = 5").value, Value(std::int64_t{5}));
  EXPECT_EQ(only_clause(kRuns, "start_time = 5.5").value, Value(5.5));
  EXPECT_EQ(only_clause(kExperiments, "experiment_id = '7'").value, Value(std::int64_t{7}));
  EXPECT_EQ(only_clause(kExperiments, "experiment_id IN ('7', '8')").value, Value(std::vector<std::int64_t>{7, 8}));
  EXPECT_EQ(only_clause(kModelVersions, "version_number = '2'").value, Value(std::int64_t{2}));
}

TEST(Filter, ANullTestHasNoValue) {
  const Clause absent = only_clause(kRuns, "params.lr is null");
  EXPECT_EQ(absent.op, Operator::kIsNull);
  EXPECT_EQ(absent.value, Value());
  EXPECT_EQ(only_clause(kExperiments, "tags.a IS NOT NULL").op, Operator::kIsNotNull);
}

TEST(Filter, SaysWhereTheMistakeIs) {
  struct Mistake {
    const Language& language;
    std::string_view filter;
    std::string_view at;  // what the position must point to
  };
  const Mistake mistakes[] = {
      {kRuns, "metrics.a > 1 OR metrics.b > 2", "OR metrics.b"},
      {kRuns, "metrics.a > 1; metrics.b > 2", "metrics.b"},
      {kRuns, "metrics.a > 1 AND nope.b > 2", "nope.b"},
      {kRuns, "metrics.a > 1 AND attr.nope = 'x'", "nope ="},
      {kRuns, "metrics.a > 'x'", "'x'"},
      {kRuns, "tags.a = 5", "5"},
      {kRuns, "tags.a = x", "x"},
      {kRuns, "tags.a < 'x'", "< 'x'"},
      {kRuns, "status = 'a' AND status IN ('b')", "('b')"},
      {kRuns, "run_id IN ('a', b)", "b)"},
      {kRuns, "run_id NOT IN ()", "()"},
      {kRuns, "run_id = ('a')", "= ("},
      {kRuns, "start_time > 99999999999999999999", "99999"},
      {kRuns, "1 > metrics.a", "1 >"},
      {kRuns, "metrics.a IS NULL", "IS NULL"},
      {kRuns, "tags.größe = 'ä' AND tags.b = 1", "1"},
      {kExperiments, "name = 'a' AND experiment_id = 'x'", "'x'"},
      {kExperiments, "creation_time > 1.5", "1.5"},
      {kExperiments, "name like 'a'", "like"},
      {kModelVersions, "version_number > 2.0", "2.0"},
  };
  for (const Mistake& mistake : mistakes) {
    const Error error = refusal(mistake.language, mistake.filter);
    EXPECT_EQ(error.code(), ErrorCode::kInvalidParameterValue);
    ASSERT_LT(error.position(), mistake.filter.size()) << mistake.filter;
    EXPECT_THAT(std::string(mistake.filter.substr(error.position())), StartsWith(std::string(mistake.at)));
  }
}

TEST(Filter, TheFirstMisreadClauseComesBeforeAnyWrongOperator) {
  EXPECT_EQ(refusal(kRuns, "tags.a < 'x' AND nope.b = 'y'").message().substr(0, 27), "Invalid entity type 'nope'.");
}

TEST(Filter, WhatOnlyADatabaseWouldRefuseComesLast) {
  EXPECT_THAT(refusal(kRuns, "start_time > 99999999999999999999 AND tags.a < 'x'").message(),
              StartsWith("Invalid comparator '<'"));
  EXPECT_EQ(refusal(kRuns, "run_id = ('a')").message(),
            "Invalid comparator '=' for a list of values, use IN or NOT IN");
}

TEST(Filter, ReadsListsAsPythonDoes) {
  struct List {
    std::string_view text;
    std::vector<std::string> values;
  };
  const List lists[] = {
      {"('a')", {"a"}},
      {"('a',)", {"a"}},
      {"(('a', 'b'))", {"a", "b"}},
      {"('it''s')", {"its"}},
      {R"(('a\x41\u00e9\101\n\q'))", {"aA\u00e9A\n\\q"}},
      {R"((r'a\n', u'b'))", {"a\\n", "b"}},
      {"('''a''', \"b\")", {"a", "b"}},
  };
  for (const List& list : lists) {
    const auto clauses = parse_filter(kRuns, fmt::format("run_id IN {}", list.text));
    ASSERT_TRUE(clauses.ok()) << clauses.error().message();
    EXPECT_EQ(clauses->front().value, Value(list.values)) << list.text;
  }
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

TEST(Filter, StopsWhereSqlparseStops) {
  const std::string deep = "run_id IN " + repeated("(", 101) + "'a'" + repeated(")", 101);
  EXPECT_EQ(refusal(kRuns, deep).message(), "Error on parsing filter '" + deep + "'");
  const std::string most = "metrics.a > 1" + repeated(" AND metrics.a > 1", 999);
  EXPECT_EQ(parse_filter(kRuns, most)->size(), 1000U);
  const std::string more = most + " AND metrics.a > 1";
  EXPECT_EQ(refusal(kRuns, more).message(), "Error on parsing filter '" + more + "'");
}

TEST(Filter, LoggedModelsHaveTheirOwnRules) {
  const auto clauses = parse_logged_model_filter("creation_time > 5 AND name = 'a' AND metrics.acc >= 0.9");
  ASSERT_TRUE(clauses.ok()) << clauses.error().message();
  EXPECT_EQ((*clauses)[0].key, "creation_timestamp_ms");
  EXPECT_EQ((*clauses)[0].value, Value(5.0));
  EXPECT_EQ((*clauses)[1].value, Value("a"));
  EXPECT_EQ((*clauses)[2].entity, Entity::kMetric);
  const auto unknown = parse_logged_model_filter("name = 'a' AND tag.b = 'c'");
  ASSERT_FALSE(unknown.ok());
  EXPECT_EQ(unknown.error().position(), 15U);
}

}  // namespace
}  // namespace cairn::search
