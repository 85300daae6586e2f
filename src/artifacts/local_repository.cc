#include "artifacts/local_repository.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "artifacts/beneath.h"
#include "artifacts/folder.h"
#include "artifacts/staging.h"
#include "core/uri.h"

namespace cairn::artifacts {
namespace {

// Pipes and devices would otherwise wait for somebody at their other end.
constexpr int kReadFile = O_RDONLY | O_NONBLOCK;

// Of what is being written, here or by MLflow.
bool is_hidden(const Path& path) {
  const std::string& text = path.text();
  return text.starts_with(kHiddenPrefix) || text.find('/' + std::string(kHiddenPrefix)) != std::string::npos;
}

bool is_missing(const Error& error) { return error.code() == ErrorCode::kResourceDoesNotExist; }

Result<struct stat> status_of(const http::Fd& file, std::string_view path) {
  struct stat info{};
  if (::fstat(file.get(), &info) != 0) return file_error(errno, path);
  return info;
}

Result<FileInfo> info_of(const http::Fd& file, std::string_view path) {
  using namespace std::chrono;
  const struct stat info = TRY(status_of(file, path));
  if (!S_ISREG(info.st_mode)) return file_error(S_ISDIR(info.st_mode) ? EISDIR : ENOENT, path);
  const auto modified = seconds(info.st_mtim.tv_sec) + nanoseconds(info.st_mtim.tv_nsec);
  return FileInfo{static_cast<std::uint64_t>(info.st_size),
                  system_clock::time_point(duration_cast<system_clock::duration>(modified)),
                  fmt::format("{:x}-{:x}-{:x}", info.st_ino, info.st_size, modified.count())};
}

// Only within one mount can a file be renamed.
bool on_one_mount(const http::Fd& one, const http::Fd& other) {
  struct statx a{};
  struct statx b{};
  if (::statx(one.get(), "", AT_EMPTY_PATH, STATX_MNT_ID, &a) != 0) return true;
  if (::statx(other.get(), "", AT_EMPTY_PATH, STATX_MNT_ID, &b) != 0) return true;
  return a.stx_mnt_id == b.stx_mnt_id && a.stx_dev_major == b.stx_dev_major && a.stx_dev_minor == b.stx_dev_minor;
}

class LocalStream final : public Stream {
 public:
  // The File outlives it.
  LocalStream(const http::Fd& file, ByteRange range) : file_(file), range_(range) {}

  Result<std::size_t> read(std::span<char> buffer) override {
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), range_.length));
    ssize_t count = 0;
    do {
      count = ::pread(file_.get(), buffer.data(), wanted, static_cast<off_t>(range_.offset));
    } while (count < 0 && errno == EINTR);
    if (count < 0) return file_error(errno, {});
    if (count == 0 && wanted > 0) return Error(ErrorCode::kDataLoss, "The artifact became shorter while it was read");
    range_.offset += static_cast<std::uint64_t>(count);
    range_.length -= static_cast<std::uint64_t>(count);
    return static_cast<std::size_t>(count);
  }

 private:
  const http::Fd& file_;
  ByteRange range_;
};

class LocalFile final : public File {
 public:
  LocalFile(http::Fd file, FileInfo info) : file_(std::move(file)), info_(std::move(info)) {}

  [[nodiscard]] const FileInfo& info() const override { return info_; }
  Result<std::unique_ptr<Stream>> read(ByteRange range) override {
    return std::unique_ptr<Stream>(std::make_unique<LocalStream>(file_, range));
  }
  std::optional<http::Fd> descriptor() override {
    http::Fd own(::fcntl(file_.get(), F_DUPFD_CLOEXEC, 0));
    return own ? std::optional(std::move(own)) : std::nullopt;
  }

 private:
  const http::Fd file_;
  const FileInfo info_;
};

class LocalSink final : public Sink {
 public:
  LocalSink(StagedFile staged, http::Fd folder, std::string name)
      : staged_(std::move(staged)), folder_(std::move(folder)), name_(std::move(name)) {}

  Status write(std::string_view bytes) override {
    while (!bytes.empty()) {
      const ssize_t count = ::write(staged_.file().get(), bytes.data(), bytes.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return file_error(errno, name_);
      bytes.remove_prefix(static_cast<std::size_t>(count));
      written_ += count;
    }
    if (written_ - flushed_ >= kFlushEvery) flush();
    return {};
  }
  Status commit() override { return staged_.move_to(folder_, name_); }

 private:
  // Has the disk begin with what is there while more arrives: commit() waits for less.
  void flush() {
    ::sync_file_range(staged_.file().get(), flushed_, written_ - flushed_, SYNC_FILE_RANGE_WRITE);
    flushed_ = written_;
  }

  static constexpr off_t kFlushEvery = 8 * 1024 * 1024;

  StagedFile staged_;
  const http::Fd folder_;
  const std::string name_;
  off_t written_ = 0;
  off_t flushed_ = 0;
};

class LocalRepository final : public Repository {
 public:
  explicit LocalRepository(std::string root) : root_(std::move(root)) {}

  Result<std::vector<Entry>> list(const Path& folder) override;
  Result<FileInfo> stat(const Path& file) override;
  Result<std::unique_ptr<File>> open(const Path& file) override;
  Result<std::unique_ptr<Sink>> create(const Path& file, std::optional<std::uint64_t> size) override;
  Status remove(const Path& path) override;

 private:
  // Opened anew for each call: it may be removed and made again while the server runs.
  [[nodiscard]] Result<http::Fd> root() const { return open_folder(root_); }
  [[nodiscard]] Result<http::Fd> made_root() const;
  static Result<http::Fd> made_folder(const http::Fd& root, const Path& folder);

