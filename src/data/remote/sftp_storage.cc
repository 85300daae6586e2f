#include "data/remote/sftp_storage.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <fcntl.h>
#include <fmt/format.h>
#include <mutex>
#include <thread>
#include <vector>

#include "core/uri.h"
#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"
#include "data/hash/md5.h"
#include "data/remote/retrying_storage.h"
#include "data/remote/ssh_connection.h"

namespace cairn::data {
namespace {

constexpr unsigned kMostSessions = 8;  // a connection each
constexpr std::uint32_t kReadBytes = 32 * 1024;
constexpr std::size_t kReadsAhead = 32;
constexpr std::size_t kWriteBytes = std::size_t{128} * 1024;  // each is answered before the next goes out
constexpr std::uint64_t kWorthResuming = std::uint64_t{4} << 20;
// How much of what an interrupted upload left is read back before it is believed.
constexpr std::uint64_t kReadBack = std::uint64_t{1} << 20;

struct CloseFile {
  void operator()(sftp_file file) const { sftp_close(file); }
};
using SftpFile = std::unique_ptr<sftp_file_struct, CloseFile>;
struct CloseDirectory {
  void operator()(sftp_dir directory) const { sftp_closedir(directory); }
};
struct FreeAttributes {
  void operator()(sftp_attributes attributes) const { sftp_attributes_free(attributes); }
};
using SftpAttributes = std::unique_ptr<sftp_attributes_struct, FreeAttributes>;

// Connections, each used by one operation at a time and kept for the next.
class SshPool {
 public:
  SshPool(SshTarget target, unsigned most) : target_(std::move(target)), most_(most) {}

  Result<std::unique_ptr<SshConnection>> take() {
    std::unique_lock lock(mutex_);
    freed_.wait(lock, [this] { return !idle_.empty() || open_ < most_; });
    while (!idle_.empty()) {
      std::unique_ptr<SshConnection> connection = std::move(idle_.back());
      idle_.pop_back();
      if (connection->is_alive()) return connection;
      --open_;
    }
    ++open_;
    // One after the other: servers drop some of many that knock at once.
    auto connection = SshConnection::open(target_);
    if (!connection.ok()) --open_;
    return connection;
  }

  void put_back(std::unique_ptr<SshConnection> connection) {
    const std::scoped_lock lock(mutex_);
    if (connection->is_alive())
      idle_.push_back(std::move(connection));
    else
      --open_;
    freed_.notify_one();
  }

 private:
  const SshTarget target_;
  const unsigned most_;
  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<std::unique_ptr<SshConnection>> idle_;  // guarded by mutex_
  unsigned open_ = 0;                                 // guarded by mutex_
};

// A file's bytes, with many requests on their way at once.
class PipelinedReader {
 public:
  PipelinedReader(const SshConnection& connection, sftp_file file, std::uint64_t position, std::string name)
      : connection_(connection), file_(file), position_(position), name_(std::move(name)) {}
  ~PipelinedReader() { drain(); }
  PipelinedReader(const PipelinedReader&) = delete;
  PipelinedReader& operator=(const PipelinedReader&) = delete;

  // Empty at the end. Valid until the next call.
  Result<std::string_view> next() {
    while (requests_.size() < kReadsAhead) {
      const int id = sftp_async_read_begin(file_, kReadBytes);
      if (id < 0) return connection_.failure(name_);
      requests_.push_back(static_cast<std::uint32_t>(id));
    }
    const int count = answer();
    if (count < 0) return connection_.failure(name_);
    position_ += static_cast<std::uint64_t>(count);
    // The later requests asked for what comes after a full piece.
    if (count > 0 && static_cast<std::uint32_t>(count) < kReadBytes) {
      drain();
      sftp_seek64(file_, position_);
    }
    return std::string_view(buffer_).substr(0, static_cast<std::size_t>(count));
  }

 private:
  int answer() {
    const std::uint32_t id = requests_.front();
    requests_.pop_front();
    return sftp_async_read(file_, buffer_.data(), kReadBytes, id);
  }
  void drain() {
    std::string kept = buffer_;
    while (!requests_.empty() && connection_.is_alive()) answer();
    requests_.clear();
    buffer_ = std::move(kept);
  }

  const SshConnection& connection_;
  sftp_file file_;
  std::uint64_t position_;
  const std::string name_;
  std::deque<std::uint32_t> requests_;
  std::string buffer_ = std::string(kReadBytes, '\0');
};

class SftpStorage final : public Storage {
 public:
  SftpStorage(std::string host_url, std::string base, SshTarget target, unsigned sessions)
      : host_url_(std::move(host_url)), base_(std::move(base)), pool_(std::move(target), sessions) {}

