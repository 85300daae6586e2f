#include "api/artifacts/artifact_messages.h"

#include "api/wire/message_fields.h"

namespace cairn::api {

CAIRN_MESSAGE(FileEntry, F(path), F(is_dir), F(file_size))
CAIRN_MESSAGE(ListArtifactsRequest, F(run_id), F(run_uuid), F(path), F(page_token), F(max_results))
CAIRN_MESSAGE(ListModelArtifactsRequest, F(artifact_directory_path))
CAIRN_MESSAGE(ListServedArtifactsRequest, F(path))
CAIRN_MESSAGE(ListArtifactsResponse, F(root_uri), F(files), F(next_page_token))

CAIRN_MESSAGE(PresignedUrlRequest, F(run_id), F(model_id), F(path), F(expiration))
CAIRN_MESSAGE(PresignedUrlResponse, F(presigned_url), F(headers), F(file_size))
CAIRN_MESSAGE(SignedDownloadResponse, F(url), F(headers), F(file_size))

CAIRN_MESSAGE(CreateUploadRequest, F(path), F(num_parts))
CAIRN_MESSAGE(UploadCredential, F(url), F(part_number), F(headers))
CAIRN_MESSAGE(CreateUploadResponse, F(upload_id), F(credentials))
CAIRN_MESSAGE(UploadPart, F(part_number), F(etag), F(url))
CAIRN_MESSAGE(CompleteUploadRequest, F(path), F(upload_id), F(parts))
CAIRN_MESSAGE(AbortUploadRequest, F(path), F(upload_id))

}  // namespace cairn::api
