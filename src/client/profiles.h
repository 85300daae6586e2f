// The user's configuration: servers by name.
//
//   default = "lab"
//
//   [profiles.lab]
//   tracking_uri = "https://mlflow.example.org"
//   username = "ada"
//   password = "..."                 # or token = "..."
//   ca_file = "/etc/ssl/lab.pem"     # or insecure_tls = true
//   client_certificate = "/home/ada/lab.pem"
//   artifacts_destination = "/srv/mlartifacts"
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/result.h"

namespace cairn::client {

struct Profile {
  std::string tracking_uri;
  std::string username;
  std::string password;
  std::string token;
  std::string ca_file;
  std::string client_certificate;
  std::string artifacts_destination;
  bool insecure_tls = false;
};

struct Profiles {
  std::string default_name;
  std::map<std::string, Profile, std::less<>> by_name;
};

// `where` is the file's name, for errors. A key that is not known is one: it may be a word misspelt.
Result<Profiles> parse_profiles(std::string_view text, const std::string& where);
// A file that is not there holds no profiles.
Result<Profiles> read_profiles(const std::string& path);

}  // namespace cairn::client
