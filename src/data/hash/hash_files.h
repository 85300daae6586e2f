// Reads and hashes many files on all cores, and hands their contents on while they are in memory, so that adding a file
// to the cache costs one read and one write.
//
// Small files and large numbers of large ones go through each worker's lanes: a worker keeps as many files open as the
// kernel has lanes, reads a piece of each, and hashes the pieces side by side. A few large files are streams instead,
// one at a time on each worker, with a second thread that reads ahead and writes while the first one hashes: then the
// time is MD5's alone. Memory is bounded by workers × lanes × kPiece, whatever the files.
#pragma once

#include <functional>
#include <memory>
#include <span>

#include "core/result.h"
#include "data/files/fd.h"
#include "data/files/tree_file.h"
#include "data/progress.h"

namespace cairn::data {

// Takes the content of one large file, in order. One thread at a time.
class ContentWriter {
 public:
  virtual ~ContentWriter() = default;
  // A copy of the file that can't change any more (a clone). If there is one, it is hashed instead of the file, and
  // nothing is written.
  [[nodiscard]] virtual const Fd* snapshot() const { return nullptr; }
  virtual Status write(std::span<const std::byte> bytes) = 0;
  virtual Status finish(const Md5& md5) = 0;
};

// Takes contents. Called by several threads at once, for different files. `source` is the open file; what a sink does
// to it itself shows in the stamp that it leaves behind.
class ContentSink {
 public:
  virtual ~ContentSink() = default;
  virtual Status take(TreeFile& file, const Fd& source, const Md5& md5, std::span<const std::byte> content) = 0;
  virtual Result<std::unique_ptr<ContentWriter>> start(TreeFile& file, const Fd& source) = 0;
};

struct HashOptions {
  unsigned workers = 0;         // 0: one for each processor
  ContentSink* sink = nullptr;  // null: only hash
  Progress* progress = nullptr;
};

// Fills in md5, stamp, mode and hash of each file; paths are relative to `root`. Stops at the first file that can't be
// read or stored, with its error.
Status hash_files(const Fd& root, std::span<TreeFile* const> files, const HashOptions& options);

}  // namespace cairn::data
