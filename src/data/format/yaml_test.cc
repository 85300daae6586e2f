#include "data/format/yaml.h"

#include <gtest/gtest.h>

#include "data/format/yaml_scalar.h"

namespace cairn::data {
namespace {

std::string rewritten_yaml(std::string_view text) {
  const auto document = parse_yaml(text);
  return document.ok() ? write_yaml(*document) : document.error().message();
}

std::string updated(std::string_view text, const YamlNode& wanted) {
  auto document = parse_yaml(text);
  apply_changes(wanted, document->root);
  return write_yaml(*document);
}

TEST(Yaml, PlainScalarsMeanWhatYaml12Says) {
  struct Case {
    std::string_view text;
    YamlType type;
  };
  using enum YamlType;
  for (const auto& [text, type] : std::initializer_list<Case>{{"", kNull},
                                                              {"~", kNull},
                                                              {"null", kNull},
                                                              {"nUll", kString},
                                                              {"true", kBool},
                                                              {"FALSE", kBool},
                                                              {"yes", kString},
                                                              {"on", kString},
                                                              {"014", kInt},
                                                              {"0o14", kInt},
                                                              {"0o8", kString},
                                                              {"0x1F", kInt},
                                                              {"0b12", kString},
                                                              {"1_000", kInt},
                                                              {"+1", kInt},
                                                              {"-", kString},
                                                              {"1e3", kFloat},
                                                              {"1.", kFloat},
                                                              {"5.e1", kFloat},
                                                              {".5", kFloat},
                                                              {".5e1", kString},
                                                              {".5e+1", kFloat},
                                                              {".inf", kFloat},
                                                              {"-.Inf", kFloat},
                                                              {".nan", kFloat},
                                                              {"+.nan", kString},
                                                              {".", kString},
                                                              {"1:30", kString},
                                                              {"2020-01-02", kTime},
                                                              {"2020-1-2", kString},
                                                              {"2020-1-2 3:04:05", kTime},
                                                              {"2020-01-02T03:04:05.5Z", kTime},
                                                              {"2020-01-02T03:04:05 +1:30", kTime},
                                                              {"1.2.3", kString},
                                                              {"958705279dd18b6d06a618b6d799761d", kString},
                                                              {"11111111111111111111111111111111", kInt},
                                                              {"1111111111111111111111111111e111", kFloat}})
    EXPECT_EQ(plain_type(text), type) << text;
}

TEST(Yaml, AHashThatReadsAsANumberIsQuoted) {
  YamlNode root = YamlNode::mapping();
  root.set("md5", YamlNode::string("11111111111111111111111111111111"));
  root.set("other", YamlNode::string("1111111111111111111111111111e111"));
  root.set("size", YamlNode::integer(7));
  EXPECT_EQ(write_yaml(root),
            "md5: '11111111111111111111111111111111'\nother: '1111111111111111111111111111e111'\nsize: 7\n");
}

TEST(Yaml, KeepsWhatItsOwnerWrote) {
  constexpr std::string_view kText =
      "# mine\n"
      "outs:  # the data\n"
      "# above\n"
      "- md5: abc  # its hash\n"
      "  size: 0x10\n"
      "\n"
      "  path: data\n"
      "# end\n"
      "meta: {b: [1, 2], a: x}\n"
      "desc: |\n"
      "  one\n"
      "    two\n"
      "\n"
      "last: 1.50\n";
  EXPECT_EQ(rewritten_yaml(kText), kText);
}

TEST(Yaml, NormalizesIndentationAndQuotes) {
  EXPECT_EQ(rewritten_yaml("outs:\n    - path: \"data\"   # c\n      cache: False\nn: ~\n"),
            "outs:\n- path: data         # c\n  cache: false\nn:\n");
}

TEST(Yaml, AChangeLeavesTheRestAsItWas) {
  YamlNode out = YamlNode::mapping();
  out.set("md5", YamlNode::string("def"));
  out.set("size", YamlNode::integer(16));
  out.set("hash", YamlNode::string("md5"));
  out.set("path", YamlNode::string("data"));
  YamlNode wanted = YamlNode::mapping();
  wanted.set("outs", YamlNode::sequence({out}));
  EXPECT_EQ(updated("# c\nouts:\n- size: 0x10  # bytes\n  md5: abc # hash\n  path: data\n  gone: 1\n", wanted),
            "# c\nouts:\n- size: 0x10  # bytes\n  md5: def # hash\n  path: data\n  hash: md5\n");
}

TEST(Yaml, FlowStyleIsWrittenAsRuamelDoes) {
  EXPECT_EQ(write_yaml(*parse_yaml("a: [{b: 1}, c: 2, {d: 1, e: 2}, [f: 3], [{g: {h: 1}}], {}]\n")),
            "a: [b: 1, c: 2, {d: 1, e: 2}, [f: 3], [g: {h: 1}], {}]\n");
  EXPECT_EQ(write_yaml(*parse_yaml("a: {x: [b: ], y: }\nb: [null, ~]\nc:\n")),
            "a: {x: [b: null], y: null}\nb: [null, null]\nc:\n");
}

TEST(Yaml, AnItemWithoutContentIsNull) {
  for (const std::string text : {"a:\n- \n- 1\nb: 2\n", "a:\n- \n", "a:\n  b:\n  - \n  - x: 1\n", "a:\n- 1\n- \n- \n"})
    EXPECT_EQ(write_yaml(*parse_yaml(text)), text);
  EXPECT_FALSE(parse_yaml("a: 1\n-\nb: [2\nc: 3\n").ok());
}

TEST(Yaml, MistakesAreNamedWithTheirLine) {
  const auto broken = parse_yaml("a: 1\nb: [2\nc: 3\n");
  ASSERT_FALSE(broken.ok());
  EXPECT_GE(broken.error().position(), 2U);
  const auto twice = parse_yaml("a: 1\nb: 2\na: 3\n");
  ASSERT_FALSE(twice.ok());
  EXPECT_EQ(twice.error().message(), "found duplicate key \"a\"");
  EXPECT_EQ(twice.error().position(), 3U);
  EXPECT_FALSE(parse_yaml("a: =\n").ok());
  EXPECT_FALSE(parse_yaml("--- 1\n--- 2\n").ok());
}

TEST(Yaml, ComparesValuesNotSpelling) {
  const auto same = [](std::string_view left, std::string_view right) {
    return same_value(parse_yaml(left)->root, parse_yaml(right)->root);
  };
  EXPECT_TRUE(same("0x10", "16"));
  EXPECT_TRUE(same("1.0", "1"));
  EXPECT_TRUE(same("{a: 1, b: True}", "{b: true, a: +1}"));
  EXPECT_FALSE(same("'1'", "1"));
  EXPECT_FALSE(same("[1, 2]", "[2, 1]"));
  EXPECT_FALSE(same("{a: 1}", "{a: 1, b:}"));
}

}  // namespace
}  // namespace cairn::data
