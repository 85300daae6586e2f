// The built web app as it lies in the binary. ui/scripts/embed.ts writes the table when ui/ is built; a build without
// the app (CAIRN_WEB_APP=OFF) has an empty one. Constant, so any thread may read it.
#pragma once

#include <span>
#include <string_view>

namespace cairn::webapp {

enum class Lifetime {
  kForEver,       // the name changes with the content
  kUntilChanged,  // the name stays: ask again each time
};

struct EmbeddedFile {
  std::string_view path;  // "/index.html"
  std::string_view content_type;
  std::string_view tag;  // of the content, without quotes
  Lifetime lifetime;
  std::string_view plain;
  std::string_view gzip;  // empty where it would be no smaller
  std::string_view brotli;
};

[[nodiscard]] std::span<const EmbeddedFile> embedded_files();

}  // namespace cairn::webapp
