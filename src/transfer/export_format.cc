#include "transfer/export_format.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <limits>
#include <unistd.h>
#include <vector>

#include "api/wire/message_fields.h"
#include "core/sha256.h"
#include "http/fd.h"
#include "transfer/file_store_files.h"

namespace cairn::api {

CAIRN_MESSAGE(transfer::Counts, F(experiments), F(runs), F(params), F(tags), F(points), F(logged_models),
              F(registered_models), F(versions), F(files), F(bytes))
CAIRN_MESSAGE(transfer::ExportManifest, F(format), F(version), F(id), F(created_by), F(creation_time), F(source),
              F(has_artifacts), F(counts))

}  // namespace cairn::api

namespace cairn::transfer {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kHeader = "key,step,timestamp,value\n";

Result<std::string> sha256_of_file(const std::string& path) {
  const http::Fd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return does_not_exist(fmt::format("Cannot read '{}': {}.", path, std::strerror(errno)));
  Sha256 hash;
  std::vector<char> buffer(1 << 20);
  for (;;) {
    const ssize_t count = ::read(file.get(), buffer.data(), buffer.size());
    if (count < 0) return internal_error(fmt::format("Cannot read '{}': {}.", path, std::strerror(errno)));
    if (count == 0) return hash.hex();
    hash.add({buffer.data(), static_cast<std::size_t>(count)});
  }
}

void write_field(std::string_view text, std::string& out) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

template <class Number>
void write_number(Number number, std::string& out) {
  std::array<char, 32> digits;
  out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
}

// Reads CSV from left to right.
class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : left_(text) {}

  [[nodiscard]] bool at_end() const { return left_.empty(); }

  // Up to the next separator, which is taken too.
  bool field(char separator, std::string& value) {
    value.clear();
    if (!left_.starts_with('"')) {
      const std::size_t end = left_.find(separator);
      if (end == std::string_view::npos) return false;
      value = left_.substr(0, end);
      left_ = left_.substr(end + 1);
      return true;
    }
    for (std::size_t i = 1; i + 1 < left_.size(); ++i) {
      if (left_[i] != '"') {
        value += left_[i];
      } else if (left_[i + 1] == '"') {
        value += left_[i++];
      } else {
        const bool closed = left_[i + 1] == separator;
        left_ = left_.substr(i + 2);
        return closed;
      }
    }
    return false;
  }

  template <class Number>
  bool number(char separator, Number& value) {
    const std::size_t end = left_.find(separator);
    if (end == std::string_view::npos) return false;
    const std::string_view digits = left_.substr(0, end);
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || stop != digits.data() + digits.size()) return false;
    left_ = left_.substr(end + 1);
    return true;
  }

 private:
  std::string_view left_;
};

Error damaged(const fs::path& file, std::string_view what) {
  return Error(ErrorCode::kDataLoss, fmt::format("The export is damaged: '{}' {}.", file.string(), what));
}

}  // namespace

std::string write_metrics_csv(std::span<const History> histories) {
  std::string text(kHeader);
  for (const History& history : histories) {
    std::string key;
    write_field(history.key, key);
    for (const Point& point : history.points) {
      text += key;
      text += ',';
      write_number(point.step, text);
      text += ',';
      write_number(point.timestamp, text);
      text += ',';
      if (point.is_nan)
        text += "nan";
      else
        write_number(point.value, text);
      text += '\n';
    }
  }
  return text;
}

Result<std::vector<History>> read_metrics_csv(std::string_view text) {
  std::vector<History> histories;
  if (!text.starts_with(kHeader)) return Error(ErrorCode::kDataLoss, "its first line is not the header");
  CsvReader reader(text.substr(kHeader.size()));
  std::string key;
  for (std::size_t line = 2; !reader.at_end(); ++line) {
    std::int64_t step = 0;
    std::int64_t timestamp = 0;
    double value = 0;
    if (!reader.field(',', key) || !reader.number(',', step) || !reader.number(',', timestamp) ||
        !reader.number('\n', value)) {
      return Error(ErrorCode::kDataLoss, fmt::format("its line {} cannot be read", line));
    }
    if (histories.empty() || histories.back().key != key) histories.push_back({key, {}});
    histories.back().points.push_back(tracking::logged_point(step, timestamp, value));
  }
  return histories;
}

Status write_file(const fs::path& file, std::string_view text) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  out.close();
  if (!out) {
    return Error(ErrorCode::kTemporarilyUnavailable,
                 fmt::format("Cannot write '{}': {}.", file.string(), std::strerror(errno)));
  }
  return {};
}

Status write_checksums(const ExportPaths& paths) {
  std::string list;
  for (const std::string& name : keys_in(paths.root())) {
    const fs::path file = paths.root() / name;
    if (file == paths.checksums() || file == paths.manifest()) continue;
    list += fmt::format("{}  {}\n", TRY(sha256_of_file(file)), name);
  }
  return write_file(paths.checksums(), list);
}

Status check_checksums(const ExportPaths& paths) {
  const std::string list = TRY(read_text(paths.checksums()));
  std::string_view left = list;
  while (!left.empty()) {
    const std::size_t end = left.find('\n');
    if (end == std::string_view::npos || end < 67) return damaged(paths.checksums(), "is cut off");
    const std::string_view line = left.substr(0, end);
    left = left.substr(end + 1);
    const fs::path name = line.substr(66);
    if (name.is_absolute() || *name.begin() == "..") return damaged(paths.checksums(), "names a file outside");
    const auto found = sha256_of_file(paths.root() / name);
    if (!found.ok()) return damaged(name, "is missing");
    if (*found != line.substr(0, 64)) return damaged(name, "is not what was exported");
  }
  return {};
}

}  // namespace cairn::transfer
