#include "webapp/ui_folder.h"

#include <algorithm>
#include <fcntl.h>
#include <fmt/format.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

#include "http/fd.h"
#include "http/query.h"

namespace cairn::webapp {
namespace {

constexpr std::string_view kIndex = "index.html";
constexpr std::string_view kStaticFiles = "/static-files/";

struct MediaType {
  std::string_view extension;
  std::string_view type;
};
constexpr MediaType kTypes[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".gif", "image/gif"},
    {".ico", "image/x-icon"},
    {".woff", "font/woff"},
    {".woff2", "font/woff2"},
    {".ttf", "font/ttf"},
    {".wasm", "application/wasm"},
    {".map", "application/json"},
    {".mjs", "text/javascript; charset=utf-8"},
};

std::string_view type_of(const std::filesystem::path& file) {
  const std::string extension = file.extension();
  const auto found = std::find_if(std::begin(kTypes), std::end(kTypes),
                                  [&](const MediaType& each) { return each.extension == extension; });
  return found == std::end(kTypes) ? "application/octet-stream" : found->type;
}

// Neither up and out of the folder, nor anywhere by an absolute path.
bool stays_within(const std::filesystem::path& relative) {
  return relative.is_relative() && std::none_of(relative.begin(), relative.end(), [](const auto& part) {
           return part == ".." || part.native().find('\0') != std::string::npos;
         });
}

}  // namespace

Result<UiFolder> UiFolder::open(std::filesystem::path folder) {
  std::error_code missing;
  if (!std::filesystem::is_regular_file(folder / kIndex, missing)) {
    return invalid_parameter(fmt::format(
        "--ui-dir {} holds no {}. MLflow's package has its app in mlflow/server/js/build.", folder.native(), kIndex));
  }
  return UiFolder(std::move(folder));
}

std::optional<http::Response> UiFolder::serve(std::string_view path) const {
  if (path.empty() || path == "/") {
    auto page = serve_file(kIndex);
    if (page) page->headers.set("Cache-Control", "no-cache");
    return page;
  }
  if (!path.starts_with(kStaticFiles)) return std::nullopt;
  auto file = serve_file(http::percent_decode(path.substr(kStaticFiles.size())));
  if (file) file->headers.set("Cache-Control", "public, max-age=2419200");  // as long as MLflow says
  return file;
}

std::optional<http::Response> UiFolder::serve_file(std::string_view relative) const {
  const std::filesystem::path name(relative);
  if (!stays_within(name)) return std::nullopt;
  http::Fd file(::open((folder_ / name).c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status{};
  if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  http::Response response = http::Response::of(200, type_of(name), "");
  response.body = http::FileRange{file.release(), 0, static_cast<std::uint64_t>(status.st_size)};
  return response;
}

}  // namespace cairn::webapp
