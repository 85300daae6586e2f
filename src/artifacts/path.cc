#include "artifacts/path.h"

#include <algorithm>

namespace cairn::artifacts {

Result<Path> Path::parse(std::string_view text) {
  if (text.starts_with('/') || text.find('\0') != std::string_view::npos) return invalid_parameter("Invalid path");
  std::string clean;
  while (!text.empty()) {
    const std::size_t slash = text.find('/');
    const std::string_view segment = text.substr(0, slash);
    text = slash == std::string_view::npos ? std::string_view{} : text.substr(slash + 1);
    if (segment == "..") return invalid_parameter("Invalid path");
    if (segment.empty() || segment == ".") continue;
    if (!clean.empty()) clean += '/';
    clean += segment;
  }
  return Path(std::move(clean));
}

std::string_view Path::name() const { return std::string_view(text_).substr(text_.rfind('/') + 1); }

Path Path::parent() const {
  const std::size_t slash = text_.rfind('/');
  return slash == std::string::npos ? Path() : Path(text_.substr(0, slash));
}

Path Path::operator/(const Path& below) const {
  if (is_root()) return below;
  return below.is_root() ? *this : Path(text_ + '/' + below.text_);
}

}  // namespace cairn::artifacts
