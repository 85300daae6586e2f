// The little of URIs that artifact locations need.
#pragma once

#include <string>
#include <string_view>

namespace cairn {

struct UriParts {
  std::string_view scheme;     // empty for a plain path
  std::string_view authority;  // after "//"
  bool has_authority = false;
  std::string_view path;
  std::string_view query;
  std::string_view fragment;
};
[[nodiscard]] UriParts split_uri(std::string_view uri);

// "s3://bucket/base?x=1" and "a/b" give "s3://bucket/base/a/b?x=1".
[[nodiscard]] std::string append_to_uri_path(std::string_view uri, std::string_view path);
// Relative local paths and file: URIs made absolute; everything else as it is.
[[nodiscard]] std::string resolve_uri_if_local(std::string_view uri);

// Python's posixpath.normpath.
[[nodiscard]] std::string normalise_posix_path(std::string_view path);

// %XX decoded; what is not a valid escape stays.
[[nodiscard]] std::string percent_decode(std::string_view text);

}  // namespace cairn
