#include "db/postgres_address.h"

#include <algorithm>
#include <fmt/format.h>
#include <memory>

#include "db/libpq.h"

namespace cairn::db {
namespace {

constexpr std::string_view kHidden = "***";

struct Parsed {
  std::string_view scheme, rest;  // the rest begins behind "://"
};

Parsed parse(std::string_view uri) {
  const std::size_t colon = uri.find("://");
  if (colon == std::string_view::npos) return {{}, uri};
  return {uri.substr(0, colon), uri.substr(colon + 3)};
}

// "postgresql+psycopg2" names a Python driver too.
std::string_view without_driver(std::string_view scheme) { return scheme.substr(0, scheme.find('+')); }

bool is_secret(std::string_view parameter) {
  const std::string_view name = parameter.substr(0, parameter.find('='));
  return name == "password" || name == "sslpassword";
}

struct FreeOptions {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};
using Options = std::unique_ptr<PQconninfoOption, FreeOptions>;

Result<Options> options_of(const std::string& conninfo) {
  TRY(libpq.load());
  char* complaint = nullptr;
  Options options(PQconninfoParse(conninfo.c_str(), &complaint));
  PQfreemem(complaint);  // it quotes the URI, password and all
  if (options) return options;
  return invalid_parameter(
      "The database's URI cannot be read. It is postgresql://user:password@host:5432/database?sslmode=require, where "
      "the characters @ : / ? # % of a user or a password are written as %40 %3A %2F %3F %23 %25, and what follows the "
      "'?' are connection parameters of libpq.");
}

std::string shown_query(std::string_view query) {
  std::string shown;
  while (!query.empty()) {
    const std::string_view parameter = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(parameter.size() + 1, query.size()));
    shown += shown.empty() ? '?' : '&';
    shown += is_secret(parameter) ? fmt::format("{}={}", parameter.substr(0, parameter.find('=')), kHidden)
                                  : std::string(parameter);
  }
  return shown;
}

}  // namespace

bool is_postgres_uri(std::string_view uri) {
  const std::string_view scheme = without_driver(parse(uri).scheme);
  return scheme == "postgresql" || scheme == "postgres";
}

Result<std::string> postgres_conninfo(std::string_view uri) {
  std::string conninfo = fmt::format("postgresql://{}", parse(uri).rest);
  TRY(options_of(conninfo));
  return conninfo;
}

Result<std::vector<std::pair<std::string, std::string>>> postgres_parameters(std::string_view uri) {
  const Options options = TRY(options_of(TRY(postgres_conninfo(uri))));
  std::vector<std::pair<std::string, std::string>> parameters;
  for (const PQconninfoOption* option = options.get(); option->keyword; ++option) {
    if (option->val) parameters.emplace_back(option->keyword, option->val);
  }
  return parameters;
}

std::string shown_uri(std::string_view uri) {
  const auto [scheme, rest] = parse(uri);
  if (scheme.empty()) return std::string(uri);
  const std::size_t at = rest.rfind('@');  // an unescaped '/' in a password makes the URI wrong, and is hidden too
  const std::size_t end_of_user = at == std::string_view::npos ? 0 : at;
  const std::string_view user_info = rest.substr(0, end_of_user);
  const std::size_t colon = user_info.find(':');
  std::string shown = fmt::format("{}://", scheme);
  shown += colon == std::string_view::npos ? std::string(user_info)
                                           : fmt::format("{}:{}", user_info.substr(0, colon), kHidden);
  const std::string_view place = rest.substr(end_of_user);
  const std::size_t query = std::min(place.find('?'), place.size());
  shown += place.substr(0, query);
  return shown + shown_query(place.substr(std::min(query + 1, place.size())));
}

}  // namespace cairn::db
