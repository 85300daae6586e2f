// Services that hand out temporary credentials to what runs on AWS. Each answers nothing where it is not configured, or
// is not there.
#pragma once

#include <optional>

#include "core/result.h"
#include "http_client/client.h"
#include "s3/environment.h"

namespace cairn::s3 {

using Found = Result<std::optional<Credentials>>;

// AWS_WEB_IDENTITY_TOKEN_FILE and AWS_ROLE_ARN.
Found credentials_of_web_identity(const Environment& environment, http_client::Client& http);
// AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or ..._FULL_URI.
Found credentials_of_container(const Environment& environment, http_client::Client& http);
// The metadata service of an EC2 instance, version 2, unless AWS_EC2_METADATA_DISABLED.
Found credentials_of_instance(const Environment& environment, http_client::Client& http);

}  // namespace cairn::s3
