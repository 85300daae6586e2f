// Searches against a model that filters and sorts in memory: wherever a search starts, it finds the same versions.
#include "registry/version_search.h"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <gtest/gtest.h>
#include <map>
#include <random>

#include "registry/model_versions.h"
#include "registry/registered_models.h"
#include "tracking/testing.h"

namespace cairn::registry {
namespace {

struct StoredVersion {
  std::string name;
  std::int64_t version = 0;
  std::int64_t updated = 0;
  std::string run_id;
  std::map<std::string, std::string> tags;
  bool deleted = false;
  bool prompt = false;

  [[nodiscard]] bool has(const std::string& key, const std::string& value) const {
    const auto tag = tags.find(key);
    return tag != tags.end() && tag->second == value;
  }
};

class VersionSearchTest : public testing::Test {
 protected:
  // Enough that "common" is on too many versions for a search to start there, and "rare" on few.
  void SetUp() override {
    for (int i = 0; i < 1600; ++i) {
      StoredVersion version{fmt::format("m{}", i % 8),
                            1 + i / 8,
                            static_cast<std::int64_t>(random_() % 500),
                            fmt::format("run{}", random_() % 400),
                            {},
                            random_() % 10 == 0,
                            i % 8 == 7};
      version.tags["common"] = random_() % 8 == 0 ? "other" : "yes";
      if (random_() % 40 == 0) version.tags["rare"] = "yes";
      if (version.prompt) version.tags["mlflow.prompt.is_prompt"] = "true";
      stored_.push_back(std::move(version));
    }
    ASSERT_TRUE((*scratch_).write([this](db::Connection& connection) { return store(connection); }).ok());
  }

  Status store(db::Connection& connection) {
    for (int i = 0; i < 8; ++i) {
      TRY(connection.execute("INSERT INTO registered_models (name, creation_time) VALUES (?1, 1)",
                             fmt::format("m{}", i)));
    }
    for (const StoredVersion& version : stored_) {
      TRY(connection.execute(
          "INSERT INTO model_versions (name, version, creation_time, last_updated_time, current_stage, run_id) "
          "VALUES (?1, ?2, 1, ?3, ?4, ?5)",
          version.name, version.version, version.updated, version.deleted ? "Deleted_Internal" : "None",
          version.run_id));
      for (const auto& [key, value] : version.tags) {
        TRY(connection.execute("INSERT INTO model_version_tags (name, version, key, value) VALUES (?1, ?2, ?3, ?4)",
                               version.name, version.version, key, value));
      }
    }
    return {};
  }

  std::vector<std::string> found(const std::string& filter, const std::vector<std::string>& order = {}) {
    std::vector<std::string> names;
    SearchQuery query{filter, 70, order, ""};
    do {
      auto page = search_model_versions(*scratch_, query);
      EXPECT_TRUE(page.ok()) << filter << ": " << page.error().message();
      if (!page.ok()) break;
      for (const ModelVersion& version : page->items) names.push_back(version.name + "/" + version.version);
      query.page_token = page->next_token;
    } while (!query.page_token.empty());
    return names;
  }

  std::vector<std::string> expected(const std::function<bool(const StoredVersion&)>& accepts) {
    std::vector<StoredVersion> left;
    for (const StoredVersion& version : stored_) {
      if (!version.deleted && accepts(version)) left.push_back(version);
    }
    std::sort(left.begin(), left.end(), [](const StoredVersion& a, const StoredVersion& b) {
      return std::tuple(-a.updated, a.name, -a.version) < std::tuple(-b.updated, b.name, -b.version);
    });
    std::vector<std::string> names;
    for (const StoredVersion& version : left) names.push_back(fmt::format("{}/{}", version.name, version.version));
    return names;
  }

  tracking::ScratchDatabase scratch_;
  std::mt19937 random_{7};
  std::vector<StoredVersion> stored_;
};

TEST_F(VersionSearchTest, FindsTheSameWhereverItStarts) {
  using V = StoredVersion;
  EXPECT_EQ(found(""), expected([](const V& v) { return !v.prompt; }));
  EXPECT_EQ(found("name = 'm3'"), expected([](const V& v) { return v.name == "m3"; }));
  EXPECT_EQ(found("run_id = 'run5'"), expected([](const V& v) { return !v.prompt && v.run_id == "run5"; }));
  EXPECT_EQ(found("run_id IN ('run5', 'run6') AND tags.common = 'yes'"), expected([](const V& v) {
              return !v.prompt && (v.run_id == "run5" || v.run_id == "run6") && v.has("common", "yes");
            }));
  EXPECT_EQ(found("tags.common = 'yes'"), expected([](const V& v) { return !v.prompt && v.has("common", "yes"); }));
  EXPECT_EQ(found("tags.rare = 'yes'"), expected([](const V& v) { return !v.prompt && v.has("rare", "yes"); }));
  EXPECT_EQ(found("tags.common = 'yes' AND tags.rare = 'yes' AND name != 'm2'"), expected([](const V& v) {
              return !v.prompt && v.has("common", "yes") && v.has("rare", "yes") && v.name != "m2";
            }));
  EXPECT_EQ(found("tags.common != 'yes'"), expected([](const V& v) { return !v.prompt && v.has("common", "other"); }));
  EXPECT_EQ(found("tags.`mlflow.prompt.is_prompt` = 'true' AND tags.rare = 'yes'"),
            expected([](const V& v) { return v.prompt && v.has("rare", "yes"); }));
  EXPECT_EQ(found("tags.nope = 'yes'"), std::vector<std::string>{});
}

TEST_F(VersionSearchTest, PagesFollowTheOrder) {
  auto by_number = expected([](const StoredVersion& v) { return v.name == "m1"; });
  std::sort(by_number.begin(), by_number.end(),
            [](const std::string& a, const std::string& b) { return std::stoi(a.substr(3)) < std::stoi(b.substr(3)); });
  EXPECT_EQ(found("name = 'm1'", {"version_number"}), by_number);
  std::reverse(by_number.begin(), by_number.end());
  EXPECT_EQ(found("name = 'm1'", {"name", "version_number DESC"}), by_number);
}

TEST_F(VersionSearchTest, ATagTooLongForTheIndexIsFound) {
  RegisteredModels models(*scratch_, nullptr);
  ModelVersions versions(*scratch_, nullptr);
  const std::string text(100'000, 'x');
  ASSERT_TRUE(versions.set_tag("m1", "5", {"text", text}).ok() || versions.set_tag("m1", "6", {"text", text}).ok());
  EXPECT_EQ(found("tags.text = '" + text + "'").size(), 1u);
  EXPECT_EQ(found("tags.text = '" + text + "y'").size(), 0u);
}

}  // namespace
}  // namespace cairn::registry
