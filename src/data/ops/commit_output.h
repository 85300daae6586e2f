// Takes an output's content into the cache, as `add` and `commit` do.
#pragma once

#include <string>

#include "core/result.h"
#include "data/repo/content.h"
#include "data/repo/repo.h"

namespace cairn::data {

enum class Relink : std::uint8_t { kNo, kYes };

// How objects come about of this repository's files.
[[nodiscard]] Origin object_origin(const Repo& repo, Relink relink);

// What `path` (an output, or something in one) holds replaces what the output is known to hold: its hash, size and
// number of files. For a part of a directory, the rest is taken from the directory's object. Objects go to `batch`,
// if there is one, and are not committed here.
Result<Content> update_output(Repo& repo, Output& output, const std::string& path, ObjectBatch* batch);

// The same, and the objects are committed, the output is ignored by Git, and the files are made links if they should
// be.
Result<Content> commit_output(Repo& repo, Output& output, const std::string& path, Relink relink);

// An output that DVC 2 tracked keeps its kind of hash until it changes.
Status move_to_md5_if_changed(Repo& repo, Output& output);

// Makes the work tree's files links of the configured type (or plain copies, where links are in the way).
Status relink_content(Repo& repo, const ObjectStore& store, const std::string& path, Content& content);

}  // namespace cairn::data
