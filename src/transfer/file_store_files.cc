#include "transfer/file_store_files.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "http/fd.h"
#include "tracking/metric_duplicates.h"

namespace cairn::transfer {
namespace {

namespace fs = std::filesystem;

// Takes words apart that single spaces separate.
class Words {
 public:
  explicit Words(std::string_view line) : left_(line) {}

  std::string_view next() {
    const std::size_t end = left_.find(' ');
    const std::string_view word = left_.substr(0, end);
    left_ = end == std::string_view::npos ? std::string_view() : left_.substr(end + 1);
    return word;
  }

 private:
  std::string_view left_;
};

template <class Number>
bool parse_number(std::string_view word, Number& number) {
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc() && end == word.data() + word.size() && !word.empty();
}

// Python's int(): a step may have been written as "1.0".
bool parse_whole(std::string_view word, std::int64_t& number) {
  if (parse_number(word, number)) return true;
  double real = 0;
  if (!parse_number(word, real) || real != static_cast<double>(static_cast<std::int64_t>(real))) return false;
  number = static_cast<std::int64_t>(real);
  return true;
}

Error malformed(std::size_t line) {
  return Error(ErrorCode::kDataLoss, fmt::format("line {} is not '<timestamp> <value> <step>'", line));
}

// Calls `take` with each line that is not empty, and its number; stops at the first that it refuses.
template <class Take>
Status for_each_line(std::string_view text, Take take) {
  std::size_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty() && !take(line)) return malformed(number);
  }
  return {};
}

}  // namespace

Result<MetaFile> MetaFile::read(const fs::path& file) {
  const std::string text = TRY(read_text(file));
  auto document = data::parse_yaml(text);
  if (!document.ok() || !document->root.is(data::YamlType::kMapping)) {
    return Error(ErrorCode::kDataLoss, fmt::format("'{}' is not whole: {}", file.string(),
                                                   document.ok() ? "it holds no mapping" : document.error().message()));
  }
  return MetaFile(std::move(*document));
}

std::optional<std::string> MetaFile::text(std::string_view key) const {
  const data::YamlNode* node = document_.root.find(key);
  if (!node || node->is_collection() || node->is(data::YamlType::kNull)) return std::nullopt;
  return node->text;
}

std::optional<std::int64_t> MetaFile::integer(std::string_view key) const {
  const auto value = text(key);
  std::int64_t number = 0;
  if (!value || !parse_whole(*value, number)) return std::nullopt;
  return number;
}

Result<std::string> read_text(const fs::path& path) {
  const auto failed = [&] {
    return Error(errno == ENOENT ? ErrorCode::kDataLoss : ErrorCode::kInternalError,
                 fmt::format("cannot read '{}': {}", path.string(), std::strerror(errno)));
  };
  const http::Fd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return failed();
  struct stat info{};
  if (::fstat(file.get(), &info) != 0) return failed();
  std::string text(static_cast<std::size_t>(info.st_size), '\0');
  std::size_t filled = 0;
  while (filled < text.size()) {
    const ssize_t count = ::read(file.get(), text.data() + filled, text.size() - filled);
    if (count < 0) return failed();
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
  }
  text.resize(filled);
  return text;
}

std::vector<std::string> folders_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code missing;
  for (const auto& entry : fs::directory_iterator(folder, missing)) {
    std::error_code gone;
    if (entry.is_directory(gone)) names.push_back(entry.path().filename());
  }
  std::ranges::sort(names);
  return names;
}

std::vector<std::string> keys_in(const fs::path& folder) {
  std::vector<std::string> keys;
  std::error_code missing;
  for (const auto& entry : fs::recursive_directory_iterator(folder, missing)) {
    std::error_code gone;
    if (entry.is_regular_file(gone)) keys.push_back(entry.path().lexically_relative(folder));
  }
  std::ranges::sort(keys);
  return keys;
}

Result<std::vector<Tag>> read_pairs(const fs::path& folder) {
  std::vector<Tag> pairs;
  for (std::string& key : keys_in(folder)) {
    std::string value = TRY(read_text(folder / key));
    pairs.push_back({std::move(key), std::move(value)});
  }
  return pairs;
}

Result<std::vector<Point>> parse_history(std::string_view text) {
  std::vector<Point> points;
  points.reserve(static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1);
  bool ascending = true;
  TRY(for_each_line(text, [&](std::string_view line) {
    Words words(line);
    std::int64_t timestamp = 0;
    std::int64_t step = 0;
    double value = 0;
    if (!parse_whole(words.next(), timestamp) || !parse_number(words.next(), value)) return false;
    const std::string_view step_word = words.next();
    if (!step_word.empty() && !parse_whole(step_word, step)) return false;
    const Point point = tracking::logged_point(step, timestamp, value);
    ascending = ascending && (points.empty() || tracking::ByTime()(points.back(), point));
    points.push_back(point);
    return true;
  }));
  if (!ascending) tracking::drop_repeats(points);
  return points;
}

Result<std::vector<LoggedModelMetricRow>> parse_model_metrics(std::string_view name, std::string_view text) {
  std::vector<LoggedModelMetricRow> metrics;
  TRY(for_each_line(text, [&](std::string_view line) {
    Words words(line);
    LoggedModelMetricRow& metric = metrics.emplace_back();
    metric.metric_name = name;
    double value = 0;
    if (!parse_whole(words.next(), metric.metric_timestamp_ms) || !parse_number(words.next(), value) ||
        !parse_whole(words.next(), metric.metric_step)) {
      return false;
    }
    metric.metric_value = tracking::logged_point(0, 0, value).value;
    metric.run_id = words.next();
    const std::string_view dataset = words.next();
    const std::string_view digest = words.next();
    if (!dataset.empty()) metric.dataset_name = dataset;
    if (!digest.empty()) metric.dataset_digest = digest;
    return !metric.run_id.empty();
  }));
  return metrics;
}

}  // namespace cairn::transfer
