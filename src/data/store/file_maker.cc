#include "data/store/file_maker.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <fmt/format.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "data/errors.h"
#include "data/files/parallel.h"
#include "data/files/paths.h"
#include "data/hash/hash_files.h"
#include "data/store/new_directories.h"

namespace cairn::data {
namespace {

// What a file system answers that knows no such links, or none between these two places.
constexpr int kRefusals[] = {EPERM, ENOTSUP, EXDEV, ENOTTY, ENOSYS, EINVAL, EAGAIN, EMLINK};

const Md5& md5_of_nothing() {
  static const Md5 md5 = md5_of("");
  return md5;
}

Error corrupt(const std::string& object) {
  return {ErrorCode::kDataLoss,
          fmt::format("the object '{}' is corrupt: its bytes are not what its name says", object)};
}

mode_t mode_of(const TreeFile& file) {
  const mode_t mode = 0666 & ~process_umask();
  return (file.mode & 0111) != 0 ? mode | S_IXUSR : mode;
}

}  // namespace

// Where the files go.
struct FileMaker::Target {
  const Fd& root;
  NewDirectories directories;
};

namespace {

// A new file on its way to its place. Removed again unless it gets there.
class NewFile {
 public:
  NewFile(const Fd& root, NewDirectories& directories, TreeFile& file)
      : root_(root), directories_(directories), file_(file), place_(directories.place_of(file.path)) {
    path_ = place_.is_hidden ? place_.path : join_path(place_.directory, temporary_name());
  }
  ~NewFile() {
    if (is_made_) ::unlinkat(root_.get(), path_.c_str(), 0);
  }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  Status open() {
    fd_ = TRY(open_file(path_, O_RDWR | O_CREAT | O_EXCL, 0666, root_.get()));
    is_made_ = true;
    return {};
  }
  [[nodiscard]] const Fd& fd() const { return fd_; }
  bool clone(const Fd& source) { return ::ioctl(fd_.get(), FICLONE, source.get()) == 0; }
  Status write(std::span<const std::byte> bytes) { return write_all(fd_, bytes, file_.path); }

  // As a link to an object. False if the file system knows no such links, or none between these two places.
  Result<bool> link(const std::string& object, LinkType type) {
    const int failed = type == LinkType::kHardlink ? ::linkat(AT_FDCWD, object.c_str(), root_.get(), path_.c_str(), 0)
                                                   : ::symlinkat(object.c_str(), root_.get(), path_.c_str());
    is_made_ = failed == 0;
    if (failed != 0 && std::ranges::find(kRefusals, errno) == std::end(kRefusals)) return os_error(errno, file_.path);
    return is_made_;
  }

  Status put_in_place() {
    if (fd_ && (file_.mode & 0111) != 0 && ::fchmod(fd_.get(), mode_of(file_)) != 0) return os_error(errno, file_.path);
    if (!place_.is_hidden && ::renameat(root_.get(), path_.c_str(), root_.get(), place_.path.c_str()) != 0)
      return os_error(errno, file_.path);
    // A link that replaced the same link is still there under its other name.
    if (!place_.is_hidden && !fd_) ::unlinkat(root_.get(), path_.c_str(), 0);
    is_made_ = false;
    struct stat info{};
    const int failed = fd_ ? ::fstat(fd_.get(), &info) : ::fstatat(root_.get(), place_.path.c_str(), &info, 0);
    if (failed != 0) return os_error(errno, file_.path);
    file_.stamp = FileStamp(info);
    file_.hash = HashState::kSettled;
    fd_.reset();
    return directories_.finished(file_.path);
  }

 private:
  const Fd& root_;
  NewDirectories& directories_;
  TreeFile& file_;
  const NewDirectories::Place place_;
  std::string path_;  // until it is in place
  bool is_made_ = false;
  Fd fd_;
};

// Receives objects as they are read and hashed, and makes the files that are to hold them.
class CopySink : public ContentSink {
 public:
  CopySink(const ObjectStore& store, const Fd& root, NewDirectories& directories, const std::vector<TreeFile>& objects,
           std::span<TreeFile* const> files, bool may_clone)
      : store_(store),
        root_(root),
        directories_(directories),
        objects_(objects),
        files_(files),
        may_clone_(may_clone) {}

