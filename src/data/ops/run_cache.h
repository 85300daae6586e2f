// The run cache: what runs of pipelines' stages took and gave, as small files CACHE/runs/KEY[:2]/KEY/VALUE. KEY is the
// SHA-256 of command, dependencies, parameters and the names of the outputs, VALUE that of all of it with the outputs'
// hashes; each of its JSON without sizes, as DVC has it. push, fetch and pull carry them to and from a remote with
// --run-cache; gc leaves them alone.
#pragma once

#include <string>

#include "core/result.h"
#include "data/repo/repo.h"

namespace cairn::data {

// Notes what a stage of a pipeline holds now, if that can be used again: it has a command, dependencies and outputs,
// all of them files of this machine. Outputs that are not kept in the cache go there for this.
Status save_run(Repo& repo, const Stage& stage);

// How many were copied; the other side's own stay. To a web server that lists nothing they do not go: a warning.
Result<std::size_t> push_run_cache(const Repo& repo, const std::string& remote);
Result<std::size_t> fetch_run_cache(const Repo& repo, const std::string& remote);

}  // namespace cairn::data
