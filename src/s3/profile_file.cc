#include "s3/profile_file.h"

#include "http/text.h"

namespace cairn::s3 {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool is_comment(std::string_view line) { return line.empty() || line.front() == '#' || line.front() == ';'; }

}  // namespace

ProfileFile ProfileFile::parse(std::string_view text) {
  ProfileFile file;
  std::string section;
  std::string parent;  // the key that indented lines belong to
  while (!text.empty()) {
    std::string_view line = http::cut(text, '\n');
    if (line.ends_with('\r')) line.remove_suffix(1);
    const bool indented = !line.empty() && is_blank(line.front());
    line = http::trim(line);
    if (is_comment(line)) continue;
    if (line.front() == '[' && line.back() == ']') {
      section = http::trim(line.substr(1, line.size() - 2));
      file.sections_[section];
      parent.clear();
      continue;
    }
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string key(http::trim(line.substr(0, equals)));
    const std::string_view value = http::trim(line.substr(equals + 1));
    const bool nested = indented && !parent.empty();
    if (!nested) parent = value.empty() ? key : "";
    file.sections_[section][nested ? parent + "." + key : key] = value;
  }
  return file;
}

std::string ProfileFile::get(const std::string& section, const std::string& key) const {
  const auto keys = sections_.find(section);
  if (keys == sections_.end()) return {};
  const auto found = keys->second.find(key);
  return found == keys->second.end() ? std::string() : found->second;
}

}  // namespace cairn::s3