  const std::string root_;
};

// What a name stands for, a link being followed; nothing for what leads outside, to nowhere, or is no file.
std::optional<Entry> entry_of(const http::Fd& root, const Path& path) {
  const auto opened = open_beneath(root, path, O_PATH);
  if (!opened.ok()) return std::nullopt;
  const auto info = status_of(*opened, path.text());
  if (!info.ok()) return std::nullopt;
  if (S_ISDIR(info->st_mode)) return Entry{std::string(path.name()), Kind::kFolder, 0};
  if (!S_ISREG(info->st_mode)) return std::nullopt;
  return Entry{std::string(path.name()), Kind::kFile, static_cast<std::uint64_t>(info->st_size)};
}

Result<std::vector<Entry>> LocalRepository::list(const Path& folder) {
  std::vector<Entry> entries;
  if (is_hidden(folder)) return entries;
  const auto top = root();
  if (!top.ok() && is_missing(top.error())) return entries;
  if (!top.ok()) return top.error();
  auto opened = open_beneath(*top, folder, kReadFolder);
  if (!opened.ok() && is_missing(opened.error())) return entries;
  FolderListing listing(TRY(std::move(opened)));
  while (const dirent* found = listing.next()) {
    const std::string_view name = found->d_name;
    if (name.starts_with(kHiddenPrefix)) continue;
    if (found->d_type == DT_DIR) {
      entries.push_back({std::string(name), Kind::kFolder, 0});
    } else if (auto entry = entry_of(*top, folder / TRY(Path::parse(name)))) {
      entries.push_back(std::move(*entry));
    }
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
  return entries;
}

Result<FileInfo> LocalRepository::stat(const Path& file) {
  if (is_hidden(file)) return file_error(ENOENT, file.text());
  return info_of(TRY(open_beneath(TRY(root()), file, O_PATH)), file.text());
}

Result<std::unique_ptr<File>> LocalRepository::open(const Path& file) {
  if (is_hidden(file)) return file_error(ENOENT, file.text());
  http::Fd opened = TRY(open_beneath(TRY(root()), file, kReadFile));
  FileInfo info = TRY(info_of(opened, file.text()));
  return std::unique_ptr<File>(std::make_unique<LocalFile>(std::move(opened), std::move(info)));
}

Result<http::Fd> LocalRepository::made_root() const {
  auto opened = root();
  if (opened.ok() || !is_missing(opened.error())) return opened;
  std::error_code failure;
  std::filesystem::create_directories(root_, failure);
  if (failure) return file_error(failure.value(), root_);
  return root();
}

Result<http::Fd> LocalRepository::made_folder(const http::Fd& root, const Path& folder) {
  auto opened = open_beneath(root, folder, kReadFolder);
  if (opened.ok() || !is_missing(opened.error()) || folder.is_root()) return opened;
  if (open_beneath(root, folder, O_PATH).ok()) {
    return invalid_parameter(
        fmt::format("Invalid artifact path: '{}' is a file, and nothing can be below it", folder.text()));
  }
  const http::Fd parent = TRY(made_folder(root, folder.parent()));
  if (::mkdirat(parent.get(), std::string(folder.name()).c_str(), 0777) != 0 && errno != EEXIST) {
    return file_error(errno, folder.text());
  }
  if (::fsync(parent.get()) != 0) return file_error(errno, folder.text());
  return open_beneath(root, folder, kReadFolder);
}

Result<std::unique_ptr<Sink>> LocalRepository::create(const Path& file, std::optional<std::uint64_t> /*size*/) {
  if (file.is_root()) return file_error(EISDIR, file.text());
  if (is_hidden(file)) {
    return invalid_parameter(
        fmt::format("Invalid artifact file name: '{}'. Artifact names starting with '{}' are reserved.", file.name(),
                    kHiddenPrefix));
  }
  const http::Fd top = TRY(made_root());
  http::Fd folder = TRY(made_folder(top, file.parent()));
  const bool beside = on_one_mount(top, folder);
  if (!beside) clean_staging(folder);
  StagedFile staged = TRY(StagedFile::create(beside ? top : folder));
  return std::unique_ptr<Sink>(
      std::make_unique<LocalSink>(std::move(staged), std::move(folder), std::string(file.name())));
}

Status LocalRepository::remove(const Path& path) {
  if (is_hidden(path)) return {};
  const auto top = root();
  if (!top.ok()) return is_missing(top.error()) ? Status() : top.error();
  if (path.is_root()) return empty_folder(TRY(open_beneath(*top, path, kReadFolder)));
  const auto parent = open_beneath(*top, path.parent(), O_PATH | O_DIRECTORY);
  if (!parent.ok()) return is_missing(parent.error()) ? Status() : parent.error();
  return remove_entry(parent->get(), std::string(path.name()));
}

}  // namespace

Result<std::shared_ptr<Repository>> open_local_repository(const std::string& uri) {
  const UriParts parts = split_uri(uri);
  std::string root = percent_decode(parts.scheme.empty() ? std::string_view(uri) : parts.path);
  if (root.empty() || root.find('\0') != std::string::npos) {
    return invalid_parameter(fmt::format("'{}' is no place for artifacts.", uri));
  }
  if (const auto folder = open_folder(root); folder.ok()) clean_staging(*folder);
  return std::shared_ptr<Repository>(std::make_shared<LocalRepository>(std::move(root)));
}

}  // namespace cairn::artifacts
