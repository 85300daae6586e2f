#include "data/format/yaml_resolve.h"

#include <gtest/gtest.h>

namespace cairn::data {
namespace {

Result<YamlNode> resolved(std::string_view text) { return resolve_aliases(parse_yaml(text)->root); }

TEST(YamlResolve, AnAliasIsWhatItStandsFor) {
  const auto node = resolved("a: &files [x, y]\nb: *files\n");
  ASSERT_TRUE(node.ok());
  EXPECT_TRUE(same_value(*node->find("a"), *node->find("b")));
  EXPECT_EQ(node->find("b")->items.size(), 2U);
}

TEST(YamlResolve, OwnKeysWinOverMergedOnes) {
  const auto node = resolved("base: &base {x: 1, y: 2}\nmine: {<<: *base, y: 3}\n");
  ASSERT_TRUE(node.ok());
  EXPECT_TRUE(same_value(*node->find("mine"), parse_yaml("{x: 1, y: 3}")->root));
}

TEST(YamlResolve, AnAliasOfNothingIsAnError) { EXPECT_FALSE(resolved("a: *nothing\n").ok()); }

TEST(YamlResolve, WhatWouldGrowWithoutBoundIsAnError) {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int level = 1; level < 9; ++level) {
    text += "a" + std::to_string(level) + ": &a" + std::to_string(level) + " [";
    for (int i = 0; i < 10; ++i) text += (i > 0 ? ", *a" : "*a") + std::to_string(level - 1);
    text += "]\n";
  }
  EXPECT_FALSE(resolved(text).ok());
}

}  // namespace
}  // namespace cairn::data
