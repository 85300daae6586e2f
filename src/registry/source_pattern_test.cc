#include "registry/source_pattern.h"

#include <gtest/gtest.h>

namespace cairn::registry {
namespace {

TEST(SourcePattern, WithoutOneEverythingMatches) {
  EXPECT_TRUE(SourcePattern().check("anything").ok());
  EXPECT_TRUE(SourcePattern::parse("")->check("anything").ok());
}

TEST(SourcePattern, MatchesAnywhereUnlessAnchored) {
  const SourcePattern pattern = *SourcePattern::parse("^s3://(models|other)/");
  EXPECT_TRUE(pattern.check("s3://models/x").ok());
  EXPECT_TRUE(SourcePattern::parse("models")->check("s3://models/x").ok());
  EXPECT_EQ(pattern.check("s3://else/models/").error().message(), "Invalid model version source: 's3://else/models/'.");
}

TEST(SourcePattern, WhatIsTooLongDoesNotMatch) {
  EXPECT_FALSE(SourcePattern::parse("x*")->check(std::string(1'000'000, 'x')).ok());
}

TEST(SourcePattern, RefusesWhatIsNoPattern) { EXPECT_FALSE(SourcePattern::parse("(").ok()); }

}  // namespace
}  // namespace cairn::registry
