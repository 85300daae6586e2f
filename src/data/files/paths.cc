#include "data/files/paths.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <pwd.h>
#include <unistd.h>

namespace cairn::data {
namespace {

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    if (end > 0) parts.push_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return parts;
}

}  // namespace

std::string working_directory() {
  std::error_code ignored;
  return std::filesystem::current_path(ignored).string();
}

std::string normal_path(std::string_view path) {
  const bool absolute = path.starts_with('/');
  std::vector<std::string_view> kept;
  for (const std::string_view part : parts_of(path)) {
    if (part == ".") continue;
    if (part != ".." || (kept.empty() ? !absolute : kept.back() == ".."))
      kept.push_back(part);
    else if (!kept.empty())
      kept.pop_back();
  }
  std::string result = absolute ? "/" : "";
  for (const std::string_view part : kept) {
    if (!result.empty() && result.back() != '/') result += '/';
    result += part;
  }
  return result.empty() ? "." : result;
}

std::string absolute_path(std::string_view path) { return normal_path(join_path(working_directory(), path)); }

std::string relative_path(std::string_view path, std::string_view directory) {
  const auto to = parts_of(path), from = parts_of(directory);
  const auto [different_to, different_from] = std::ranges::mismatch(to, from);
  std::string result;
  const auto add = [&result](std::string_view part) {
    if (!result.empty()) result += '/';
    result += part;
  };
  for (auto part = different_from; part != from.end(); ++part) add("..");
  for (auto part = different_to; part != to.end(); ++part) add(*part);
  return result.empty() ? "." : result;
}

std::string relative_path(std::string_view path) { return relative_path(absolute_path(path), working_directory()); }

std::string join_path(std::string_view directory, std::string_view path) {
  if (path.starts_with('/') || directory.empty()) return std::string(path);
  std::string result(directory);
  if (!result.ends_with('/')) result += '/';
  return result += path;
}

std::string parent_path(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  return std::string(slash == 0 ? "/" : path.substr(0, slash));
}

std::string_view parent_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool is_inside(std::string_view path, std::string_view directory) {
  if (directory == "/") return path.starts_with('/');
  return path.starts_with(directory) && (path.size() == directory.size() || path[directory.size()] == '/');
}

std::string expand_home(std::string_view path) {
  if (path != "~" && !path.starts_with("~/")) return std::string(path);
  const char* home = std::getenv("HOME");
  if (!home)
    if (const passwd* user = ::getpwuid(::getuid())) home = user->pw_dir;
  if (!home) return std::string(path);
  std::string result = home;
  while (result.size() > 1 && result.ends_with('/')) result.pop_back();
  return result.append(path.substr(1));
}

std::string lower_ascii(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 32);
  return result;
}

std::string shell_quote(std::string_view text) {
  const auto is_safe = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("_@%+=:,./-").find(c) != std::string_view::npos;
  };
  if (!text.empty() && std::ranges::all_of(text, is_safe)) return std::string(text);
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'')
      quoted += R"('"'"')";
    else
      quoted += c;
  }
  return quoted += '\'';
}

}  // namespace cairn::data
