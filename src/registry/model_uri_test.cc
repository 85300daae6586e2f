#include "registry/model_uri.h"

#include <gtest/gtest.h>

namespace cairn::registry {
namespace {

TEST(ModelUri, NamesAVersionInFourWays) {
  EXPECT_EQ(parse_model_uri("models:/m/3")->version, "3");
  EXPECT_EQ(parse_model_uri("models:/m/3")->name, "m");
  EXPECT_EQ(parse_model_uri("models:/m/Production")->stage, "Production");
  EXPECT_EQ(parse_model_uri("models:/m@champion")->alias, "champion");
  EXPECT_EQ(parse_model_uri("MODELS:///m/3")->version, "3");
  EXPECT_EQ(parse_model_uri("models:/a@b@champion")->name, "a@b");

  const auto highest = parse_model_uri("models:/m/LATEST");
  EXPECT_EQ(highest->name, "m");
  EXPECT_EQ(highest->version + highest->stage + highest->alias + highest->model_id, "");
}

TEST(ModelUri, NamesALoggedModel) {
  const auto parsed = parse_model_uri("models:/m-0123");
  EXPECT_EQ(parsed->model_id, "m-0123");
  EXPECT_EQ(parsed->name, "");
}

TEST(ModelUri, LeavesOutTheQueryAndKeepsTheHash) {
  EXPECT_EQ(parse_model_uri("models:/m/1?x=y")->version, "1");
  EXPECT_EQ(parse_model_uri("models:/m#1")->model_id, "m#1");
}

TEST(ModelUri, RefusesEverythingElse) {
  for (const char* text : {"", "models", "models:", "models:/", "models:m/1", "models:/m/1/2", "models:/m/",
                           "models:/m/ ", "models:/m@", "models:/ /1", "runs:/m/1", "models://host"}) {
    EXPECT_FALSE(parse_model_uri(text)) << text;
  }
}

}  // namespace
}  // namespace cairn::registry
