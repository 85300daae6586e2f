#include "core/uri.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace cairn {
namespace {

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string_view scheme_of(std::string_view uri) {
  if (uri.empty() || !is_alpha(uri[0])) return {};
  for (std::size_t i = 1; i < uri.size(); ++i) {
    const char c = uri[i];
    if (c == ':') return uri.substr(0, i);
    if (!is_alpha(c) && !(c >= '0' && c <= '9') && c != '+' && c != '-' && c != '.') return {};
  }
  return {};
}

std::string join_path(std::string_view base, std::string_view path) {
  while (path.starts_with('/')) path.remove_prefix(1);
  std::string out(base);
  if (!out.empty() && !out.ends_with('/')) out += '/';
  return out += path;
}

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return std::nullopt;
}

}  // namespace

UriParts split_uri(std::string_view uri) {
  UriParts parts;
  parts.scheme = scheme_of(uri);
  if (!parts.scheme.empty()) uri.remove_prefix(parts.scheme.size() + 1);
  if (const auto hash = uri.find('#'); hash != std::string_view::npos) {
    parts.fragment = uri.substr(hash + 1);
    uri = uri.substr(0, hash);
  }
  if (const auto mark = uri.find('?'); mark != std::string_view::npos) {
    parts.query = uri.substr(mark + 1);
    uri = uri.substr(0, mark);
  }
  if (uri.starts_with("//")) {
    parts.has_authority = true;
    uri.remove_prefix(2);
    const auto slash = uri.find('/');
    parts.authority = uri.substr(0, slash);
    uri = slash == std::string_view::npos ? std::string_view{} : uri.substr(slash);
  }
  parts.path = uri;
  return parts;
}

std::string append_to_uri_path(std::string_view uri, std::string_view path) {
  const UriParts parts = split_uri(uri);
  if (parts.scheme.empty()) return join_path(uri, path);
  std::string out(parts.scheme);
  out += ':';
  if (parts.has_authority) (out += "//") += parts.authority;
  out += join_path(parts.path.empty() && parts.has_authority ? "/" : parts.path, path);
  if (!parts.query.empty()) (out += '?') += parts.query;
  if (!parts.fragment.empty()) (out += '#') += parts.fragment;
  return out;
}

std::string resolve_uri_if_local(std::string_view uri) {
  const UriParts parts = split_uri(uri);
  if (!parts.scheme.empty() && parts.scheme != "file") return std::string(uri);
  if (parts.path.starts_with('/') || uri.starts_with('/')) return std::string(uri);
  std::string absolute = std::filesystem::current_path().string();
  for (const auto& part : std::filesystem::path(parts.path)) {
    if (part != "." && !part.empty()) absolute += "/" + part.string();
  }
  return parts.scheme.empty() ? absolute : "file://" + absolute;
}

std::string normalise_posix_path(std::string_view path) {
  if (path.empty()) return ".";
  std::size_t slashes = path.starts_with('/') ? 1 : 0;
  if (path.starts_with("//") && !path.starts_with("///")) slashes = 2;
  std::vector<std::string_view> kept;
  while (!path.empty()) {
    const auto slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
    if (part.empty() || part == ".") continue;
    const bool up = part == "..";
    if (!up || (slashes == 0 && kept.empty()) || (!kept.empty() && kept.back() == ".."))
      kept.push_back(part);
    else if (!kept.empty())
      kept.pop_back();
  }
  std::string out(slashes, '/');
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (i > 0) out += '/';
    out += kept[i];
  }
  return out.empty() ? "." : out;
}

std::string percent_decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      const auto high = hex_digit(text[i + 1]);
      const auto low = hex_digit(text[i + 2]);
      if (high && low) {
        out += static_cast<char>(*high * 16 + *low);
        i += 2;
        continue;
      }
    }
    out += text[i];
  }
  return out;
}

}  // namespace cairn
