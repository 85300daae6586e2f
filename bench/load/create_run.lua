-- runs/create, as a client sends it at the start of a run.
-- Arguments: the experiment's id.
local common = require("common")

local text

function init(args)
  text = common.post("/runs/create", '{"experiment_id": "' .. args[1] .. '", "user_id": "bench", "run_name": "trial", '
    .. '"start_time": 1700000000000, "tags": [{"key": "mlflow.user", "value": "bench"}, '
    .. '{"key": "mlflow.source.name", "value": "train.py"}, {"key": "mlflow.source.type", "value": "LOCAL"}]}')
end

function request()
  return text
end
