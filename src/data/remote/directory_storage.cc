#include "data/remote/directory_storage.h"

#include <cerrno>
#include <filesystem>
#include <span>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/paths.h"

namespace cairn::data {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPieceSize = std::size_t{256} << 10;

// Links to files are followed. What they lead to may be gone: that shows when it is read.
class DirectoryStorage final : public Storage {
 public:
  explicit DirectoryStorage(std::string root) : root_(std::move(root)) {}

  Result<StoredFile> stat(const std::string& path) override {
    const struct stat info = TRY(stat_path(place(path)));
    if (S_ISDIR(info.st_mode)) return os_error(ENOENT, place(path));
    return StoredFile{path, static_cast<std::uint64_t>(info.st_size), ""};
  }

  Status get(const std::string& path, std::uint64_t offset, FileSink& into) override {
    const std::string from = place(path);
    const StoredFile found = TRY(stat(path));
    const Fd file = TRY(open_to_read(from));
    if (::lseek(file.get(), static_cast<off_t>(offset), SEEK_SET) < 0) return os_error(errno, from);
    TRY(into.begin(offset, found.size));
    std::string piece(kPieceSize, '\0');
    while (const std::size_t read = TRY(read_up_to(file, std::as_writable_bytes(std::span(piece)), from))) {
      TRY(into.write(std::string_view(piece).substr(0, read)));
    }
    return {};
  }

  Status put(const std::string& path, FileSource& from) override {
    const std::string to = place(path), beside = join_path(parent_path(to), temporary_name());
    TRY(make_dirs(parent_path(to)));
    Status done = write(beside, from);
    if (done.ok()) done = rename_path(beside, to);
    if (!done.ok()) (void)remove_all(beside);
    return done;
  }

  Status remove(const std::string& path) override { return remove_all(place(path)); }

  [[nodiscard]] Listing listing() const override { return Listing::kDirectories; }

  Result<bool> list(const std::string& directory, Extent extent, const Found& found) override {
    TRY(list_below(directory, extent, found));
    return true;
  }

  [[nodiscard]] std::string_view checksum_name() const override { return ""; }
  [[nodiscard]] std::string place(const std::string& path) const override {
    return path.empty() ? root_ : join_path(root_, path);
  }

 private:
  static Status write(const std::string& path, FileSource& from) {
    const Fd file = TRY(open_file(path, O_WRONLY | O_CREAT | O_EXCL, 0666));
    std::string piece(kPieceSize, '\0');
    TRY(from.seek(0));
    while (const std::size_t read = TRY(from.read(piece))) {
      TRY(write_all(file, std::as_bytes(std::span(piece)).first(read), path));
    }
    return {};
  }

  // `above`: the real paths of the directories that this one lies in.
  // What a link to a directory leads to is left out. It, and an empty directory, are found as directories, at any
  // level.
  Status list_below(const std::string& directory, Extent extent, const Found& found) {
    std::error_code failure;
    bool is_empty = true;
    for (fs::directory_iterator entry(place(directory), failure), end; !failure && entry != end;
         entry.increment(failure)) {
      is_empty = false;
      std::error_code broken;
      const std::string path = join_path(directory, entry->path().filename().string());
      if (!entry->is_directory(broken)) {
        const auto size = entry->is_regular_file(broken) ? entry->file_size(broken) : 0;
        found({path, broken ? 0 : size, ""});
      } else if (extent == Extent::kOneLevel || entry->is_symlink(broken)) {
        found({path + '/', 0, ""});
      } else {
        TRY(list_below(path, extent, found));
      }
    }
    if (failure == std::errc::no_such_file_or_directory) return {};
    if (failure) return os_error(failure.value(), place(directory));
    if (is_empty && !directory.empty()) found({directory + '/', 0, ""});
    return {};
  }

  const std::string root_;
};

}  // namespace

Result<std::unique_ptr<Storage>> open_directory_storage(const std::string& path, const StorageOptions& /*options*/,
                                                        unsigned /*jobs*/) {
  return std::unique_ptr<Storage>(std::make_unique<DirectoryStorage>(absolute_path(path)));
}

}  // namespace cairn::data
