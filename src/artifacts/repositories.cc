#include "artifacts/repositories.h"

#include <fmt/format.h>

#include "artifacts/http_repository.h"
#include "artifacts/local_repository.h"
#include "artifacts/s3_repository.h"
#include "core/uri.h"

namespace cairn::artifacts {
namespace {

struct Scheme {
  std::string_view name;
  Result<std::shared_ptr<Repository>> (*open)(const std::string& uri);
};

constexpr Scheme kSchemes[] = {
    {"", open_local_repository},    {"file", open_local_repository}, {"s3", open_s3_repository},
    {"http", open_http_repository}, {"https", open_http_repository},
};

// Of those that MLflow knows.
struct Unsupported {
  std::string_view scheme;
  std::string_view what;
};

constexpr Unsupported kUnsupported[] = {
    {"gs", "Google Cloud Storage"},
    {"wasb", "Azure Blob Storage"},
    {"wasbs", "Azure Blob Storage"},
    {"abfs", "Azure Data Lake Storage"},
    {"abfss", "Azure Data Lake Storage"},
    {"dbfs", "the Databricks file system"},
    {"hdfs", "Hadoop's file system"},
    {"viewfs", "Hadoop's file system"},
    {"ftp", "FTP servers"},
    {"sftp", "SFTP servers"},
    {"r2", "R2 by this scheme (use s3:// with R2's address in MLFLOW_S3_ENDPOINT_URL)"},
    {"b2", "B2 by this scheme (use s3:// with B2's address in MLFLOW_S3_ENDPOINT_URL)"},
};

}  // namespace

Result<std::shared_ptr<Repository>> open_repository(const std::string& uri) {
  const std::string_view scheme = split_uri(uri).scheme;
  for (const Scheme& known : kSchemes) {
    if (known.name == scheme) return known.open(uri);
  }
  for (const Unsupported& other : kUnsupported) {
    if (other.scheme == scheme) {
      return Error(ErrorCode::kNotImplemented,
                   fmt::format("Artifacts cannot be kept at '{}': {} is not supported yet.", uri, other.what));
    }
  }
  return invalid_parameter(fmt::format("Artifacts cannot be kept at '{}': the scheme '{}' is not known.", uri, scheme));
}

}  // namespace cairn::artifacts
