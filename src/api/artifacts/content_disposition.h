// The field that makes browsers save an artifact rather than show it on this server's page.
#pragma once

#include <string>
#include <string_view>

namespace cairn::api {

// "attachment; filename=...", as MLflow writes it: a name that is not ASCII comes twice, once in its nearest ASCII
// form.
[[nodiscard]] std::string attachment(std::string_view file_name);

}  // namespace cairn::api
