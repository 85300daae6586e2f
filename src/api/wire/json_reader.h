// Requests from JSON text or a query string, straight into the typed message.
//
// Accepts what protobuf's JSON mapping accepts: numbers or numeric strings, "NaN" and "Infinity", enums by name or
// number, null for absent, snake_case or camelCase names; unknown fields and unknown enum names are ignored. A field
// that cannot be read is an error (MLflow goes on with whatever stood before it, which loses data silently).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/wire/message.h"
#include "api/wire/rules.h"
#include "core/result.h"

namespace cairn::api {

// `body` may grow in capacity (the parser reads ahead), its text stays. Empty or malformed text counts as {}.
Status read_json(std::string& body, const MessageType& type, void* message, std::span<const Rule> rules);

using QueryFields = std::vector<std::pair<std::string, std::string>>;
Status read_query(const QueryFields& query, const MessageType& type, void* message, std::span<const Rule> rules);

}  // namespace cairn::api
