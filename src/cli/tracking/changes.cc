#include "cli/tracking/changes.h"

#include "api/wire/message_fields.h"

namespace cairn::api {

CAIRN_MESSAGE(LoggedMetric, F(run_id), F(key), F(value), F(timestamp), F(step))
CAIRN_MESSAGE(LoggedValue, F(run_id), F(key), F(value))
CAIRN_MESSAGE(ModelPart, F(name), F(version), F(alias), F(key), F(value))
CAIRN_MESSAGE(Deletion, F(deleted))
CAIRN_MESSAGE(Place, F(path))

}  // namespace cairn::api
