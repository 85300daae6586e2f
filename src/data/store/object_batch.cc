#include "data/store/object_batch.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fmt/format.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <unistd.h>

#include "core/python_text.h"
#include "data/files/parallel.h"
#include "data/hash/large_file.h"

namespace cairn::data {
namespace {

// How long ago a file must have been changed for its times to tell any later change: some ticks of the kernel's clock.
constexpr std::int64_t kSettlingTime = 20'000'000;

// So many objects are synced one by one: the file system as a whole may have much to do for others.
constexpr std::size_t kFew = 8;

// The disk begins with a large file after so many bytes, while more of it is read and hashed.
constexpr std::uint64_t kFlushed = std::uint64_t{8} << 20;

std::string final_name(const ObjectId& id) { return id.text().substr(2); }

// Whether the bytes that were read before are still those of the file, as far as its times can tell.
bool is_unchanged(const FileStamp& now, const TreeFile& file) {
  return now.inode == file.stamp.inode && now.size == file.stamp.size && now.mtime == file.stamp.mtime &&
         now.mtime < file_clock_now() - kSettlingTime;
}

bool is_unchanged(const Fd& fd, const TreeFile& file) {
  struct stat info{};
  return ::fstat(fd.get(), &info) == 0 && is_unchanged(FileStamp(info), file);
}

// Another name for an open file. Without leave to do that directly there is the way by its descriptor's name.
bool link_open_file(const Fd& file, int directory, const std::string& name) {
  if (::linkat(file.get(), "", directory, name.c_str(), AT_EMPTY_PATH) == 0) return true;
  if (errno != ENOENT) return false;
  const std::string descriptor = fmt::format("/proc/self/fd/{}", file.get());
  return ::linkat(AT_FDCWD, descriptor.c_str(), directory, name.c_str(), AT_SYMLINK_FOLLOW) == 0;
}

}  // namespace

// A large file on its way in: a clone of it, or a copy that is written piece by piece.
class ObjectBatch::CopyWriter : public ContentWriter {
 public:
  CopyWriter(ObjectBatch& batch, std::string path, Fd fd) : batch_(batch), path_(std::move(path)), fd_(std::move(fd)) {}
  ~CopyWriter() override {
    if (!path_.empty()) ::unlink(path_.c_str());
  }
  CopyWriter(const CopyWriter&) = delete;
  CopyWriter& operator=(const CopyWriter&) = delete;

  bool clone(const Fd& source) {
    is_clone_ = ::ioctl(fd_.get(), FICLONE, source.get()) == 0;
    return is_clone_;
  }

  [[nodiscard]] const Fd* snapshot() const override { return is_clone_ ? &fd_ : nullptr; }
  Status write(std::span<const std::byte> bytes) override {
    TRY(write_all(fd_, bytes, path_));
    written_ += bytes.size();
    if (written_ - flushed_ < kFlushed) return {};
    ::sync_file_range(fd_.get(), static_cast<off64_t>(flushed_), static_cast<off64_t>(written_ - flushed_),
                      SYNC_FILE_RANGE_WRITE);
    flushed_ = written_;
    return {};
  }

  Status finish(const Md5& md5) override {
    const ObjectId id{md5, false};
    if (TRY(batch_.is_stored(id))) return {};
    TRY(batch_.protect(fd_, id));
    const Place place = TRY(batch_.place_of(id));
    if (::renameat2(AT_FDCWD, path_.c_str(), place.directory, place.name.c_str(), RENAME_NOREPLACE) != 0) {
      if (errno == EEXIST) return {};  // the same content, at the same time
      if (errno != EINVAL) return os_error(errno, path_);
      if (::renameat(AT_FDCWD, path_.c_str(), place.directory, place.name.c_str()) != 0) return os_error(errno, path_);
    }
    path_.clear();
    batch_.remember(id);
    return {};
  }

 private:
  ObjectBatch& batch_;
  std::string path_;
  Fd fd_;
  bool is_clone_ = false;
  std::uint64_t written_ = 0, flushed_ = 0;
};

// A large file that becomes the object itself: it is only read, and linked at the end.
class ObjectBatch::LinkWriter : public ContentWriter {
 public:
  LinkWriter(ObjectBatch& batch, TreeFile& file, const Fd& source) : batch_(batch), file_(file), source_(source) {}

  [[nodiscard]] const Fd* snapshot() const override { return &source_; }
  Status write(std::span<const std::byte> /*bytes*/) override { return {}; }

  Status finish(const Md5& md5) override {
    const ObjectId id{md5, false};
    if (TRY(batch_.is_stored(id)) || TRY(batch_.link(id, file_, source_))) return {};
    if (::lseek(source_.get(), 0, SEEK_SET) != 0) return os_error(errno, file_.path);
    const auto copy = TRY(batch_.start_copy(source_));
    if (TRY(hash_large_file(source_, file_.path, copy.get())) != md5)
      return internal_error(fmt::format("{} changed while it was read; try again", python_repr(file_.path)));
    return copy->finish(md5);
  }

