#include "registry/model_uri.h"

#include <algorithm>

#include "core/utf8.h"
#include "registry/validation.h"

namespace cairn::registry {
namespace {

constexpr std::string_view kScheme = "models:";

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\n\r\f\v") == std::string_view::npos; }

// The path behind the scheme, without a host and a query. A # is a part of it.
std::string_view path_of(std::string_view rest) {
  if (rest.starts_with("//")) {
    rest.remove_prefix(2);
    rest.remove_prefix(std::min(rest.find_first_of("/?"), rest.size()));
  }
  return rest.substr(0, rest.find('?'));
}

}  // namespace

std::optional<ModelUri> parse_model_uri(std::string_view uri) {
  if (lower_case(uri.substr(0, kScheme.size())) != kScheme) return std::nullopt;
  std::string_view path = path_of(uri.substr(kScheme.size()));
  if (!path.starts_with('/')) return std::nullopt;
  path.remove_prefix(std::min(path.find_first_not_of('/'), path.size()));

  const std::size_t slash = path.find('/');
  const std::string_view first = path.substr(0, slash);
  if (is_blank(first)) return std::nullopt;
  ModelUri parsed;
  if (slash != std::string_view::npos) {
    const std::string_view suffix = path.substr(slash + 1);
    if (is_blank(suffix) || suffix.find('/') != std::string_view::npos) return std::nullopt;
    parsed.name = first;
    if (std::all_of(suffix.begin(), suffix.end(), [](char c) { return c >= '0' && c <= '9'; })) {
      parsed.version = suffix;
    } else if (!is_latest(suffix)) {
      parsed.stage = suffix;
    }
    return parsed;
  }
  if (const std::size_t at = first.rfind('@'); at != std::string_view::npos) {
    parsed.name = first.substr(0, at);
    parsed.alias = first.substr(at + 1);
    if (is_blank(parsed.alias)) return std::nullopt;
    return parsed;
  }
  parsed.model_id = first;
  return parsed;
}

}  // namespace cairn::registry
