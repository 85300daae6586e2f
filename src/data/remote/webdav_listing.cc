#include "data/remote/webdav_listing.h"

#include <algorithm>

#include <pugixml.hpp>

#include "core/uri.h"
#include "http/query.h"

namespace cairn::data {
namespace {

// Servers choose the prefixes of namespaces.
std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') + 1);
}

pugi::xml_node child_named(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& child : node.children())
    if (local_name(child) == name) return child;
  return {};
}

// An href is a path, or a whole URL.
std::string path_of_href(std::string_view href) {
  std::string path = http::percent_decode(split_uri(href).path);
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

void read_properties(const pugi::xml_node& response, WebdavEntry& entry) {
  for (const pugi::xml_node& status : response.children()) {
    if (local_name(status) != "propstat") continue;
    const pugi::xml_node properties = child_named(status, "prop");
    if (child_named(child_named(properties, "resourcetype"), "collection")) entry.is_directory = true;
    if (const auto size = child_named(properties, "getcontentlength")) entry.size = size.text().as_ullong();
    if (const auto etag = child_named(properties, "getetag")) entry.etag = etag.text().as_string();
  }
}

}  // namespace

Result<std::vector<WebdavEntry>> parse_webdav_listing(std::string_view xml) {
  pugi::xml_document document;
  const bool is_xml = static_cast<bool>(document.load_buffer(xml.data(), xml.size()));
  const pugi::xml_node root = document.document_element();
  if (!is_xml || local_name(root) != "multistatus") return internal_error("the server's answer is no listing");
  std::vector<WebdavEntry> entries;
  for (const pugi::xml_node& response : root.children()) {
    if (local_name(response) != "response") continue;
    WebdavEntry& entry = entries.emplace_back();
    entry.path = path_of_href(child_named(response, "href").text().as_string());
    read_properties(response, entry);
  }
  return entries;
}

}  // namespace cairn::data
