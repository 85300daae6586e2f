#include "artifacts/media_type.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/utf8.h"

namespace cairn::artifacts {
namespace {

using Row = std::pair<std::string_view, std::string_view>;

constexpr Row kTypes[] = {
#include "artifacts/media_types.inc"
};
static_assert(std::is_sorted(std::begin(kTypes), std::end(kTypes)));

constexpr Row kShortForms[] = {{".svgz", ".svg.gz"}, {".tgz", ".tar.gz"},   {".taz", ".tar.gz"},
                               {".tz", ".tar.gz"},   {".tbz2", ".tar.bz2"}, {".txz", ".tar.xz"}};

constexpr std::string_view kCompressions[] = {".gz", ".Z", ".bz2", ".xz", ".br"};

constexpr std::string_view kText[] = {
    "txt", "log", "err",  "cfg", "conf", "cnf", "cf",  "ini", "properties", "prop", "hocon", "toml",    "yaml",
    "yml", "xml", "json", "js",  "py",   "py3", "csv", "tsv", "md",         "rst",  "ipynb", "MLmodel", "mlproject"};

// With its dot. Dots in front are part of the name.
std::string_view extension_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || name.find_first_not_of('.') > dot) return {};
  return name.substr(dot);
}

template <class Rows>
std::string_view find(const Rows& rows, std::string_view key) {
  const auto row = std::find_if(std::begin(rows), std::end(rows), [key](const Row& each) { return each.first == key; });
  return row == std::end(rows) ? std::string_view{} : row->second;
}

template <class Names>
bool holds(const Names& names, std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

}  // namespace

std::string_view guess_media_type(std::string_view name) {
  std::string base(name);
  std::string_view extension = extension_of(name);
  base.resize(name.size() - extension.size());
  std::string tail(extension);
  if (const std::string_view whole = find(kShortForms, lower_case(tail)); !whole.empty()) {
    const std::string_view last = extension_of(whole);
    base += whole.substr(0, whole.size() - last.size());
    tail = last;
  }
  if (holds(kCompressions, tail)) tail = extension_of(base);
  return find(kTypes, lower_case(tail));
}

std::string_view served_media_type(std::string_view name) {
  std::string_view kind = extension_of(name);
  kind = kind.size() > 1 ? kind.substr(1) : name;
  if (holds(kText, kind)) return "text/plain";
  const std::string_view guessed = guess_media_type(name);
  return guessed.empty() ? std::string_view("application/octet-stream") : guessed;
}

}  // namespace cairn::artifacts
