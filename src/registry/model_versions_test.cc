#include "registry/model_versions.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>
#include <thread>

#include "registry/registered_models.h"
#include "tracking/testing.h"

namespace cairn::registry {
namespace {

// Remembers what it is told; told nothing while nobody listens.
class Listener : public EventSink {
 public:
  Result<bool> listens(db::Connection&) override {
    ++asked;
    return listening;
  }
  Status announce(db::Connection&, const Event& event) override {
    if (failing) return internal_error("the sink fails");
    told.push_back(event);
    return {};
  }

  bool listening = true;
  bool failing = false;
  int asked = 0;
  std::vector<Event> told;
};

NewVersion version_of(std::string name, std::vector<Tag> tags = {}) {
  NewVersion version;
  version.name = std::move(name);
  version.source = "s3://bucket/x";
  version.tags = std::move(tags);
  return version;
}

class ModelVersionsTest : public testing::Test {
 protected:
  std::string name_of(const Event& event) {
    return std::string(name(event.entity)) + "." + std::string(name(event.action));
  }
  std::vector<std::string> told() {
    std::vector<std::string> names;
    for (const Event& event : listener_.told) names.push_back(name_of(event));
    return names;
  }

  tracking::ScratchDatabase scratch_;
  Listener listener_;
  RegisteredModels models_{*scratch_, &listener_};
  ModelVersions versions_{*scratch_, &listener_};
};

TEST_F(ModelVersionsTest, NumbersHaveNoGapsAndNoDuplicates) {
  ASSERT_TRUE(models_.create({"m", {}, ""}).ok());
  constexpr int kThreads = 32;
  constexpr int kEach = 20;
  std::vector<std::vector<std::string>> answered(kThreads);
  {
    std::vector<std::jthread> clients;
    for (int i = 0; i < kThreads; ++i) {
      clients.emplace_back([this, &mine = answered[static_cast<std::size_t>(i)]] {
        ModelVersions own(*scratch_, nullptr);
        for (int n = 0; n < kEach; ++n) {
          // A request that fails takes no number.
          EXPECT_FALSE(own.create(version_of("m", {{"a//b", ""}})).ok());
          mine.push_back(own.create(version_of("m"))->version);
        }
      });
    }
  }
  std::set<int> numbers;
  for (const auto& of_client : answered) {
    for (const std::string& version : of_client) numbers.insert(std::stoi(version));
  }
  EXPECT_EQ(numbers.size(), kThreads * kEach);
  EXPECT_EQ(*numbers.begin(), 1);
  EXPECT_EQ(*numbers.rbegin(), kThreads * kEach);
}

TEST_F(ModelVersionsTest, ADeletedVersionKeepsItsNumberAndLosesItsAliases) {
  ASSERT_TRUE(models_.create({"m", {}, ""}).ok());
  ASSERT_TRUE(versions_.create(version_of("m")).ok());
  ASSERT_TRUE(models_.set_alias("m", "champion", "1").ok());
  ASSERT_TRUE(versions_.remove("m", "1").ok());
  EXPECT_FALSE(versions_.get("m", "1").ok());
  EXPECT_FALSE(versions_.get_by_alias("m", "champion").ok());
  EXPECT_EQ(versions_.create(version_of("m"))->version, "2");
  EXPECT_EQ(versions_.get_by_alias("m", "latest")->version, "2");
}

TEST_F(ModelVersionsTest, OthersLeaveTheStage) {
  ASSERT_TRUE(models_.create({"m", {}, ""}).ok());
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(versions_.create(version_of("m")).ok());
  ASSERT_TRUE(versions_.move_to_stage("m", "1", "Production", OthersInStage::kStay).ok());
  ASSERT_TRUE(versions_.move_to_stage("m", "2", "production", OthersInStage::kStay).ok());
  EXPECT_EQ(versions_.get("m", "1")->current_stage, "Production");
  ASSERT_TRUE(versions_.move_to_stage("m", "3", "PRODUCTION", OthersInStage::kAreArchived).ok());
  EXPECT_EQ(versions_.get("m", "1")->current_stage, "Archived");
  EXPECT_EQ(versions_.get("m", "2")->current_stage, "Archived");
  EXPECT_EQ(versions_.get("m", "3")->current_stage, "Production");
  EXPECT_FALSE(versions_.move_to_stage("m", "3", "Archived", OthersInStage::kAreArchived).ok());

  const auto latest = *versions_.latest("m", {});
  ASSERT_EQ(latest.size(), 2u);
  EXPECT_EQ(latest[0].version, "2");
  EXPECT_EQ(latest[1].version, "3");
}

TEST_F(ModelVersionsTest, ARenamedModelKeepsEverything) {
  ASSERT_TRUE(models_.create({"m", {{"t", "1"}}, "d"}).ok());
  ASSERT_TRUE(versions_.create(version_of("m", {{"a", "b"}})).ok());
  ASSERT_TRUE(models_.set_alias("m", "champion", "1").ok());
  ASSERT_TRUE(models_.rename("m", "n").ok());
  EXPECT_FALSE(models_.get("m").ok());
  const auto version = *versions_.get_by_alias("n", "champion");
  EXPECT_EQ(version.name, "n");
  ASSERT_EQ(version.tags.size(), 1u);
  EXPECT_EQ(models_.get("n")->tags.size(), 1u);
  EXPECT_TRUE(models_.remove("n").ok());
  EXPECT_FALSE(versions_.get("n", "1").ok());
}

TEST_F(ModelVersionsTest, TellsWhatHappensToModels) {
  ASSERT_TRUE(models_.create({"m", {{"a", "1"}, {"a", "2"}}, ""}).ok());
  ASSERT_TRUE(models_.set_tag("m", {"b", "1"}).ok());  // of a model: not told
  ASSERT_TRUE(versions_.create(version_of("m", {{"c", "1"}})).ok());
  ASSERT_TRUE(versions_.set_tag("m", " 1", {"d", "1"}).ok());
  ASSERT_TRUE(versions_.delete_tag("m", "1", "nope").ok());
  ASSERT_TRUE(models_.set_alias("m", "champion", "1").ok());
  ASSERT_TRUE(models_.delete_alias("m", "champion").ok());
  EXPECT_EQ(told(), (std::vector<std::string>{"registered_model.created", "model_version.created",
                                              "model_version_tag.set", "model_version_tag.deleted",
                                              "model_version_alias.created", "model_version_alias.deleted"}));

  const auto& created = std::get<ModelCreated>(listener_.told[0].payload);
  ASSERT_EQ(created.tags.size(), 1u);
  EXPECT_EQ(created.tags[0].value, "2");
  const auto& version = std::get<VersionCreated>(listener_.told[1].payload);
  EXPECT_EQ(version.version, 1);
  EXPECT_EQ(version.run_id, std::nullopt);
  EXPECT_EQ(version.description, std::nullopt);
  EXPECT_EQ(std::get<TagChanged>(listener_.told[2].payload).version, " 1");
  EXPECT_EQ(std::get<TagChanged>(listener_.told[3].payload).value, std::nullopt);
}

TEST_F(ModelVersionsTest, TellsWhatHappensToPrompts) {
  const Tag prompt{"mlflow.prompt.is_prompt", "true"};
  ASSERT_TRUE(models_.create({"p", {prompt, {"_mlflow_prompt_type", "text"}, {"a", "1"}}, "d"}).ok());
  NewVersion version = version_of("p", {prompt, {"mlflow.prompt.text", "Hello"}, {"b", "1"}});
  version.source = "dummy-source";
  ASSERT_TRUE(versions_.create(version).ok());
  ASSERT_TRUE(models_.set_tag("p", {"c", "1"}).ok());
  ASSERT_TRUE(models_.delete_tag("p", "c").ok());
  ASSERT_TRUE(versions_.set_tag("p", "1", {"d", "1"}).ok());
  ASSERT_TRUE(versions_.delete_tag("p", "1", "d").ok());
  ASSERT_TRUE(models_.set_alias("p", "production", "1").ok());
  ASSERT_TRUE(models_.delete_alias("p", "production").ok());
  EXPECT_EQ(told(),
            (std::vector<std::string>{"prompt.created", "prompt_version.created", "prompt_tag.set",
                                      "prompt_tag.deleted", "prompt_version_tag.set", "prompt_version_tag.deleted",
                                      "prompt_alias.created", "prompt_alias.deleted"}));
  EXPECT_EQ(std::get<ModelCreated>(listener_.told[0].payload).tags.size(), 1u);
  const auto& created = std::get<PromptVersionCreated>(listener_.told[1].payload);
  EXPECT_EQ(created.prompt_template, "Hello");
  ASSERT_EQ(created.tags.size(), 1u);
  EXPECT_EQ(created.tags[0].key, "b");
}

TEST_F(ModelVersionsTest, WhatCannotBeToldDoesNotHappen) {
  ASSERT_TRUE(models_.create({"m", {}, ""}).ok());
  listener_.failing = true;
  EXPECT_FALSE(versions_.create(version_of("m")).ok());
  EXPECT_FALSE(models_.create({"n", {}, ""}).ok());
  listener_.failing = false;
  EXPECT_FALSE(models_.get("n").ok());
  EXPECT_EQ(versions_.create(version_of("m"))->version, "1");
}

TEST_F(ModelVersionsTest, WhatFailsIsNotTold) {
  ASSERT_TRUE(models_.create({"m", {}, ""}).ok());
  listener_.told.clear();
  EXPECT_FALSE(models_.create({"m", {}, ""}).ok());
  EXPECT_FALSE(versions_.create(version_of("nope")).ok());
  EXPECT_FALSE(versions_.set_tag("m", "1", {"a", "b"}).ok());
  EXPECT_FALSE(models_.set_alias("m", "champion", "1").ok());
  EXPECT_EQ(told(), std::vector<std::string>{});
}

TEST_F(ModelVersionsTest, AsksOnceAndTellsNothingWhileNobodyListens) {
  listener_.listening = false;
  ASSERT_TRUE(models_.create({"m", {}, ""}).ok());
  ASSERT_TRUE(versions_.create(version_of("m")).ok());
  EXPECT_EQ(listener_.asked, 2);
  EXPECT_EQ(told(), std::vector<std::string>{});
}

}  // namespace
}  // namespace cairn::registry
