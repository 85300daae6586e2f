// How long it takes to walk and hash a directory: hash_files_bench DIRECTORY [WORKERS]
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "data/files/walk.h"
#include "data/hash/hash_files.h"

int main(int argc, char** argv) {
  using namespace cairn::data;
  using Clock = std::chrono::steady_clock;
  if (argc < 2) return 2;
  const std::string path = argv[1];
  const auto start = Clock::now();
  const auto root = open_file(path, O_RDONLY | O_DIRECTORY);
  if (!root.ok()) return 1;
  auto tree = walk_tree(*root, path, nullptr);
  if (!tree.ok()) return 1;
  auto& files = tree->files;
  const auto walked = Clock::now();
  std::vector<TreeFile*> pointers;
  std::uint64_t bytes = 0;
  for (TreeFile& file : files) {
    pointers.push_back(&file);
    bytes += file.stamp.size;
  }
  if (!hash_files(*root, pointers, {.workers = argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 0}).ok())
    return 1;
  const auto hashed = Clock::now();
  const auto seconds = [](auto from, auto to) { return std::chrono::duration<double>(to - from).count(); };
  std::printf("%zu files, %.1f MB: walk %.3f s, hash %.3f s (%.2f GB/s)\n", files.size(),
              static_cast<double>(bytes) / 1e6, seconds(start, walked), seconds(walked, hashed),
              static_cast<double>(bytes) / seconds(walked, hashed) / 1e9);
}
