// The program's log, on standard error: plain lines or JSON, one record a line.
//
// Any thread may write. Nothing that a client sent as a secret (headers, passwords, bodies of writes) goes in here.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"

namespace cairn::log {

enum class Level { kDebug, kInfo, kWarning, kError };
enum class Format { kText, kJson };

// Once, at start.
void configure(Level level, Format format);
Result<Level> parse_level(std::string_view name);

[[nodiscard]] bool enabled(Level level);
void write(Level level, const std::string& message);

inline void debug(const std::string& message) { write(Level::kDebug, message); }
inline void info(const std::string& message) { write(Level::kInfo, message); }
inline void warning(const std::string& message) { write(Level::kWarning, message); }
inline void error(const std::string& message) { write(Level::kError, message); }

}  // namespace cairn::log
