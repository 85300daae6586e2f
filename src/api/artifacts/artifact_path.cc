#include "api/artifacts/artifact_path.h"

#include <algorithm>
#include <fmt/format.h>

#include "core/utf8.h"
#include "http/query.h"
#include "http/text.h"

namespace cairn::api {
namespace {

constexpr int kMostRounds = 10;

// Of urllib.parse: schemes that are followed by "//", and schemes whose paths may have parameters.
constexpr std::string_view kUsesNetloc[] = {
    "",         "ftp",  "http",  "gopher", "nntp", "telnet",  "imap", "wais", "mms", "https",   "shttp", "snews",
    "prospero", "rtsp", "rtspu", "rsync",  "svn",  "svn+ssh", "sftp", "nfs",  "git", "git+ssh", "ws",    "wss"};
constexpr std::string_view kUsesParams[] = {"",     "ftp",   "hdl", "prospero", "http", "imap", "https", "shttp",
                                            "rtsp", "rtspu", "sip", "sips",     "mms",  "sftp", "tel"};

template <class Names>
bool holds(const Names& names, std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

Error invalid_path() { return invalid_parameter("Invalid path"); }

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_scheme_char(char c) { return is_alpha(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'; }
bool is_control(char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }

// Cuts "scheme:" off, in lower case.
std::string cut_scheme(std::string_view& uri) {
  const std::size_t colon = uri.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_alpha(uri[0])) return {};
  std::string scheme(uri.substr(0, colon));
  if (!std::all_of(scheme.begin(), scheme.end(), is_scheme_char)) return {};
  std::transform(scheme.begin(), scheme.end(), scheme.begin(), http::lower);
  uri.remove_prefix(colon + 1);
  return scheme;
}

// urlunparse(urlparse(uri)): in lower case where it is a scheme, without marks behind which there is nothing, without
// line breaks. Fails where Python does.
Result<std::string> reassembled(std::string text) {
  const auto no_blank =
      std::find_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; });
  text.erase(text.begin(), no_blank);
  std::erase_if(text, [](char c) { return c == '\t' || c == '\r' || c == '\n'; });

  std::string_view rest = text;
  const std::string scheme = cut_scheme(rest);
  const bool has_authority = rest.starts_with("//");
  std::string_view authority;
  if (has_authority) {
    rest.remove_prefix(2);
    authority = rest.substr(0, rest.find_first_of("/?#"));
    rest.remove_prefix(authority.size());
    if (authority.find_first_of("[]") != std::string_view::npos) return invalid_path();
  }
  const auto cut_tail = [&rest](char mark, std::size_t from) {
    const std::size_t at = rest.find(mark, from);
    if (at == std::string_view::npos) return std::string_view{};
    const std::string_view tail = rest.substr(at);
    rest = rest.substr(0, at);
    return tail.size() > 1 ? tail : std::string_view{};
  };
  const std::string_view fragment = cut_tail('#', 0);
  const std::string_view query = cut_tail('?', 0);
  const std::size_t last_slash = rest.rfind('/');
  const std::string_view parameters = holds(kUsesParams, scheme)
                                          ? cut_tail(';', last_slash == std::string_view::npos ? 0 : last_slash)
                                          : std::string_view{};

  std::string path = std::string(rest).append(parameters);
  if (!authority.empty() || (!scheme.empty() && holds(kUsesNetloc, scheme) && !path.starts_with("//"))) {
    if (!path.empty() && !path.starts_with('/')) path.insert(0, 1, '/');
    path = fmt::format("//{}{}", authority, path);
  }
  return fmt::format("{}{}{}{}{}", scheme, scheme.empty() ? "" : ":", path, query, fragment);
}

Result<std::string> decoded(std::string_view text) {
  std::string path(text);
  for (int round = 0; round < kMostRounds; ++round) {
    std::string next = repair_utf8(http::percent_decode(path));
    if (next.find('\0') != std::string::npos) return invalid_path();
    next = TRY(reassembled(std::move(next)));
    if (next == path) return path;
    path = std::move(next);
  }
  return invalid_path();
}

bool leads_up(std::string_view path) {
  while (!path.empty()) {
    if (http::cut(path, '/') == "..") return true;
  }
  return false;
}

// "/a", or on Windows "C:/a" and "\\host\share", in which either slash will do.
bool is_absolute(std::string_view path) {
  if (path.starts_with('/')) return true;
  constexpr std::string_view kSlashes = "/\\";
  const auto slash_at = [&](std::size_t i) {
    return i < path.size() && kSlashes.find(path[i]) != std::string_view::npos;
  };
  if (path.size() > 2 && is_alpha(path[0]) && path[1] == ':' && slash_at(2)) return true;
  if (!slash_at(0) || !slash_at(1) || slash_at(2)) return false;
  const std::size_t share = path.find_first_of(kSlashes, 2);
  return share != std::string_view::npos && !slash_at(share + 1);
}

}  // namespace

Result<std::string> safe_artifact_path(std::string_view text) {
  const std::string path = TRY(decoded(text));
  if (path.find('#') != std::string::npos || path.starts_with("file:") || leads_up(path) || is_absolute(path))
    return invalid_path();
  std::string safe;
  for (const char c : path) safe += is_control(c) ? fmt::format("%{:02x}", c) : std::string(1, c);
  return safe;
}

Result<artifacts::Path> artifact_path(std::string_view text) {
  return artifacts::Path::parse(TRY(safe_artifact_path(text)));
}

}  // namespace cairn::api
