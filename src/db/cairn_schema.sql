-- What cairn adds to MLflow's schema: created at first open, harmless to MLflow, which never looks at it.

-- The walk of a metric's values in order, for searches ordered by a metric.
CREATE INDEX IF NOT EXISTS cairn_latest_metrics_by_value ON latest_metrics ("key", is_nan, value, run_uuid);
-- The most recent runs of an experiment, in the order in which search lists them.
CREATE INDEX IF NOT EXISTS cairn_runs_by_start ON runs (experiment_id, lifecycle_stage, start_time DESC, run_uuid);
-- Metric history: many points of one (run, key) in a row; src/tracking/metric_chunk_table.h says how rows come to be.
-- BYTEA is PostgreSQL's name for a blob; SQLite takes any. MLflow deletes a run for good with a plain DELETE: the
-- cascade takes the chunks along.
CREATE TABLE IF NOT EXISTS cairn_metric_chunks (
	run_uuid VARCHAR(32) NOT NULL REFERENCES runs (run_uuid) ON DELETE CASCADE,
	"key" VARCHAR(250) NOT NULL,
	seq BIGINT NOT NULL,
	count BIGINT NOT NULL,
	min_step BIGINT NOT NULL,
	max_step BIGINT NOT NULL,
	min_timestamp BIGINT NOT NULL,
	max_timestamp BIGINT NOT NULL,
	reach_step BIGINT NOT NULL,
	reach_timestamp BIGINT NOT NULL,
	nan_count BIGINT NOT NULL,
	min_value DOUBLE PRECISION,
	max_value DOUBLE PRECISION,
	sum_value DOUBLE PRECISION,
	points BYTEA NOT NULL,
	PRIMARY KEY (run_uuid, "key", seq)
);

-- Where searches by a parameter's or a tag's value start.
CREATE INDEX IF NOT EXISTS cairn_params_by_value ON params ("key", value, run_uuid);
CREATE INDEX IF NOT EXISTS cairn_tags_by_value ON tags ("key", value, run_uuid);

-- The tags of an experiment: MLflow's key begins with the tag's name.
CREATE INDEX IF NOT EXISTS cairn_experiment_tags_by_experiment ON experiment_tags (experiment_id);

-- The newest logged models of an experiment, in the order in which search lists them.
CREATE INDEX IF NOT EXISTS cairn_logged_models_by_creation
	ON logged_models (experiment_id, lifecycle_stage, creation_timestamp_ms DESC, model_id);
-- Of each metric of a logged model the latest point on each dataset, and whether it has a value in a range at all: a
-- search looks at every model, and must not look at every point. MLflow's primary key serves the latest point on any
-- dataset.
CREATE INDEX IF NOT EXISTS cairn_logged_model_metrics_by_dataset ON logged_model_metrics
	(model_id, dataset_name, dataset_digest, metric_name, metric_timestamp_ms DESC, metric_step DESC, run_id);
CREATE INDEX IF NOT EXISTS cairn_logged_model_metrics_by_value ON logged_model_metrics
	(model_id, metric_name, metric_value, dataset_name, dataset_digest);
