// MLflow's migration 75868b020152, the one that reshapes data: what traces, spans and assessments carried as tags,
// metadata and metrics becomes columns of their own.
#pragma once

#include "db/upgrade_migrations.h"

namespace cairn::db {

Migration trace_analytics_migration();

}  // namespace cairn::db
