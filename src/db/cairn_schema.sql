-- What cairn adds to MLflow's schema: created at first open, harmless to MLflow, which never looks at it.

-- The walk of a metric's values in order, for searches ordered by a metric.
CREATE INDEX IF NOT EXISTS cairn_latest_metrics_by_value ON latest_metrics ("key", is_nan, value, run_uuid);
-- The most recent runs of an experiment, in the order in which search lists them.
CREATE INDEX IF NOT EXISTS cairn_runs_by_start ON runs (experiment_id, lifecycle_stage, start_time DESC, run_uuid);
