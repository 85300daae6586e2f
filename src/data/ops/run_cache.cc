#include "data/ops/run_cache.h"

#include <algorithm>
#include <atomic>
#include <fmt/format.h>
#include <set>

#include "core/sha256.h"
#include "data/errors.h"
#include "data/files/fd.h"
#include "data/files/parallel.h"
#include "data/files/paths.h"
#include "data/files/walk.h"
#include "data/format/yaml_json.h"
#include "data/format/yaml_resolve.h"
#include "data/ops/commit_output.h"
#include "data/remote/memory_file.h"
#include "data/remote/remote.h"
#include "data/repo/pipeline_edit.h"

namespace cairn::data {
namespace {

constexpr std::string_view kFolder = "runs";
constexpr unsigned kAtOnce = 16;

void remove_sizes(YamlNode& node) {
  for (const std::string_view key : {"size", "nfiles"}) node.remove(key);
  for (YamlEntry& entry : node.entries) remove_sizes(entry.value);
  for (YamlNode& item : node.items) remove_sizes(item);
}

std::string value_of(YamlNode run) {
  remove_sizes(run);
  return sha256_hex(python_json(run));
}

std::string key_of(YamlNode run) {
  YamlNode names = YamlNode::sequence();
  if (const YamlNode* outputs = run.find("outs"))
    for (const YamlNode& output : outputs->items)
      if (const YamlNode* path = output.find("path")) names.items.push_back(*path);
  run.set("outs", std::move(names));
  return value_of(std::move(run));
}

// KEY[:2]/KEY/VALUE
std::string path_of(const YamlNode& run) {
  const std::string key = key_of(run);
  return fmt::format("{}/{}/{}", key.substr(0, 2), key, value_of(run));
}

// A name is a place only if the bytes are what it says, so that none leads out of the folder.
bool holds(const std::string& text, const std::string& path) {
  const auto document = parse_yaml(text);
  if (!document.ok()) return false;
  const auto run = resolve_aliases(document->root);
  return run.ok() && path_of(*run) == path;
}

bool is_reusable(const Stage& stage) {
  const bool has_inputs = !stage.dependencies.empty() || !stage.parameters.empty();
  if (stage.is_data_source() || stage.always_changed || !has_inputs || stage.outputs.empty()) return false;
  const auto is_known = [](const Output& entry) { return !entry.path.empty() && !entry.hash_value.empty(); };
  return std::ranges::all_of(stage.dependencies, is_known) &&
         std::ranges::all_of(stage.parameters,
                             [](const Parameters& file) { return !file.known.is(YamlType::kNull); }) &&
         std::ranges::all_of(stage.outputs, [&](const Output& output) {
           return is_known(output) && output.in_repository && !output.persist;
         });
}

// One side of a copy.
class Runs {
 public:
  virtual ~Runs() = default;
  virtual Result<std::set<std::string>> list() = 0;
  virtual Result<std::string> read(const std::string& path) = 0;
  virtual Status write(const std::string& path, const std::string& text) = 0;
};

class RunFolder final : public Runs {
 public:
  explicit RunFolder(const std::string& above) : root_(join_path(above, kFolder)) {}
  Result<std::set<std::string>> list() override {
    std::set<std::string> paths;
    const auto root = open_file(root_, O_RDONLY | O_DIRECTORY);
    if (!root.ok() && is_missing(root.error())) return paths;
    if (!root.ok()) return root.error();
    for (TreeFile& file : TRY(walk_tree(*root, root_, nullptr)).files)
      if (!is_temporary_name(file_name(file.path))) paths.insert(std::move(file.path));
    return paths;
  }
  Result<std::string> read(const std::string& path) override { return read_file(join_path(root_, path)); }
  Status write(const std::string& path, const std::string& text) override {
    const std::string target = join_path(root_, path);
    TRY(make_dirs(parent_path(target)));
    return replace_file(target, text);
  }

