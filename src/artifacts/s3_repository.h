// Artifacts as objects of a bucket in S3, or in what speaks its protocol, with the keys that MLflow gives them.
//
// The environment says how the store is reached, as it does for MLflow: MLFLOW_S3_ENDPOINT_URL, MLFLOW_S3_IGNORE_TLS,
// MLFLOW_BOTO_CLIENT_ADDRESSING_STYLE, MLFLOW_S3_EXPECTED_BUCKET_OWNER, MLFLOW_S3_UPLOAD_EXTRA_ARGS,
// MLFLOW_MULTIPART_UPLOAD_CHUNK_SIZE, and AWS's own variables and files (s3/environment.h).
#pragma once

#include <memory>
#include <string>

#include "artifacts/repository.h"
#include "s3/client.h"
#include "s3/environment.h"

namespace cairn::artifacts {

// "s3://bucket/prefix". All repositories of the process share one client, and with it the connections.
Result<std::shared_ptr<Repository>> open_s3_repository(const std::string& uri);

// The parts of it, for tests that bring an environment of their own.
struct S3Store {
  std::unique_ptr<s3::Client> client;
  s3::Pairs upload_headers;  // of every object
};
Result<std::shared_ptr<S3Store>> open_s3_store(const s3::Environment& environment);
Result<std::shared_ptr<Repository>> open_s3_repository(std::shared_ptr<S3Store> store, const std::string& uri);

}  // namespace cairn::artifacts