 private:
  ObjectBatch& batch_;
  TreeFile& file_;
  const Fd& source_;
};

ObjectBatch::ObjectBatch(const ObjectStore& store, Origin origin)
    : store_(store),
      may_link_(origin == Origin::kLink),
      may_clone_(origin == Origin::kCopy),
      prefixes_(store),
      early_sync_(store.root()) {
  std::array<std::uint8_t, Md5::kSize> key{};
  if (::getrandom(key.data(), key.size(), 0) < 0) key[0] = static_cast<std::uint8_t>(::getpid());
  key_ = Md5(key);
}

ObjectBatch::~ObjectBatch() {
  if (committed_) return;
  for (const ObjectId& id : added_)
    if (const auto place = place_of(id); place.ok()) ::unlinkat(place->directory, place->name.c_str(), 0);
}

Status ObjectBatch::take(TreeFile& file, const Fd& source, const Md5& md5, std::span<const std::byte> content) {
  const ObjectId id{md5, false};
  if (TRY(is_stored(id))) return {};
  // An empty object is never a link: every empty file of the work tree would be one and the same.
  if (content.empty()) return write_object(id, content);
  if (TRY(clone(id, file, source)) || TRY(link(id, file, source))) return {};
  return write_object(id, content);
}

Result<std::unique_ptr<ContentWriter>> ObjectBatch::start(TreeFile& file, const Fd& source) {
  if (may_link_ && !file.is_link)
    return std::unique_ptr<ContentWriter>(std::make_unique<LinkWriter>(*this, file, source));
  return std::unique_ptr<ContentWriter>(TRY(start_copy(source)));
}

Result<std::unique_ptr<ObjectBatch::CopyWriter>> ObjectBatch::start_copy(const Fd& source) {
  TRY(make_dirs(store_.root(), store_.directory_mode()));
  const std::string path = fmt::format("{}/{}", store_.root(), temporary_name());
  Fd fd = TRY(open_file(path, O_RDWR | O_CREAT | O_EXCL, kProtected));
  auto writer = std::make_unique<CopyWriter>(*this, path, std::move(fd));
  if (may_clone_ && !writer->clone(source)) may_clone_ = false;
  return writer;
}

Result<ObjectId> ObjectBatch::add_dir(const DirEntries& entries) {
  const std::string text = write_dir_object(entries);
  const ObjectId id{md5_of(text), true};
  TRY(add(id, text));
  return id;
}

Status ObjectBatch::add(const ObjectId& id, std::string_view bytes) {
  if (TRY(is_stored(id))) return {};
  return write_object(id, std::as_bytes(std::span(bytes)));
}

Status ObjectBatch::adopt(const ObjectId& id, const Fd& file, const std::string& path) {
  const Place place = TRY(place_of(id));
  const bool is_known = TRY(is_stored(id));
  if (!is_known && ::fchmod(file.get(), kProtected) != 0) return os_error(errno, path);
  if (!is_known && ::renameat2(AT_FDCWD, path.c_str(), place.directory, place.name.c_str(), RENAME_NOREPLACE) == 0) {
    remember(id);
    return {};
  }
  if (!is_known && errno != EEXIST) return os_error(errno, path);
  ::unlink(path.c_str());
  return {};
}

Status ObjectBatch::commit() {
  early_sync_.stop();
  committed_ = added_.empty();
  if (committed_) return {};
  TRY(make_durable());
  const auto directories = std::ranges::stable_partition(added_, [](const ObjectId& id) { return !id.is_dir; });
  std::array<std::vector<ObjectId>, PrefixDirectories::kCount> files;
  for (const ObjectId& id : std::span(added_.begin(), directories.begin())) files[id.md5.bytes()[0]].push_back(id);
  TRY(try_parallel(files.size(), threads_for(added_.size()), [&](std::size_t first_byte) {
    return put_in_place(static_cast<std::uint8_t>(first_byte), files[first_byte]);
  }));
  for (const ObjectId& id : directories) TRY(put_in_place(id));
  committed_ = true;
  return {};
}

Status ObjectBatch::make_durable() {
  if (added_.size() > kFew) {
    const Fd root = TRY(open_file(store_.root(), O_RDONLY | O_DIRECTORY));
    return ::syncfs(root.get()) == 0 ? Status() : os_error(errno, store_.root());
  }
  for (const ObjectId& id : added_) {
    const Place place = TRY(place_of(id));
    const Fd fd = TRY(open_file(place.name, O_RDONLY, 0, place.directory));
    if (::fsync(fd.get()) != 0) return os_error(errno, store_.path(id));
  }
  return {};
}

Status ObjectBatch::put_in_place(std::uint8_t first_byte, const std::vector<ObjectId>& files) {
  if (files.empty()) return {};
  const PrefixDirectories::Directory from = TRY(prefixes_.find(first_byte));
  if (from.is_new) {
    Status published = prefixes_.publish(first_byte);
    if (published.ok() || published.error().code() != ErrorCode::kResourceAlreadyExists) return published;
  }
  const Fd to = TRY(prefixes_.open(first_byte));
  for (const ObjectId& id : files) {
    const Place place = TRY(place_of(id));
    if (::renameat(place.directory, place.name.c_str(), to.get(), final_name(id).c_str()) != 0)
      return os_error(errno, store_.path(id));
  }
  return {};
}

Status ObjectBatch::put_in_place(const ObjectId& directory_object) {
  const std::uint8_t first_byte = directory_object.md5.bytes()[0];
  const Place place = TRY(place_of(directory_object));
  Status published = prefixes_.publish(first_byte);
  if (!published.ok() && published.error().code() != ErrorCode::kResourceAlreadyExists) return published;
  const Fd to = TRY(prefixes_.open(first_byte));
  if (::renameat(place.directory, place.name.c_str(), to.get(), final_name(directory_object).c_str()) != 0)
    return os_error(errno, store_.path(directory_object));
  return {};
}

// A directory that is new itself holds files under their names; but a directory object must not be there before them.
Result<ObjectBatch::Place> ObjectBatch::place_of(const ObjectId& id) {
  const PrefixDirectories::Directory directory = TRY(prefixes_.find(id.md5.bytes()[0]));
  return Place{directory.fd, directory.is_new && !id.is_dir ? final_name(id) : temporary_name_of(id)};
}

std::string ObjectBatch::temporary_name_of(const ObjectId& id) const {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string name = ".";
  std::uint32_t bits = id.is_dir ? 1 : 0, count = 4;  // 132 bits make 22 characters
  for (std::size_t i = 0; i < Md5::kSize; ++i) {
    bits = bits << 8 | static_cast<std::uint32_t>(id.md5.bytes()[i] ^ key_.bytes()[i]);
    for (count += 8; count >= 6; count -= 6) name += kAlphabet[bits >> (count - 6) & 63];
    bits &= (1U << count) - 1;
  }
  return name += ".tmp";
}

Result<bool> ObjectBatch::is_stored(const ObjectId& id) {
  const PrefixDirectories::Directory directory = TRY(prefixes_.find(id.md5.bytes()[0]));
  struct stat info{};
  if (directory.is_new || ::fstatat(directory.fd, final_name(id).c_str(), &info, 0) != 0) return false;
  // One that isn't protected may be broken; it is replaced by what is at hand.
  return (info.st_mode & 07777) == kProtected;
}

Result<Fd> ObjectBatch::create(const ObjectId& id) {
  const Place place = TRY(place_of(id));
  auto fd = open_file(place.name, O_WRONLY | O_CREAT | O_EXCL, kProtected, place.directory);
  if (!fd.ok() && fd.error().code() == ErrorCode::kResourceAlreadyExists) return Fd();
  return fd;
}

Status ObjectBatch::write_object(const ObjectId& id, std::span<const std::byte> content) {
  const Fd fd = TRY(create(id));
  if (!fd) return {};
  remember(id);
  if (Status written = write_all(fd, content, ""); !written.ok()) return os_error(errno, store_.path(id));
  early_sync_.wrote(content.size());
  return protect(fd, id);
}

// The object as a file that shares the extents of the one that was read. False if it has to be written.
Result<bool> ObjectBatch::clone(const ObjectId& id, const TreeFile& file, const Fd& source) {
  if (!may_clone_) return false;
  const Fd fd = TRY(create(id));
  if (!fd) return true;
  const bool cloned = ::ioctl(fd.get(), FICLONE, source.get()) == 0;
  if (!cloned) may_clone_ = false;
  if (cloned && is_unchanged(source, file)) {
    remember(id);
    TRY(protect(fd, id));
    return true;
  }
  const Place place = TRY(place_of(id));
  ::unlinkat(place.directory, place.name.c_str(), 0);
  return false;
}

// The object as the very file that was read. False if it has to be written.
Result<bool> ObjectBatch::link(const ObjectId& id, TreeFile& file, const Fd& source) {
  if (!may_link_ || file.is_link) return false;
  const Place place = TRY(place_of(id));
  if (!link_open_file(source, place.directory, place.name)) {
    if (errno == EEXIST) return true;
    may_link_ = false;
    return false;
  }
  struct stat info{};
  const bool is_object = ::fchmod(source.get(), kProtected) == 0 && ::fstat(source.get(), &info) == 0 &&
                         is_unchanged(FileStamp(info), file);
  if (!is_object) {
    ::fchmod(source.get(), file.mode & 07777);
    ::unlinkat(place.directory, place.name.c_str(), 0);
    return false;
  }
  remember(id);
  file.stamp = FileStamp(info);  // the link and its protection moved the time of the inode's last change
  file.links = info.st_nlink;
  file.is_object = true;
  return true;
}

void ObjectBatch::remember(const ObjectId& id) {
  const std::scoped_lock lock(mutex_);
  added_.push_back(id);
}

Status ObjectBatch::protect(const Fd& fd, const ObjectId& id) const {
  if ((process_umask() & kProtected) == 0) return {};
  return ::fchmod(fd.get(), kProtected) == 0 ? Status() : os_error(errno, store_.path(id));
}

}  // namespace cairn::data
