#include "api/graphql/graphql_document.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cairn::api::graphql {
namespace {

using ::testing::HasSubstr;

TEST(GraphqlDocument, ReadsAnOperationWithVariablesDirectivesAndAliases) {
  const auto document = parse(R"(
    # What the run page asks
    query GetRun($data: MlflowGetRunInput!, $ids: [String!]! = ["a", "b"]) @component(name: "x") {
      mine: mlflowGetRun(input: $data) { run { info { runName, status } } }
    })");
  ASSERT_TRUE(document.ok()) << document.error().message();
  const Operation& operation = document->operations.at(0);
  EXPECT_EQ(operation.kind, "query");
  EXPECT_EQ(operation.name, "GetRun");
  ASSERT_EQ(operation.defaults.size(), 1u);
  EXPECT_EQ(operation.defaults[0].value.items.size(), 2u);
  const Selection& field = operation.selections.at(0);
  EXPECT_EQ(field.key(), "mine");
  EXPECT_EQ(field.name, "mlflowGetRun");
  EXPECT_EQ(field.arguments.at(0).value.kind, Value::Kind::kVariable);
  EXPECT_EQ(field.selections.at(0).selections.at(0).selections.at(1).name, "status");
}

TEST(GraphqlDocument, ReadsValuesAsJson) {
  const auto document = parse(R"({ f(a: {b: -1.5e3, c: "q\"\n", d: ENUM, e: [true, null]}, g: """two
lines""") })");
  ASSERT_TRUE(document.ok()) << document.error().message();
  const Arguments& arguments = document->operations.at(0).selections.at(0).arguments;
  const auto& fields = arguments.at(0).value.fields;
  EXPECT_EQ(fields.at(0).value.text, "-1.5e3");
  EXPECT_EQ(fields.at(1).value.text, R"("q\"\n")");
  EXPECT_EQ(fields.at(2).value.text, R"("ENUM")");
  EXPECT_EQ(fields.at(3).value.items.at(1).text, "null");
  EXPECT_EQ(arguments.at(1).value.text, R"("two\nlines")");
}

TEST(GraphqlDocument, ReadsFragments) {
  const auto document = parse("query { ...F ... on T { b } ... @include(if: true) { c } } fragment F on T { a }");
  ASSERT_TRUE(document.ok()) << document.error().message();
  const auto& selections = document->operations.at(0).selections;
  EXPECT_EQ(selections.at(0).kind, Selection::Kind::kSpread);
  EXPECT_EQ(selections.at(1).kind, Selection::Kind::kInline);
  EXPECT_EQ(selections.at(2).directives.at(0), "include");
  EXPECT_EQ(document->fragments.at("F").at(0).name, "a");
}

TEST(GraphqlDocument, RefusesWhatIsNoDocument) {
  for (const char* text :
       {"", "{", "{}", "{ a(", "{ a(b: ) }", "subscription { a }", "{ a(b: \"x) }", "{ a } }", "query ($a) { a }"}) {
    EXPECT_FALSE(parse(text).ok()) << text;
  }
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "{a";
  EXPECT_FALSE(parse(deep).ok());
}

TEST(GraphqlDocument, BoundsWhatIsAsked) {
  const auto limits = [](const std::string& text) { return check_limits(*parse(text)); };
  std::string many;
  for (int i = 0; i < 11; ++i) many += fmt::format("a{0}: f ", i);
  EXPECT_THAT(limits("{ x { " + many + " } }").error().message(), HasSubstr("at most 10 aliases, got 11"));
  EXPECT_THAT(limits("{ a b c d e f g h i j k }").error().message(), HasSubstr("at most 10 root fields, got 11"));
  EXPECT_THAT(limits("{a{a{a{a{a{a{a{a{a{a{a}}}}}}}}}}}").error().message(), HasSubstr("maximum depth of 10"));
  EXPECT_THAT(limits("{ ...F } fragment F on T { ...F }").error().message(), HasSubstr("nested too deeply"));
  EXPECT_THAT(limits("{ ...G }").error().message(), HasSubstr("Unknown fragment 'G'"));
  EXPECT_THAT(limits("{ a @skip(if: true) }").error().message(), HasSubstr("Unknown directive '@skip'"));
  EXPECT_TRUE(limits("query @component(name: \"x\") { a { b { c } } }").ok());
}

}  // namespace
}  // namespace cairn::api::graphql
