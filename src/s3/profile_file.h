// AWS's ini files, ~/.aws/config and ~/.aws/credentials: [sections] of "key = value". An indented line below a key
// without a value belongs to it: "addressing_style" below "s3 =" is "s3.addressing_style".
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace cairn::s3 {

class ProfileFile {
 public:
  // What is no section and no pair is passed over, as a later version's syntax may be.
  static ProfileFile parse(std::string_view text);

  [[nodiscard]] bool has(const std::string& section) const { return sections_.contains(section); }
  // Empty: not set.
  [[nodiscard]] std::string get(const std::string& section, const std::string& key) const;

 private:
  std::map<std::string, std::map<std::string, std::string>> sections_;
};

}  // namespace cairn::s3
