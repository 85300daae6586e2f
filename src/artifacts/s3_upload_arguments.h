// MLFLOW_S3_UPLOAD_EXTRA_ARGS: what boto3 calls ExtraArgs, as the headers that they become.
#pragma once

#include <string_view>

#include "core/result.h"
#include "s3/wire_request.h"

namespace cairn::artifacts {

// Of a JSON object like {"ServerSideEncryption": "aws:kms"}; empty text: none.
Result<s3::Pairs> parse_upload_arguments(std::string_view json);

}  // namespace cairn::artifacts
