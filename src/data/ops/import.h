// Data from elsewhere: get and get-url put them here, import and import-url also track them and where they came from,
// and update takes them anew.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/result.h"
#include "data/ops/source_spec.h"
#include "data/remote/remote.h"
#include "data/repo/repo.h"
#include "data/repo/stage_files.h"

namespace cairn::data {

// Where something goes that is to be called as its source is, unless the user said otherwise: the user's place, or one
// in that directory. Absolute. An error if something is there, unless `force`.
Result<std::string> resolve_target(const std::string& source, const std::string& wanted, bool force);

Status get(const SourceSpec& from, const std::string& path, const std::string& target, unsigned jobs,
           Progress& progress);
// Where the object of what is tracked at a path is kept.
Result<std::string> storage_place(const SourceSpec& from, const std::string& path, Progress& progress);
// `repo`: the one whose remotes "remote://name" means; null outside of one.
Status get_url(const Repo* repo, const UrlSpec& from, const std::string& target, Progress& progress);

enum class Download : std::uint8_t {
  kYes,
  kNo,      // only the hash of the source is noted
  kNoLook,  // not even that
};

// Called with what is imported and as what, before the work begins.
using ImportNotice = std::function<void(const std::string& from, const std::string& to)>;

struct UrlImport {
  UrlSpec from;
  std::string target;
  Download download = Download::kYes;
  // Straight into a remote, which has a name or is the default one: nothing comes here.
  std::optional<std::string> to_remote{};
};
Status import_url(Repo& repo, const UrlImport& import, const ImportNotice& notice);

// add --to-remote and add --out: what is elsewhere becomes an output of this repository.
Status add_to_remote(Repo& repo, const std::string& from, const std::string& target, const std::string& remote,
                     unsigned jobs);
// Puts it into the work tree, for adding it.
Status fetch_for_add(Repo& repo, const std::string& from, const std::string& target, unsigned jobs);
struct RepoImport {
  SourceSpec from;
  std::string path;
  std::string target;
  Download download = Download::kYes;
  unsigned jobs = 0;
};
Status import_from(Repo& repo, const RepoImport& import, const ImportNotice& notice);

struct ImportUpdate {
  std::string revision;  // instead of the one that an import of a repository is fixed to
  Download download = Download::kYes;
  std::optional<std::string> to_remote{};  // as with UrlImport
  unsigned jobs = 0;
};
// The imports that a word means: of a .dvc file, an output, or with `recursion` everything below a directory.
Result<std::vector<Stage>> imports_of(Repo& repo, const std::string& word, Recursion recursion);
// False if there is nothing new.
Result<bool> update_import(Repo& repo, Stage stage, const ImportUpdate& update, const ImportNotice& notice);

// Puts what an import stands for into the work tree, if it was never downloaded and nothing is in its place. Its .dvc
// file stays as it is: `update` notes what is downloaded. False if there was nothing to do.
Result<bool> take_partial_import(Repo& repo, Stage stage, unsigned jobs);

// How messages name where an import comes from: "path (url)" if that is a repository.
[[nodiscard]] std::string described_origin(const Output& dependency);

// Whether the repository that was imported from has something newer at the path.
Result<bool> has_update(const Repo& repo, const Stage& stage);

}  // namespace cairn::data
