// Which run a write changes, as the database announces it to those who follow (db::Database::on_commit).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "db/connection.h"

namespace cairn::tracking {

struct RunChange {
  std::string_view experiment_id;
  std::string_view run_id;
};

void announce_run(db::Connection& connection, std::int64_t experiment_id, std::string_view run_id);
// What such an announcement says; nothing if it is of something else. Views into `announced`.
std::optional<RunChange> run_change(std::string_view announced);

}  // namespace cairn::tracking
