// A WebDAV server's answer to PROPFIND. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace cairn::data {

struct WebdavEntry {
  std::string path;  // of the server, decoded: "/folder/file"; no slash at its end
  bool is_directory = false;
  std::uint64_t size = 0;
  std::string etag;
};

Result<std::vector<WebdavEntry>> parse_webdav_listing(std::string_view xml);

}  // namespace cairn::data
