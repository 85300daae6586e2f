#include <bit>
#include <cmath>
#include <cstdlib>
#include <gtest/gtest.h>
#include <limits>
#include <random>

#include "core/ids.h"
#include "core/json_text.h"
#include "core/python_text.h"
#include "core/uri.h"
#include "core/utf8.h"

namespace cairn {
namespace {

std::string json_string(std::string_view text) {
  std::string out;
  write_json_string(text, out);
  return out;
}

std::string json_double(double value) {
  std::string out;
  write_json_double(value, out);
  return out;
}

TEST(Utf8, DecodesWellFormedSequencesOnly) {
  EXPECT_EQ(decode_utf8("a").value, U'a');
  EXPECT_EQ(decode_utf8("\xC3\xA9").value, 0xE9u);
  EXPECT_EQ(decode_utf8("\xE2\x98\x83").value, 0x2603u);
  EXPECT_EQ(decode_utf8("\xF0\x9F\x98\x80").value, 0x1F600u);
  for (const std::string_view broken : {"", "\x80", "\xC3", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80",
                                        "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\xE2\x98"}) {
    EXPECT_EQ(decode_utf8(broken).length, 0u) << json_string(broken);
  }
}

TEST(Utf8, CountsCharactersNotBytes) {
  EXPECT_EQ(utf8_count("a\xC3\xA9\xF0\x9F\x98\x80"), 3u);
  EXPECT_EQ(utf8_count("\xFF\xFE"), 2u);
  EXPECT_EQ(utf8_prefix("\xC3\xA9\xC3\xA9\xC3\xA9", 2), "\xC3\xA9\xC3\xA9");
  EXPECT_EQ(utf8_prefix("ab", 5), "ab");
}

// What Python's decoder makes of the same bytes.
TEST(Utf8, RepairsWhatIsIllFormed) {
  EXPECT_EQ(repair_utf8("a\xFF"), "a\xEF\xBF\xBD");
  EXPECT_EQ(repair_utf8("\xC3\xA9"), "\xC3\xA9");
  EXPECT_EQ(repair_utf8("\xE2\x98x"), "\xEF\xBF\xBDx");
  EXPECT_EQ(repair_utf8("\xF0\x9F\x98"), "\xEF\xBF\xBD");
  EXPECT_EQ(repair_utf8("\xF0\x9Fx"), "\xEF\xBF\xBDx");
  EXPECT_EQ(repair_utf8("\xC0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(repair_utf8("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(repair_utf8("\xF4\x90\x80\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(repair_utf8("\x80\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(repair_utf8("\xC3\xC3\xA9"), "\xEF\xBF\xBD\xC3\xA9");
}

TEST(Utf8, LowersLettersOfAsciiOnly) { EXPECT_EQ(lower_case("A-Z\xC3\x89[@"), "a-z\xC3\x89[@"); }

TEST(JsonText, EscapesWhatJsonMustAndKeepsUtf8) {
  EXPECT_EQ(json_string("a\"b\\c\n\x01\xC3\xA9"), "\"a\\\"b\\\\c\\n\\u0001\xC3\xA9\"");
  EXPECT_EQ(json_string("x\xFFy"), "\"x\xEF\xBF\xBDy\"");
}

TEST(JsonText, AsciiFormIsPythons) {
  EXPECT_EQ(ascii_json_string("\xC3\xA9 \xF0\x9F\x98\x80"), "\"\\u00e9 \\ud83d\\ude00\"");
}

TEST(JsonText, DoublesReadBackAsTheSameDouble) {
  EXPECT_EQ(json_double(1), "1.0");
  EXPECT_EQ(json_double(-0.5), "-0.5");
  EXPECT_EQ(json_double(std::nan("")), "\"NaN\"");
  EXPECT_EQ(json_double(-std::numeric_limits<double>::infinity()), "\"-Infinity\"");
  std::mt19937_64 random(1);
  for (int i = 0; i < 10'000; ++i) {
    const double value = std::bit_cast<double>(random());
    if (!std::isfinite(value)) continue;
    EXPECT_EQ(std::strtod(json_double(value).c_str(), nullptr), value);
  }
}

TEST(Uri, AppendsToThePathAndKeepsTheRest) {
  EXPECT_EQ(append_to_uri_path("s3://root/base?x=1", "a/b"), "s3://root/base/a/b?x=1");
  EXPECT_EQ(append_to_uri_path("a/path", "/some"), "a/path/some");
  EXPECT_EQ(append_to_uri_path("mlflow-artifacts:/", "0"), "mlflow-artifacts:/0");
  EXPECT_EQ(append_to_uri_path("s3://bucket", "x"), "s3://bucket/x");
}

TEST(Uri, NormalisesAsPosixpathDoes) {
  EXPECT_EQ(normalise_posix_path("a/./b//c/../d"), "a/b/d");
  EXPECT_EQ(normalise_posix_path("../a"), "../a");
  EXPECT_EQ(normalise_posix_path("/.."), "/");
  EXPECT_EQ(normalise_posix_path("//x"), "//x");
  EXPECT_EQ(normalise_posix_path("///x"), "/x");
  EXPECT_EQ(normalise_posix_path(""), ".");
}

TEST(Uri, ResolvesOnlyRelativeLocalPaths) {
  EXPECT_EQ(resolve_uri_if_local("s3://b/x"), "s3://b/x");
  EXPECT_EQ(resolve_uri_if_local("/abs"), "/abs");
  EXPECT_TRUE(resolve_uri_if_local("./rel").ends_with("/rel"));
  EXPECT_EQ(resolve_uri_if_local("./rel").find("./"), std::string::npos);
}

TEST(Ids, AreVersionFourAndDiffer) {
  const std::string id = new_hex_id();
  EXPECT_EQ(id.size(), 32u);
  EXPECT_EQ(id[12], '4');
  EXPECT_NE(id, new_hex_id());
  EXPECT_EQ(new_uuid()[8], '-');
}

}  // namespace
}  // namespace cairn
