#include "data/ops/to_remote.h"

#include <algorithm>
#include <fmt/format.h>
#include <span>
#include <unistd.h>

#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/parallel.h"
#include "data/files/paths.h"
#include "data/ops/url_source.h"
#include "data/remote/received_object.h"
#include "data/remote/remote.h"
#include "data/repo/content.h"

namespace cairn::data {
namespace {

constexpr std::size_t kFilesAtOnce = 256;  // as many wait in .dvc/tmp at most

// Hashes a file while it is written. The hash is its name afterwards.
class StagedFile final : public FileSink {
 public:
  static Result<StagedFile> create(const std::string& directory) {
    StagedFile staged;
    staged.path_ = join_path(directory, temporary_name());
    staged.file_ = TRY(open_file(staged.path_, O_WRONLY | O_CREAT | O_EXCL, kProtected));
    return staged;
  }

  Status begin(std::uint64_t offset, std::uint64_t /*size*/) override {
    if (offset == size_) return {};
    if (offset != 0) return internal_error("a file came from its middle on");
    if (::ftruncate(file_.get(), 0) != 0 || ::lseek(file_.get(), 0, SEEK_SET) != 0) return os_error(errno, path_);
    hash_ = {};
    size_ = 0;
    return {};
  }
  Status write(std::string_view bytes) override {
    const auto piece = std::as_bytes(std::span(bytes));
    hash_.update(piece);
    size_ += bytes.size();
    return write_all(file_, piece, path_);
  }
  Result<Md5> move_into(const ObjectStore& store) {
    const Md5 md5 = hash_.finish();
    const std::string place = store.path({md5, false});
    TRY(make_dirs(parent_path(place)));
    TRY(rename_path(path_, place));
    return md5;
  }

 private:
  StagedFile() = default;
  std::string path_;
  Fd file_;
  Md5Stream hash_;
  std::uint64_t size_ = 0;
};

class Staging {
 public:
  static Result<std::unique_ptr<Staging>> create(const Repo& repo) {
    std::unique_ptr<Staging> staging(new Staging(join_path(repo.tmp_dir(), temporary_name())));
    TRY(make_dirs(staging->store_.root()));
    return staging;
  }
  ~Staging() { (void)remove_all(store_.root()); }
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;

  [[nodiscard]] const ObjectStore& store() const { return store_; }

 private:
  explicit Staging(std::string root) : store_(std::move(root)) {}
  const ObjectStore store_;
};

Status must_all_arrive(const TransferResult& result) {
  if (result.failed.empty()) return {};
  return dvc_error(
      fmt::format("failed to upload {} of the files: {}", result.failed.size(), result.failed.front().why));
}

Status upload_missing(Remote& to, const ObjectStore& from, std::vector<ObjectId> ids) {
  std::ranges::sort(ids);
  const auto same = std::ranges::unique(ids);
  ids.erase(same.begin(), same.end());
  TransferPlan plan{TRY(to.missing(HashKind::kMd5, ids)), {}};
  return must_all_arrive(TRY(to.upload(HashKind::kMd5, from, plan)));
}

// Fetches the files of a round, sends them on, and forgets them.
Status pass_on(UrlSource& source, std::span<const StoredFile> round, const Staging& staging, Remote& to,
               std::span<Md5> hashes) {
  TRY(try_parallel(round.size(), source.jobs(), [&](std::size_t i) -> Status {
    StagedFile staged = TRY(StagedFile::create(staging.store().root()));
    TRY(source.storage().get(round[i].path, 0, staged));
    hashes[i] = TRY(staged.move_into(staging.store()));
    return {};
  }));
  std::vector<ObjectId> ids;
  for (const Md5& md5 : hashes) ids.push_back({md5, false});
  TRY(upload_missing(to, staging.store(), ids));
  for (const ObjectId& id : ids) TRY(staging.store().remove(id));
  return {};
}

Status send_directory_object(const DirEntries& entries, const Staging& staging, Remote& to, Output& output) {
  const std::string text = write_dir_object(entries);
  const ObjectId id{md5_of(text), true};
  const std::string place = staging.store().path(id);
  TRY(make_dirs(parent_path(place)));
  TRY(replace_file(place, text));
  std::vector<Md5> files;
  for (const DirEntry& entry : entries) files.push_back(entry.md5);
  TRY(must_all_arrive(TRY(to.upload(HashKind::kMd5, staging.store(), {{}, {{id.md5, files}}}))));
  output.hash_value = id.text();
  output.nfiles = static_cast<std::int64_t>(entries.size());
  return {};
}

Status send_url(const Repo& repo, const UrlSpec& from, Remote& to, Output& output) {
  UrlSource source = TRY(UrlSource::open(&repo, from));
  const auto staging = TRY(Staging::create(repo));
  const std::vector<StoredFile>& files = source.files();
  std::vector<Md5> hashes(files.size());
  for (std::size_t begin = 0; begin < files.size(); begin += kFilesAtOnce) {
    const std::size_t count = std::min(kFilesAtOnce, files.size() - begin);
    TRY(pass_on(source, std::span(files).subspan(begin, count), *staging, to, std::span(hashes).subspan(begin, count)));
  }
  std::uint64_t size = 0;
  for (const StoredFile& file : files) size += file.size;
  output.size = static_cast<std::int64_t>(size);
  if (!source.is_directory()) {
    output.hash_value = hashes.front().hex();
    return {};
  }
  DirEntries entries;
  for (std::size_t i = 0; i < files.size(); ++i) entries.push_back({files[i].path, hashes[i]});
  return send_directory_object(entries, *staging, to, output);
}

Status send_path(Repo& repo, const std::string& path, Remote& to, Output& output) {
  const auto staging = TRY(Staging::create(repo));
  ObjectBatch batch(staging->store());
  const Content content = TRY(read_content(repo, path, {.batch = &batch, .store = &staging->store()}));
  TRY(batch.commit());
  std::vector<ObjectId> ids;
  for (const TreeFile& file : content.files) ids.push_back({file.md5, false});
  TRY(upload_missing(to, staging->store(), ids));
  output.size = content.size;
  output.is_executable = content.is_executable;
  output.hash_value = content.id.text();
  return content.is_dir() ? send_directory_object(content.entries(), *staging, to, output) : Status();
}

}  // namespace

Status send_to_remote(Repo& repo, const UrlSpec& from, const std::string& remote, Output& output) {
  const auto to = TRY(open_remote(repo, remote, "add --to-remote", from.jobs));
  output.clear_content();
  repo.progress().begin("transfer");
  if (is_url(from.url)) return send_url(repo, from, *to, output);
  if (!exists(from.url)) return does_not_exist(fmt::format("The path '{}' does not exist", from.url));
  return send_path(repo, absolute_path(from.url), *to, output);
}

}  // namespace cairn::data
