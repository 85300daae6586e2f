// Moves everything, or chosen experiments, from a Source to a Target, and checks afterwards what arrived.
//
// Runs go in batches; the next one is read while one is written. What was there already is passed over, so that an
// interrupted copy is finished by starting it again. One thread at a time.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "transfer/remap.h"
#include "transfer/source.h"
#include "transfer/target.h"

namespace cairn::transfer {

enum class Artifacts : std::uint8_t {
  kReference,  // they stay where they are
  kCopy,
};

struct CopyOptions {
  Ids ids = Ids::kKeep;
  Artifacts artifacts = Artifacts::kReference;
  std::vector<std::string> experiments;  // ids or names; empty: all
  bool registered_models = true;
};

struct CopiedExperiment {
  SourceExperiment source;
  TargetExperiment target;
  // By their ids in the source; what was there already is not among them.
  std::vector<std::string> copied_runs;
  std::vector<std::string> copied_models;
};

struct CopyReport {
  Counts copied;
  Counts present;  // was there already
  std::vector<Skipped> skipped;
  std::vector<std::string> remarks;
  std::vector<CopiedExperiment> experiments;
  std::vector<std::string> registered_models;
  Remap remap;
};

// Called after each batch.
using OnProgress = std::function<void(std::uint64_t runs_done, std::uint64_t runs_total, const CopyReport& so_far)>;

Result<CopyReport> copy(Source& source, Target& target, const CopyOptions& options, const OnProgress& on_progress);

}  // namespace cairn::transfer
