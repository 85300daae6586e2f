#include "data/hash/dos2unix.h"

#include <algorithm>
#include <cerrno>
#include <vector>

namespace cairn::data {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 20;
constexpr std::size_t kLookedAt = 512;

bool is_text_byte(std::byte byte) {
  const auto c = std::to_integer<unsigned char>(byte);
  return (c >= 0x20 && c <= 0x7e) || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\b';
}

bool is_text(std::span<const std::byte> chunk) {
  const auto start = chunk.first(std::min(chunk.size(), kLookedAt));
  if (std::ranges::find(start, std::byte{0}) != start.end()) return false;
  const auto other =
      static_cast<std::size_t>(std::ranges::count_if(start, [](std::byte b) { return !is_text_byte(b); }));
  return static_cast<double>(other) / static_cast<double>(std::max<std::size_t>(1, start.size())) <= 0.3;
}

void update_with_unix_line_ends(Md5Stream& stream, std::span<const std::byte> chunk) {
  while (!chunk.empty()) {
    std::size_t end = 0;
    while (end < chunk.size() &&
           !(chunk[end] == std::byte{'\r'} && end + 1 < chunk.size() && chunk[end + 1] == std::byte{'\n'}))
      ++end;
    stream.update(chunk.first(end));
    chunk = chunk.subspan(std::min(chunk.size(), end + 1));
  }
}

Status hash_one(const Fd& root, TreeFile& file) {
  const std::int64_t before = file_clock_now();
  const Fd fd = TRY(open_file(file.path, O_RDONLY, 0, root.get()));
  struct stat info{};
  if (::fstat(fd.get(), &info) != 0) return os_error(errno, file.path);
  file.stamp = FileStamp(info);
  file.mode = info.st_mode;
  file.md5 = TRY(hash_dos2unix(fd, file.path));
  file.hash = file.stamp.settled_before(before) ? HashState::kSettled : HashState::kRacy;
  return {};
}

}  // namespace

Result<Md5> hash_dos2unix(const Fd& fd, std::string_view path) {
  std::vector<std::byte> buffer(kChunk);
  Md5Stream stream;
  while (true) {
    const std::size_t got = TRY(read_up_to(fd, buffer, path));
    const auto chunk = std::span(buffer).first(got);
    if (is_text(chunk))
      update_with_unix_line_ends(stream, chunk);
    else
      stream.update(chunk);
    if (got < buffer.size()) return stream.finish();
  }
}

Status hash_files_dos2unix(const Fd& root, std::span<TreeFile* const> files) {
  for (TreeFile* file : files) TRY(hash_one(root, *file));
  return {};
}

}  // namespace cairn::data
