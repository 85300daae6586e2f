#include "registry/validation.h"

#include <gtest/gtest.h>

#include "registry/prompts.h"

namespace cairn::registry {
namespace {

std::string error_of(const Status& status) { return status.ok() ? "" : status.error().message(); }

TEST(RegistryValidation, NamesAreWhatAFolderCouldBeCalled) {
  for (const char* name : {"m", " spaces ", "it's", "\xE2\x98\x83", ".a.b"}) {
    EXPECT_EQ(error_of(validate_model_name(name)), "") << name;
  }
  EXPECT_EQ(error_of(validate_model_name("a/b")), "Invalid model name 'a/b'. Names cannot contain '/' or ':'.");
  EXPECT_EQ(error_of(validate_model_name(" \t\xE2\x80\x83", "new_name")),
            "Missing value for required parameter 'new_name'.");
  EXPECT_NE(error_of(validate_model_name("..")), "");
}

TEST(RegistryValidation, AliasesAreWords) {
  for (const char* alias : {"champion", "a-b_c", "1", "\xC3\xA4", "v", "v1x"}) {
    EXPECT_EQ(error_of(validate_alias(alias)), "") << alias;
    EXPECT_EQ(error_of(validate_alias_not_reserved(alias)), "") << alias;
  }
  for (const char* alias : {"a b", "a.b", "a@b", "a\n\n"}) EXPECT_NE(error_of(validate_alias(alias)), "") << alias;
  for (const char* alias : {"latest", "LATEST", "v1", "V007"}) {
    EXPECT_NE(error_of(validate_alias_not_reserved(alias)), "") << alias;
  }
  EXPECT_EQ(error_of(validate_alias(std::string(256, 'x'))),
            "'Registered model alias name' exceeds the maximum length of 255 characters");
}

TEST(RegistryValidation, LengthsCountCharacters) {
  std::string hundred_thousand;
  for (int i = 0; i < 100'000; ++i) hundred_thousand += "\xC3\xA9";
  EXPECT_TRUE(validate_version_tag({"t", hundred_thousand}).ok());
  EXPECT_EQ(error_of(validate_version_tag({"t", hundred_thousand + "x"})),
            "'value' exceeds the maximum length of 100000 characters");
  EXPECT_EQ(error_of(validate_version_tag({std::string(kPromptTextTag), hundred_thousand + "x"})),
            "Prompt text exceeds max length of 100000 characters.");
  EXPECT_FALSE(validate_model_tag({std::string(251, 'k'), ""}).ok());
}

TEST(RegistryValidation, VersionsAreIntegersAsPythonReadsThem) {
  EXPECT_EQ(*parse_version("12"), 12);
  EXPECT_EQ(*parse_version(" +1_0 "), 10);
  for (const char* text : {"", "x", "1.0", "99999999999999999999"}) EXPECT_FALSE(parse_version(text).ok()) << text;
}

TEST(RegistryValidation, StagesHaveOneSpelling) {
  EXPECT_EQ(*canonical_stage("pRODUCTION"), "Production");
  EXPECT_EQ(*canonical_stage("none"), "None");
  EXPECT_FALSE(canonical_stage("Deleted_Internal").ok());
  EXPECT_TRUE(is_active_stage("Staging"));
  EXPECT_FALSE(is_active_stage("Archived"));
}

TEST(Prompts, TheLastTagDecides) {
  const Tag yes{std::string(kIsPromptTag), "TRUE"};
  const Tag no{std::string(kIsPromptTag), "false"};
  EXPECT_TRUE(marks_prompt(std::vector<Tag>{no, {"a", "b"}, yes}));
  EXPECT_FALSE(marks_prompt(std::vector<Tag>{yes, no}));
  EXPECT_FALSE(marks_prompt({}));
}

}  // namespace
}  // namespace cairn::registry