  Result<StoredFile> stat(const std::string& path) override {
    return with_connection([&](const SshConnection& on) -> Result<StoredFile> {
      const SftpAttributes found(sftp_stat(on.sftp(), full(path).c_str()));
      if (!found) return on.failure(place(path));
      if (found->type == SSH_FILEXFER_TYPE_DIRECTORY) return does_not_exist(place(path) + " is a directory");
      return StoredFile{path, found->size, ""};
    });
  }

  Status get(const std::string& path, std::uint64_t offset, FileSink& into) override {
    return with_connection([&](const SshConnection& on) -> Status {
      const SftpFile file(sftp_open(on.sftp(), full(path).c_str(), O_RDONLY, 0));
      if (!file) return on.failure(place(path));
      const SftpAttributes found(sftp_fstat(file.get()));
      if (!found) return on.failure(place(path));
      TRY(into.begin(offset, found->size));
      sftp_seek64(file.get(), offset);
      if (found->size <= offset) return {};
      PipelinedReader reader(on, file.get(), offset, place(path));
      for (;;) {
        const std::string_view piece = TRY(reader.next());
        if (piece.empty()) return {};
        TRY(into.write(piece));
      }
    });
  }

  Status put(const std::string& path, FileSource& from) override {
    return with_connection([&](const SshConnection& on) -> Status {
      const bool resumable = from.size() >= kWorthResuming;
      const std::string temporary =
          parent_path(full(path)) + '/' +
          (resumable ? fmt::format(".part-{}.tmp", md5_of(path).hex().substr(0, 17)) : temporary_name());
      const SftpFile file = TRY(create(on, temporary, path));
      Status sent = send(on, file.get(), from, resumable, path);
      if (sent.ok()) sent = move_into_place(on, temporary, path);
      // What goes on later is left; what is wrong is not.
      const bool may_go_on = resumable && !sent.ok() && sent.error().code() != ErrorCode::kDataLoss;
      if (!sent.ok() && !may_go_on && on.is_alive()) sftp_unlink(on.sftp(), temporary.c_str());
      return sent;
    });
  }

  Status remove(const std::string& path) override {
    return with_connection([&](const SshConnection& on) -> Status {
      if (sftp_unlink(on.sftp(), full(path).c_str()) == SSH_OK) return {};
      const Error error = on.failure(place(path));
      return is_missing(error) ? Status() : Status(error);
    });
  }

  [[nodiscard]] Listing listing() const override { return Listing::kDirectories; }

  Result<bool> list(const std::string& directory, Extent extent, const Found& found) override {
    return with_connection([&](const SshConnection& on) -> Result<bool> {
      TRY(list_on(on, directory, extent, found));
      return true;
    });
  }

  [[nodiscard]] std::string_view checksum_name() const override { return ""; }
  [[nodiscard]] std::string place(const std::string& path) const override { return host_url_ + full(path); }

 private:
  [[nodiscard]] std::string full(const std::string& path) const { return path.empty() ? base_ : base_ + '/' + path; }

  template <class Work>
  auto with_connection(Work work) -> decltype(work(std::declval<const SshConnection&>())) {
    std::unique_ptr<SshConnection> connection = TRY(pool_.take());
    auto result = work(*connection);
    pool_.put_back(std::move(connection));
    return result;
  }

  Result<SftpFile> create(const SshConnection& on, const std::string& temporary, const std::string& path) {
    constexpr mode_t kMode = 0666;  // as the user there has files made
    SftpFile file(sftp_open(on.sftp(), temporary.c_str(), O_RDWR | O_CREAT, kMode));
    if (file) return file;
    if (!is_missing(on.failure(""))) return on.failure(place(path));
    TRY(make_directories(on, parent_path(temporary)));
    file.reset(sftp_open(on.sftp(), temporary.c_str(), O_RDWR | O_CREAT, kMode));
    if (!file) return on.failure(place(path));
    return file;
  }

  // From the top. Somebody else may make the same at the same time.
  Status make_directories(const SshConnection& on, const std::string& directory) {
    constexpr mode_t kMode = 0777;
    if (sftp_mkdir(on.sftp(), directory.c_str(), kMode) == SSH_OK) return {};
    const Error error = on.failure(host_url_ + directory);
    const bool lacks_parent = is_missing(error) && directory.size() > 1;
    if (lacks_parent) {
      TRY(make_directories(on, parent_path(directory)));
      if (sftp_mkdir(on.sftp(), directory.c_str(), kMode) == SSH_OK) return {};
    }
    const SftpAttributes found(sftp_stat(on.sftp(), directory.c_str()));
    if (found && found->type == SSH_FILEXFER_TYPE_DIRECTORY) return {};
    return error;
  }

