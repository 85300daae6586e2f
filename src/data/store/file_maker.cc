#include "data/store/file_maker.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <fmt/format.h>
#include <linux/fs.h>
#include <set>
#include <sys/ioctl.h>
#include <unistd.h>

#include "data/errors.h"
#include "data/files/paths.h"
#include "data/hash/hash_files.h"

namespace cairn::data {
namespace {

// What a file system answers that knows no such links, or none between these two places.
constexpr int kRefusals[] = {EPERM, ENOTSUP, EXDEV, ENOTTY, ENOSYS, EINVAL, EAGAIN, EMLINK};

Error corrupt(const std::string& object) {
  return {ErrorCode::kDataLoss,
          fmt::format("the object '{}' is corrupt: its bytes are not what its name says", object)};
}

std::string temporary_beside(std::string_view path) { return join_path(parent_path(path), temporary_name()); }

mode_t mode_of(const TreeFile& file) {
  const mode_t mode = 0666 & ~process_umask();
  return (file.mode & 0111) != 0 ? mode | S_IXUSR : mode;
}

Status make_parents(const Fd& root, const std::string& path, std::set<std::string>& made) {
  const std::string parent = parent_path(path);
  if (parent.empty() || made.contains(parent)) return {};
  TRY(make_parents(root, parent, made));
  if (::mkdirat(root.get(), parent.c_str(), 0777) != 0 && errno != EEXIST) return os_error(errno, parent);
  made.insert(parent);
  return {};
}

// A new file beside its place. Removed again unless it gets there.
class NewFile {
 public:
  NewFile(const Fd& root, TreeFile& file) : root_(root), file_(file), temporary_(temporary_beside(file.path)) {}
  ~NewFile() {
    if (fd_) ::unlinkat(root_.get(), temporary_.c_str(), 0);
  }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  Status open() {
    fd_ = TRY(open_file(temporary_, O_RDWR | O_CREAT | O_EXCL, 0666, root_.get()));
    return {};
  }
  [[nodiscard]] const Fd& fd() const { return fd_; }
  bool clone(const Fd& source) { return ::ioctl(fd_.get(), FICLONE, source.get()) == 0; }
  Status write(std::span<const std::byte> bytes) { return write_all(fd_, bytes, file_.path); }

  Status put_in_place() {
    if ((file_.mode & 0111) != 0 && ::fchmod(fd_.get(), mode_of(file_)) != 0) return os_error(errno, file_.path);
    if (::renameat(root_.get(), temporary_.c_str(), root_.get(), file_.path.c_str()) != 0)
      return os_error(errno, file_.path);
    struct stat info{};
    if (::fstat(fd_.get(), &info) != 0) return os_error(errno, file_.path);
    file_.stamp = FileStamp(info);
    file_.hash = HashState::kSettled;
    fd_.reset();
    return {};
  }

 private:
  const Fd& root_;
  TreeFile& file_;
  std::string temporary_;
  Fd fd_;
};

// Receives objects as they are read and hashed, and makes the files that are to hold them.
class CopySink : public ContentSink {
 public:
  CopySink(const ObjectStore& store, const Fd& root, const std::vector<TreeFile>& objects,
           std::span<TreeFile* const> files, bool may_clone)
      : store_(store), root_(root), objects_(objects), files_(files), may_clone_(may_clone) {}

  Status take(const TreeFile& object, const Fd& source, const Md5& md5, std::span<const std::byte> content) override {
    TreeFile& file = file_of(object);
    TRY(check(file, md5));
    NewFile made(root_, file);
    TRY(made.open());
    const bool cloned = may_clone_ && !content.empty() && made.clone(source);
    if (!cloned) {
      may_clone_ = may_clone_ && content.empty();
      TRY(made.write(content));
    }
    return made.put_in_place();
  }

  Result<std::unique_ptr<ContentWriter>> start(const TreeFile& object, const Fd& source) override {
    auto writer = std::make_unique<Writer>(*this, file_of(object));
    TRY(writer->file.open());
    writer->is_clone = may_clone_ && writer->file.clone(source);
    if (!writer->is_clone) may_clone_ = false;
    return std::unique_ptr<ContentWriter>(std::move(writer));
  }

 private:
  struct Writer : ContentWriter {
    Writer(CopySink& of, TreeFile& target) : sink(of), wanted(target), file(of.root_, target) {}
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
    if (file.md5 == md5) return {};
    return corrupt(store_.path({file.md5, false}));
  }

