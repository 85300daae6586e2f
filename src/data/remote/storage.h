// Files in some other place: a bucket, a web server, another machine. What remotes and URLs of data are made of.
//
// One kind of place is one file here; storage_kinds.cc has the table of them. A storage knows nothing of objects and
// their names: paths are relative to its URL, with '/', never empty unless a function says so. Any thread may call,
// several at once; each operation waits until it is done, and is tried again where that may help.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/result.h"
#include "http/message.h"

namespace cairn::data {

struct StoredFile {
  std::string path;
  std::uint64_t size = 0;
  std::string checksum;  // changes when the content does: an ETag, or what stands for it; may be empty
};

// What is sent. read() gives 0 at the end. A reader that finds out that its bytes are wrong fails before the last of
// them, so that no storage ever completes a file with wrong content.
class FileSource : public http::BodyReader {
 public:
  [[nodiscard]] virtual std::uint64_t size() const = 0;
  // Goes on from there.
  virtual Status seek(std::uint64_t offset) = 0;
};

// What is received.
class FileSink {
 public:
  virtual ~FileSink() = default;
  // The next bytes are those from `offset` on: the one that was asked for, or 0 if the place can only send all of it.
  // `size` is the whole file's, if that is known.
  virtual Status begin(std::uint64_t offset, std::uint64_t size) = 0;
  virtual Status write(std::string_view bytes) = 0;

  static constexpr std::uint64_t kUnknownSize = ~std::uint64_t{0};
};

// What one request lists, and so what finding out about many files costs.
enum class Listing : std::uint8_t {
  kNone,         // files must be asked about one by one
  kPages,        // a thousand files below any prefix
  kDirectories,  // the files of one directory
};

class Storage {
 public:
  virtual ~Storage() = default;

  // kResourceDoesNotExist if there is no such file. An empty path means the URL itself.
  virtual Result<StoredFile> stat(const std::string& path) = 0;
  virtual Status get(const std::string& path, std::uint64_t offset, FileSink& into) = 0;
  // There is the whole file under its name afterwards, or none of it.
  virtual Status put(const std::string& path, FileSource& from) = 0;
  // What is not there is no error.
  virtual Status remove(const std::string& path) = 0;

  [[nodiscard]] virtual Listing listing() const = 0;
  using Found = std::function<void(StoredFile)>;
  enum class Extent : std::uint8_t {
    kAll,
    kFirstPage,
    kOneLevel,  // what lies right in the directory; of a directory in it, its path with '/' at the end
  };
  // The files below a directory ("" for the whole storage). False if there are more.
  virtual Result<bool> list(const std::string& directory, Extent extent, const Found& found) = 0;

  // What a file's checksum is called where it is noted: "etag", "checksum". Empty: there is none, and what the file
  // holds must be hashed.
  [[nodiscard]] virtual std::string_view checksum_name() const = 0;

  // How messages name a file: its URL, without what is secret.
  [[nodiscard]] virtual std::string place(const std::string& path) const = 0;
};

}  // namespace cairn::data
