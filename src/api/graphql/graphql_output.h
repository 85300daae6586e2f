// Messages to JSON as a GraphQL client wants them: the fields that it names, in camelCase, 64-bit integers as text, and
// never null where MLflow's messages have a default.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "api/graphql/graphql_document.h"
#include "api/services.h"
#include "api/wire/message.h"
#include "core/result.h"

namespace cairn::api::graphql {

// Variables by name, as JSON.
using Variables = std::map<std::string, std::string, std::less<>>;

struct Request {
  Services& services;
  const Document& document;
  const Variables& variables;
  std::vector<std::string>& refusals;  // what the schema does not have: the document is then not answered at all
};

// An argument with its variables put in.
std::string json_of(const Value& value, const Variables& variables);

// The fields of a level with its fragments spread, by the key under which each is answered, in the order in which they
// are first named.
struct Asked {
  const Selection* field;
  std::vector<const Selection*> selections;  // of all mentions of the field together
};
std::vector<Asked> asked_fields(const Request& request, std::span<const Selection* const> selections);
std::vector<const Selection*> pointers(const std::vector<Selection>& selections);

// Appends the message, or what an unset one reads as, if it is null.
Status write_object(const Request& request, const MessageType& type, const void* message,
                    std::span<const Selection* const> selections, std::string& out);

}  // namespace cairn::api::graphql
