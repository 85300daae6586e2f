#include "http/ranges.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace cairn::http {
namespace {

// "2+3 7+1", or why not.
std::string parts(std::string_view field, std::uint64_t size = 11) {
  const Ranges ranges = parse_ranges(field, size);
  switch (ranges.kind) {
    case Ranges::Kind::kWhole:
      return "whole";
    case Ranges::Kind::kUnsatisfiable:
      return "unsatisfiable";
    case Ranges::Kind::kMalformed:
      return std::string(ranges.complaint);
    case Ranges::Kind::kParts:
      break;
  }
  std::string out;
  for (const Span& part : ranges.parts) out += fmt::format("{}{}+{}", out.empty() ? "" : " ", part.offset, part.length);
  return out;
}

TEST(Ranges, AreReadAsStarletteDoes) {
  EXPECT_EQ(parts("bytes=0-3"), "0+4");
  EXPECT_EQ(parts("bytes=2-"), "2+9");
  EXPECT_EQ(parts("bytes=-3"), "8+3");
  EXPECT_EQ(parts("bytes=-100"), "0+11");
  EXPECT_EQ(parts("bytes=0-100"), "0+11");
  EXPECT_EQ(parts("bytes=10-10"), "10+1");
  EXPECT_EQ(parts(" Bytes = 0 - 3 "), "0+4");
}

TEST(Ranges, ComeInOrderAndMerged) {
  EXPECT_EQ(parts("bytes=0-1,4-5"), "0+2 4+2");
  EXPECT_EQ(parts("bytes=4-5,0-1"), "0+2 4+2");
  EXPECT_EQ(parts("bytes=0-1,0-1"), "0+2");
  EXPECT_EQ(parts("bytes=0-3,2-5"), "0+6");
  EXPECT_EQ(parts("bytes=0-1,2-3"), "0+4");
  EXPECT_EQ(parts("bytes=0-9,2-3"), "0+10");
  EXPECT_EQ(parts("bytes=0-0,-1"), "0+1 10+1");
  EXPECT_EQ(parts("bytes=0-0,,x, 5-5"), "0+1 5+1");
}

TEST(Ranges, PastTheEndCannotBeMet) {
  EXPECT_EQ(parts("bytes=11-"), "unsatisfiable");
  EXPECT_EQ(parts("bytes=20-30"), "unsatisfiable");
  EXPECT_EQ(parts("bytes=-0"), "unsatisfiable");
  EXPECT_EQ(parts("bytes=0-1,90-"), "unsatisfiable");
  EXPECT_EQ(parts("bytes=0-", 0), "unsatisfiable");
  EXPECT_EQ(parts("bytes=-5", 0), "unsatisfiable");
  EXPECT_EQ(parts("bytes=18446744073709551615-"), "unsatisfiable");
}

TEST(Ranges, ThatAreNoneAreComplainedAbout) {
  EXPECT_EQ(parts("bytes"), "Malformed range header.");
  EXPECT_EQ(parts("chars=0-1"), "Only support bytes range");
  EXPECT_EQ(parts("bytes="), "Range header: range must be requested");
  EXPECT_EQ(parts("bytes=x"), "Range header: range must be requested");
  EXPECT_EQ(parts("bytes=-"), "Range header: range must be requested");
  EXPECT_EQ(parts("bytes=0-99999999999999999999999"), "Range header: range must be requested");
  EXPECT_EQ(parts("bytes=5-2"), "Range header: start must be less than end");
}

TEST(Ranges, AreNotServedByTheHundreds) {
  std::string many = "bytes=0-0";
  for (int i = 0; i < 100; ++i) many += ",5-5";
  EXPECT_EQ(parts(many), "whole");
}

}  // namespace
}  // namespace cairn::http
