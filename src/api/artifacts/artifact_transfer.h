// What the endpoints of artifacts have in common: bytes in, bytes out, and lists of files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/artifacts/artifact_messages.h"
#include "artifacts/locations.h"
#include "core/result.h"
#include "http/message.h"

namespace cairn::api {

// The file at a safe path below a location.
http::Response send_artifact(const http::Request& request, const artifacts::Location& location,
                             std::string_view safe_path);

// Where an upload to a safe path goes. As in MLflow, it ends in a file's name, and what is before that needs no
// clean-up.
Result<artifacts::Path> upload_target(const artifacts::Location& location, std::string_view safe_path);

// Stores a body while it arrives. Should it break off, then nothing is stored.
Status receive_artifact(http::BodyReader& body, artifacts::Repository& repository, const artifacts::Path& target,
                        std::optional<std::uint64_t> size);

// The length that a client has told, or nothing.
[[nodiscard]] std::optional<std::uint64_t> told_length(const http::Request& request);

// One level. `shown` stands before each name: a client that asks for "a/" finds its own spelling again.
Result<std::vector<FileEntry>> list_artifacts(const artifacts::Location& location, std::string_view safe_path,
                                              std::string_view shown);

}  // namespace cairn::api
