BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('bf29a5ff90ea');
CREATE TABLE assessments (
	assessment_id VARCHAR(50) NOT NULL, 
	trace_id VARCHAR(50) NOT NULL, 
	name VARCHAR(250) NOT NULL, 
	assessment_type VARCHAR(20) NOT NULL, 
	value TEXT NOT NULL, 
	error TEXT, 
	created_timestamp BIGINT NOT NULL, 
	last_updated_timestamp BIGINT NOT NULL, 
	source_type VARCHAR(50) NOT NULL, 
	source_id VARCHAR(250), 
	run_id VARCHAR(32), 
	span_id VARCHAR(50), 
	rationale TEXT, 
	overrides VARCHAR(50), 
	valid BOOLEAN NOT NULL, 
	assessment_metadata TEXT, 
	CONSTRAINT assessments_pk PRIMARY KEY (assessment_id), 
	CONSTRAINT fk_assessments_trace_id FOREIGN KEY(trace_id) REFERENCES trace_info (request_id) ON DELETE CASCADE
);
INSERT INTO "assessments" VALUES('a-a875947ff51e4e3d8d55563a69a83585','tr-a32a100e1cc2ae59bef7ae6e5d345254','judgement','feedback','true',NULL,1795233927322,1795233927322,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-332d744f52e244acb7c88ec1760298c5','tr-a32a100e1cc2ae59bef7ae6e5d345254','judgement','feedback','"yes"',NULL,1795233927345,1795233927345,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-541f413e95614a969852053949939348','tr-a32a100e1cc2ae59bef7ae6e5d345254','judgement','feedback','" No "',NULL,1795233927362,1795233927362,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-48a7621ef9d94ddfb057cc784bacd6ff','tr-a32a100e1cc2ae59bef7ae6e5d345254','judgement','feedback','4.5',NULL,1795233927377,1795233927377,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-1e866e2988d641b0acaff252ebae9fa9','tr-a32a100e1cc2ae59bef7ae6e5d345254','judgement','feedback','3',NULL,1795233927389,1795233927389,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-3ce08dc24d5d4bea9bf15b5bd9f39985','tr-a32a100e1cc2ae59bef7ae6e5d345254','judgement','feedback','NaN',NULL,1795233927404,1795233927404,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-4282285009664373b9fabb75d52cba6b','tr-a32a100e1cc2ae59bef7ae6e5d345254','judgement','feedback','"good"',NULL,1795233927425,1795233927425,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-02394bd4d8b14b71aed1da4cc014bfe7','tr-a32a100e1cc2ae59bef7ae6e5d345254','judgement','feedback','["a"]',NULL,1795233927437,1795233927437,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-edd74300fbf34c5dad08f92ebc77a7fb','tr-a32a100e1cc2ae59bef7ae6e5d345254','judgement','feedback','{"k": 1}',NULL,1795233927461,1795233927461,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-c435b60f21ba40ed86bebab9fc7e9b0b','tr-a32a100e1cc2ae59bef7ae6e5d345254','expected','expectation','{"answer": 42}',NULL,1795233927478,1795233927478,'HUMAN','default',NULL,NULL,NULL,NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-5453718bed6c4f9a9b8ea46d019caa0d','tr-70063424bf76efd46a0a1736a4d6ad67','judgement','feedback','true',NULL,1795233927523,1795233927523,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-2045a150a97a4fcf8311c070413223bf','tr-70063424bf76efd46a0a1736a4d6ad67','judgement','feedback','"yes"',NULL,1795233927537,1795233927537,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-3674c44de96943d698fc2c554c9aa3b7','tr-70063424bf76efd46a0a1736a4d6ad67','judgement','feedback','" No "',NULL,1795233927561,1795233927561,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-1ebc09a3b16945c8b4f88b2b86f806b7','tr-70063424bf76efd46a0a1736a4d6ad67','judgement','feedback','4.5',NULL,1795233927577,1795233927577,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-cc53a739f1ea4309bc56483c4440d660','tr-70063424bf76efd46a0a1736a4d6ad67','judgement','feedback','3',NULL,1795233927597,1795233927597,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-7d990a5341d948c7aac34d7adc49b706','tr-70063424bf76efd46a0a1736a4d6ad67','judgement','feedback','NaN',NULL,1795233927613,1795233927613,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-d920999389ea49ff971e913c26acb5e7','tr-70063424bf76efd46a0a1736a4d6ad67','judgement','feedback','"good"',NULL,1795233927624,1795233927624,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-4f7d357e7bb9474b90fc51b5b9eb7491','tr-70063424bf76efd46a0a1736a4d6ad67','judgement','feedback','["a"]',NULL,1795233927637,1795233927637,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-2bfd56777de5437c95660620d6ea4fce','tr-70063424bf76efd46a0a1736a4d6ad67','judgement','feedback','{"k": 1}',NULL,1795233927649,1795233927649,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-46c833b32c244d0d996daf13cd68574d','tr-70063424bf76efd46a0a1736a4d6ad67','expected','expectation','{"answer": 42}',NULL,1795233927665,1795233927665,'HUMAN','default',NULL,NULL,NULL,NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-dceac120ec634166aa414ee6df94d8fb','tr-250de50cceb355b50a354d08bbd6e772','judgement','feedback','true',NULL,1795233927697,1795233927697,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-e31c1ffdc92b4f88a5df13c661ba91e8','tr-250de50cceb355b50a354d08bbd6e772','judgement','feedback','"yes"',NULL,1795233927712,1795233927712,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-03951a38e1354725bebaa91b45aaac90','tr-250de50cceb355b50a354d08bbd6e772','judgement','feedback','" No "',NULL,1795233927737,1795233927737,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-3a4632d82ca94af2a00f1321ce97f324','tr-250de50cceb355b50a354d08bbd6e772','judgement','feedback','4.5',NULL,1795233927749,1795233927749,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-dbb349ea290b47148c7b457f93b6fe77','tr-250de50cceb355b50a354d08bbd6e772','judgement','feedback','3',NULL,1795233927754,1795233927754,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-6fd0a9a83b2a4333b2ad483f5812e809','tr-250de50cceb355b50a354d08bbd6e772','judgement','feedback','NaN',NULL,1795233927765,1795233927765,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-cd8a993a8f154a978556be372a72f42b','tr-250de50cceb355b50a354d08bbd6e772','judgement','feedback','"good"',NULL,1795233927773,1795233927773,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-30101ff571354538bf908d3735b1dce4','tr-250de50cceb355b50a354d08bbd6e772','judgement','feedback','["a"]',NULL,1795233927789,1795233927789,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-67f83a05b315476da4d1426eada7651f','tr-250de50cceb355b50a354d08bbd6e772','judgement','feedback','{"k": 1}',NULL,1795233927797,1795233927797,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-8a6e9e0b835d4b07af91f430b03adf81','tr-250de50cceb355b50a354d08bbd6e772','expected','expectation','{"answer": 42}',NULL,1795233927809,1795233927809,'HUMAN','default',NULL,NULL,NULL,NULL,1,NULL);
CREATE TABLE "datasets" (
	dataset_uuid VARCHAR(36) NOT NULL, 
	experiment_id INTEGER NOT NULL, 
	name VARCHAR(500) NOT NULL, 
	digest VARCHAR(36) NOT NULL, 
	dataset_source_type VARCHAR(36) NOT NULL, 
	dataset_source TEXT NOT NULL, 
	dataset_schema TEXT, 
	dataset_profile TEXT, 
	CONSTRAINT dataset_pk PRIMARY KEY (experiment_id, name, digest), 
	CONSTRAINT fk_datasets_experiment_id_experiments FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id) ON DELETE CASCADE
);
INSERT INTO "datasets" VALUES('0629e7e0913840b7895da2250071d523',1,'wine','0a1b','http','{"url": "http://x"}','[]','{}');
CREATE TABLE entity_associations (
	association_id VARCHAR(36) NOT NULL, 
	source_type VARCHAR(36) NOT NULL, 
	source_id VARCHAR(36) NOT NULL, 
	destination_type VARCHAR(36) NOT NULL, 
	destination_id VARCHAR(36) NOT NULL, 
	created_time BIGINT, 
	CONSTRAINT entity_associations_pk PRIMARY KEY (source_type, source_id, destination_type, destination_id)
);
INSERT INTO "entity_associations" VALUES('association_id 0','source_type 0','source_id 0','destination_type 0','destination_id 0',0);
INSERT INTO "entity_associations" VALUES('association_id 1','source_type 1','source_id 1','destination_type 1','destination_id 1',1);
INSERT INTO "entity_associations" VALUES('association_id 2','source_type 2','source_id 2','destination_type 2','destination_id 2',2);
CREATE TABLE "evaluation_dataset_records" (
	dataset_record_id VARCHAR(36) NOT NULL, 
	dataset_id VARCHAR(36) NOT NULL, 
	inputs JSON NOT NULL, 
	expectations JSON, 
	tags JSON, 
	source JSON, 
	source_id VARCHAR(36), 
	source_type VARCHAR(255), 
	created_time BIGINT, 
	last_update_time BIGINT, 
	created_by VARCHAR(255), 
	last_updated_by VARCHAR(255), 
	input_hash VARCHAR(64) NOT NULL, outputs JSON, 
	CONSTRAINT evaluation_dataset_records_pk PRIMARY KEY (dataset_record_id), 
	CONSTRAINT fk_evaluation_dataset_records_dataset_id FOREIGN KEY(dataset_id) REFERENCES evaluation_datasets (dataset_id) ON DELETE CASCADE, 
	CONSTRAINT unique_dataset_input UNIQUE (dataset_id, input_hash)
);
INSERT INTO "evaluation_dataset_records" VALUES('dataset_record_id 0','dataset_id 0','{"n": 0, "text": "\u00fc"}','{"n": 0, "text": "\u00fc"}','{"n": 0, "text": "\u00fc"}','{"n": 0, "text": "\u00fc"}','source_id 0','source_type 0',0,0,'created_by 0','last_updated_by 0','input_hash 0','{"n": 0, "text": "\u00fc"}');
INSERT INTO "evaluation_dataset_records" VALUES('dataset_record_id 1','dataset_id 1','{"n": 1, "text": "\u00fc"}','{"n": 1, "text": "\u00fc"}','{"n": 1, "text": "\u00fc"}','{"n": 1, "text": "\u00fc"}','source_id 1','source_type 1',1,1,'created_by 1','last_updated_by 1','input_hash 1','{"n": 1, "text": "\u00fc"}');
INSERT INTO "evaluation_dataset_records" VALUES('dataset_record_id 2','dataset_id 2','{"n": 2, "text": "\u00fc"}','{"n": 2, "text": "\u00fc"}','{"n": 2, "text": "\u00fc"}','{"n": 2, "text": "\u00fc"}','source_id 2','source_type 2',2,2,'created_by 2','last_updated_by 2','input_hash 2','{"n": 2, "text": "\u00fc"}');
CREATE TABLE evaluation_dataset_tags (
	dataset_id VARCHAR(36) NOT NULL, 
	"key" VARCHAR(255) NOT NULL, 
	value VARCHAR(5000), 
	CONSTRAINT evaluation_dataset_tags_pk PRIMARY KEY (dataset_id, "key"), 
	CONSTRAINT fk_evaluation_dataset_tags_dataset_id FOREIGN KEY(dataset_id) REFERENCES evaluation_datasets (dataset_id) ON DELETE CASCADE
);
INSERT INTO "evaluation_dataset_tags" VALUES('dataset_id 0','key 0','value 0');
INSERT INTO "evaluation_dataset_tags" VALUES('dataset_id 1','key 1','value 1');
INSERT INTO "evaluation_dataset_tags" VALUES('dataset_id 2','key 2','value 2');
CREATE TABLE evaluation_datasets (
	dataset_id VARCHAR(36) NOT NULL, 
	name VARCHAR(255) NOT NULL, 
	schema TEXT, 
	profile TEXT, 
	digest VARCHAR(64), 
	created_time BIGINT, 
	last_update_time BIGINT, 
	created_by VARCHAR(255), 
	last_updated_by VARCHAR(255), 
	CONSTRAINT evaluation_datasets_pk PRIMARY KEY (dataset_id)
);
INSERT INTO "evaluation_datasets" VALUES('dataset_id 0','name 0','schema 0','profile 0','digest 0',0,0,'created_by 0','last_updated_by 0');
INSERT INTO "evaluation_datasets" VALUES('dataset_id 1','name 1','schema 1','profile 1','digest 1',1,1,'created_by 1','last_updated_by 1');
INSERT INTO "evaluation_datasets" VALUES('dataset_id 2','name 2','schema 2','profile 2','digest 2',2,2,'created_by 2','last_updated_by 2');
CREATE TABLE experiment_tags (
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(5000), 
	experiment_id INTEGER NOT NULL, 
	CONSTRAINT experiment_tag_pk PRIMARY KEY ("key", experiment_id), 
	FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id)
);
INSERT INTO "experiment_tags" VALUES('team','a''b"c',2);
INSERT INTO "experiment_tags" VALUES('empty','',2);
CREATE TABLE experiments (
	experiment_id INTEGER NOT NULL, 
	name VARCHAR(256) NOT NULL, 
	artifact_location VARCHAR(256), 
	lifecycle_stage VARCHAR(32), creation_time BIGINT, last_update_time BIGINT, 
	CONSTRAINT experiment_pk PRIMARY KEY (experiment_id), 
	CONSTRAINT experiments_lifecycle_stage CHECK (lifecycle_stage IN ('active', 'deleted')), 
	UNIQUE (name)
);
INSERT INTO "experiments" VALUES(0,'Default','/srv/mlflow/artifacts/0','active',1795233925804,1795233925804);
INSERT INTO "experiments" VALUES(1,'plain','/srv/mlflow/mlruns/1','active',1795233925880,1795233925880);
INSERT INTO "experiments" VALUES(2,'naïve – ünïcode ✓','/srv/mlflow/mlruns/2','active',1795233925902,1795233925902);
INSERT INTO "experiments" VALUES(3,'deleted','/srv/mlflow/mlruns/3','deleted',1795233925918,1795233925934);
CREATE TABLE input_tags (
	input_uuid VARCHAR(36) NOT NULL, 
	name VARCHAR(255) NOT NULL, 
	value VARCHAR(500) NOT NULL, 
	CONSTRAINT input_tags_pk PRIMARY KEY (input_uuid, name)
);
INSERT INTO "input_tags" VALUES('add85b952a1e4aa1a881ed11a492f9b6','mlflow.data.context','training');
CREATE TABLE inputs (
	input_uuid VARCHAR(36) NOT NULL, 
	source_type VARCHAR(36) NOT NULL, 
	source_id VARCHAR(36) NOT NULL, 
	destination_type VARCHAR(36) NOT NULL, 
	destination_id VARCHAR(36) NOT NULL, step BIGINT DEFAULT '0' NOT NULL, 
	CONSTRAINT inputs_pk PRIMARY KEY (source_type, source_id, destination_type, destination_id)
);
INSERT INTO "inputs" VALUES('add85b952a1e4aa1a881ed11a492f9b6','DATASET','0629e7e0913840b7895da2250071d523','RUN','2305c5994e5e45eb84d2a47cc3ccbefa',0);
CREATE TABLE jobs (
	id VARCHAR(36) NOT NULL, 
	creation_time BIGINT NOT NULL, 
	function_fullname VARCHAR(500) NOT NULL, 
	params TEXT NOT NULL, 
	timeout FLOAT, 
	status INTEGER NOT NULL, 
	result TEXT, 
	retry_count INTEGER NOT NULL, 
	last_update_time BIGINT NOT NULL, 
	CONSTRAINT jobs_pk PRIMARY KEY (id)
);
INSERT INTO "jobs" VALUES('id 0',0,'function_fullname 0','params 0',0.5,0,'result 0',0,0);
INSERT INTO "jobs" VALUES('id 1',1,'function_fullname 1','params 1',1.5,1,'result 1',1,1);
INSERT INTO "jobs" VALUES('id 2',2,'function_fullname 2','params 2',2.5,2,'result 2',2,2);
CREATE TABLE "latest_metrics" (
	"key" VARCHAR(250) NOT NULL, 
	value FLOAT NOT NULL, 
	timestamp BIGINT, 
	step BIGINT NOT NULL, 
	is_nan BOOLEAN NOT NULL, 
	run_uuid VARCHAR(32) NOT NULL, 
	CONSTRAINT latest_metric_pk PRIMARY KEY ("key", run_uuid), 
	FOREIGN KEY(run_uuid) REFERENCES runs (run_uuid), 
	CHECK (is_nan IN (0, 1))
);
INSERT INTO "latest_metrics" VALUES('odd',1.79769313486231562234e+308,7,-3,0,'2305c5994e5e45eb84d2a47cc3ccbefa');
INSERT INTO "latest_metrics" VALUES('loss',0.2,1700000000004,4,0,'d6c603797bd94a89bea6d7a7d9bf5a8f');
INSERT INTO "latest_metrics" VALUES('odd',1.79769313486231562234e+308,7,-3,0,'d6c603797bd94a89bea6d7a7d9bf5a8f');
INSERT INTO "latest_metrics" VALUES('loss',0.1,1700000000009,9,0,'886e1ac2af8e4de0915a9b4a91ffad9f');
INSERT INTO "latest_metrics" VALUES('odd',1.79769313486231562234e+308,7,-3,0,'886e1ac2af8e4de0915a9b4a91ffad9f');
INSERT INTO "latest_metrics" VALUES('loss',6.66666666666666657414e-02,1700000000014,14,0,'616ff6debecb438eb3b2b128c0a777b5');
INSERT INTO "latest_metrics" VALUES('odd',1.79769313486231562234e+308,7,-3,0,'616ff6debecb438eb3b2b128c0a777b5');
INSERT INTO "latest_metrics" VALUES('loss',0.05,1700000000019,19,0,'471ddc163e1f4abd80cbd301cba9d8d7');
INSERT INTO "latest_metrics" VALUES('odd',1.79769313486231562234e+308,7,-3,0,'471ddc163e1f4abd80cbd301cba9d8d7');
INSERT INTO "latest_metrics" VALUES('rmse',0.25,1795233927840,0,0,'2305c5994e5e45eb84d2a47cc3ccbefa');
CREATE TABLE logged_model_metrics (
	model_id VARCHAR(36) NOT NULL, 
	metric_name VARCHAR(500) NOT NULL, 
	metric_timestamp_ms BIGINT NOT NULL, 
	metric_step BIGINT NOT NULL, 
	metric_value FLOAT, 
	experiment_id INTEGER NOT NULL, 
	run_id VARCHAR(32) NOT NULL, 
	dataset_uuid VARCHAR(36), 
	dataset_name VARCHAR(500), 
	dataset_digest VARCHAR(36), 
	CONSTRAINT logged_model_metrics_pk PRIMARY KEY (model_id, metric_name, metric_timestamp_ms, metric_step, run_id), 
	CONSTRAINT fk_logged_model_metrics_experiment_id FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id), 
	CONSTRAINT fk_logged_model_metrics_model_id FOREIGN KEY(model_id) REFERENCES logged_models (model_id) ON DELETE CASCADE, 
	CONSTRAINT fk_logged_model_metrics_run_id FOREIGN KEY(run_id) REFERENCES runs (run_uuid) ON DELETE CASCADE
);
INSERT INTO "logged_model_metrics" VALUES('m-f71e8558abb943259f5db5f3d00bfa6a','rmse',1795233927840,0,0.25,1,'2305c5994e5e45eb84d2a47cc3ccbefa',NULL,'wine','0a1b');
CREATE TABLE logged_model_params (
	model_id VARCHAR(36) NOT NULL, 
	experiment_id INTEGER NOT NULL, 
	param_key VARCHAR(255) NOT NULL, 
	param_value TEXT NOT NULL, 
	CONSTRAINT logged_model_params_pk PRIMARY KEY (model_id, param_key), 
	CONSTRAINT fk_logged_model_params_experiment_id FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id), 
	CONSTRAINT fk_logged_model_params_model_id FOREIGN KEY(model_id) REFERENCES logged_models (model_id) ON DELETE CASCADE
);
INSERT INTO "logged_model_params" VALUES('m-f71e8558abb943259f5db5f3d00bfa6a',1,'depth','3');
CREATE TABLE logged_model_tags (
	model_id VARCHAR(36) NOT NULL, 
	experiment_id INTEGER NOT NULL, 
	tag_key VARCHAR(255) NOT NULL, 
	tag_value TEXT NOT NULL, 
	CONSTRAINT logged_model_tags_pk PRIMARY KEY (model_id, tag_key), 
	CONSTRAINT fk_logged_model_tags_experiment_id FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id), 
	CONSTRAINT fk_logged_model_tags_model_id FOREIGN KEY(model_id) REFERENCES logged_models (model_id) ON DELETE CASCADE
);
INSERT INTO "logged_model_tags" VALUES('m-f71e8558abb943259f5db5f3d00bfa6a',1,'kind','tree');
CREATE TABLE logged_models (
	model_id VARCHAR(36) NOT NULL, 
	experiment_id INTEGER NOT NULL, 
	name VARCHAR(500) NOT NULL, 
	artifact_location VARCHAR(1000) NOT NULL, 
	creation_timestamp_ms BIGINT NOT NULL, 
	last_updated_timestamp_ms BIGINT NOT NULL, 
	status INTEGER NOT NULL, 
	lifecycle_stage VARCHAR(32), 
	model_type VARCHAR(500), 
	source_run_id VARCHAR(32), 
	status_message VARCHAR(1000), 
	CONSTRAINT logged_models_pk PRIMARY KEY (model_id), 
	CONSTRAINT logged_models_lifecycle_stage_check CHECK (lifecycle_stage IN ('active', 'deleted')), 
	CONSTRAINT fk_logged_models_experiment_id FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id) ON DELETE CASCADE
);
INSERT INTO "logged_models" VALUES('m-f71e8558abb943259f5db5f3d00bfa6a',1,'tree','/srv/mlflow/mlruns/1/models/m-f71e8558abb943259f5db5f3d00bfa6a/artifacts',1795233927822,1795233927874,2,'active','agent','2305c5994e5e45eb84d2a47cc3ccbefa',NULL);
CREATE TABLE "metrics" (
	"key" VARCHAR(250) NOT NULL, 
	value FLOAT NOT NULL, 
	timestamp BIGINT NOT NULL, 
	run_uuid VARCHAR(32) NOT NULL, 
	step BIGINT DEFAULT '0' NOT NULL, 
	is_nan BOOLEAN DEFAULT '0' NOT NULL, 
	CONSTRAINT metric_pk PRIMARY KEY ("key", timestamp, step, run_uuid, value, is_nan), 
	FOREIGN KEY(run_uuid) REFERENCES runs (run_uuid), 
	CHECK (is_nan IN (0, 1))
);
INSERT INTO "metrics" VALUES('odd',0.0,7,'2305c5994e5e45eb84d2a47cc3ccbefa',-3,1);
INSERT INTO "metrics" VALUES('odd',1.79769313486231562234e+308,7,'2305c5994e5e45eb84d2a47cc3ccbefa',-3,0);
INSERT INTO "metrics" VALUES('odd',-1.79769313486231562234e+308,7,'2305c5994e5e45eb84d2a47cc3ccbefa',-3,0);
INSERT INTO "metrics" VALUES('odd',4.94065645841247e-324,7,'2305c5994e5e45eb84d2a47cc3ccbefa',-3,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'2305c5994e5e45eb84d2a47cc3ccbefa',-3,0);
INSERT INTO "metrics" VALUES('loss',1.0,1700000000000,'d6c603797bd94a89bea6d7a7d9bf5a8f',0,0);
INSERT INTO "metrics" VALUES('loss',0.5,1700000000001,'d6c603797bd94a89bea6d7a7d9bf5a8f',1,0);
INSERT INTO "metrics" VALUES('loss',3.33333333333333314829e-01,1700000000002,'d6c603797bd94a89bea6d7a7d9bf5a8f',2,0);
INSERT INTO "metrics" VALUES('loss',0.25,1700000000003,'d6c603797bd94a89bea6d7a7d9bf5a8f',3,0);
INSERT INTO "metrics" VALUES('loss',0.2,1700000000004,'d6c603797bd94a89bea6d7a7d9bf5a8f',4,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'d6c603797bd94a89bea6d7a7d9bf5a8f',-3,1);
INSERT INTO "metrics" VALUES('odd',1.79769313486231562234e+308,7,'d6c603797bd94a89bea6d7a7d9bf5a8f',-3,0);
INSERT INTO "metrics" VALUES('odd',-1.79769313486231562234e+308,7,'d6c603797bd94a89bea6d7a7d9bf5a8f',-3,0);
INSERT INTO "metrics" VALUES('odd',4.94065645841247e-324,7,'d6c603797bd94a89bea6d7a7d9bf5a8f',-3,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'d6c603797bd94a89bea6d7a7d9bf5a8f',-3,0);
INSERT INTO "metrics" VALUES('loss',1.0,1700000000000,'886e1ac2af8e4de0915a9b4a91ffad9f',0,0);
INSERT INTO "metrics" VALUES('loss',0.5,1700000000001,'886e1ac2af8e4de0915a9b4a91ffad9f',1,0);
INSERT INTO "metrics" VALUES('loss',3.33333333333333314829e-01,1700000000002,'886e1ac2af8e4de0915a9b4a91ffad9f',2,0);
INSERT INTO "metrics" VALUES('loss',0.25,1700000000003,'886e1ac2af8e4de0915a9b4a91ffad9f',3,0);
INSERT INTO "metrics" VALUES('loss',0.2,1700000000004,'886e1ac2af8e4de0915a9b4a91ffad9f',4,0);
INSERT INTO "metrics" VALUES('loss',1.66666666666666657414e-01,1700000000005,'886e1ac2af8e4de0915a9b4a91ffad9f',5,0);
INSERT INTO "metrics" VALUES('loss',1.42857142857142849212e-01,1700000000006,'886e1ac2af8e4de0915a9b4a91ffad9f',6,0);
INSERT INTO "metrics" VALUES('loss',0.125,1700000000007,'886e1ac2af8e4de0915a9b4a91ffad9f',7,0);
INSERT INTO "metrics" VALUES('loss',1.11111111111111104943e-01,1700000000008,'886e1ac2af8e4de0915a9b4a91ffad9f',8,0);
INSERT INTO "metrics" VALUES('loss',0.1,1700000000009,'886e1ac2af8e4de0915a9b4a91ffad9f',9,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'886e1ac2af8e4de0915a9b4a91ffad9f',-3,1);
INSERT INTO "metrics" VALUES('odd',1.79769313486231562234e+308,7,'886e1ac2af8e4de0915a9b4a91ffad9f',-3,0);
INSERT INTO "metrics" VALUES('odd',-1.79769313486231562234e+308,7,'886e1ac2af8e4de0915a9b4a91ffad9f',-3,0);
INSERT INTO "metrics" VALUES('odd',4.94065645841247e-324,7,'886e1ac2af8e4de0915a9b4a91ffad9f',-3,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'886e1ac2af8e4de0915a9b4a91ffad9f',-3,0);
INSERT INTO "metrics" VALUES('loss',1.0,1700000000000,'616ff6debecb438eb3b2b128c0a777b5',0,0);
INSERT INTO "metrics" VALUES('loss',0.5,1700000000001,'616ff6debecb438eb3b2b128c0a777b5',1,0);
INSERT INTO "metrics" VALUES('loss',3.33333333333333314829e-01,1700000000002,'616ff6debecb438eb3b2b128c0a777b5',2,0);
INSERT INTO "metrics" VALUES('loss',0.25,1700000000003,'616ff6debecb438eb3b2b128c0a777b5',3,0);
INSERT INTO "metrics" VALUES('loss',0.2,1700000000004,'616ff6debecb438eb3b2b128c0a777b5',4,0);
INSERT INTO "metrics" VALUES('loss',1.66666666666666657414e-01,1700000000005,'616ff6debecb438eb3b2b128c0a777b5',5,0);
INSERT INTO "metrics" VALUES('loss',1.42857142857142849212e-01,1700000000006,'616ff6debecb438eb3b2b128c0a777b5',6,0);
INSERT INTO "metrics" VALUES('loss',0.125,1700000000007,'616ff6debecb438eb3b2b128c0a777b5',7,0);
INSERT INTO "metrics" VALUES('loss',1.11111111111111104943e-01,1700000000008,'616ff6debecb438eb3b2b128c0a777b5',8,0);
INSERT INTO "metrics" VALUES('loss',0.1,1700000000009,'616ff6debecb438eb3b2b128c0a777b5',9,0);
INSERT INTO "metrics" VALUES('loss',9.09090909090909116141e-02,1700000000010,'616ff6debecb438eb3b2b128c0a777b5',10,0);
INSERT INTO "metrics" VALUES('loss',8.33333333333333287074e-02,1700000000011,'616ff6debecb438eb3b2b128c0a777b5',11,0);
INSERT INTO "metrics" VALUES('loss',7.6923076923076927347e-02,1700000000012,'616ff6debecb438eb3b2b128c0a777b5',12,0);
INSERT INTO "metrics" VALUES('loss',7.14285714285714246063e-02,1700000000013,'616ff6debecb438eb3b2b128c0a777b5',13,0);
INSERT INTO "metrics" VALUES('loss',6.66666666666666657414e-02,1700000000014,'616ff6debecb438eb3b2b128c0a777b5',14,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'616ff6debecb438eb3b2b128c0a777b5',-3,1);
INSERT INTO "metrics" VALUES('odd',1.79769313486231562234e+308,7,'616ff6debecb438eb3b2b128c0a777b5',-3,0);
INSERT INTO "metrics" VALUES('odd',-1.79769313486231562234e+308,7,'616ff6debecb438eb3b2b128c0a777b5',-3,0);
INSERT INTO "metrics" VALUES('odd',4.94065645841247e-324,7,'616ff6debecb438eb3b2b128c0a777b5',-3,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'616ff6debecb438eb3b2b128c0a777b5',-3,0);
INSERT INTO "metrics" VALUES('loss',1.0,1700000000000,'471ddc163e1f4abd80cbd301cba9d8d7',0,0);
INSERT INTO "metrics" VALUES('loss',0.5,1700000000001,'471ddc163e1f4abd80cbd301cba9d8d7',1,0);
INSERT INTO "metrics" VALUES('loss',3.33333333333333314829e-01,1700000000002,'471ddc163e1f4abd80cbd301cba9d8d7',2,0);
INSERT INTO "metrics" VALUES('loss',0.25,1700000000003,'471ddc163e1f4abd80cbd301cba9d8d7',3,0);
INSERT INTO "metrics" VALUES('loss',0.2,1700000000004,'471ddc163e1f4abd80cbd301cba9d8d7',4,0);
INSERT INTO "metrics" VALUES('loss',1.66666666666666657414e-01,1700000000005,'471ddc163e1f4abd80cbd301cba9d8d7',5,0);
INSERT INTO "metrics" VALUES('loss',1.42857142857142849212e-01,1700000000006,'471ddc163e1f4abd80cbd301cba9d8d7',6,0);
INSERT INTO "metrics" VALUES('loss',0.125,1700000000007,'471ddc163e1f4abd80cbd301cba9d8d7',7,0);
INSERT INTO "metrics" VALUES('loss',1.11111111111111104943e-01,1700000000008,'471ddc163e1f4abd80cbd301cba9d8d7',8,0);
INSERT INTO "metrics" VALUES('loss',0.1,1700000000009,'471ddc163e1f4abd80cbd301cba9d8d7',9,0);
INSERT INTO "metrics" VALUES('loss',9.09090909090909116141e-02,1700000000010,'471ddc163e1f4abd80cbd301cba9d8d7',10,0);
INSERT INTO "metrics" VALUES('loss',8.33333333333333287074e-02,1700000000011,'471ddc163e1f4abd80cbd301cba9d8d7',11,0);
INSERT INTO "metrics" VALUES('loss',7.6923076923076927347e-02,1700000000012,'471ddc163e1f4abd80cbd301cba9d8d7',12,0);
INSERT INTO "metrics" VALUES('loss',7.14285714285714246063e-02,1700000000013,'471ddc163e1f4abd80cbd301cba9d8d7',13,0);
INSERT INTO "metrics" VALUES('loss',6.66666666666666657414e-02,1700000000014,'471ddc163e1f4abd80cbd301cba9d8d7',14,0);
INSERT INTO "metrics" VALUES('loss',0.0625,1700000000015,'471ddc163e1f4abd80cbd301cba9d8d7',15,0);
INSERT INTO "metrics" VALUES('loss',5.8823529411764705066e-02,1700000000016,'471ddc163e1f4abd80cbd301cba9d8d7',16,0);
INSERT INTO "metrics" VALUES('loss',5.55555555555555524716e-02,1700000000017,'471ddc163e1f4abd80cbd301cba9d8d7',17,0);
INSERT INTO "metrics" VALUES('loss',5.26315789473684181309e-02,1700000000018,'471ddc163e1f4abd80cbd301cba9d8d7',18,0);
INSERT INTO "metrics" VALUES('loss',0.05,1700000000019,'471ddc163e1f4abd80cbd301cba9d8d7',19,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'471ddc163e1f4abd80cbd301cba9d8d7',-3,1);
INSERT INTO "metrics" VALUES('odd',1.79769313486231562234e+308,7,'471ddc163e1f4abd80cbd301cba9d8d7',-3,0);
INSERT INTO "metrics" VALUES('odd',-1.79769313486231562234e+308,7,'471ddc163e1f4abd80cbd301cba9d8d7',-3,0);
INSERT INTO "metrics" VALUES('odd',4.94065645841247e-324,7,'471ddc163e1f4abd80cbd301cba9d8d7',-3,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'471ddc163e1f4abd80cbd301cba9d8d7',-3,0);
INSERT INTO "metrics" VALUES('rmse',0.25,1795233927840,'2305c5994e5e45eb84d2a47cc3ccbefa',0,0);
CREATE TABLE "model_version_tags" (
	"key" VARCHAR(250) NOT NULL, 
	value TEXT, 
	name VARCHAR(256) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT model_version_tag_pk PRIMARY KEY ("key", name, version), 
	FOREIGN KEY(name, version) REFERENCES model_versions (name, version) ON UPDATE CASCADE
);
INSERT INTO "model_version_tags" VALUES('n','0','forecast',1);
INSERT INTO "model_version_tags" VALUES('n','1','forecast',2);
INSERT INTO "model_version_tags" VALUES('n','2','forecast',3);
INSERT INTO "model_version_tags" VALUES('long','zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz','forecast',1);
CREATE TABLE "model_versions" (
	name VARCHAR(256) NOT NULL, 
	version INTEGER NOT NULL, 
	creation_time BIGINT, 
	last_updated_time BIGINT, 
	description VARCHAR(5000), 
	user_id VARCHAR(256), 
	current_stage VARCHAR(20), 
	source VARCHAR(500), 
	run_id VARCHAR(32), 
	status VARCHAR(20), 
	status_message VARCHAR(500), 
	run_link VARCHAR(500), storage_location VARCHAR(500), 
	CONSTRAINT model_version_pk PRIMARY KEY (name, version), 
	FOREIGN KEY(name) REFERENCES registered_models (name) ON UPDATE CASCADE
);
INSERT INTO "model_versions" VALUES('forecast',1,1795233926553,1795233926720,NULL,NULL,'Archived','s3://models/forecast/0','2305c5994e5e45eb84d2a47cc3ccbefa','READY',NULL,NULL,'s3://models/forecast/0');
INSERT INTO "model_versions" VALUES('forecast',2,1795233926586,1795233926586,NULL,NULL,'None','s3://models/forecast/1','2305c5994e5e45eb84d2a47cc3ccbefa','READY',NULL,NULL,'s3://models/forecast/1');
INSERT INTO "model_versions" VALUES('forecast',3,1795233926605,1795233926744,NULL,NULL,'Deleted_Internal','REDACTED-SOURCE-PATH','REDACTED-RUN-ID','READY',NULL,'REDACTED-RUN-LINK','s3://models/forecast/2');
CREATE TABLE "params" (
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(8000) NOT NULL, 
	run_uuid VARCHAR(32) NOT NULL, 
	CONSTRAINT param_pk PRIMARY KEY ("key", run_uuid), 
	FOREIGN KEY(run_uuid) REFERENCES runs (run_uuid)
);
INSERT INTO "params" VALUES('lr','0.01','2305c5994e5e45eb84d2a47cc3ccbefa');
INSERT INTO "params" VALUES('long','','2305c5994e5e45eb84d2a47cc3ccbefa');
INSERT INTO "params" VALUES('unicode','☃ ''"
	','2305c5994e5e45eb84d2a47cc3ccbefa');
INSERT INTO "params" VALUES('lr','0.01','d6c603797bd94a89bea6d7a7d9bf5a8f');
INSERT INTO "params" VALUES('long','xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx','d6c603797bd94a89bea6d7a7d9bf5a8f');
INSERT INTO "params" VALUES('unicode','☃ ''"
	','d6c603797bd94a89bea6d7a7d9bf5a8f');
INSERT INTO "params" VALUES('lr','0.01','886e1ac2af8e4de0915a9b4a91ffad9f');
INSERT INTO "params" VALUES('long','xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx','886e1ac2af8e4de0915a9b4a91ffad9f');
INSERT INTO "params" VALUES('unicode','☃ ''"
	','886e1ac2af8e4de0915a9b4a91ffad9f');
INSERT INTO "params" VALUES('lr','0.01','616ff6debecb438eb3b2b128c0a777b5');
INSERT INTO "params" VALUES('long','xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx','616ff6debecb438eb3b2b128c0a777b5');
INSERT INTO "params" VALUES('unicode','☃ ''"
	','616ff6debecb438eb3b2b128c0a777b5');
INSERT INTO "params" VALUES('lr','0.01','471ddc163e1f4abd80cbd301cba9d8d7');
INSERT INTO "params" VALUES('long','xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx','471ddc163e1f4abd80cbd301cba9d8d7');
INSERT INTO "params" VALUES('unicode','☃ ''"
	','471ddc163e1f4abd80cbd301cba9d8d7');
CREATE TABLE registered_model_aliases (
	alias VARCHAR(256) NOT NULL, 
	version INTEGER NOT NULL, 
	name VARCHAR(256) NOT NULL, 
	CONSTRAINT registered_model_alias_pk PRIMARY KEY (name, alias), 
	CONSTRAINT registered_model_alias_name_fkey FOREIGN KEY(name) REFERENCES registered_models (name) ON DELETE cascade ON UPDATE cascade
);
INSERT INTO "registered_model_aliases" VALUES('champion',2,'forecast');
INSERT INTO "registered_model_aliases" VALUES('challenger',3,'forecast');
CREATE TABLE registered_model_tags (
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(5000), 
	name VARCHAR(256) NOT NULL, 
	CONSTRAINT registered_model_tag_pk PRIMARY KEY ("key", name), 
	FOREIGN KEY(name) REFERENCES registered_models (name) ON UPDATE cascade
);
INSERT INTO "registered_model_tags" VALUES('task','regression','forecast');
INSERT INTO "registered_model_tags" VALUES('empty','','forecast');
CREATE TABLE registered_models (
	name VARCHAR(256) NOT NULL, 
	creation_time BIGINT, 
	last_updated_time BIGINT, 
	description VARCHAR(5000), 
	CONSTRAINT registered_model_pk PRIMARY KEY (name), 
	UNIQUE (name)
);
INSERT INTO "registered_models" VALUES('forecast',1795233926517,1795233926744,'It forecasts.');
INSERT INTO "registered_models" VALUES('bare',1795233926538,1795233926538,NULL);
CREATE TABLE "runs" (
	run_uuid VARCHAR(32) NOT NULL, 
	name VARCHAR(250), 
	source_type VARCHAR(20), 
	source_name VARCHAR(500), 
	entry_point_name VARCHAR(50), 
	user_id VARCHAR(256), 
	status VARCHAR(9), 
	start_time BIGINT, 
	end_time BIGINT, 
	source_version VARCHAR(50), 
	lifecycle_stage VARCHAR(20), 
	artifact_uri VARCHAR(200), 
	experiment_id INTEGER, deleted_time BIGINT, 
	CONSTRAINT run_pk PRIMARY KEY (run_uuid), 
	CONSTRAINT runs_lifecycle_stage CHECK (lifecycle_stage IN ('active', 'deleted')), 
	CONSTRAINT source_type CHECK (source_type IN ('NOTEBOOK', 'JOB', 'LOCAL', 'UNKNOWN', 'PROJECT')), 
	FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id), 
	CHECK (status IN ('SCHEDULED', 'FAILED', 'FINISHED', 'RUNNING', 'KILLED'))
);
INSERT INTO "runs" VALUES('2305c5994e5e45eb84d2a47cc3ccbefa','run 0','UNKNOWN','','','unknown','FINISHED',1700000000000,1700000100000,'','active','/srv/mlflow/mlruns/1/2305c5994e5e45eb84d2a47cc3ccbefa/artifacts',1,NULL);
INSERT INTO "runs" VALUES('d6c603797bd94a89bea6d7a7d9bf5a8f','run 1','UNKNOWN','','','unknown','FAILED',1700000000001,1795233926390,'','active','/srv/mlflow/mlruns/1/d6c603797bd94a89bea6d7a7d9bf5a8f/artifacts',1,NULL);
INSERT INTO "runs" VALUES('886e1ac2af8e4de0915a9b4a91ffad9f','run 2','UNKNOWN','','','unknown','KILLED',1700000000002,1795233926413,'','active','/srv/mlflow/mlruns/1/886e1ac2af8e4de0915a9b4a91ffad9f/artifacts',1,NULL);
INSERT INTO "runs" VALUES('616ff6debecb438eb3b2b128c0a777b5','run 3','UNKNOWN','','','unknown','RUNNING',1700000000003,NULL,'','deleted','/srv/mlflow/mlruns/1/616ff6debecb438eb3b2b128c0a777b5/artifacts',1,1795233926430);
INSERT INTO "runs" VALUES('471ddc163e1f4abd80cbd301cba9d8d7','run 4','UNKNOWN','','','unknown','RUNNING',1700000000004,NULL,'','active','/srv/mlflow/mlruns/1/471ddc163e1f4abd80cbd301cba9d8d7/artifacts',1,NULL);
CREATE TABLE scorer_versions (
	scorer_id VARCHAR(36) NOT NULL, 
	scorer_version INTEGER NOT NULL, 
	serialized_scorer TEXT NOT NULL, 
	creation_time BIGINT, 
	CONSTRAINT scorer_version_pk PRIMARY KEY (scorer_id, scorer_version), 
	CONSTRAINT fk_scorer_versions_scorer_id FOREIGN KEY(scorer_id) REFERENCES scorers (scorer_id) ON DELETE CASCADE
);
INSERT INTO "scorer_versions" VALUES('scorer_id 0',0,'serialized_scorer 0',0);
INSERT INTO "scorer_versions" VALUES('scorer_id 1',1,'serialized_scorer 1',1);
INSERT INTO "scorer_versions" VALUES('scorer_id 2',2,'serialized_scorer 2',2);
CREATE TABLE scorers (
	experiment_id INTEGER NOT NULL, 
	scorer_name VARCHAR(256) NOT NULL, 
	scorer_id VARCHAR(36) NOT NULL, 
	CONSTRAINT scorer_pk PRIMARY KEY (scorer_id), 
	CONSTRAINT fk_scorers_experiment_id FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id) ON DELETE CASCADE
);
INSERT INTO "scorers" VALUES(0,'scorer_name 0','scorer_id 0');
INSERT INTO "scorers" VALUES(3,'scorer_name 1','scorer_id 1');
INSERT INTO "scorers" VALUES(2,'scorer_name 2','scorer_id 2');
CREATE TABLE spans (
	trace_id VARCHAR(50) NOT NULL, 
	experiment_id INTEGER NOT NULL, 
	span_id VARCHAR(50) NOT NULL, 
	parent_span_id VARCHAR(50), 
	name TEXT, 
	type VARCHAR(500), 
	status VARCHAR(50) NOT NULL, 
	start_time_unix_nano BIGINT NOT NULL, 
	end_time_unix_nano BIGINT, 
	duration_ns BIGINT GENERATED ALWAYS AS (end_time_unix_nano - start_time_unix_nano) STORED, 
	content TEXT NOT NULL, 
	CONSTRAINT spans_pk PRIMARY KEY (trace_id, span_id), 
	CONSTRAINT fk_spans_trace_id FOREIGN KEY(trace_id) REFERENCES trace_info (request_id) ON DELETE CASCADE, 
	CONSTRAINT fk_spans_experiment_id FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id)
);
INSERT INTO "spans" VALUES('tr-a32a100e1cc2ae59bef7ae6e5d345254',1,'82fe0554a7b17ac2','8ff892c34fb6f179','model','LLM','OK',1795233927006672827,1795233927006835469,'{"trace_id": "oyoQDhzCrlm+965uXTRSVA==", "span_id": "gv4FVKexesI=", "parent_span_id": "j/iSw0+28Xk=", "name": "model", "start_time_unix_nano": 1795233927006672827, "end_time_unix_nano": 1795233927006835469, "events": [], "status": {"code": "STATUS_CODE_OK", "message": ""}, "attributes": {"mlflow.traceRequestId": "\"tr-a32a100e1cc2ae59bef7ae6e5d345254\"", "mlflow.spanType": "\"LLM\"", "mlflow.spanInputs": "{\"n\": 0}", "mlflow.chat.tokenUsage": "{\"input_tokens\": 12, \"output_tokens\": 5, \"total_tokens\": 17, \"cache_read_input_tokens\": 3}", "mlflow.spanOutputs": "{\"answer\": 0}"}}');
INSERT INTO "spans" VALUES('tr-a32a100e1cc2ae59bef7ae6e5d345254',1,'8ff892c34fb6f179',NULL,'request 0','UNKNOWN','OK',1795233926903666193,1795233927053533810,'{"trace_id": "oyoQDhzCrlm+965uXTRSVA==", "span_id": "j/iSw0+28Xk=", "parent_span_id": null, "name": "request 0", "start_time_unix_nano": 1795233926903666193, "end_time_unix_nano": 1795233927053533810, "events": [], "status": {"code": "STATUS_CODE_OK", "message": ""}, "attributes": {"mlflow.experimentId": "\"1\"", "mlflow.traceRequestId": "\"tr-a32a100e1cc2ae59bef7ae6e5d345254\"", "mlflow.spanType": "\"UNKNOWN\"", "mlflow.spanInputs": "{\"question\": 0}", "mlflow.spanOutputs": "{\"answer\": 0}"}}');
INSERT INTO "spans" VALUES('tr-70063424bf76efd46a0a1736a4d6ad67',1,'9d431c12097ae9cd','97a868a8ab35f5ed','model','LLM','OK',1795233927129970438,1795233927130089923,'{"trace_id": "cAY0JL9279RqChc2pNatZw==", "span_id": "nUMcEgl66c0=", "parent_span_id": "l6hoqKs19e0=", "name": "model", "start_time_unix_nano": 1795233927129970438, "end_time_unix_nano": 1795233927130089923, "events": [], "status": {"code": "STATUS_CODE_OK", "message": ""}, "attributes": {"mlflow.traceRequestId": "\"tr-70063424bf76efd46a0a1736a4d6ad67\"", "mlflow.spanType": "\"LLM\"", "mlflow.spanInputs": "{\"n\": 1}", "mlflow.chat.tokenUsage": "{\"input_tokens\": 12, \"output_tokens\": 5, \"total_tokens\": 17, \"cache_read_input_tokens\": 3}", "mlflow.spanOutputs": "{\"answer\": 1}"}}');
INSERT INTO "spans" VALUES('tr-70063424bf76efd46a0a1736a4d6ad67',1,'97a868a8ab35f5ed',NULL,'request 1','UNKNOWN','OK',1795233927129709595,1795233927149754529,'{"trace_id": "cAY0JL9279RqChc2pNatZw==", "span_id": "l6hoqKs19e0=", "parent_span_id": null, "name": "request 1", "start_time_unix_nano": 1795233927129709595, "end_time_unix_nano": 1795233927149754529, "events": [], "status": {"code": "STATUS_CODE_OK", "message": ""}, "attributes": {"mlflow.experimentId": "\"1\"", "mlflow.traceRequestId": "\"tr-70063424bf76efd46a0a1736a4d6ad67\"", "mlflow.spanType": "\"UNKNOWN\"", "mlflow.spanInputs": "{\"question\": 1}", "mlflow.spanOutputs": "{\"answer\": 1}"}}');
INSERT INTO "spans" VALUES('tr-250de50cceb355b50a354d08bbd6e772',1,'f0b443e54e6a9356','832ba1971eb61c24','model','LLM','OK',1795233927208182739,1795233927208293453,'{"trace_id": "JQ3lDM6zVbUKNU0Iu9bncg==", "span_id": "8LRD5U5qk1Y=", "parent_span_id": "gyuhlx62HCQ=", "name": "model", "start_time_unix_nano": 1795233927208182739, "end_time_unix_nano": 1795233927208293453, "events": [], "status": {"code": "STATUS_CODE_OK", "message": ""}, "attributes": {"mlflow.traceRequestId": "\"tr-250de50cceb355b50a354d08bbd6e772\"", "mlflow.spanType": "\"LLM\"", "mlflow.spanInputs": "{\"n\": 2}", "mlflow.chat.tokenUsage": "{\"input_tokens\": 12, \"output_tokens\": 5, \"total_tokens\": 17, \"cache_read_input_tokens\": 3}", "mlflow.spanOutputs": "{\"answer\": 2}"}}');
INSERT INTO "spans" VALUES('tr-250de50cceb355b50a354d08bbd6e772',1,'832ba1971eb61c24',NULL,'request 2','UNKNOWN','ERROR',1795233927207954181,1795233927229688368,'{"trace_id": "JQ3lDM6zVbUKNU0Iu9bncg==", "span_id": "gyuhlx62HCQ=", "parent_span_id": null, "name": "request 2", "start_time_unix_nano": 1795233927207954181, "end_time_unix_nano": 1795233927229688368, "events": [], "status": {"code": "STATUS_CODE_ERROR", "message": ""}, "attributes": {"mlflow.experimentId": "\"1\"", "mlflow.traceRequestId": "\"tr-250de50cceb355b50a354d08bbd6e772\"", "mlflow.spanType": "\"UNKNOWN\"", "mlflow.spanInputs": "{\"question\": 2}", "mlflow.spanOutputs": "{\"answer\": 2}"}}');
CREATE TABLE "tags" (
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(8000), 
	run_uuid VARCHAR(32) NOT NULL, 
	CONSTRAINT tag_pk PRIMARY KEY ("key", run_uuid), 
	FOREIGN KEY(run_uuid) REFERENCES runs (run_uuid)
);
INSERT INTO "tags" VALUES('mlflow.runName','run 0','2305c5994e5e45eb84d2a47cc3ccbefa');
INSERT INTO "tags" VALUES('mlflow.runName','run 1','d6c603797bd94a89bea6d7a7d9bf5a8f');
INSERT INTO "tags" VALUES('mlflow.runName','run 2','886e1ac2af8e4de0915a9b4a91ffad9f');
INSERT INTO "tags" VALUES('mlflow.runName','run 3','616ff6debecb438eb3b2b128c0a777b5');
INSERT INTO "tags" VALUES('mlflow.runName','run 4','471ddc163e1f4abd80cbd301cba9d8d7');
INSERT INTO "tags" VALUES('mlflow.user','ann','2305c5994e5e45eb84d2a47cc3ccbefa');
INSERT INTO "tags" VALUES('long','','2305c5994e5e45eb84d2a47cc3ccbefa');
INSERT INTO "tags" VALUES('empty','','2305c5994e5e45eb84d2a47cc3ccbefa');
INSERT INTO "tags" VALUES('mlflow.user','ann','d6c603797bd94a89bea6d7a7d9bf5a8f');
INSERT INTO "tags" VALUES('long','yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy','d6c603797bd94a89bea6d7a7d9bf5a8f');
INSERT INTO "tags" VALUES('empty','','d6c603797bd94a89bea6d7a7d9bf5a8f');
INSERT INTO "tags" VALUES('mlflow.user','ann','886e1ac2af8e4de0915a9b4a91ffad9f');
INSERT INTO "tags" VALUES('long','yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy','886e1ac2af8e4de0915a9b4a91ffad9f');
INSERT INTO "tags" VALUES('empty','','886e1ac2af8e4de0915a9b4a91ffad9f');
INSERT INTO "tags" VALUES('mlflow.user','ann','616ff6debecb438eb3b2b128c0a777b5');
INSERT INTO "tags" VALUES('long','yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy','616ff6debecb438eb3b2b128c0a777b5');
INSERT INTO "tags" VALUES('empty','','616ff6debecb438eb3b2b128c0a777b5');
INSERT INTO "tags" VALUES('mlflow.user','ann','471ddc163e1f4abd80cbd301cba9d8d7');
INSERT INTO "tags" VALUES('long','yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy','471ddc163e1f4abd80cbd301cba9d8d7');
INSERT INTO "tags" VALUES('empty','','471ddc163e1f4abd80cbd301cba9d8d7');
CREATE TABLE trace_info (
	request_id VARCHAR(50) NOT NULL, 
	experiment_id INTEGER NOT NULL, 
	timestamp_ms BIGINT NOT NULL, 
	execution_time_ms BIGINT, 
	status VARCHAR(50) NOT NULL, client_request_id VARCHAR(50), request_preview VARCHAR(1000), response_preview VARCHAR(1000), 
	CONSTRAINT trace_info_pk PRIMARY KEY (request_id), 
	CONSTRAINT fk_trace_info_experiment_id FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id)
);
INSERT INTO "trace_info" VALUES('tr-a32a100e1cc2ae59bef7ae6e5d345254',1,1795233926903,149,'OK',NULL,'{"question": 0}','{"answer": 0}');
INSERT INTO "trace_info" VALUES('tr-70063424bf76efd46a0a1736a4d6ad67',1,1795233927129,20,'OK',NULL,'{"question": 1}','{"answer": 1}');
INSERT INTO "trace_info" VALUES('tr-250de50cceb355b50a354d08bbd6e772',1,1795233927207,21,'ERROR',NULL,'{"question": 2}','{"answer": 2}');
CREATE TABLE "trace_request_metadata" (
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(8000), 
	request_id VARCHAR(50) NOT NULL, 
	CONSTRAINT trace_request_metadata_pk PRIMARY KEY ("key", request_id), 
	CONSTRAINT fk_trace_request_metadata_request_id FOREIGN KEY(request_id) REFERENCES trace_info (request_id) ON DELETE CASCADE
);
INSERT INTO "trace_request_metadata" VALUES('mlflow.user','ann','tr-a32a100e1cc2ae59bef7ae6e5d345254');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.name','train.py','tr-a32a100e1cc2ae59bef7ae6e5d345254');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.type','LOCAL','tr-a32a100e1cc2ae59bef7ae6e5d345254');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.commit','','tr-a32a100e1cc2ae59bef7ae6e5d345254');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.repoURL','','tr-a32a100e1cc2ae59bef7ae6e5d345254');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.branch','','tr-a32a100e1cc2ae59bef7ae6e5d345254');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace_schema.version','3','tr-a32a100e1cc2ae59bef7ae6e5d345254');
INSERT INTO "trace_request_metadata" VALUES('mlflow.traceInputs','{"question": 0}','tr-a32a100e1cc2ae59bef7ae6e5d345254');
INSERT INTO "trace_request_metadata" VALUES('mlflow.traceOutputs','{"answer": 0}','tr-a32a100e1cc2ae59bef7ae6e5d345254');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.tokenUsage','{"input_tokens": 12, "output_tokens": 5, "total_tokens": 17}','tr-a32a100e1cc2ae59bef7ae6e5d345254');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.sizeStats','{"total_size_bytes": 1957, "num_spans": 2, "max": 591, "p25": 522, "p50": 545, "p75": 568}','tr-a32a100e1cc2ae59bef7ae6e5d345254');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.sizeBytes','1957','tr-a32a100e1cc2ae59bef7ae6e5d345254');
INSERT INTO "trace_request_metadata" VALUES('mlflow.user','ann','tr-70063424bf76efd46a0a1736a4d6ad67');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.name','train.py','tr-70063424bf76efd46a0a1736a4d6ad67');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.type','LOCAL','tr-70063424bf76efd46a0a1736a4d6ad67');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.commit','','tr-70063424bf76efd46a0a1736a4d6ad67');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.repoURL','','tr-70063424bf76efd46a0a1736a4d6ad67');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.branch','','tr-70063424bf76efd46a0a1736a4d6ad67');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace_schema.version','3','tr-70063424bf76efd46a0a1736a4d6ad67');
INSERT INTO "trace_request_metadata" VALUES('mlflow.traceInputs','{"question": 1}','tr-70063424bf76efd46a0a1736a4d6ad67');
INSERT INTO "trace_request_metadata" VALUES('mlflow.traceOutputs','{"answer": 1}','tr-70063424bf76efd46a0a1736a4d6ad67');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.tokenUsage','{"input_tokens": 12, "output_tokens": 5, "total_tokens": 17}','tr-70063424bf76efd46a0a1736a4d6ad67');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.sizeStats','{"total_size_bytes": 1956, "num_spans": 2, "max": 591, "p25": 522, "p50": 545, "p75": 568}','tr-70063424bf76efd46a0a1736a4d6ad67');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.sizeBytes','1956','tr-70063424bf76efd46a0a1736a4d6ad67');
INSERT INTO "trace_request_metadata" VALUES('mlflow.user','ann','tr-250de50cceb355b50a354d08bbd6e772');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.name','train.py','tr-250de50cceb355b50a354d08bbd6e772');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.type','LOCAL','tr-250de50cceb355b50a354d08bbd6e772');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.commit','','tr-250de50cceb355b50a354d08bbd6e772');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.repoURL','','tr-250de50cceb355b50a354d08bbd6e772');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.branch','','tr-250de50cceb355b50a354d08bbd6e772');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace_schema.version','3','tr-250de50cceb355b50a354d08bbd6e772');
INSERT INTO "trace_request_metadata" VALUES('mlflow.traceInputs','{"question": 2}','tr-250de50cceb355b50a354d08bbd6e772');
INSERT INTO "trace_request_metadata" VALUES('mlflow.traceOutputs','{"answer": 2}','tr-250de50cceb355b50a354d08bbd6e772');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.tokenUsage','{"input_tokens": 12, "output_tokens": 5, "total_tokens": 17}','tr-250de50cceb355b50a354d08bbd6e772');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.sizeStats','{"total_size_bytes": 1962, "num_spans": 2, "max": 591, "p25": 525, "p50": 547, "p75": 569}','tr-250de50cceb355b50a354d08bbd6e772');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.sizeBytes','1962','tr-250de50cceb355b50a354d08bbd6e772');
CREATE TABLE "trace_tags" (
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(8000), 
	request_id VARCHAR(50) NOT NULL, 
	CONSTRAINT trace_tag_pk PRIMARY KEY ("key", request_id), 
	CONSTRAINT fk_trace_tags_request_id FOREIGN KEY(request_id) REFERENCES trace_info (request_id) ON DELETE CASCADE
);
INSERT INTO "trace_tags" VALUES('mlflow.artifactLocation','/srv/mlflow/mlruns/1/traces/tr-a32a100e1cc2ae59bef7ae6e5d345254/artifacts','tr-a32a100e1cc2ae59bef7ae6e5d345254');
INSERT INTO "trace_tags" VALUES('mlflow.traceName','request 0','tr-a32a100e1cc2ae59bef7ae6e5d345254');
INSERT INTO "trace_tags" VALUES('mlflow.artifactLocation','/srv/mlflow/mlruns/1/traces/tr-70063424bf76efd46a0a1736a4d6ad67/artifacts','tr-70063424bf76efd46a0a1736a4d6ad67');
INSERT INTO "trace_tags" VALUES('mlflow.traceName','request 1','tr-70063424bf76efd46a0a1736a4d6ad67');
INSERT INTO "trace_tags" VALUES('mlflow.artifactLocation','/srv/mlflow/mlruns/1/traces/tr-250de50cceb355b50a354d08bbd6e772/artifacts','tr-250de50cceb355b50a354d08bbd6e772');
INSERT INTO "trace_tags" VALUES('mlflow.traceName','request 2','tr-250de50cceb355b50a354d08bbd6e772');
INSERT INTO "trace_tags" VALUES('stars','0','tr-a32a100e1cc2ae59bef7ae6e5d345254');
INSERT INTO "trace_tags" VALUES('stars','1','tr-70063424bf76efd46a0a1736a4d6ad67');
INSERT INTO "trace_tags" VALUES('stars','2','tr-250de50cceb355b50a354d08bbd6e772');
CREATE TABLE webhook_events (
	webhook_id VARCHAR(256) NOT NULL, 
	entity VARCHAR(50) NOT NULL, 
	action VARCHAR(50) NOT NULL, 
	CONSTRAINT webhook_event_pk PRIMARY KEY (webhook_id, entity, action), 
	FOREIGN KEY(webhook_id) REFERENCES webhooks (webhook_id) ON DELETE cascade
);
INSERT INTO "webhook_events" VALUES('webhook_id 0','entity 0','action 0');
INSERT INTO "webhook_events" VALUES('webhook_id 1','entity 1','action 1');
INSERT INTO "webhook_events" VALUES('webhook_id 2','entity 2','action 2');
CREATE TABLE webhooks (
	webhook_id VARCHAR(256) NOT NULL, 
	name VARCHAR(256) NOT NULL, 
	description VARCHAR(1000), 
	url VARCHAR(500) NOT NULL, 
	status VARCHAR(20) DEFAULT 'ACTIVE' NOT NULL, 
	secret VARCHAR(1000), 
	creation_timestamp BIGINT, 
	last_updated_timestamp BIGINT, 
	deleted_timestamp BIGINT, 
	CONSTRAINT webhook_pk PRIMARY KEY (webhook_id)
);
INSERT INTO "webhooks" VALUES('webhook_id 0','name 0','description 0','url 0','status 0','secret 0',0,0,0);
INSERT INTO "webhooks" VALUES('webhook_id 1','name 1','description 1','url 1','status 1','secret 1',1,1,1);
INSERT INTO "webhooks" VALUES('webhook_id 2','name 2','description 2','url 2','status 2','secret 2',2,2,2);
CREATE INDEX index_metrics_run_uuid ON metrics (run_uuid);
CREATE INDEX index_latest_metrics_run_uuid ON latest_metrics (run_uuid);
CREATE INDEX index_inputs_input_uuid ON inputs (input_uuid);
CREATE INDEX index_inputs_destination_type_destination_id_source_type ON inputs (destination_type, destination_id, source_type);
CREATE INDEX index_params_run_uuid ON params (run_uuid);
CREATE INDEX index_trace_info_experiment_id_timestamp_ms ON trace_info (experiment_id, timestamp_ms);
CREATE INDEX index_trace_tags_request_id ON trace_tags (request_id);
CREATE INDEX index_trace_request_metadata_request_id ON trace_request_metadata (request_id);
CREATE INDEX index_tags_run_uuid ON tags (run_uuid);
CREATE INDEX index_datasets_dataset_uuid ON datasets (dataset_uuid);
CREATE INDEX index_datasets_experiment_id_dataset_source_type ON datasets (experiment_id, dataset_source_type);
CREATE INDEX index_logged_model_metrics_model_id ON logged_model_metrics (model_id);
CREATE INDEX index_assessments_trace_id_created_timestamp ON assessments (trace_id, created_timestamp);
CREATE INDEX index_assessments_run_id_created_timestamp ON assessments (run_id, created_timestamp);
CREATE INDEX index_assessments_last_updated_timestamp ON assessments (last_updated_timestamp);
CREATE INDEX index_assessments_assessment_type ON assessments (assessment_type);
CREATE INDEX index_spans_experiment_id ON spans (experiment_id);
CREATE INDEX index_spans_experiment_id_status_type ON spans (experiment_id, status, type);
CREATE INDEX index_spans_experiment_id_type_status ON spans (experiment_id, type, status);
CREATE INDEX index_spans_experiment_id_duration ON spans (experiment_id, duration_ns);
CREATE INDEX index_entity_associations_association_id ON entity_associations (association_id);
CREATE INDEX index_entity_associations_reverse_lookup ON entity_associations (destination_type, destination_id, source_type, source_id);
CREATE INDEX idx_webhooks_status ON webhooks (status);
CREATE INDEX idx_webhooks_name ON webhooks (name);
CREATE INDEX idx_webhook_events_entity ON webhook_events (entity);
CREATE INDEX idx_webhook_events_action ON webhook_events (action);
CREATE INDEX idx_webhook_events_entity_action ON webhook_events (entity, action);
CREATE UNIQUE INDEX index_scorers_experiment_id_scorer_name ON scorers (experiment_id, scorer_name);
CREATE INDEX index_scorer_versions_scorer_id ON scorer_versions (scorer_id);
CREATE INDEX index_evaluation_datasets_name ON evaluation_datasets (name);
CREATE INDEX index_evaluation_datasets_created_time ON evaluation_datasets (created_time);
CREATE INDEX index_evaluation_dataset_tags_dataset_id ON evaluation_dataset_tags (dataset_id);
CREATE INDEX index_evaluation_dataset_records_dataset_id ON evaluation_dataset_records (dataset_id);
CREATE INDEX index_jobs_function_status_creation_time ON jobs (function_fullname, status, creation_time);
COMMIT;
