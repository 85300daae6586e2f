#include "data/ops/compare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cairn::data {
namespace {

using testing::ElementsAre;

TrackedItem file(std::string path, std::string_view content) {
  return {std::move(path), ObjectId{md5_of(content), false}, HashKind::kMd5};
}
TrackedItem directory(std::string path, std::string_view content) {
  return {std::move(path), ObjectId{md5_of(content), true}, HashKind::kMd5};
}

std::vector<std::string> shown(const TrackedState& before, const TrackedState& after) {
  constexpr std::string_view kNames[] = {"added", "deleted", "modified", "renamed", "unchanged", "unknown"};
  std::vector<std::string> lines;
  for (const Change& change : compare(before, after)) {
    std::string line(kNames[static_cast<std::size_t>(change.difference)]);
    if (change.before) line += " " + shown_path(*change.before);
    if (change.after) line += " > " + shown_path(*change.after);
    lines.push_back(std::move(line));
  }
  return lines;
}

TEST(CompareStates, EachKindOfChange) {
  const TrackedState before{{file("changed", "1"), file("gone", "2"), file("same", "3")}, {}};
  const TrackedState after{{file("changed", "one"), file("new", "4"), file("same", "3")}, {}};
  EXPECT_THAT(shown(before, after),
              ElementsAre("modified changed > changed", "deleted gone", "added > new", "unchanged same > same"));
}

TEST(CompareStates, ADirectoryIsFollowedByWhatIsInIt) {
  const TrackedState before{{directory("data", "old"), file("data/a", "1"), file("data-b", "2")}, {}};
  const TrackedState after{{directory("data", "new"), file("data/a", "x"), file("data-b", "2")}, {}};
  EXPECT_THAT(shown(before, after),
              ElementsAre("modified data/ > data/", "modified data/a > data/a", "unchanged data-b > data-b"));
}

TEST(CompareStates, TheSameContentElsewhereIsARename) {
  const TrackedState before{{file("a", "1"), file("b", "1"), file("c", "2")}, {}};
  const TrackedState after{{file("c", "2"), file("d", "1")}, {}};
  EXPECT_THAT(shown(before, after), ElementsAre("deleted b", "unchanged c > c", "renamed a > d"));
}

TEST(CompareStates, WhatIsInADirectoryThatCannotBeReadIsUnknown) {
  const TrackedState before{{directory("data", "old")}, {"data"}};
  const TrackedState after{{directory("data", "new"), file("data/a", "1")}, {}};
  EXPECT_THAT(shown(before, after), ElementsAre("modified data/ > data/", "unknown > data/a"));
}

TEST(CompareStates, WhatNeverHadAHashIsAddedOnceItHas) {
  const TrackedState before{{{"a", std::nullopt, HashKind::kMd5}, {"b", std::nullopt, HashKind::kMd5}}, {}};
  const TrackedState after{{file("a", "1")}, {}};
  EXPECT_THAT(shown(before, after), ElementsAre("added a > a"));
}

TEST(CompareStates, OnlyWhatIsAskedFor) {
  TrackedState state{{directory("data", "1"), file("data/a", "1"), file("data-b", "2")}, {}};
  keep_only({"data/a"}, state);
  ASSERT_EQ(state.items.size(), 1U);
  EXPECT_EQ(state.items.front().path, "data/a");
}

}  // namespace
}  // namespace cairn::data
