#include "data/files/glob.h"

#include <algorithm>
#include <fmt/format.h>
#include <fnmatch.h>
#include <optional>
#include <set>
#include <string_view>

#include "core/python_text.h"
#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/files/walk.h"

namespace cairn::data {
namespace {

bool has_magic(std::string_view part) { return part.find_first_of("*?[") != std::string_view::npos; }

std::vector<std::string> names_in(const std::string& directory) {
  std::vector<std::string> names;
  const auto entries = list_directory(directory.empty() ? "." : directory);
  if (entries.ok())
    for (const DirectoryEntry& entry : *entries)
      if (!entry.name.starts_with('.')) names.push_back(entry.name);
  std::ranges::sort(names);
  return names;
}

class Globber {
 public:
  void expand(const std::string& base, std::string_view pattern) {
    const std::size_t slash = pattern.find('/');
    const std::string part(pattern.substr(0, slash));
    const auto rest = slash == std::string_view::npos ? std::nullopt : std::optional(pattern.substr(slash + 1));
    if (part == "**")
      expand_any_depth(base, rest);
    else if (!has_magic(part))
      go_on(join_path(base, part), rest);
    else
      for (const std::string& name : names_in(base))
        if (::fnmatch(part.c_str(), name.c_str(), FNM_PERIOD) == 0) go_on(join_path(base, name), rest);
  }

  std::vector<std::string> take() { return std::move(found_); }

 private:
  void go_on(const std::string& path, std::optional<std::string_view> rest) {
    if (rest && !rest->empty()) {
      if (is_directory(path)) expand(path, *rest);
    } else if (exists(path) || is_link(path)) {
      if (seen_.insert(path).second) found_.push_back(path);
    }
  }

  void expand_any_depth(const std::string& base, std::optional<std::string_view> rest) {
    if (rest && !rest->empty()) expand(base, *rest);
    for (const std::string& name : names_in(base)) {
      const std::string path = join_path(base, name);
      if (!rest || rest->empty()) go_on(path, std::nullopt);
      if (is_directory(path) && !is_link(path)) expand_any_depth(path, rest);
    }
  }

  std::set<std::string> seen_;
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> glob(const std::string& pattern) {
  Globber globber;
  if (pattern.starts_with('/'))
    globber.expand("/", std::string_view(pattern).substr(1));
  else
    globber.expand("", pattern);
  return globber.take();
}

Result<std::vector<std::string>> expand_globs(const std::vector<std::string>& patterns) {
  std::vector<std::string> paths;
  for (const std::string& pattern : patterns) std::ranges::move(glob(pattern), std::back_inserter(paths));
  if (paths.empty()) return dvc_error(fmt::format("Glob {} has no matches.", python_repr(patterns)));
  return paths;
}

}  // namespace cairn::data
