#include "data/ops/sync.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "data/errors.h"
#include "data/remote/remote.h"

namespace cairn::data {
namespace {

// What goes between the cache and one of a remote's two stores.
struct Group {
  std::string remote;
  HashKind kind = HashKind::kMd5;
  std::vector<UsedOutput> outputs;
};

std::vector<Group> group_outputs(std::vector<UsedOutput> outputs, const std::string& remote) {
  std::vector<Group> groups;
  for (UsedOutput& output : outputs) {
    const std::string& name = output.remote.empty() ? remote : output.remote;
    auto group = std::ranges::find_if(
        groups, [&](const Group& known) { return known.remote == name && known.kind == output.kind; });
    if (group == groups.end()) group = groups.insert(group, Group{name, output.kind, {}});
    group->outputs.push_back(std::move(output));
  }
  return groups;
}

// Objects by name, each once, in the order in which they were named.
class ObjectList {
 public:
  bool add(const ObjectId& id) {
    if (!seen_.insert(id).second) return false;
    ids_.push_back(id);
    return true;
  }
  [[nodiscard]] const std::vector<ObjectId>& ids() const { return ids_; }

 private:
  std::unordered_set<ObjectId> seen_;
  std::vector<ObjectId> ids_;
};

TransferDirectory directory_of(const Md5& md5, const DirEntries& entries) {
  TransferDirectory directory{md5, {}};
  for (const DirEntry& entry : entries) directory.files.push_back(entry.md5);
  return directory;
}

std::string described(const ObjectId& id, HashKind kind) {
  return fmt::format("{}: {}", kind == HashKind::kMd5Dos2Unix ? "md5-dos2unix" : "md5", id.text());
}

// A group's objects, and the directories that hold them.
struct Contents {
  ObjectList objects;
  std::vector<TransferDirectory> directories;
  std::unordered_map<Md5, std::string> texts;  // of directory objects that only the remote has
};

// The entries of a directory, from the cache or else from the remote. Nothing if neither has it.
Result<std::optional<DirEntries>> find_entries(const ObjectStore& cache, Remote& remote, HashKind kind, const Md5& md5,
                                               Contents& contents) {
  auto cached = cache.load_dir(md5);
  if (cached.ok()) return std::optional(*std::move(cached));
  if (!is_missing(cached.error())) return cached.error();
  auto fetched = remote.read_dir(kind, md5);
  if (!fetched.ok() && is_missing(fetched.error())) return std::optional<DirEntries>();
  std::string text = TRY(std::move(fetched));
  DirEntries entries = TRY(parse_dir_object(text));
  contents.texts.emplace(md5, std::move(text));
  return std::optional(std::move(entries));
}

Result<Contents> contents_of(const Group& group, const ObjectStore& cache, Remote& remote) {
  Contents contents;
  for (const UsedOutput& output : group.outputs) {
    const bool is_new = contents.objects.add(output.id);
    if (!output.id.is_dir || (!is_new && output.part.empty())) continue;
    const auto entries = TRY(find_entries(cache, remote, group.kind, output.id.md5, contents));
    if (!entries) continue;
    if (is_new) contents.directories.push_back(directory_of(output.id.md5, *entries));
    for (const DirEntry& entry : meant_entries(output, *entries)) contents.objects.add({entry.md5, false});
  }
  return contents;
}

using Hashes = std::unordered_set<ObjectId>;

Hashes to_set(const std::vector<ObjectId>& ids) { return {ids.begin(), ids.end()}; }

Result<SyncResult> push_group(const Group& group, const ObjectStore& cache, Remote& remote) {
  SyncResult result;
  const Contents contents = TRY(contents_of(group, cache, remote));
  const std::vector<ObjectId> wanted = TRY(remote.missing(group.kind, contents.objects.ids()));
  const Hashes lacking = to_set(wanted), absent = to_set(cache.missing(wanted));
  TransferPlan plan;
  for (const ObjectId& id : wanted) {
    if (absent.contains(id))
      result.missing.push_back(described(id, group.kind));
    else if (!id.is_dir)
      plan.files.push_back(id);
  }
  // A directory goes where all of its files are, or are about to be.
  const Hashes going = to_set(plan.files);
  for (const TransferDirectory& directory : contents.directories) {
    const ObjectId id{directory.md5, true};
    if (!lacking.contains(id) || absent.contains(id)) continue;
    std::vector<ObjectId> others;
    for (const Md5& md5 : directory.files)
      if (!going.contains({md5, false})) others.push_back({md5, false});
    if (TRY(remote.missing(group.kind, others)).empty()) plan.directories.push_back(directory);
  }
  if (!plan.files.empty() || !plan.directories.empty()) result.transfer = TRY(remote.upload(group.kind, cache, plan));
  return result;
}

// Files of directories that the remote has: a directory's object is there to say that they are, too.
Result<Hashes> promised_files(HashKind kind, Remote& remote, const Contents& contents) {
  std::vector<ObjectId> directories;
  for (const TransferDirectory& directory : contents.directories) directories.push_back({directory.md5, true});
  const Hashes absent = to_set(TRY(remote.missing(kind, directories)));
  Hashes promised;
  for (const TransferDirectory& directory : contents.directories)
    if (!absent.contains({directory.md5, true}))
      for (const Md5& md5 : directory.files) promised.insert({md5, false});
  return promised;
}

// The directory objects that came with their files; one that lacks a file would promise too much.
Status take_directories(const Contents& contents, const Hashes& lacking, const ObjectStore& cache,
                        TransferResult& result) {
  ObjectBatch batch(cache);
  const auto failed = result.failed_hashes();
  for (const auto& [md5, text] : contents.texts) {
    const auto directory = std::ranges::find(contents.directories, md5, &TransferDirectory::md5);
    const bool is_whole = std::ranges::none_of(
        directory->files, [&](const Md5& file) { return failed.contains(file) || lacking.contains({file, false}); });
    if (!is_whole) {
      result.failed.push_back({{md5, true}, "not all of its files could be fetched"});
      continue;
    }
    TRY(batch.add({md5, true}, text));
    ++result.transferred;
  }
  return batch.commit();
}

Result<SyncResult> fetch_group(const Group& group, const ObjectStore& cache, Remote& remote) {
  SyncResult result;
  const Contents contents = TRY(contents_of(group, cache, remote));
  std::vector<ObjectId> wanted;
  for (const ObjectId& id : cache.missing(contents.objects.ids())) {
    if (!id.is_dir)
      wanted.push_back(id);
    else if (!contents.texts.contains(id.md5))
      result.missing.push_back(described(id, group.kind));
  }
  const Hashes lacking = to_set(TRY(remote.missing(group.kind, wanted)));
  const Hashes promised = lacking.empty() ? Hashes() : TRY(promised_files(group.kind, remote, contents));
  for (const ObjectId& id : wanted) {
    if (!lacking.contains(id)) continue;
    if (promised.contains(id))
      result.transfer.failed.push_back({id, os_error(ENOENT, remote.place(group.kind, id)).message()});
    else
      result.missing.push_back(described(id, group.kind));
  }
  std::erase_if(wanted, [&lacking](const ObjectId& id) { return lacking.contains(id); });
  if (wanted.empty() && contents.texts.empty()) return result;

  result.transfer.add(TRY(remote.download(group.kind, wanted, cache)));
  TRY(take_directories(contents, lacking, cache, result.transfer));
  return result;
}

template <class RunGroup>
Result<SyncResult> run_groups(Repo& repo, const SyncScope& scope, const OutputFilter& filter, std::string_view command,
                              RunGroup run_group) {
  SyncResult all;
  auto outputs = used_outputs(repo, scope.outputs, filter);
  if (!outputs.ok()) {
    repo.warn("failed to collect 'workspace', skipping");
    return outputs.error();
  }
  for (const Group& group : group_outputs(*std::move(outputs), scope.remote)) {
    // What comes from nowhere may be in the cache already: fetching does without.
    if (command == "fetch" && group.remote.empty() && !has_default_remote(repo)) continue;
    const auto remote = TRY(open_remote(repo, group.remote, command, scope.jobs));
    repo.progress().begin(command);
    SyncResult result = TRY(run_group(group, repo.cache_of(group.kind), *remote));
    repo.progress().end();
    all.transfer.add(std::move(result.transfer));
    std::ranges::move(result.missing, std::back_inserter(all.missing));
  }
  return all;
}

bool is_of_type(const std::vector<std::string>& types, const Output& output) {
  constexpr std::pair<std::string_view, std::string_view> kKeys[] = {{"metrics", "metric"}, {"plots", "plot"}};
  if (types.empty()) return true;
  return std::ranges::any_of(kKeys, [&](const auto& type) {
    return std::ranges::find(types, type.first) != types.end() && output.other.find(type.second);
  });
}

// With -r, outputs that have another remote of their own are left out.
bool belongs_to(const std::string& remote, const Output& output) {
  return remote.empty() || output.remote.empty() || output.remote == remote;
}

}  // namespace

Result<SyncResult> push(Repo& repo, const SyncScope& scope) {
  const OutputFilter filter = [&scope](const Stage& stage, const Output& output) {
    return !stage.is_repo_import() && output.can_push && belongs_to(scope.remote, output);
  };
  return run_groups(repo, scope, filter, "<command>", push_group);
}

bool is_wanted(const SyncScope& scope, const Output& output) {
  const bool fits = !scope.max_size || output.size.value_or(0) < *scope.max_size;
  return fits && belongs_to(scope.remote, output) && is_of_type(scope.types, output);
}

Result<SyncResult> fetch(Repo& repo, const SyncScope& scope) {
  const OutputFilter filter = [&scope](const Stage& stage, const Output& output) {
    return !stage.is_repo_import() && is_wanted(scope, output);
  };
  return run_groups(repo, scope, filter, "fetch", fetch_group);
}

Result<std::vector<RemoteDifference>> remote_status(Repo& repo, const SyncScope& scope) {
  const OutputFilter filter = [](const Stage& stage, const Output& output) {
    return !stage.is_repo_import() && output.can_push;
  };
  std::vector<RemoteDifference> differences;
  for (const Group& group : group_outputs(TRY(used_outputs(repo, scope.outputs, filter)), scope.remote)) {
    const auto remote = TRY(open_remote(repo, group.remote, "status", scope.jobs));
    const ObjectStore& cache = repo.cache_of(group.kind);
    Contents contents;
    std::unordered_map<ObjectId, std::string> names;  // the first name of each
    for (const UsedOutput& output : group.outputs) {
      if (contents.objects.add(output.id)) names.emplace(output.id, output.name);
      if (!output.id.is_dir) continue;
      const auto entries = TRY(find_entries(cache, *remote, group.kind, output.id.md5, contents));
      if (!entries) continue;
      for (const DirEntry& entry : meant_entries(output, *entries))
        if (contents.objects.add({entry.md5, false}))
          names.emplace(ObjectId{entry.md5, false}, output.name + '/' + entry.path);
    }
    const Hashes lacking = to_set(TRY(remote->missing(group.kind, contents.objects.ids())));
    for (const ObjectId& id : contents.objects.ids()) {
      const bool here = cache.has(id), there = !lacking.contains(id);
      if (here && there) continue;
      differences.push_back({names.at(id), here ? "new" : there ? "deleted" : "missing"});
    }
  }
  return differences;
}

}  // namespace cairn::data
