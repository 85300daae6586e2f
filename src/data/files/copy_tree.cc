#include "data/files/copy_tree.h"

#include <algorithm>
#include <fmt/format.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <vector>

#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/parallel.h"
#include "data/files/paths.h"
#include "data/files/walk.h"

namespace cairn::data {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 20;

Status copy_bytes(const Fd& from, const Fd& to, const std::string& path, Progress& progress) {
  std::vector<std::byte> buffer(kPiece);
  while (const std::size_t count = TRY(read_up_to(from, buffer, path))) {
    TRY(write_all(to, std::span(buffer).first(count), path));
    progress.did_bytes(count);
  }
  return {};
}

Status copy_file(const std::string& from, const std::string& to, Progress& progress) {
  const Fd source = TRY(open_file(from, O_RDONLY));
  struct stat info{};
  if (::fstat(source.get(), &info) != 0) return os_error(errno, from);
  const Fd target = TRY(open_file(to, O_WRONLY | O_CREAT | O_EXCL, 0666));
  if ((info.st_mode & 0111) != 0) (void)::fchmod(target.get(), (info.st_mode | 0600) & 0777);
  if (::ioctl(target.get(), FICLONE, source.get()) != 0) return copy_bytes(source, target, from, progress);
  progress.did_bytes(static_cast<std::uint64_t>(info.st_size));
  return {};
}

Status copy_single(const std::string& from, const std::string& to, Progress& progress) {
  const struct stat info = TRY(stat_path(from));
  if (!S_ISREG(info.st_mode)) return dvc_error(fmt::format("'{}' is neither a file nor a directory", from));
  progress.expect(1, static_cast<std::uint64_t>(info.st_size));
  TRY(copy_file(from, to, progress));
  progress.did_file();
  return {};
}

Status copy_directory(const std::string& from, const std::string& to, Progress& progress) {
  const Fd root = TRY(open_file(from, O_RDONLY | O_DIRECTORY));
  const WalkedTree tree = TRY(walk_tree(root, from, nullptr));
  std::uint64_t bytes = 0;
  for (const TreeFile& file : tree.files) bytes += static_cast<std::uint64_t>(file.stamp.size);
  progress.expect(tree.files.size(), bytes);
  TRY(make_dirs(to));
  for (const std::string& directory : tree.directories) TRY(make_dirs(join_path(to, directory)));
  std::vector<Status> copied(tree.files.size());
  run_parallel(tree.files.size(), threads_for(tree.files.size()), [&](std::size_t i) {
    copied[i] = copy_file(join_path(from, tree.files[i].path), join_path(to, tree.files[i].path), progress);
    progress.did_file();
  });
  std::string problems;
  for (const Status& status : copied)
    if (!status.ok()) problems += '\n' + status.error().message();
  if (problems.empty()) return {};
  return dvc_error(fmt::format("{} of {} files could not be copied:{}", std::ranges::count(problems, '\n'),
                               copied.size(), problems));
}

}  // namespace

Status copy_tree(const std::string& from, const std::string& to, Progress& progress) {
  TRY(make_dirs(parent_path(to)));
  const std::string staging = join_path(parent_path(to), temporary_name());
  Status copied = is_directory(from) ? copy_directory(from, staging, progress) : copy_single(from, staging, progress);
  if (copied.ok()) copied = remove_all(to);
  if (copied.ok()) copied = rename_path(staging, to);
  if (!copied.ok()) (void)remove_all(staging);
  return copied;
}

}  // namespace cairn::data
