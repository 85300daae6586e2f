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

-- The versions of all models and of one, those that changed last first, as searches list them; the stage tells which are
-- deleted. A search finds its page in the index alone, whatever its order.
CREATE INDEX IF NOT EXISTS cairn_model_versions_by_update
	ON model_versions (workspace, last_updated_time DESC, name, version DESC, current_stage, creation_time);
CREATE INDEX IF NOT EXISTS cairn_model_versions_of_model_by_update
	ON model_versions (workspace, name, last_updated_time DESC, version DESC, current_stage);
-- The highest version of each stage of a model.
CREATE INDEX IF NOT EXISTS cairn_model_versions_by_stage ON model_versions (workspace, name, current_stage, version);
-- What was made from a run.
CREATE INDEX IF NOT EXISTS cairn_model_versions_by_run ON model_versions (run_id);
-- Where searches by a tag's value start, and which names are prompts. A prompt's text is a tag too, and too long to look
-- for.
CREATE INDEX IF NOT EXISTS cairn_registered_model_tags_by_value
	ON registered_model_tags (workspace, "key", value, name) WHERE length(value) <= 250;
CREATE INDEX IF NOT EXISTS cairn_model_version_tags_by_value
	ON model_version_tags (workspace, "key", value, name, version) WHERE length(value) <= 250;

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

-- What webhooks are yet to be told, and the last of what they were told; src/registry/webhook_queue.h says how. Times
-- are in milliseconds.
CREATE TABLE IF NOT EXISTS cairn_webhook_deliveries (
	seq INTEGER PRIMARY KEY,
	delivery_id VARCHAR(36) NOT NULL,
	webhook_id VARCHAR(256) NOT NULL REFERENCES webhooks (webhook_id) ON DELETE CASCADE,
	entity VARCHAR(50) NOT NULL,
	action VARCHAR(50) NOT NULL,
	body TEXT NOT NULL,
	state VARCHAR(10) NOT NULL,
	attempts INTEGER NOT NULL,
	created_at BIGINT NOT NULL,
	next_attempt_at BIGINT,
	claimed_until BIGINT,
	last_attempt_at BIGINT,
	response_status INTEGER,
	error TEXT
);
CREATE INDEX IF NOT EXISTS cairn_webhook_deliveries_by_state ON cairn_webhook_deliveries (webhook_id, state, seq);
CREATE INDEX IF NOT EXISTS cairn_webhook_deliveries_due ON cairn_webhook_deliveries (next_attempt_at)
	WHERE state = 'pending';
CREATE INDEX IF NOT EXISTS cairn_webhook_deliveries_claimed ON cairn_webhook_deliveries (webhook_id, claimed_until)
	WHERE claimed_until IS NOT NULL;
