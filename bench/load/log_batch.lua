-- log-batch of 1,000 metrics: 100 steps of 10 keys. The bodies are made beforehand, each with steps of its own; when all
-- have been sent to a run, the next run follows, so that every point sent is new.
-- Arguments: the runs' ids.
local common = require("common")

local BODIES, STEPS, KEYS = 100, 100, 10
local heads, tails = {}, {}
local ids
local run, body = 1, 0

local function metrics(first_step)
  local points = {}
  for step = first_step, first_step + STEPS - 1 do
    for key = 0, KEYS - 1 do
      points[#points + 1] = string.format('{"key": "metric_%d", "value": %.16f, "timestamp": %d, "step": %d}',
        key, math.random(), 1700000000000 + step * 250, step)
    end
  end
  return table.concat(points, ", ")
end

function init(runs)
  for i = 1, BODIES do
    local text = '{"run_id": "' .. string.rep("#", 32) .. '", "metrics": [' .. metrics(1000000 + i * STEPS) .. "]}"
    heads[i], tails[i] = common.split(common.post("/runs/log-batch", text), string.rep("#", 32))
  end
  ids = runs
end

function request()
  body = body + 1
  if body > BODIES then
    body, run = 1, run + 1
    if run > #ids then error("more requests than were prepared") end
  end
  return heads[body] .. ids[run] .. tails[body]
end
