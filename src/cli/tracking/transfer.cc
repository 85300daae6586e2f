#include "cli/tracking/transfer.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/progress.h"
#include "http/fd.h"

namespace cairn::cli {
namespace {

namespace fs = std::filesystem;

Error os_failure(const std::string& path) {
  return internal_error(fmt::format("'{}': {}", path, std::strerror(errno)));
}

Error was_interrupted() {
  return {ErrorCode::kCancelled, "Interrupted. Files that were complete are kept; run it again for the rest."};
}

Status in_our_words(Status moved) {
  return !moved.ok() && moved.error().code() == ErrorCode::kCancelled ? Status(was_interrupted()) : std::move(moved);
}

// What all files of a transfer share.
class Transfer {
 public:
  Transfer(std::string title, std::uint64_t total, const Interruptible& interrupt)
      : interrupt_(interrupt), progress_(std::move(title), "bytes"), total_(total) {}

  Status moved(std::size_t bytes) {
    if (interrupt_.interrupted()) return was_interrupted();
    done_ += bytes;
    progress_.update(done_, total_);
    return {};
  }
  void begin(std::string_view name) { progress_.note(name); }

 private:
  const Interruptible& interrupt_;
  Progress progress_;
  std::uint64_t done_ = 0;
  const std::uint64_t total_;
};

// A file that shows up under its name when it is whole.
class LocalFile final : public http::BodyWriter {
 public:
  LocalFile(std::string path, Transfer& transfer)
      : path_(std::move(path)), temporary_(path_ + ".part"), transfer_(transfer) {}
  ~LocalFile() override {
    if (file_) ::unlink(temporary_.c_str());
  }
  LocalFile(const LocalFile&) = delete;
  LocalFile& operator=(const LocalFile&) = delete;

