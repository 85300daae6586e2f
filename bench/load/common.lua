-- What the load scripts share: a POST ready to send, and the result as one line of JSON.
local common = {}

-- The whole request as text. Bodies keep their length, so that digits can be exchanged in it.
function common.post(path, body)
  return wrk.format("POST", "/api/2.0/mlflow" .. path, { ["Content-Type"] = "application/json" }, body)
end

-- The text before and after a placeholder.
function common.split(text, placeholder)
  local first, last = text:find(placeholder, 1, true)
  return text:sub(1, first - 1), text:sub(last + 1)
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests": %d, "seconds": %.6f, "p50_ms": %.3f, "p99_ms": %.3f, "failed": %d, "broken": %d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end

return common
