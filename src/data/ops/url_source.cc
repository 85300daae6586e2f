#include "data/ops/url_source.h"

#include <algorithm>
#include <fmt/format.h>
#include <unistd.h>

#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/parallel.h"
#include "data/files/paths.h"
#include "data/format/json.h"
#include "data/hash/md5.h"
#include "data/remote/remote.h"
#include "data/remote/storage_kinds.h"

namespace cairn::data {
namespace {

// Hashes what comes, and keeps nothing.
class HashingSink final : public FileSink {
 public:
  Status begin(std::uint64_t offset, std::uint64_t /*size*/) override {
    if (offset == 0) hash_ = {};
    return {};
  }
  Status write(std::string_view bytes) override {
    hash_.update(std::as_bytes(std::span(bytes)));
    return {};
  }
  Md5 finish() { return hash_.finish(); }

 private:
  Md5Stream hash_;
};

class WritingSink final : public FileSink {
 public:
  WritingSink(const Fd& file, std::string path, Progress& progress)
      : file_(file), path_(std::move(path)), progress_(progress) {}
  Status begin(std::uint64_t offset, std::uint64_t /*size*/) override {
    const auto position = static_cast<off_t>(offset);
    if (::ftruncate(file_.get(), position) != 0 || ::lseek(file_.get(), position, SEEK_SET) < 0)
      return os_error(errno, path_);
    return {};
  }
  Status write(std::string_view bytes) override {
    progress_.did_bytes(bytes.size());
    return write_all(file_, std::as_bytes(std::span(bytes)), path_);
  }

 private:
  const Fd& file_;
  const std::string path_;
  Progress& progress_;
};

// A directory's object, with the place's own checksums in the place of hashes.
std::string directory_text(const std::vector<StoredFile>& files, const std::vector<std::string>& checksums,
                           std::string_view name) {
  JsonWriter json;
  json.begin_array();
  for (std::size_t i = 0; i < files.size(); ++i) {
    json.begin_object().key(name).string(checksums[i]).key("relpath").string(files[i].path).end_object();
  }
  return json.end_array().take();
}

// A name that leads out of its directory is not to be followed.
bool leads_out(const std::string& path) {
  return path.starts_with('/') || normal_path(path) != path || path.starts_with("..");
}

Status fetch_file(Storage& storage, const std::string& from, const std::string& to, Progress& progress) {
  TRY(make_dirs(parent_path(to)));
  const Fd file = TRY(open_file(to, O_WRONLY | O_CREAT | O_EXCL, 0666));
  WritingSink sink(file, to, progress);
  return storage.get(from, 0, sink);
}

}  // namespace

bool is_url(std::string_view text) { return !scheme_of(text).empty(); }

Result<UrlSource> UrlSource::open(const Repo* repo, const UrlSpec& spec) {
  const std::string& url = spec.url;
  UrlSource source(TRY(open_url(repo, spec)), spec.jobs > 0 ? spec.jobs : default_jobs());
  auto file = source.storage_->stat("");
  if (!file.ok() && !is_missing(file.error())) return file.error();
  if (file.ok()) {
    source.files_.push_back(*std::move(file));
    return source;
  }
  source.is_directory_ = true;
  if (source.storage_->listing() != Listing::kNone) {
    TRY(source.storage_->list("", Storage::Extent::kAll, [&](StoredFile found) {
      if (!found.path.ends_with('/')) source.files_.push_back(std::move(found));
    }));
  }
  if (source.files_.empty()) return does_not_exist(fmt::format("The path '{}' does not exist", url));
  std::ranges::sort(source.files_, {}, &StoredFile::path);
  for (const StoredFile& found : source.files_)
    if (leads_out(found.path)) return dvc_error(fmt::format("'{}' holds a file with the name '{}'", url, found.path));
  return source;
}

Result<std::vector<std::string>> UrlSource::checksums() {
  std::vector<std::string> sums(files_.size());
  if (!storage_->checksum_name().empty()) {
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (files_[i].checksum.empty())
        return dvc_error(
            fmt::format("could not find an ETag or Content-MD5 header for '{}'", storage_->place(files_[i].path)));
      sums[i] = files_[i].checksum;
    }
    return sums;
  }
  TRY(try_parallel(files_.size(), jobs_, [&](std::size_t i) -> Status {
    HashingSink sink;
    TRY(storage_->get(files_[i].path, 0, sink));
    sums[i] = sink.finish().hex();
    return {};
  }));
  return sums;
}

