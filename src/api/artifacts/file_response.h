// The bytes of an artifact as a response: whole, in ranges, or the word that the client's copy is still good.
#pragma once

#include <memory>
#include <string_view>

#include "artifacts/repository.h"
#include "http/message.h"

namespace cairn::api {

// `name` is what a browser saves it as, and says its type. `file` was opened in `repository`.
http::Response file_response(const http::Request& request, std::shared_ptr<artifacts::Repository> repository,
                             std::unique_ptr<artifacts::File> file, std::string_view name);

}  // namespace cairn::api