  // Where to go on in a file that an earlier upload left: its last bytes must be those of the source.
  Result<std::uint64_t> place_to_go_on(const SshConnection& on, sftp_file file, FileSource& from) {
    const SftpAttributes found(sftp_fstat(file));
    if (!found || found->size == 0 || found->size >= from.size()) return 0;
    const std::uint64_t begin = found->size > kReadBack ? found->size - kReadBack : 0;
    TRY(from.seek(begin));
    sftp_seek64(file, begin);
    std::string theirs(found->size - begin, '\0'), ours = theirs;
    std::size_t count = 0;
    while (count < theirs.size()) {
      const ssize_t read =
          sftp_read(file, theirs.data() + count, std::min<std::size_t>(theirs.size() - count, kReadBytes));
      if (read < 0) return on.failure("reading back an upload");
      if (read == 0) return 0;
      count += static_cast<std::size_t>(read);
    }
    if (TRY(from.read(ours)) != ours.size()) return 0;
    return theirs == ours ? found->size : 0;
  }

  Status send(const SshConnection& on, sftp_file file, FileSource& from, bool resumable, const std::string& path) {
    const std::uint64_t begin = resumable ? TRY(place_to_go_on(on, file, from)) : 0;
    TRY(from.seek(begin));
    sftp_seek64(file, begin);
    std::string bytes(kWriteBytes, '\0');
    while (const std::size_t count = TRY(from.read(bytes))) {
      for (std::size_t sent = 0; sent < count;) {
        const ssize_t written = sftp_write(file, bytes.data() + sent, count - sent);
        if (written <= 0) return on.failure(place(path));
        sent += static_cast<std::size_t>(written);
      }
    }
    return {};
  }

  // Not every server lets a file take another's place.
  Status move_into_place(const SshConnection& on, const std::string& temporary, const std::string& path) {
    const std::string target = full(path);
    if (sftp_rename(on.sftp(), temporary.c_str(), target.c_str()) == SSH_OK) return {};
    const Error error = on.failure(place(path));
    if (!on.is_alive()) return error;
    sftp_unlink(on.sftp(), target.c_str());
    if (sftp_rename(on.sftp(), temporary.c_str(), target.c_str()) == SSH_OK) return {};
    return error;
  }

  Status list_on(const SshConnection& on, const std::string& directory, Extent extent, const Found& found) {
    const std::unique_ptr<sftp_dir_struct, CloseDirectory> opened(sftp_opendir(on.sftp(), full(directory).c_str()));
    if (!opened) {
      const Error error = on.failure(place(directory));
      return is_missing(error) ? Status() : Status(error);
    }
    std::vector<std::string> below;
    while (const auto entry = SftpAttributes(sftp_readdir(on.sftp(), opened.get()))) {
      const std::string_view name = entry->name;
      if (name == "." || name == "..") continue;
      const std::string path = directory.empty() ? std::string(name) : fmt::format("{}/{}", directory, name);
      if (entry->type != SSH_FILEXFER_TYPE_DIRECTORY)
        found({path, entry->size, ""});
      else if (extent == Extent::kOneLevel)
        found({path + '/', 0, ""});
      else
        below.push_back(path);
    }
    if (sftp_dir_eof(opened.get()) == 0) return on.failure(place(directory));
    for (const std::string& path : below) TRY(list_on(on, path, extent, found));
    return {};
  }

  const std::string host_url_;
  const std::string base_;
  SshPool pool_;
};

}  // namespace

Result<std::unique_ptr<Storage>> open_sftp_storage(const std::string& url, const StorageOptions& options,
                                                   unsigned jobs) {
  const UriParts parts = split_uri(url);
  SshTarget target = TRY(ssh_target(std::string(parts.authority), options));
  const std::string host_url =
      fmt::format("ssh://{}{}", target.host, target.port ? fmt::format(":{}", target.port) : "");
  const auto asked = options.number("max_sessions").value_or(kMostSessions);
  const auto sessions = static_cast<unsigned>(std::clamp<std::int64_t>(std::min<std::int64_t>(asked, jobs), 1, 64));
  return with_retries(
      std::make_unique<SftpStorage>(host_url, normal_path(std::string(parts.path)), std::move(target), sessions));
}

}  // namespace cairn::data
