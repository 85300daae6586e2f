#include "data/format/dir_object.h"

#include <gtest/gtest.h>

namespace cairn::data {
namespace {

DirEntries some_entries() {
  return {{"a-b", md5_of("1")}, {"a/b", md5_of("2")}, {"a/c/d", md5_of("3")}, {"ab", md5_of("4")}};
}

TEST(DirObject, IsPythonsJson) {
  const DirEntries entries{{"a \"b\"\n\x7f\xC3\xA9", md5_of("a")}, {"\xF0\x9F\x98\x80", md5_of("b")}};
  EXPECT_EQ(write_dir_object(entries),
            R"([{"md5": "0cc175b9c0f1b6a831c399e269772661", "relpath": "a \"b\"\n\u007f\u00e9"}, )"
            R"({"md5": "92eb5ffee6ae2fec3ad71c777531578f", "relpath": "\ud83d\ude00"}])");
  EXPECT_EQ(write_dir_object({}), "[]");
}

TEST(DirObject, ReadsWhatItWrote) {
  const auto entries = parse_dir_object(write_dir_object(some_entries()));
  ASSERT_TRUE(entries.ok());
  EXPECT_EQ(*entries, some_entries());
}

TEST(DirObject, ReadsAnyJsonOfItsKind) {
  const auto entries = parse_dir_object(R"([
      {"relpath": "b", "md5": "92EB5FFEE6AE2FEC3AD71C777531578F", "size": 3},
      {"relpath": "\u0061", "md5": "0cc175b9c0f1b6a831c399e269772661"}])");
  ASSERT_TRUE(entries.ok());
  EXPECT_EQ(*entries, (DirEntries{{"a", md5_of("a")}, {"b", md5_of("b")}}));
}

TEST(DirObject, RefusesWhatIsBrokenOrReachesOut) {
  for (const std::string_view path : {"/etc/passwd", "../x", "a/../../x", "a//b", "", "./a", "a/"}) {
    const std::string text = write_dir_object({{std::string(path), md5_of("")}});
    EXPECT_FALSE(parse_dir_object(text).ok()) << path;
  }
  const std::string whole = write_dir_object(some_entries());
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_FALSE(parse_dir_object(std::string_view(whole).substr(0, size)).ok()) << size;
  EXPECT_FALSE(parse_dir_object(write_dir_object({{"a", md5_of("")}, {"a", md5_of("1")}})).ok());
}

TEST(DirObject, Parts) {
  EXPECT_EQ(entries_below(some_entries(), "a"), (DirEntries{{"b", md5_of("2")}, {"c/d", md5_of("3")}}));
  EXPECT_EQ(entries_below(some_entries(), "nothing"), DirEntries{});
  EXPECT_EQ(find_entry(some_entries(), "a/c/d")->md5, md5_of("3"));
  EXPECT_EQ(find_entry(some_entries(), "a/c"), nullptr);
}

}  // namespace
}  // namespace cairn::data
