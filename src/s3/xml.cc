#include "s3/xml.h"

#include <fmt/format.h>

#include <pugixml.hpp>

#include "http/query.h"
#include "s3/times.h"

namespace cairn::s3 {
namespace {

Error not_understood(std::string_view what) {
  return internal_error(fmt::format("The store's answer is no {} document", what));
}

// The root element, if that is its name; null otherwise.
pugi::xml_node root_named(pugi::xml_document& document, std::string_view xml, const char* name) {
  if (!document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata_single)) return {};
  return document.child(name);
}

ErrorDocument error_document(const pugi::xml_node& node) {
  return {node.child_value("Code"), node.child_value("Message"), node.child_value("Region"), node.child_value("Key")};
}

// Where the store was asked to, it encodes names, since XML cannot hold every character; not all stores do.
class Names {
 public:
  explicit Names(const pugi::xml_node& root) : encoded_(std::string_view(root.child_value("EncodingType")) == "url") {}
  [[nodiscard]] std::string read(const char* text) const {
    if (!encoded_) return text;
    std::string spaced = text;
    for (char& c : spaced) c = c == '+' ? ' ' : c;
    return http::percent_decode(spaced);
  }

 private:
  bool encoded_;
};

void append_escaped(std::string_view text, std::string& out) {
  for (const char c : text) {
    const bool markup = c == '&' || c == '<' || c == '>' || c == '"';
    const bool control = static_cast<unsigned char>(c) < 0x20;
    if (markup || control) {
      fmt::format_to(std::back_inserter(out), "&#{};", static_cast<int>(c));
    } else {
      out += c;
    }
  }
}

}  // namespace

Result<ListPage> read_list(std::string_view xml) {
  pugi::xml_document document;
  const auto root = root_named(document, xml, "ListBucketResult");
  if (!root) return not_understood("ListBucketResult");
  const Names names(root);
  ListPage page;
  for (const auto& found : root.children("Contents")) {
    page.objects.push_back(
        {names.read(found.child_value("Key")), found.child("Size").text().as_ullong(),
         parse_iso_time(found.child_value("LastModified")).value_or(decltype(ListedObject::modified)()),
         without_quotes(found.child_value("ETag"))});
  }
  for (const auto& found : root.children("CommonPrefixes")) {
    page.prefixes.push_back(names.read(found.child_value("Prefix")));
  }
  if (root.child("IsTruncated").text().as_bool()) page.next = root.child_value("NextContinuationToken");
  return page;
}

Result<std::string> read_upload_id(std::string_view xml) {
  pugi::xml_document document;
  std::string id = root_named(document, xml, "InitiateMultipartUploadResult").child_value("UploadId");
  if (id.empty()) return not_understood("InitiateMultipartUploadResult");
  return id;
}

Result<std::string> read_newest_upload(std::string_view xml, std::string_view key) {
  pugi::xml_document document;
  const auto root = root_named(document, xml, "ListMultipartUploadsResult");
  if (!root) return not_understood("ListMultipartUploadsResult");
  const Names names(root);
  std::string newest, begun;
  for (const auto& found : root.children("Upload")) {
    if (names.read(found.child_value("Key")) != key || found.child_value("Initiated") < begun) continue;
    newest = found.child_value("UploadId");
    begun = found.child_value("Initiated");
  }
  return newest;
}

Result<PartPage> read_parts(std::string_view xml) {
  pugi::xml_document document;
  auto root = root_named(document, xml, "ListPartsResult");
  if (!root) root = document.child("ListPartsResponse");  // moto's
  if (!root) return not_understood("ListPartsResult");
  PartPage page;
  for (const auto& found : root.children("Part"))
    page.parts.push_back({{found.child("PartNumber").text().as_uint(), without_quotes(found.child_value("ETag"))},
                          found.child("Size").text().as_ullong()});
  if (root.child("IsTruncated").text().as_bool()) page.next = root.child("NextPartNumberMarker").text().as_uint();
  return page;
}

std::optional<ErrorDocument> read_error(std::string_view xml) {
  pugi::xml_document document;
  const auto root = root_named(document, xml, "Error");
  if (!root) return std::nullopt;
  return error_document(root);
}

std::vector<ErrorDocument> read_delete_errors(std::string_view xml) {
  pugi::xml_document document;
  std::vector<ErrorDocument> errors;
  for (const auto& found : root_named(document, xml, "DeleteResult").children("Error")) {
    errors.push_back(error_document(found));
  }
  return errors;
}

std::string write_completion(std::span<const Part> parts) {
  std::string out = "<CompleteMultipartUpload>";
  for (const Part& part : parts) {
    fmt::format_to(std::back_inserter(out), "<Part><PartNumber>{}</PartNumber><ETag>\"", part.number);
    append_escaped(without_quotes(part.etag), out);
    out += "\"</ETag></Part>";
  }
  return out + "</CompleteMultipartUpload>";
}

std::string write_deletion(std::span<const std::string> keys) {
  std::string out = "<Delete><Quiet>true</Quiet>";
  for (const std::string& key : keys) {
    out += "<Object><Key>";
    append_escaped(key, out);
    out += "</Key></Object>";
  }
  return out + "</Delete>";
}

std::string without_quotes(std::string_view etag) {
  if (etag.size() >= 2 && etag.front() == '"' && etag.back() == '"') etag = etag.substr(1, etag.size() - 2);
  return std::string(etag);
}

}  // namespace cairn::s3
