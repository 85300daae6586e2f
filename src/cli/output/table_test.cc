#include "cli/output/table.h"

#include <gtest/gtest.h>

#include "cli/output/text_width.h"

namespace cairn::cli {
namespace {

const Table kRuns{{{"run_id", "RUN ID", Align::kLeft, Room::kFixed},
                   {"name", "NAME"},
                   {"loss", "loss", Align::kRight, Room::kDrops},
                   {"note", "NOTE", Align::kLeft, Room::kGivesWay}},
                  {{"0123456789abcdef", "a rather long name, longer than others", "0.5", "seen"},
                   {"fedcba9876543210", "short", "12.25", ""}}};

TEST(Table, WhatFitsIsWhole) {
  EXPECT_EQ(table_for_terminal(kRuns, 80),
            "RUN ID            NAME                                     loss  NOTE\n"
            "0123456789abcdef  a rather long name, longer than others    0.5  seen\n"
            "fedcba9876543210  short                                   12.25\n");
}

TEST(Table, TextIsCutBeforeColumnsAreLeftOut) {
  EXPECT_EQ(table_for_terminal(kRuns, 48),
            "RUN ID            NAME                loss  NOTE\n"
            "0123456789abcdef  a rather long na…    0.5  seen\n"
            "fedcba9876543210  short              12.25\n");
}

TEST(Table, NumbersAreLeftOutRatherThanCut) {
  EXPECT_EQ(table_for_terminal(kRuns, 30),
            "RUN ID            NAME\n"
            "0123456789abcdef  a rather lo…\n"
            "fedcba9876543210  short\n");
}

TEST(Table, IdsAreNeverCut) {
  const std::string text = table_for_terminal(kRuns, 10);
  EXPECT_NE(text.find("0123456789abcdef  a rat…"), std::string::npos) << text;
}

TEST(Table, WideCharactersTakeTwoColumns) {
  const Table table{{{"a", "A"}, {"b", "B"}}, {{"実験", "x"}, {"ab", "y"}}};
  EXPECT_EQ(table_as_text(table), "A     B\n実験  x\nab    y\n");
}

TEST(Table, CsvQuotesWhatNeedsIt) {
  EXPECT_EQ(csv_line({"plain", "a,b", "say \"hi\"", "two\nlines", ""}),
            "plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\n");
}

TEST(Table, AsMlflowPrintsNone) { EXPECT_EQ(table_as_mlflow({{{"a", "A"}}, {}}), "\n\n"); }

}  // namespace
}  // namespace cairn::cli