 private:
  const std::string root_;
};

class RunStorage final : public Runs {
 public:
  explicit RunStorage(Storage& storage) : storage_(storage) {}
  Result<std::set<std::string>> list() override {
    std::set<std::string> paths;
    const std::string above = std::string(kFolder) + '/';
    TRY(storage_.list(std::string(kFolder), Storage::Extent::kAll, [&](const StoredFile& file) {
      if (file.path.starts_with(above) && !is_temporary_name(file_name(file.path)))
        paths.insert(file.path.substr(above.size()));
    }));
    return paths;
  }
  Result<std::string> read(const std::string& path) override {
    MemorySink sink;
    TRY(storage_.get(join_path(kFolder, path), 0, sink));
    return std::move(sink.bytes);
  }
  Status write(const std::string& path, const std::string& text) override {
    MemorySource source(text);
    return storage_.put(join_path(kFolder, path), source);
  }

 private:
  Storage& storage_;
};

Result<std::size_t> copy_runs(const Repo& repo, Runs& from, Runs& to) {
  const std::set<std::string> known = TRY(to.list());
  std::vector<std::string> wanted;
  for (const std::string& path : TRY(from.list()))
    if (!known.contains(path)) wanted.push_back(path);
  repo.progress().expect(wanted.size(), 0);
  std::vector<std::string> broken(wanted.size());
  std::atomic<std::size_t> copied = 0;
  TRY(try_parallel(wanted.size(), kAtOnce, [&](std::size_t i) -> Status {
    const std::string text = TRY(from.read(wanted[i]));
    repo.progress().did_file();
    if (!holds(text, wanted[i])) {
      broken[i] = wanted[i];
      return {};
    }
    ++copied;
    return to.write(wanted[i], text);
  }));
  for (const std::string& path : broken)
    if (!path.empty()) repo.warn(fmt::format("run cache: '{}' is not what its name says, and is left out", path));
  return copied.load();
}

enum class Direction : std::uint8_t { kPush, kFetch };

// No remote is no error here: what follows says so.
Result<std::size_t> exchange(const Repo& repo, const std::string& name, Direction direction) {
  const bool pushes = direction == Direction::kPush;
  if (name.empty() && !has_default_remote(repo)) return std::size_t{0};
  const auto remote = TRY(open_remote(repo, name, pushes ? "push --run-cache" : "fetch --run-cache"));
  std::unique_ptr<Runs> there;
  if (const ObjectStore* objects = remote->objects(HashKind::kMd5Dos2Unix))
    there = std::make_unique<RunFolder>(objects->root());
  Storage* storage = remote->storage();
  if (storage && storage->listing() != Listing::kNone) there = std::make_unique<RunStorage>(*storage);
  if (!there) {
    repo.warn(fmt::format("the run cache is left out: run-cache is not supported for http filesystem: {}",
                          storage ? storage->place("") : ""));
    return std::size_t{0};
  }
  repo.progress().begin("run cache");
  RunFolder here(repo.cache_dir());
  return pushes ? copy_runs(repo, here, *there) : copy_runs(repo, *there, here);
}

}  // namespace

Status save_run(Repo& repo, const Stage& stage) {
  if (!is_reusable(stage)) return {};
  for (const Output& output : stage.outputs) {
    if (output.use_cache) continue;
    Output copy = output;
    ObjectBatch batch(repo.cache_of(output));
    TRY(update_output(repo, copy, copy.path, &batch));
    TRY(batch.commit());
  }
  const YamlNode run = TRY(locked_stage(stage));
  const std::string path = join_path(join_path(repo.cache_dir(), kFolder), path_of(run));
  if (exists(path)) return {};
  TRY(make_dirs(parent_path(path)));
  return replace_file(path, write_yaml(run));
}

Result<std::size_t> push_run_cache(const Repo& repo, const std::string& remote) {
  return exchange(repo, remote, Direction::kPush);
}

Result<std::size_t> fetch_run_cache(const Repo& repo, const std::string& remote) {
  return exchange(repo, remote, Direction::kFetch);
}

}  // namespace cairn::data
