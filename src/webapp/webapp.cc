#include "webapp/webapp.h"

#include <algorithm>
#include <string>

#include "http/gzip.h"
#include "http/preconditions.h"

namespace cairn::webapp {
namespace {

// The app is one page with its own scripts and styles. Artifacts that it previews come as blobs, never as scripts.
constexpr std::string_view kContentSecurityPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
    "connect-src 'self'; frame-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

struct Variant {
  std::string_view bytes;
  std::string_view coding;  // empty: as it is
};

Variant choose(const EmbeddedFile& file, const http::Headers& request) {
  const std::string_view accepted = request.get("Accept-Encoding");
  if (!file.brotli.empty() && http::accepts_coding(accepted, "br")) return {file.brotli, "br"};
  if (!file.gzip.empty() && http::accepts_coding(accepted, "gzip")) return {file.gzip, "gzip"};
  return {file.plain, {}};
}

// Each coding is a representation of its own and needs a tag of its own.
std::string entity_tag(const EmbeddedFile& file, const Variant& variant) {
  std::string tag = "\"" + std::string(file.tag);
  if (!variant.coding.empty()) tag.append("-").append(variant.coding);
  return tag + "\"";
}

http::Response answer(const http::Request& request, const EmbeddedFile& file) {
  const Variant variant = choose(file, request.headers);
  const std::string tag = entity_tag(file, variant);
  http::Response response;
  response.headers.add("ETag", tag);
  response.headers.add("Vary", "Accept-Encoding");
  response.headers.add("Cache-Control",
                       file.lifetime == Lifetime::kForEver ? "public, max-age=31536000, immutable" : "no-cache");
  if (http::names_tag(request.headers.get("If-None-Match"), tag)) {
    response.status = 304;
    return response;
  }
  response.headers.add("Content-Type", std::string(file.content_type));
  response.headers.add("X-Content-Type-Options", "nosniff");
  response.headers.add("Content-Security-Policy", std::string(kContentSecurityPolicy));
  response.headers.add("Referrer-Policy", "no-referrer");
  if (!variant.coding.empty()) response.headers.add("Content-Encoding", std::string(variant.coding));
  response.body = std::string(variant.bytes);
  return response;
}

http::Response redirect_into_folder(const http::Request& request) {
  std::string target(request.path());
  target += '/';
  if (!request.query().empty()) target.append("?").append(request.query());
  http::Response response = http::Response::of(308, "text/plain; charset=utf-8", {});
  response.headers.add("Location", std::move(target));
  return response;
}

}  // namespace

std::optional<http::Response> serve(const http::Request& request, std::string_view path,
                                    std::span<const EmbeddedFile> files) {
  if (request.method != http::Method::kGet && request.method != http::Method::kHead) return std::nullopt;
  if (path.empty() && !files.empty()) return redirect_into_folder(request);
  const std::string_view wanted = path == "/" ? "/index.html" : path;
  const auto file =
      std::find_if(files.begin(), files.end(), [wanted](const auto& each) { return each.path == wanted; });
  if (file == files.end()) return std::nullopt;
  return answer(request, *file);
}

}  // namespace cairn::webapp
