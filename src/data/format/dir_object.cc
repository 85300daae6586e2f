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

std::string write_dir_object(const DirEntries& entries) {
  std::string text = "[";
  for (const DirEntry& entry : entries) {
    if (text.size() > 1) text += ", ";
    ((text += "{\"md5\": \"") += entry.md5.hex()) += "\", \"relpath\": ";
    write_ascii_json_string(entry.path, text);
    text += '}';
  }
  return text += ']';
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
