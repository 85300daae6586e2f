// Where artifacts are kept: a tree of files under one root, on a disk or in an object store.
//
// One interface, an implementation a file (local_repository, s3_repository, ...), chosen by the URI's scheme in one
// table (repositories.cc). Bodies pass through in pieces, so that a file of any size takes little memory. Everything
// blocks and is meant for workers, never for an event loop.
//
// A Repository may be used by any thread, several at once; a File, Stream or Sink by one thread at a time, and not
// after its Repository is gone. What is missing is kResourceDoesNotExist; a folder where a file is meant (or the
// reverse) is kInvalidParameterValue; a store that is away or refuses is kTemporarilyUnavailable or kPermissionDenied.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "artifacts/path.h"
#include "core/result.h"
#include "http/fd.h"

namespace cairn::artifacts {

inline constexpr std::size_t kPiece = 256 * 1024;  // the size in which bodies pass through

enum class Kind : std::uint8_t { kFile, kFolder };

struct Entry {
  std::string name;  // of this level alone
  Kind kind = Kind::kFile;
  std::uint64_t size = 0;  // of files
};

struct FileInfo {
  std::uint64_t size = 0;
  std::chrono::system_clock::time_point modified;
  std::string etag;  // changes whenever the bytes do; without quotes, any characters that an ETag field may hold
};

struct ByteRange {
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
};

// Bytes on their way out of a repository. 0 is the end.
class Stream {
 public:
  virtual ~Stream() = default;
  virtual Result<std::size_t> read(std::span<char> buffer) = 0;
};

// A file as it was when it was opened: should it be replaced meanwhile, then its bytes are the old ones, or reading
// fails; never a mixture.
class File {
 public:
  virtual ~File() = default;
  [[nodiscard]] virtual const FileInfo& info() const = 0;
  // The bytes of a range that lies within the file. May be asked again, one stream at a time.
  virtual Result<std::unique_ptr<Stream>> read(ByteRange range) = 0;
  // The file as a descriptor of its own, for sendfile; nothing where it is no file of this machine.
  virtual std::optional<http::Fd> descriptor() { return std::nullopt; }
};

// A file on its way in, invisible until commit(). Dropped without it, it leaves nothing behind.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual Status write(std::string_view bytes) = 0;
  // Puts the file in its place at once and whole, instead of what was there. What is acknowledged survives a power cut.
  virtual Status commit() = 0;
};

// What a client is to send, and where to, in order to move bytes past the server.
struct SignedRequest {
  std::string url;
  std::vector<std::pair<std::string, std::string>> headers;
};

struct SignedDownload {
  SignedRequest request;
  std::optional<std::uint64_t> file_size;
};

struct MultipartUpload {
  std::string id;
  std::vector<SignedRequest> parts;  // the first is part 1
};

struct UploadedPart {
  std::uint32_t number = 0;  // from 1
  std::string etag;          // as the store answered it
  std::string url;
};

// The part of a repository that lets clients move bytes themselves.
class DirectAccess {
 public:
  virtual ~DirectAccess() = default;
  virtual Result<MultipartUpload> begin_upload(const Path& file, std::uint32_t parts) = 0;
  virtual Status complete_upload(const Path& file, const std::string& id, std::span<const UploadedPart> parts) = 0;
  virtual Status abort_upload(const Path& file, const std::string& id) = 0;
  virtual Result<SignedRequest> sign_upload(const Path& file, std::chrono::seconds valid_for) = 0;
  virtual Result<SignedDownload> sign_download(const Path& file, std::chrono::seconds valid_for) = 0;
};

class Repository {
 public:
  virtual ~Repository() = default;

  // One level, by name. Of a file, and of what is not there: nothing.
  virtual Result<std::vector<Entry>> list(const Path& folder) = 0;
  virtual Result<FileInfo> stat(const Path& file) = 0;
  virtual Result<std::unique_ptr<File>> open(const Path& file) = 0;
  // Folders on the way are made. `size`, if the sender has told it, is a hint.
  virtual Result<std::unique_ptr<Sink>> create(const Path& file, std::optional<std::uint64_t> size) = 0;
  // A file, or a folder with all that is below it. What is not there is no error.
  virtual Status remove(const Path& path) = 0;

  // Owned by the repository; null where clients cannot reach the store.
  virtual DirectAccess* direct_access() { return nullptr; }
};

}  // namespace cairn::artifacts