  Status take(TreeFile& object, const Fd& source, const Md5& md5, std::span<const std::byte> content) override {
    TreeFile& file = file_of(object);
    TRY(check(file, md5));
    NewFile made(root_, directories_, file);
    TRY(made.open());
    const bool cloned = may_clone_ && !content.empty() && made.clone(source);
    if (!cloned) {
      may_clone_ = may_clone_ && content.empty();
      TRY(made.write(content));
    }
    return made.put_in_place();
  }

  Result<std::unique_ptr<ContentWriter>> start(TreeFile& object, const Fd& source) override {
    auto writer = std::make_unique<Writer>(*this, file_of(object));
    TRY(writer->file.open());
    writer->is_clone = may_clone_ && writer->file.clone(source);
    if (!writer->is_clone) may_clone_ = false;
    return std::unique_ptr<ContentWriter>(std::move(writer));
  }

 private:
  struct Writer : ContentWriter {
    Writer(CopySink& of, TreeFile& target) : sink(of), wanted(target), file(of.root_, of.directories_, target) {}
    [[nodiscard]] const Fd* snapshot() const override { return is_clone ? &file.fd() : nullptr; }
    Status write(std::span<const std::byte> bytes) override { return file.write(bytes); }
    Status finish(const Md5& md5) override {
      TRY(sink.check(wanted, md5));
      return file.put_in_place();
    }
    CopySink& sink;
    TreeFile& wanted;
    NewFile file;
    bool is_clone = false;
  };

  TreeFile& file_of(const TreeFile& object) const {
    return *files_[static_cast<std::size_t>(&object - objects_.data())];
  }
  [[nodiscard]] Status check(const TreeFile& file, const Md5& md5) const {
    const ObjectId id{file.md5, false};
    const std::string object = store_.path(id);
    return store_.is_named(id, md5, object) ? Status() : corrupt(object);
  }

