// The requests and responses of the artifact endpoints, as MLflow's protocol has them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/tracking/tracking_messages.h"
#include "api/wire/message.h"

namespace cairn::api {

struct FileEntry {
  std::string path;
  bool is_dir = false;
  std::optional<std::int64_t> file_size;
};

struct ListArtifactsRequest {
  std::string run_id;
  std::string run_uuid;
  std::string path;
  std::string page_token;
  // Not MLflow's, which answers everything at once: without it, so do we.
  std::optional<std::int32_t> max_results;
};
struct ListModelArtifactsRequest {
  std::string artifact_directory_path;
};
struct ListServedArtifactsRequest {
  std::string path;
};
struct ListArtifactsResponse {
  std::optional<std::string> root_uri;
  std::vector<FileEntry> files;
  std::optional<std::string> next_page_token;
};

struct PresignedUrlRequest {
  std::string run_id;
  std::string model_id;
  std::string path;
  std::optional<std::int64_t> expiration;
};
struct PresignedUrlResponse {
  std::string presigned_url;
  StringMap headers;
  std::optional<std::int64_t> file_size;
};

// Of /presigned/{path}, whose fields have other names.
struct SignedDownloadResponse {
  std::string url;
  StringMap headers;
  std::optional<std::int64_t> file_size;
};

struct CreateUploadRequest {
  std::string path;
  std::int64_t num_parts = 0;
};
struct UploadCredential {
  std::string url;
  std::int64_t part_number = 0;
  StringMap headers;
};
struct CreateUploadResponse {
  std::string upload_id;
  std::vector<UploadCredential> credentials;
};

struct UploadPart {
  std::int64_t part_number = 0;
  std::string etag;
  std::string url;
};
struct CompleteUploadRequest {
  std::string path;
  std::string upload_id;
  std::vector<UploadPart> parts;
};
struct AbortUploadRequest {
  std::string path;
  std::string upload_id;
};

}  // namespace cairn::api
