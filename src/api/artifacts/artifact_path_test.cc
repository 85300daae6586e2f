// Compares with what the real MLflow makes of paths: testdata/artifact_paths.jsonl always, and the file that
// CAIRN_ARTIFACT_PATH_ORACLE names, if any. tests/oracle/artifact_paths.py writes both.
#include "api/artifacts/artifact_path.h"

#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <optional>
#include <simdjson.h>
#include <string>
#include <vector>

namespace cairn::api {
namespace {

void compare_with(const std::string& file) {
  simdjson::dom::parser parser;
  simdjson::dom::document_stream lines;
  ASSERT_EQ(parser.load_many(file).get(lines), simdjson::SUCCESS) << file;
  std::size_t count = 0;
  for (simdjson::dom::element line : lines) {
    const std::string_view path = line["path"].get_string();
    const std::optional<std::string_view> expected =
        line["safe"].is_null() ? std::nullopt : std::optional<std::string_view>(line["safe"].get_string());
    const auto safe = safe_artifact_path(path);
    EXPECT_EQ(safe.ok() ? std::optional<std::string_view>(*safe) : std::nullopt, expected) << "of '" << path << "'";
    ++count;
  }
  EXPECT_GT(count, 300u);
}

TEST(ArtifactPath, IsReadAsMlflowReadsIt) {
  compare_with((std::filesystem::path(__FILE__).parent_path() / "testdata/artifact_paths.jsonl").string());
  if (const char* more = std::getenv("CAIRN_ARTIFACT_PATH_ORACLE")) compare_with(more);
}

TEST(ArtifactPath, HoldsNoNulAndNoFileUri) {
  using namespace std::string_literals;
  for (const std::string& text : {"a\0b"s, "a%00b"s, "a%2500b"s, "\0"s, "file:a"s, "file:///etc/passwd"s, "FILE:a"s,
                                  "%66ile:a"s, "file%3a/etc"s}) {
    const auto safe = safe_artifact_path(text);
    ASSERT_FALSE(safe.ok()) << text;
    EXPECT_EQ(safe.error().message(), "Invalid path");
    EXPECT_EQ(safe.error().code(), ErrorCode::kInvalidParameterValue);
  }
}

TEST(ArtifactPath, BecomesAPathOfARepository) {
  EXPECT_EQ(artifact_path("a%2fb//c/")->text(), "a/b/c");
  EXPECT_EQ(artifact_path("")->text(), "");
  EXPECT_FALSE(artifact_path("a%2f%2e%2e").ok());
}

}  // namespace
}  // namespace cairn::api
