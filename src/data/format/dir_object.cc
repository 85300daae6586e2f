#include "data/format/dir_object.h"

#include <algorithm>
#include <fmt/format.h>
#include <simdjson.h>

#include "core/json_text.h"
#include "core/python_text.h"
#include "data/format/json.h"

namespace cairn::data {
namespace {

bool stays_inside(std::string_view path) {
  while (true) {
    const std::size_t end = path.find('/');
    const std::string_view part = path.substr(0, end);
    if (part.empty() || part == "." || part == ".." || part.find('\0') != std::string_view::npos) return false;
    if (end == std::string_view::npos) return true;
    path.remove_prefix(end + 1);
  }
}

Error broken(std::string_view why) {
  return Error(ErrorCode::kDataLoss, fmt::format("the directory object is broken: {}", why));
}

Result<DirEntry> parse_entry(simdjson::dom::element element) {
  std::string_view path, hash;
  if (element["relpath"].get(path) != simdjson::SUCCESS) return broken("an entry has no relpath");
  if (element["md5"].get(hash) != simdjson::SUCCESS) return broken("an entry has no md5");
  if (!stays_inside(path)) return broken(fmt::format("{} is no path inside it", python_repr(path)));
  const auto md5 = Md5::parse(hash);
  if (!md5) return broken(fmt::format("{} is no MD5", python_repr(hash)));
  return DirEntry{std::string(path), *md5};
}

}  // namespace

void DirObjectText::reserve(std::size_t files, std::size_t bytes_of_paths) {
  constexpr std::size_t kPerFile = std::string_view(R"({"md5": "", "relpath": ""}, )").size() + 2 * Md5::kSize;
  text_.reserve(2 + files * kPerFile + bytes_of_paths);
}

void DirObjectText::add(std::string_view path, const Md5& md5) {
  if (text_.size() > 1) text_ += ", ";
  ((text_ += R"({"md5": ")") += md5.hex()) += R"(", "relpath": )";
  write_ascii_json_string(path, text_);
  text_ += '}';
}

std::string DirObjectText::finish() && { return std::move(text_ += ']'); }

std::string write_dir_object(const DirEntries& entries) {
  DirObjectText text;
  for (const DirEntry& entry : entries) text.add(entry.path, entry.md5);
  return std::move(text).finish();
}

Result<DirEntries> parse_dir_object(std::string_view text) {
  simdjson::dom::parser parser;
  simdjson::dom::array array;
  const simdjson::padded_string padded(text);
  if (parser.parse(padded).get(array) != simdjson::SUCCESS) return broken("it is no JSON list");
  DirEntries entries;
  entries.reserve(array.size());
  for (const simdjson::dom::element element : array) entries.push_back(TRY(parse_entry(element)));
  const auto by_path = [](const DirEntry& left, const DirEntry& right) { return left.path < right.path; };
  if (!std::ranges::is_sorted(entries, by_path)) std::ranges::sort(entries, by_path);
  const auto twice = std::ranges::adjacent_find(entries, std::ranges::equal_to(), &DirEntry::path);
  if (twice != entries.end()) return broken(fmt::format("{} is in it twice", python_repr(twice->path)));
  return entries;
}

DirEntries entries_below(const DirEntries& entries, std::string_view prefix) {
  const std::string start = std::string(prefix) + '/';
  auto entry = std::ranges::lower_bound(entries, start, {}, &DirEntry::path);
  DirEntries below;
  for (; entry != entries.end() && entry->path.starts_with(start); ++entry)
    below.push_back({entry->path.substr(start.size()), entry->md5});
  return below;
}

const DirEntry* find_entry(const DirEntries& entries, std::string_view path) {
  const auto entry = std::ranges::lower_bound(entries, path, {}, &DirEntry::path);
  return entry != entries.end() && entry->path == path ? &*entry : nullptr;
}

}  // namespace cairn::data
