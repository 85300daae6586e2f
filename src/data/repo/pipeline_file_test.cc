#include "data/repo/pipeline_file.h"

#include <gtest/gtest.h>

namespace cairn::data {
namespace {

constexpr std::string_view kHash = "b026324c6904b2a9cb4b88d6d61c81d1";

Result<Pipeline> parsed(std::string_view text, std::string_view lock = "") {
  return parse_pipeline("/repo/dvc.yaml", text, lock, "/repo");
}

std::string locked(std::string_view stage, std::initializer_list<std::string_view> outputs) {
  std::string text = "schema: '2.0'\nstages:\n  " + std::string(stage) + ":\n    cmd: run\n    outs:\n";
  for (const std::string_view output : outputs)
    text += "    - {path: " + std::string(output) + ", hash: md5, md5: " + std::string(kHash) + ", size: 2}\n";
  return text;
}

TEST(PipelineFile, WhatTheLockHoldsGoesWithWhatTheFileSets) {
  const auto pipeline = parsed("stages: {s: {cmd: run, wdir: sub, outs: [a, b: {cache: false, remote: r}]}}",
                               locked("s", {"a", "b", "stale"}));
  ASSERT_TRUE(pipeline.ok());
  ASSERT_EQ(pipeline->stages.size(), 1U);
  const Stage& stage = pipeline->stages.front();
  ASSERT_EQ(stage.outputs.size(), 2U);
  EXPECT_EQ(stage.outputs[0].path, "/repo/sub/a");
  EXPECT_EQ(stage.outputs[0].hash_value, kHash);
  EXPECT_TRUE(stage.outputs[0].use_cache);
  EXPECT_FALSE(stage.outputs[1].use_cache);
  EXPECT_EQ(stage.outputs[1].remote, "r");
  EXPECT_FALSE(stage.changed_command);
}

TEST(PipelineFile, AStageThatNeverRanKnowsNoHash) {
  const auto pipeline = parsed("stages: {s: {cmd: run, deps: [d], outs: [a]}}");
  ASSERT_TRUE(pipeline.ok());
  EXPECT_TRUE(pipeline->stages.front().outputs.front().hash_value.empty());
  EXPECT_EQ(pipeline->stages.front().outputs.front().hash, HashKind::kMd5);
}

TEST(PipelineFile, TheLockNamesTheOutputsOfTemplates) {
  const auto pipeline =
      parsed("stages: {each: {foreach: [x], do: {cmd: run, outs: ['a-${item}', 'b/${item}.txt': {push: false}]}}}",
             locked("each@x", {"a-x", "b/x.txt"}));
  ASSERT_TRUE(pipeline.ok());
  EXPECT_EQ(pipeline->templates, std::vector<std::string>{"each"});
  ASSERT_EQ(pipeline->stages.size(), 1U);
  const Stage& stage = pipeline->stages.front();
  EXPECT_EQ(stage.name, "each@x");
  EXPECT_TRUE(stage.outputs[0].can_push);
  EXPECT_FALSE(stage.outputs[1].can_push);
}

TEST(PipelineFile, AnEscapedExpressionIsNone) {
  const auto pipeline = parsed("stages: {s: {cmd: 'echo \\${HOME}', outs: [a]}}", "stages: {s: {cmd: 'echo ${HOME}'}}");
  ASSERT_TRUE(pipeline.ok());
  EXPECT_TRUE(pipeline->templates.empty());
}

TEST(PipelineFile, ATemplateForTheDirectoryIsRefused) {
  EXPECT_FALSE(parsed("stages: {s: {cmd: run, wdir: '${where}', outs: [a]}}", locked("s", {"a"})).ok());
}

TEST(PipelineFile, LocksOfTheFirstVersionAreRead) {
  const auto pipeline = parsed("stages: {s: {cmd: run, outs: [a]}}",
                               "s: {cmd: run, outs: [{path: a, md5: b026324c6904b2a9cb4b88d6d61c81d1}]}");
  ASSERT_TRUE(pipeline.ok());
  EXPECT_EQ(pipeline->stages.front().outputs.front().hash, HashKind::kMd5Dos2Unix);
  EXPECT_EQ(pipeline->stages.front().outputs.front().hash_value, kHash);
}

}  // namespace
}  // namespace cairn::data
