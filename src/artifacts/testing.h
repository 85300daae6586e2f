// For tests: whole files through a repository.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "artifacts/repository.h"
#include "core/testing.h"

namespace cairn::artifacts {

inline void put_file(const std::filesystem::path& path, std::string_view text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

inline std::string file_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline Path path_of(std::string_view text) {
  auto path = Path::parse(text);
  EXPECT_TRUE(path.ok()) << text;
  return path.ok() ? *path : Path();
}

inline Status write_file(Repository& repository, std::string_view path, std::string_view text) {
  const auto sink = TRY(repository.create(path_of(path), text.size()));
  TRY(sink->write(text));
  return sink->commit();
}

inline Result<std::string> read_range(File& file, ByteRange range) {
  const auto stream = TRY(file.read(range));
  std::string all;
  char buffer[1000];
  for (;;) {
    const std::size_t count = TRY(stream->read(buffer));
    if (count == 0) return all;
    all.append(buffer, count);
  }
}

inline Result<std::string> read_file(Repository& repository, std::string_view path) {
  const auto file = TRY(repository.open(path_of(path)));
  return read_range(*file, {0, file->info().size});
}

// "a b/ c": names in order, folders with a slash.
inline std::string listed(Repository& repository, std::string_view path) {
  const auto entries = repository.list(path_of(path));
  if (!entries.ok()) return "error: " + entries.error().message();
  std::string out;
  for (const Entry& entry : *entries) {
    out += (out.empty() ? "" : " ") + entry.name + (entry.kind == Kind::kFolder ? "/" : "");
  }
  return out;
}

}  // namespace cairn::artifacts