  Status open() {
    file_ = http::Fd(::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    return file_ ? Status() : os_failure(temporary_);
  }
  Status write(std::string_view bytes) override {
    TRY(transfer_.moved(bytes.size()));
    while (!bytes.empty()) {
      const ::ssize_t count = ::write(file_.get(), bytes.data(), bytes.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return os_failure(path_);
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return {};
  }
  Status finish() {
    if (::rename(temporary_.c_str(), path_.c_str()) != 0) return os_failure(path_);
    file_.reset();
    return {};
  }

 private:
  const std::string path_, temporary_;
  Transfer& transfer_;
  http::Fd file_;
};

class LocalBody final : public http::BodyReader {
 public:
  LocalBody(std::string path, Transfer& transfer) : path_(std::move(path)), transfer_(transfer) {}

  Result<std::uint64_t> open() {
    file_ = http::Fd(::open(path_.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status{};
    if (!file_ || ::fstat(file_.get(), &status) != 0) return os_failure(path_);
    if (!S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)) {
      return invalid_parameter(fmt::format("'{}' is no file whose size is known; write it to one first.", path_));
    }
    if (S_ISDIR(status.st_mode)) {
      return invalid_parameter(
          fmt::format("'{}' is a folder. `artifacts log-artifacts --local-dir` takes those.", path_));
    }
    return static_cast<std::uint64_t>(status.st_size);
  }
  Result<std::size_t> read(std::span<char> buffer) override {
    const ::ssize_t count = ::read(file_.get(), buffer.data(), buffer.size());
    if (count < 0) return os_failure(path_);
    TRY(transfer_.moved(static_cast<std::size_t>(count)));
    return static_cast<std::size_t>(count);
  }

 private:
  const std::string path_;
  Transfer& transfer_;
  http::Fd file_;
};

Status download_file(client::ArtifactStore& store, const RemoteFile& remote, const fs::path& local,
                     Transfer& transfer) {
  std::error_code error;
  fs::create_directories(local.parent_path(), error);
  if (error) {
    return internal_error(fmt::format("'{}' cannot be made: {}", local.parent_path().string(), error.message()));
  }
  transfer.begin(remote.path.name());
  LocalFile file(local.string(), transfer);
  TRY(file.open());
  TRY(in_our_words(store.download(remote.path, file)));
  return file.finish();
}

struct LocalSource {
  std::string path;
  artifacts::Path target;
  std::uint64_t size;
};

Result<std::vector<RemoteFile>> upload_all(client::ArtifactStore& store, const std::vector<LocalSource>& sources,
                                           const Interruptible& interrupt) {
  std::vector<RemoteFile> files;
  std::uint64_t total = 0;
  for (const LocalSource& source : sources) total += source.size;
  Transfer transfer("Uploading", total, interrupt);
  for (const LocalSource& source : sources) {
    transfer.begin(source.target.name());
    LocalBody body(source.path, transfer);
    const std::uint64_t size = TRY(body.open());
    TRY(in_our_words(store.upload(source.target, body, size)));
    files.push_back({source.target, size});
  }
  return files;
}

Status collect_files(client::ArtifactStore& store, const artifacts::Path& folder, std::vector<RemoteFile>& files) {
  for (const artifacts::Entry& entry : TRY(store.list(folder))) {
    const artifacts::Path path = folder / TRY(artifacts::Path::parse(entry.name));
    if (entry.kind == artifacts::Kind::kFile) {
      files.push_back({path, entry.size});
    } else if (path != folder) {
      TRY(collect_files(store, path, files));
    }
  }
  return {};
}

}  // namespace

Result<std::vector<RemoteFile>> files_below(client::ArtifactStore& store, const artifacts::Path& path) {
  std::vector<RemoteFile> files;
  if (!path.is_root()) {
    for (const artifacts::Entry& entry : TRY(store.list(path.parent()))) {
      if (entry.name != path.name()) continue;
      if (entry.kind == artifacts::Kind::kFile) return std::vector<RemoteFile>{{path, entry.size}};
    }
  }
  TRY(collect_files(store, path, files));
  return files;
}

Result<std::string> download(client::ArtifactStore& store, const artifacts::Path& path, const std::string& folder,
                             const Interruptible& interrupt) {
  const std::vector<RemoteFile> files = TRY(files_below(store, path));
  if (files.empty() && !path.is_root()) {
    return does_not_exist(fmt::format(
        "Failed to download artifacts from path '{}', please ensure that the path is correct.", path.text()));
  }
  const fs::path target = path.is_root() ? fs::path(folder) : fs::path(folder) / path.name();
  std::uint64_t total = 0;
  for (const RemoteFile& file : files) total += file.size;
  Transfer transfer("Downloading", total, interrupt);
  for (const RemoteFile& file : files) {
    std::string_view below = std::string_view(file.path.text()).substr(path.text().size());
    if (below.starts_with('/')) below.remove_prefix(1);
    TRY(download_file(store, file, below.empty() ? target : target / below, transfer));
  }
  std::error_code ignored;
  if (files.empty()) fs::create_directories(target, ignored);
  return target.string();
}

Result<RemoteFile> upload_file(client::ArtifactStore& store, const std::string& file, const artifacts::Path& target,
                               const Interruptible& interrupt) {
  std::error_code error;
  const std::uint64_t size = fs::file_size(file, error);
  const artifacts::Path name = TRY(artifacts::Path::parse(fs::path(file).filename().string()));
  return TRY(upload_all(store, {{file, target / name, error ? 0 : size}}, interrupt)).front();
}

Result<std::vector<RemoteFile>> upload_folder(client::ArtifactStore& store, const std::string& folder,
                                              const artifacts::Path& target, const Interruptible& interrupt) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) return invalid_parameter(fmt::format("'{}' is no folder.", folder));
  std::vector<LocalSource> sources;
  for (fs::recursive_directory_iterator entry(folder, error), end; entry != end; entry.increment(error)) {
    if (error) break;
    if (!entry->is_regular_file(error)) continue;
    const artifacts::Path below = TRY(artifacts::Path::parse(fs::relative(entry->path(), folder, error).string()));
    sources.push_back({entry->path().string(), target / below, entry->file_size(error)});
  }
  if (error) return internal_error(fmt::format("'{}' cannot be read: {}", folder, error.message()));
  std::ranges::sort(sources, {}, &LocalSource::path);
  return upload_all(store, sources, interrupt);
}

}  // namespace cairn::cli
