// Artifacts that a web server offers, read only: files below "http://host/folder", or those of an MLflow server, whose
// ".../api/2.0/mlflow-artifacts/artifacts" can be listed too.
//
// Who can name a location in a request must not reach the network of this machine through it, so only public addresses
// are asked, unless CAIRN_ARTIFACTS_ALLOW_PRIVATE_ADDRESSES is "true".
#pragma once

#include <memory>
#include <string>

#include "artifacts/repository.h"
#include "http_client/client.h"

namespace cairn::artifacts {

Result<std::shared_ptr<Repository>> open_http_repository(const std::string& uri);

// With a reach of the caller's choice.
std::shared_ptr<Repository> make_http_repository(const std::string& uri, http_client::Reach reach);

}  // namespace cairn::artifacts
