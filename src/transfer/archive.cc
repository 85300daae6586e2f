#include "transfer/archive.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <memory>
#include <vector>

#include "http/fd.h"
#include "transfer/file_store_files.h"
#include "transfer/libarchive.h"
#include "transfer/sync.h"

namespace cairn::transfer {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlock = 256 * 1024;

struct FreeWriter {
  void operator()(archive* writer) const { archive_write_free(writer); }
};
struct FreeReader {
  void operator()(archive* reader) const { archive_read_free(reader); }
};
struct FreeEntry {
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

Error failed(const fs::path& file, archive* of) {
  const char* why = archive_error_string(of);
  return Error(ErrorCode::kDataLoss, fmt::format("'{}': {}.", file.string(), why ? why : "it is not whole"));
}

Status pack_file(archive* writer, const fs::path& folder, const std::string& name) {
  const http::Fd file(::open((folder / name).c_str(), O_RDONLY | O_CLOEXEC));
  std::error_code missing;
  const auto size = fs::file_size(folder / name, missing);
  if (!file || missing) return internal_error(fmt::format("Cannot read '{}': {}.", name, std::strerror(errno)));
  const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
  archive_entry_set_pathname(entry.get(), name.c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(size));
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  if (archive_write_header(writer, entry.get()) != ARCHIVE_OK) return failed(name, writer);
  std::vector<char> block(kBlock);
  for (;;) {
    const ssize_t count = ::read(file.get(), block.data(), block.size());
    if (count < 0) return internal_error(fmt::format("Cannot read '{}': {}.", name, std::strerror(errno)));
    if (count == 0) return {};
    if (archive_write_data(writer, block.data(), static_cast<std::size_t>(count)) != count) return failed(name, writer);
  }
}

Status unpack_entry(archive* reader, archive_entry* entry, const fs::path& folder) {
  const char* name = archive_entry_pathname(entry);
  const fs::path relative = name ? name : "";
  const auto type = archive_entry_filetype(entry);
  if (type == AE_IFDIR) return {};
  bool leads_out = relative.empty() || relative.is_absolute();
  for (const fs::path& part : relative) leads_out = leads_out || part == "..";
  if (type != AE_IFREG || leads_out) {
    return invalid_parameter(fmt::format("The archive holds '{}', which no export does.", relative.string()));
  }
  const fs::path file = folder / relative;
  std::error_code refused;
  fs::create_directories(file.parent_path(), refused);
  const http::Fd out(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
  if (!out) return internal_error(fmt::format("Cannot write '{}': {}.", file.string(), std::strerror(errno)));
  if (archive_read_data_into_fd(reader, out.get()) != ARCHIVE_OK) return failed(file, reader);
  return {};
}

}  // namespace

bool is_archive_name(std::string_view name) { return name.ends_with(".tar.zst"); }

Status pack(const fs::path& folder, const fs::path& file) {
  TRY(libarchive.load());
  const fs::path partial = file.string() + ".partial";
  const std::unique_ptr<archive, FreeWriter> writer(archive_write_new());
  archive_write_set_format_pax_restricted(writer.get());
  archive_write_add_filter_zstd(writer.get());
  if (archive_write_open_filename(writer.get(), partial.c_str()) != ARCHIVE_OK) return failed(partial, writer.get());
  for (const std::string& name : keys_in(folder)) TRY(pack_file(writer.get(), folder, name));
  if (archive_write_close(writer.get()) != ARCHIVE_OK) return failed(partial, writer.get());
  TRY(sync_file_system(partial));
  std::error_code refused;
  fs::rename(partial, file, refused);
  if (refused) return internal_error(fmt::format("Cannot write '{}': {}.", file.string(), refused.message()));
  return {};
}

Status unpack(const fs::path& file, const fs::path& folder) {
  TRY(libarchive.load());
  const std::unique_ptr<archive, FreeReader> reader(archive_read_new());
  archive_read_support_format_tar(reader.get());
  archive_read_support_filter_zstd(reader.get());
  if (archive_read_open_filename(reader.get(), file.c_str(), kBlock) != ARCHIVE_OK) return failed(file, reader.get());
  for (;;) {
    archive_entry* entry = nullptr;
    const int state = archive_read_next_header(reader.get(), &entry);
    if (state == ARCHIVE_EOF) return {};
    if (state != ARCHIVE_OK) return failed(file, reader.get());
    TRY(unpack_entry(reader.get(), entry, folder));
  }
}

}  // namespace cairn::transfer