  const ObjectStore& store_;
  const Fd& root_;
  NewDirectories& directories_;
  const std::vector<TreeFile>& objects_;
  std::span<TreeFile* const> files_;
  std::atomic<bool> may_clone_;
};

// The objects of files, as files of the store.
Result<std::vector<TreeFile>> objects_of(const ObjectStore& store, const Fd& store_root,
                                         std::span<TreeFile* const> files) {
  std::vector<TreeFile> objects(files.size());
  TRY(try_parallel(files.size(), threads_for(files.size()), [&](std::size_t i) -> Status {
    const ObjectId id{files[i]->md5, false};
    objects[i].path = ObjectStore::relative_path(id);
    struct stat info{};
    if (::fstatat(store_root.get(), objects[i].path.c_str(), &info, 0) != 0) return os_error(errno, store.path(id));
    objects[i].stamp = FileStamp(info);
    objects[i].mode = info.st_mode;
    return {};
  }));
  return objects;
}

std::vector<TreeFile*> pointers_to(std::vector<TreeFile>& files) {
  std::vector<TreeFile*> pointers;
  for (TreeFile& file : files) pointers.push_back(&file);
  return pointers;
}

}  // namespace

bool can_link(const std::string& from, const std::string& to, LinkType type) {
  const std::string source = join_path(from, temporary_name()), target = join_path(to, temporary_name());
  bool can = false;
  if (const auto fd = open_file(source, O_RDWR | O_CREAT | O_EXCL, 0600); fd.ok()) {
    if (type == LinkType::kHardlink) can = ::link(source.c_str(), target.c_str()) == 0;
    if (type == LinkType::kSymlink) can = ::symlink(source.c_str(), target.c_str()) == 0;
    if (type == LinkType::kReflink) {
      const auto copy = open_file(target, O_WRONLY | O_CREAT | O_EXCL, 0600);
      can = copy.ok() && ::ioctl(copy->get(), FICLONE, fd->get()) == 0;
    }
    if (type == LinkType::kCopy) can = true;
  }
  ::unlink(source.c_str());
  ::unlink(target.c_str());
  return can;
}

FileMaker::FileMaker(const ObjectStore& store, std::vector<LinkType> types, StatIndex& index, unsigned workers,
                     Progress* progress)
    : store_(store), types_(std::move(types)), index_(index), workers_(workers), progress_(progress) {
  if (types_.empty()) types_.push_back(LinkType::kCopy);
}

Status FileMaker::make(const Fd& root, std::span<TreeFile* const> files) {
  Target target{root, NewDirectories(root)};
  Status made = make_all(target, files);
  Status shown = target.directories.show_all();
  return made.ok() ? std::move(shown) : std::move(made);
}

Status FileMaker::make_all(Target& target, std::span<TreeFile* const> files) {
  for (const TreeFile* file : files) TRY(target.directories.make_room_for(file->path));
  if (!links()) return copy(target, files);
  TRY(check_objects(files));
  std::vector<TreeFile*> left(files.begin(), files.end());
  while (!left.empty() && links()) {
    // The first one tells what the file system thinks of such links.
    std::vector<TreeFile*> refused = TRY(link(target, std::span(left).first(1), types_.front()));
    if (refused.empty())
      refused = TRY(link(target, std::span(left).subspan(1), types_.front()));
    else
      refused = left;
    left = std::move(refused);
    if (left.empty()) break;
    if (types_.size() == 1) return dvc_error(fmt::format("No possible cache link types for '{}'.", left.front()->path));
    types_.erase(types_.begin());
  }
  return copy(target, left);
}

Status FileMaker::copy(Target& target, std::span<TreeFile* const> files) {
  if (files.empty()) return {};
  const Fd store_root = TRY(open_file(store_.root(), O_RDONLY | O_DIRECTORY));
  std::vector<TreeFile> objects = TRY(objects_of(store_, store_root, files));
  CopySink sink(store_, target.root, target.directories, objects, files, types_.front() == LinkType::kReflink);
  return hash_files(store_root, pointers_to(objects), {.workers = workers_, .sink = &sink, .progress = progress_});
}

Result<std::vector<TreeFile*>> FileMaker::link(Target& target, std::span<TreeFile* const> files, LinkType type) {
  std::vector<char> is_refused(files.size(), 0);
  TRY(try_parallel(files.size(), threads_for(files.size()), [&](std::size_t i) -> Status {
    const std::string object = store_.path({files[i]->md5, false});
    NewFile made(target.root, target.directories, *files[i]);
    // Every empty file would be one and the same.
    if (type == LinkType::kHardlink && files[i]->md5 == md5_of_nothing())
      TRY(made.open());
    else
      is_refused[i] = TRY(made.link(object, type)) ? 0 : 1;
    return is_refused[i] == 0 ? made.put_in_place() : Status();
  }));
  std::vector<TreeFile*> refused;
  for (std::size_t i = 0; i < files.size(); ++i)
    if (is_refused[i] != 0) refused.push_back(files[i]);
  return refused;
}

// Hashes the objects that the index doesn't know.
Status FileMaker::check_objects(std::span<TreeFile* const> files) {
  if (files.empty()) return {};
  const Fd store_root = TRY(open_file(store_.root(), O_RDONLY | O_DIRECTORY));
  std::vector<TreeFile> objects = TRY(objects_of(store_, store_root, files));
  TRY(index_.look_up(store_.root(), objects));
  std::vector<TreeFile*> unknown;
  for (TreeFile& object : objects)
    if (!is_settled(object.hash)) unknown.push_back(&object);
  TRY(hash_files(store_root, unknown, {.workers = workers_, .progress = progress_}));
  for (std::size_t i = 0; i < files.size(); ++i) {
    const ObjectId id{files[i]->md5, false};
    const std::string object = store_.path(id);
    if (!store_.is_named(id, objects[i].md5, object)) return corrupt(object);
  }
  return index_.remember(store_.root(), objects, Coverage::kSomeFiles);
}

}  // namespace cairn::data
