#include "core/log.h"

#include <array>
#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "core/json_text.h"

namespace cairn::log {
namespace {

struct LevelName {
  Level level;
  std::string_view name;
  spdlog::level::level_enum spdlog_level;
};
constexpr std::array<LevelName, 4> kLevels = {{
    {Level::kDebug, "debug", spdlog::level::debug},
    {Level::kInfo, "info", spdlog::level::info},
    {Level::kWarning, "warning", spdlog::level::warn},
    {Level::kError, "error", spdlog::level::err},
}};

Format g_format = Format::kText;  // set once, before threads start

spdlog::logger& logger() {
  static const auto made = [] {
    auto stderr_logger = spdlog::stderr_logger_mt("cairn");
    stderr_logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %L %v");
    return stderr_logger;
  }();
  return *made;
}

spdlog::level::level_enum spdlog_level(Level level) { return kLevels[static_cast<std::size_t>(level)].spdlog_level; }

}  // namespace

void configure(Level level, Format format) {
  g_format = format;
  logger().set_level(spdlog_level(level));
  if (format == Format::kJson) {
    logger().set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%e%z","level":"%l","thread":%t,"message":%v})");
  }
}

Result<Level> parse_level(std::string_view name) {
  for (const LevelName& each : kLevels) {
    if (each.name == name) return each.level;
  }
  return invalid_parameter(fmt::format("'{}' is no log level. Give one of debug, info, warning, error.", name));
}

bool enabled(Level level) { return logger().should_log(spdlog_level(level)); }

void write(Level level, const std::string& message) {
  if (!enabled(level)) return;
  if (g_format == Format::kText) {
    logger().log(spdlog_level(level), spdlog::string_view_t(message));
    return;
  }
  std::string quoted;
  write_json_string(message, quoted);
  logger().log(spdlog_level(level), spdlog::string_view_t(quoted));
}

}  // namespace cairn::log
