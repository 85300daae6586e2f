#include "data/ops/import_objects.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "core/scratch_folder.h"
#include "data/errors.h"
#include "data/files/paths.h"
#include "data/ops/source.h"
#include "data/repo/content.h"

namespace cairn::data {
namespace {

// The cache may have a directory's object without all of its files.
Result<bool> is_cached(const ObjectStore& cache, const UsedOutput& output) {
  if (!cache.has(output.id)) return false;
  if (!output.id.is_dir) return true;
  return cache.has_all(meant_entries(output, TRY(cache.load_dir(output.id.md5))));
}

const YamlNode& origin_of(const UsedOutput& output) { return *output.import_of->other.find("repo"); }

// Repositories that are asked once, whatever was imported of them.
class Sources {
 public:
  explicit Sources(Progress& progress) : progress_(progress) {}

  Result<Source*> at(const YamlNode& origin) {
    SourceSpec spec = spec_of_origin(origin);
    const YamlNode* commit = origin.find("rev_lock");
    if (!commit) return dvc_error("it was never downloaded, and is fixed to no commit");
    spec.revision = commit->text;
    const auto known = std::ranges::find_if(opened_, [&](const auto& each) { return same_value(*each.first, origin); });
    if (known != opened_.end()) return known->second.get();
    opened_.emplace_back(&origin, TRY(Source::open(spec, progress_)));
    return opened_.back().second.get();
  }

 private:
  Progress& progress_;
  std::vector<std::pair<const YamlNode*, std::unique_ptr<Source>>> opened_;
};

// Returns how many files are new in the cache.
Result<std::size_t> take(Repo& repo, Source& source, const UsedOutput& output, unsigned jobs) {
  const ObjectStore& cache = repo.cache_of(output.kind);
  const ScratchFolder folder = TRY(ScratchFolder::beside(join_path(repo.cache_dir(), "import")));
  const std::string staged = folder.path() / file_name(output.name);
  TRY(source.fetch_to(output.import_of->definition, staged, jobs));
  ObjectBatch batch(cache, Origin::kLink);
  const ReadOptions options{.hash = output.kind, .batch = &batch, .store = &cache, .ignored = Ignored::kTaken};
  const Content content = TRY(read_content(repo, staged, options));
  if (content.id != output.id)
    return dvc_error(fmt::format("'{}' holds other data at that commit than were imported: {} instead of {}",
                                 output.import_of->definition, content.id.text(), output.id.text()));
  TRY(batch.commit());
  const auto is_file = [](const ObjectId& id) { return !id.is_dir; };
  return static_cast<std::size_t>(std::ranges::count_if(batch.added(), is_file));
}

}  // namespace

Result<TransferResult> fetch_imports(Repo& repo, const SyncScope& scope) {
  const OutputFilter filter = [&scope](const Stage& stage, const Output& output) {
    return stage.is_repo_import() && is_wanted(scope, output);
  };
  TransferResult result;
  const auto outputs = TRY(used_outputs(repo, scope.outputs, filter));
  Sources sources(repo.progress());
  for (const UsedOutput& output : outputs) {
    if (TRY(is_cached(repo.cache_of(output.kind), output))) continue;
    const auto source = sources.at(origin_of(output));
    auto taken = source.ok() ? take(repo, **source, output, scope.jobs) : source.error();
    if (taken.ok())
      result.transferred += *taken;
    else
      result.failed.push_back({output.id, fmt::format("{}: {}", output.name, taken.error().message())});
  }
  return result;
}

}  // namespace cairn::data