Status UrlSource::describe(Output& dependency) {
  const std::vector<std::string> sums = TRY(checksums());
  const std::string_view name = storage_->checksum_name().empty() ? "md5" : storage_->checksum_name();
  dependency.clear_content();
  std::uint64_t size = 0;
  for (const StoredFile& file : files_) size += file.size;
  dependency.size = static_cast<std::int64_t>(size);
  dependency.hash_name = is_directory_ ? "md5" : name;
  dependency.hash = dependency.hash_name == "md5" ? HashKind::kMd5 : HashKind::kOther;
  dependency.hash_value = is_directory_ ? md5_of(directory_text(files_, sums, name)).hex() + ".dir" : sums.front();
  if (is_directory_) dependency.nfiles = static_cast<std::int64_t>(files_.size());
  return {};
}

Status UrlSource::fetch_all(const std::string& staging, Progress& progress) {
  std::uint64_t bytes = 0;
  for (const StoredFile& file : files_) bytes += file.size;
  progress.expect(files_.size(), bytes);
  std::vector<Status> fetched(files_.size());
  run_parallel(files_.size(), jobs_, [&](std::size_t i) {
    const std::string& path = files_[i].path;
    const std::string to = path.empty() ? staging : join_path(staging, path);
    fetched[i] = fetch_file(*storage_, path, to, progress);
    if (!fetched[i].ok()) (void)remove_all(to);
    progress.did_file();
  });
  const auto failures = std::ranges::count_if(fetched, [](const Status& status) { return !status.ok(); });
  if (failures == 0) return {};
  if (files_.size() == 1) return std::move(fetched.front());
  std::string problems;
  for (const Status& status : fetched)
    if (!status.ok()) problems += '\n' + status.error().message();
  return dvc_error(fmt::format("{} of {} files failed to download:{}", failures, files_.size(), problems));
}

Status UrlSource::fetch_to(const std::string& target, Partly partly, Progress& progress) {
  const std::string staging = join_path(parent_path(target), temporary_name());
  TRY(make_dirs(parent_path(target)));
  Status fetched = fetch_all(staging, progress);
  const bool keeps_part = partly == Partly::kWhereNothingIs && exists(staging) && !exists(target);
  Status moved;
  if (fetched.ok() || keeps_part) moved = remove_all(target);
  if (moved.ok() && (fetched.ok() || keeps_part)) moved = rename_path(staging, target);
  if (!fetched.ok() || !moved.ok()) (void)remove_all(staging);
  return fetched.ok() ? std::move(moved) : std::move(fetched);
}

Result<std::vector<StoredFile>> list_url(const Repo* repo, const UrlSpec& spec, Storage::Extent extent) {
  const auto storage = TRY(open_url(repo, spec));
  if (auto file = storage->stat(""); file.ok()) return std::vector{*std::move(file)};
  std::vector<StoredFile> found;
  TRY(storage->list("", extent, [&](StoredFile file) {
    if (!file.path.empty()) found.push_back(std::move(file));
  }));
  const bool is_empty_here = !is_url(spec.url) && is_directory(spec.url);
  if (found.empty() && !is_empty_here) return does_not_exist(fmt::format("The path '{}' does not exist", spec.url));
  std::ranges::sort(found, {}, &StoredFile::path);
  return found;
}

}  // namespace cairn::data