  const ObjectStore& store_;
  const Fd& root_;
  const std::vector<TreeFile>& objects_;
  std::span<TreeFile* const> files_;
  std::atomic<bool> may_clone_;
};

// The objects of files, as files of the store.
Result<std::vector<TreeFile>> objects_of(const ObjectStore& store, const Fd& store_root,
                                         std::span<TreeFile* const> files) {
  std::vector<TreeFile> objects(files.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string name = files[i]->md5.hex();
    objects[i].path = name.substr(0, 2) + '/' + name.substr(2);
    struct stat info{};
    if (::fstatat(store_root.get(), objects[i].path.c_str(), &info, 0) != 0)
      return os_error(errno, store.path({files[i]->md5, false}));
    objects[i].stamp = FileStamp(info);
    objects[i].mode = info.st_mode;
  }
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
  std::set<std::string> made;
  for (const TreeFile* file : files) TRY(make_parents(root, file->path, made));
  if (!links()) return copy(root, files);
  TRY(check_objects(files));
  for (std::size_t i = 0; i < files.size(); ++i) {
    TRY(link(root, *files[i]));
    if (!links()) return copy(root, files.subspan(i));
  }
  return {};
}

Status FileMaker::copy(const Fd& root, std::span<TreeFile* const> files) {
  if (files.empty()) return {};
  const Fd store_root = TRY(open_file(store_.root(), O_RDONLY | O_DIRECTORY));
  std::vector<TreeFile> objects = TRY(objects_of(store_, store_root, files));
  CopySink sink(store_, root, objects, files, types_.front() == LinkType::kReflink);
  return hash_files(store_root, pointers_to(objects), {.workers = workers_, .sink = &sink, .progress = progress_});
}

// Goes on to the next type where the file system refuses; the file is not made then, unless that type links, too.
Status FileMaker::link(const Fd& root, TreeFile& file) {
  const std::string object = store_.path({file.md5, false}), temporary = temporary_beside(file.path);
  struct stat info{};
  if (::stat(object.c_str(), &info) != 0) return os_error(errno, object);
  if (info.st_size == 0 && types_.front() == LinkType::kHardlink) {
    NewFile empty(root, file);
    TRY(empty.open());
    return empty.put_in_place();
  }
  while (links()) {
    const int failed = types_.front() == LinkType::kHardlink
                           ? ::linkat(AT_FDCWD, object.c_str(), root.get(), temporary.c_str(), 0)
                           : ::symlinkat(object.c_str(), root.get(), temporary.c_str());
    if (failed == 0) {
      if (::renameat(root.get(), temporary.c_str(), root.get(), file.path.c_str()) != 0)
        return os_error(errno, file.path);
      ::unlinkat(root.get(), temporary.c_str(), 0);  // still there if the file was the same link before
      if (::fstatat(root.get(), file.path.c_str(), &info, 0) != 0) return os_error(errno, file.path);
      file.stamp = FileStamp(info);
      file.hash = HashState::kSettled;
      return {};
    }
    if (std::ranges::find(kRefusals, errno) == std::end(kRefusals)) return os_error(errno, file.path);
    if (types_.size() == 1) return dvc_error(fmt::format("No possible cache link types for '{}'.", file.path));
    types_.erase(types_.begin());
  }
  return {};
}

// Hashes the objects that the index doesn't know.
Status FileMaker::check_objects(std::span<TreeFile* const> files) {
  if (files.empty()) return {};
  const Fd store_root = TRY(open_file(store_.root(), O_RDONLY | O_DIRECTORY));
  std::vector<TreeFile> objects = TRY(objects_of(store_, store_root, files));
  TRY(index_.look_up(store_.root(), objects));
  std::vector<TreeFile*> unknown;
  for (TreeFile& object : objects)
    if (object.hash != HashState::kSettled) unknown.push_back(&object);
  TRY(hash_files(store_root, unknown, {.workers = workers_, .progress = progress_}));
  for (std::size_t i = 0; i < files.size(); ++i)
    if (objects[i].md5 != files[i]->md5) return corrupt(store_.path({files[i]->md5, false}));
  return index_.remember(store_.root(), objects, Coverage::kSomeFiles);
}

}  // namespace cairn::data
