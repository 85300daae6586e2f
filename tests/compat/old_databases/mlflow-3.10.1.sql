BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('1b5f0d9ad7c1');
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
INSERT INTO "assessments" VALUES('a-c24af4ef070d4e9a8fc05d5ac84ea20d','tr-a66650c0e908ece590cc1fb0d3874a2e','judgement','feedback','true',NULL,1795233941890,1795233941890,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-d5dd2d13b14a4939a2809068ad65bd04','tr-a66650c0e908ece590cc1fb0d3874a2e','judgement','feedback','"yes"',NULL,1795233941909,1795233941909,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-fcb73d1b0fad410391f93cbaad7c6563','tr-a66650c0e908ece590cc1fb0d3874a2e','judgement','feedback','" No "',NULL,1795233941929,1795233941929,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-9dd8274145ae4225a00c2280e4a5620d','tr-a66650c0e908ece590cc1fb0d3874a2e','judgement','feedback','4.5',NULL,1795233941945,1795233941945,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-3d451c3312364793b1b3bdc9dd7096a4','tr-a66650c0e908ece590cc1fb0d3874a2e','judgement','feedback','3',NULL,1795233941961,1795233941961,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-dee4615fe2364e579bc14a6b5ea8b37a','tr-a66650c0e908ece590cc1fb0d3874a2e','judgement','feedback','NaN',NULL,1795233941969,1795233941969,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-f4e88ac7c16e4bd1bd19f5b7ecfee5b6','tr-a66650c0e908ece590cc1fb0d3874a2e','judgement','feedback','"good"',NULL,1795233941990,1795233941990,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-2709c8ebf00f4abbba416a345b3ee739','tr-a66650c0e908ece590cc1fb0d3874a2e','judgement','feedback','["a"]',NULL,1795233942013,1795233942013,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-1bf4b37b6fe34899837c157b21ce5547','tr-a66650c0e908ece590cc1fb0d3874a2e','judgement','feedback','{"k": 1}',NULL,1795233942037,1795233942037,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-394e067c071942f5a56fb61c7f9d1774','tr-a66650c0e908ece590cc1fb0d3874a2e','expected','expectation','{"answer": 42}',NULL,1795233942047,1795233942047,'HUMAN','default',NULL,NULL,NULL,NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-bf73df816e50435cbba4171bc3f419a5','tr-66eeb36526495f57d340b00f39a2f3fa','judgement','feedback','true',NULL,1795233942083,1795233942083,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-e7f6bd9d67e94913a904a8bad7be3afd','tr-66eeb36526495f57d340b00f39a2f3fa','judgement','feedback','"yes"',NULL,1795233942109,1795233942109,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-45c0c494d3df47ef8bcebac71047c238','tr-66eeb36526495f57d340b00f39a2f3fa','judgement','feedback','" No "',NULL,1795233942130,1795233942130,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-be2d6b0f11e841e9a1c75544f234d9cc','tr-66eeb36526495f57d340b00f39a2f3fa','judgement','feedback','4.5',NULL,1795233942157,1795233942157,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-478d9b40619d42af8fe25c93d4413eec','tr-66eeb36526495f57d340b00f39a2f3fa','judgement','feedback','3',NULL,1795233942172,1795233942172,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-4f0d96feb10042bbaef12a21632f1b39','tr-66eeb36526495f57d340b00f39a2f3fa','judgement','feedback','NaN',NULL,1795233942193,1795233942193,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-60dbd8afad4640baa8f6053485dd4bcc','tr-66eeb36526495f57d340b00f39a2f3fa','judgement','feedback','"good"',NULL,1795233942214,1795233942214,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-80aea0f1aa7549e49a36ba7f55a4a3d3','tr-66eeb36526495f57d340b00f39a2f3fa','judgement','feedback','["a"]',NULL,1795233942238,1795233942238,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-3d6e7e828ad7403aa383a177aafac772','tr-66eeb36526495f57d340b00f39a2f3fa','judgement','feedback','{"k": 1}',NULL,1795233942245,1795233942245,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-a94867dc34944453a78c377a210cfe68','tr-66eeb36526495f57d340b00f39a2f3fa','expected','expectation','{"answer": 42}',NULL,1795233942259,1795233942259,'HUMAN','default',NULL,NULL,NULL,NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-668e5f09a33046709dba819f106c8b0c','tr-8908fe78fbcdba3dbb8cd27fefc7d17d','judgement','feedback','true',NULL,1795233942289,1795233942289,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-70fbedd151d1483d8ff7ffb7cc93a509','tr-8908fe78fbcdba3dbb8cd27fefc7d17d','judgement','feedback','"yes"',NULL,1795233942305,1795233942305,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-267da5648fdf4e729e5314e26bee8386','tr-8908fe78fbcdba3dbb8cd27fefc7d17d','judgement','feedback','" No "',NULL,1795233942326,1795233942326,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-3cf67d1006d44d6c980a9620a4405269','tr-8908fe78fbcdba3dbb8cd27fefc7d17d','judgement','feedback','4.5',NULL,1795233942336,1795233942336,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-18d0eeb3e05f4d7ab15a4ecd0af28a05','tr-8908fe78fbcdba3dbb8cd27fefc7d17d','judgement','feedback','3',NULL,1795233942344,1795233942344,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-83225222f1134d9fb577b893ea3ea051','tr-8908fe78fbcdba3dbb8cd27fefc7d17d','judgement','feedback','NaN',NULL,1795233942355,1795233942355,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-12dd5993f2c149d787eb71b0c86c895a','tr-8908fe78fbcdba3dbb8cd27fefc7d17d','judgement','feedback','"good"',NULL,1795233942363,1795233942363,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-f0b2da41fbfc4917bfc23ade0b4f42f7','tr-8908fe78fbcdba3dbb8cd27fefc7d17d','judgement','feedback','["a"]',NULL,1795233942385,1795233942385,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-492899fe01604da586b53577125bc1f2','tr-8908fe78fbcdba3dbb8cd27fefc7d17d','judgement','feedback','{"k": 1}',NULL,1795233942400,1795233942400,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-57817a2b905d4e81907ea7bc4c9bd9a1','tr-8908fe78fbcdba3dbb8cd27fefc7d17d','expected','expectation','{"answer": 42}',NULL,1795233942408,1795233942408,'HUMAN','default',NULL,NULL,NULL,NULL,1,NULL);
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
INSERT INTO "datasets" VALUES('ff4da42d206c41079dbb6792d8cf56cb',1,'wine','0a1b','http','{"url": "http://x"}','[]','{}');
CREATE TABLE endpoint_bindings (
	endpoint_id VARCHAR(36) NOT NULL, 
	resource_type VARCHAR(50) NOT NULL, 
	resource_id VARCHAR(255) NOT NULL, 
	created_at BIGINT NOT NULL, 
	created_by VARCHAR(255), 
	last_updated_at BIGINT NOT NULL, 
	last_updated_by VARCHAR(255), display_name VARCHAR(255), 
	CONSTRAINT endpoint_bindings_pk PRIMARY KEY (endpoint_id, resource_type, resource_id), 
	CONSTRAINT fk_endpoint_bindings_endpoint_id FOREIGN KEY(endpoint_id) REFERENCES endpoints (endpoint_id) ON DELETE CASCADE
);
INSERT INTO "endpoint_bindings" VALUES('endpoint_id 0','resource_type 0','resource_id 0',0,'created_by 0',0,'last_updated_by 0','display_name 0');
INSERT INTO "endpoint_bindings" VALUES('endpoint_id 1','resource_type 1','resource_id 1',1,'created_by 1',1,'last_updated_by 1','display_name 1');
INSERT INTO "endpoint_bindings" VALUES('endpoint_id 2','resource_type 2','resource_id 2',2,'created_by 2',2,'last_updated_by 2','display_name 2');
CREATE TABLE endpoint_model_mappings (
	mapping_id VARCHAR(36) NOT NULL, 
	endpoint_id VARCHAR(36) NOT NULL, 
	model_definition_id VARCHAR(36) NOT NULL, 
	weight FLOAT NOT NULL, 
	created_by VARCHAR(255), 
	created_at BIGINT NOT NULL, linkage_type VARCHAR(64) DEFAULT 'PRIMARY' NOT NULL, fallback_order INTEGER, 
	CONSTRAINT endpoint_model_mappings_pk PRIMARY KEY (mapping_id), 
	CONSTRAINT fk_endpoint_model_mappings_endpoint_id FOREIGN KEY(endpoint_id) REFERENCES endpoints (endpoint_id) ON DELETE CASCADE, 
	CONSTRAINT fk_endpoint_model_mappings_model_definition_id FOREIGN KEY(model_definition_id) REFERENCES model_definitions (model_definition_id)
);
INSERT INTO "endpoint_model_mappings" VALUES('mapping_id 0','endpoint_id 0','model_definition_id 0',0.5,'created_by 0',0,'linkage_type 0',0);
INSERT INTO "endpoint_model_mappings" VALUES('mapping_id 1','endpoint_id 1','model_definition_id 1',1.5,'created_by 1',1,'linkage_type 1',1);
INSERT INTO "endpoint_model_mappings" VALUES('mapping_id 2','endpoint_id 2','model_definition_id 2',2.5,'created_by 2',2,'linkage_type 2',2);
CREATE TABLE endpoint_tags (
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(5000), 
	endpoint_id VARCHAR(36) NOT NULL, 
	CONSTRAINT endpoint_tag_pk PRIMARY KEY ("key", endpoint_id), 
	CONSTRAINT fk_endpoint_tags_endpoint_id FOREIGN KEY(endpoint_id) REFERENCES endpoints (endpoint_id) ON DELETE CASCADE
);
INSERT INTO "endpoint_tags" VALUES('key 0','value 0','endpoint_id 0');
INSERT INTO "endpoint_tags" VALUES('key 1','value 1','endpoint_id 1');
INSERT INTO "endpoint_tags" VALUES('key 2','value 2','endpoint_id 2');
CREATE TABLE "endpoints" (
	endpoint_id VARCHAR(36) NOT NULL, 
	name VARCHAR(255), 
	created_by VARCHAR(255), 
	created_at BIGINT NOT NULL, 
	last_updated_by VARCHAR(255), 
	last_updated_at BIGINT NOT NULL, 
	routing_strategy VARCHAR(64), 
	fallback_config_json TEXT, 
	experiment_id INTEGER, 
	usage_tracking BOOLEAN DEFAULT '0' NOT NULL, 
	workspace VARCHAR(63) DEFAULT 'default' NOT NULL, 
	CONSTRAINT endpoints_pk PRIMARY KEY (endpoint_id), 
	CONSTRAINT fk_endpoints_experiment_id FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id) ON DELETE SET NULL, 
	CONSTRAINT uq_endpoints_workspace_name UNIQUE (workspace, name)
);
INSERT INTO "endpoints" VALUES('endpoint_id 0','name 0','created_by 0',0,'last_updated_by 0',0,'routing_strategy 0','fallback_config_json 0',0,1,'default');
INSERT INTO "endpoints" VALUES('endpoint_id 1','name 1','created_by 1',1,'last_updated_by 1',1,'routing_strategy 1','fallback_config_json 1',1,0,'default');
INSERT INTO "endpoints" VALUES('endpoint_id 2','name 2','created_by 2',2,'last_updated_by 2',2,'routing_strategy 2','fallback_config_json 2',2,1,'default');
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
CREATE TABLE "evaluation_datasets" (
	dataset_id VARCHAR(36) NOT NULL, 
	name VARCHAR(255) NOT NULL, 
	schema TEXT, 
	profile TEXT, 
	digest VARCHAR(64), 
	created_time BIGINT, 
	last_update_time BIGINT, 
	created_by VARCHAR(255), 
	last_updated_by VARCHAR(255), 
	workspace VARCHAR(63) DEFAULT 'default' NOT NULL, 
	CONSTRAINT evaluation_datasets_pk PRIMARY KEY (dataset_id)
);
INSERT INTO "evaluation_datasets" VALUES('dataset_id 0','name 0','schema 0','profile 0','digest 0',0,0,'created_by 0','last_updated_by 0','default');
INSERT INTO "evaluation_datasets" VALUES('dataset_id 1','name 1','schema 1','profile 1','digest 1',1,1,'created_by 1','last_updated_by 1','default');
INSERT INTO "evaluation_datasets" VALUES('dataset_id 2','name 2','schema 2','profile 2','digest 2',2,2,'created_by 2','last_updated_by 2','default');
CREATE TABLE experiment_tags (
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(5000), 
	experiment_id INTEGER NOT NULL, 
	CONSTRAINT experiment_tag_pk PRIMARY KEY ("key", experiment_id), 
	FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id)
);
INSERT INTO "experiment_tags" VALUES('team','a''b"c',2);
INSERT INTO "experiment_tags" VALUES('empty','',2);
CREATE TABLE "experiments" (
	experiment_id INTEGER NOT NULL, 
	name VARCHAR(256) NOT NULL, 
	artifact_location VARCHAR(256), 
	lifecycle_stage VARCHAR(32), 
	creation_time BIGINT, 
	last_update_time BIGINT, 
	workspace VARCHAR(63) DEFAULT 'default' NOT NULL, 
	CONSTRAINT experiment_pk PRIMARY KEY (experiment_id), 
	CONSTRAINT experiments_lifecycle_stage CHECK (lifecycle_stage IN ('active', 'deleted')), 
	CONSTRAINT uq_experiments_workspace_name UNIQUE (workspace, name)
);
INSERT INTO "experiments" VALUES(0,'Default','/srv/mlflow/artifacts/0','active',1795233939320,1795233939320,'default');
INSERT INTO "experiments" VALUES(1,'plain','/srv/mlflow/mlruns/1','active',1795233939407,1795233939407,'default');
INSERT INTO "experiments" VALUES(2,'naïve – ünïcode ✓','/srv/mlflow/mlruns/2','active',1795233939442,1795233939442,'default');
INSERT INTO "experiments" VALUES(3,'deleted','/srv/mlflow/mlruns/3','deleted',1795233939466,1795233939499,'default');
CREATE TABLE input_tags (
	input_uuid VARCHAR(36) NOT NULL, 
	name VARCHAR(255) NOT NULL, 
	value VARCHAR(500) NOT NULL, 
	CONSTRAINT input_tags_pk PRIMARY KEY (input_uuid, name)
);
INSERT INTO "input_tags" VALUES('c4033dce12c64febbcf928feb7cac190','mlflow.data.context','training');
CREATE TABLE inputs (
	input_uuid VARCHAR(36) NOT NULL, 
	source_type VARCHAR(36) NOT NULL, 
	source_id VARCHAR(36) NOT NULL, 
	destination_type VARCHAR(36) NOT NULL, 
	destination_id VARCHAR(36) NOT NULL, step BIGINT DEFAULT '0' NOT NULL, 
	CONSTRAINT inputs_pk PRIMARY KEY (source_type, source_id, destination_type, destination_id)
);
INSERT INTO "inputs" VALUES('c4033dce12c64febbcf928feb7cac190','DATASET','ff4da42d206c41079dbb6792d8cf56cb','RUN','ddb935beb04c4c2fabdcd6fd3fc38717',0);
CREATE TABLE "jobs" (
	id VARCHAR(36) NOT NULL, 
	creation_time BIGINT NOT NULL, 
	job_name VARCHAR(500) NOT NULL, 
	params TEXT NOT NULL, 
	timeout FLOAT, 
	status INTEGER NOT NULL, 
	result TEXT, 
	retry_count INTEGER NOT NULL, 
	last_update_time BIGINT NOT NULL, 
	workspace VARCHAR(63) DEFAULT 'default' NOT NULL, 
	CONSTRAINT jobs_pk PRIMARY KEY (id)
);
INSERT INTO "jobs" VALUES('id 0',0,'job_name 0','params 0',0.5,0,'result 0',0,0,'default');
INSERT INTO "jobs" VALUES('id 1',1,'job_name 1','params 1',1.5,1,'result 1',1,1,'default');
INSERT INTO "jobs" VALUES('id 2',2,'job_name 2','params 2',2.5,2,'result 2',2,2,'default');
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
INSERT INTO "latest_metrics" VALUES('odd',1.79769313486231562234e+308,7,-3,0,'ddb935beb04c4c2fabdcd6fd3fc38717');
INSERT INTO "latest_metrics" VALUES('loss',0.2,1700000000004,4,0,'786e9a371f0441bcbb8a0c12b74f2b97');
INSERT INTO "latest_metrics" VALUES('odd',1.79769313486231562234e+308,7,-3,0,'786e9a371f0441bcbb8a0c12b74f2b97');
INSERT INTO "latest_metrics" VALUES('loss',0.1,1700000000009,9,0,'e69b755d91cc4c9e950ba449c960fdca');
INSERT INTO "latest_metrics" VALUES('odd',1.79769313486231562234e+308,7,-3,0,'e69b755d91cc4c9e950ba449c960fdca');
INSERT INTO "latest_metrics" VALUES('loss',6.66666666666666657414e-02,1700000000014,14,0,'4f5b3892fc37443ba6279dcaf3e7057d');
INSERT INTO "latest_metrics" VALUES('odd',1.79769313486231562234e+308,7,-3,0,'4f5b3892fc37443ba6279dcaf3e7057d');
INSERT INTO "latest_metrics" VALUES('loss',0.05,1700000000019,19,0,'9597389100ff4f51beb1c2b9c613e6b2');
INSERT INTO "latest_metrics" VALUES('odd',1.79769313486231562234e+308,7,-3,0,'9597389100ff4f51beb1c2b9c613e6b2');
INSERT INTO "latest_metrics" VALUES('rmse',0.25,1795233942483,0,0,'ddb935beb04c4c2fabdcd6fd3fc38717');
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
INSERT INTO "logged_model_metrics" VALUES('m-f48e221237354491b1c1fbb703bb419f','rmse',1795233942483,0,0.25,1,'ddb935beb04c4c2fabdcd6fd3fc38717',NULL,'wine','0a1b');
CREATE TABLE logged_model_params (
	model_id VARCHAR(36) NOT NULL, 
	experiment_id INTEGER NOT NULL, 
	param_key VARCHAR(255) NOT NULL, 
	param_value TEXT NOT NULL, 
	CONSTRAINT logged_model_params_pk PRIMARY KEY (model_id, param_key), 
	CONSTRAINT fk_logged_model_params_experiment_id FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id), 
	CONSTRAINT fk_logged_model_params_model_id FOREIGN KEY(model_id) REFERENCES logged_models (model_id) ON DELETE CASCADE
);
INSERT INTO "logged_model_params" VALUES('m-f48e221237354491b1c1fbb703bb419f',1,'depth','3');
CREATE TABLE logged_model_tags (
	model_id VARCHAR(36) NOT NULL, 
	experiment_id INTEGER NOT NULL, 
	tag_key VARCHAR(255) NOT NULL, 
	tag_value TEXT NOT NULL, 
	CONSTRAINT logged_model_tags_pk PRIMARY KEY (model_id, tag_key), 
	CONSTRAINT fk_logged_model_tags_experiment_id FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id), 
	CONSTRAINT fk_logged_model_tags_model_id FOREIGN KEY(model_id) REFERENCES logged_models (model_id) ON DELETE CASCADE
);
INSERT INTO "logged_model_tags" VALUES('m-f48e221237354491b1c1fbb703bb419f',1,'kind','tree');
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
INSERT INTO "logged_models" VALUES('m-f48e221237354491b1c1fbb703bb419f',1,'tree','/srv/mlflow/mlruns/1/models/m-f48e221237354491b1c1fbb703bb419f/artifacts',1795233942443,1795233942539,2,'active','agent','ddb935beb04c4c2fabdcd6fd3fc38717',NULL);
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
INSERT INTO "metrics" VALUES('odd',0.0,7,'ddb935beb04c4c2fabdcd6fd3fc38717',-3,1);
INSERT INTO "metrics" VALUES('odd',1.79769313486231562234e+308,7,'ddb935beb04c4c2fabdcd6fd3fc38717',-3,0);
INSERT INTO "metrics" VALUES('odd',-1.79769313486231562234e+308,7,'ddb935beb04c4c2fabdcd6fd3fc38717',-3,0);
INSERT INTO "metrics" VALUES('odd',4.94065645841247e-324,7,'ddb935beb04c4c2fabdcd6fd3fc38717',-3,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'ddb935beb04c4c2fabdcd6fd3fc38717',-3,0);
INSERT INTO "metrics" VALUES('loss',1.0,1700000000000,'786e9a371f0441bcbb8a0c12b74f2b97',0,0);
INSERT INTO "metrics" VALUES('loss',0.5,1700000000001,'786e9a371f0441bcbb8a0c12b74f2b97',1,0);
INSERT INTO "metrics" VALUES('loss',3.33333333333333314829e-01,1700000000002,'786e9a371f0441bcbb8a0c12b74f2b97',2,0);
INSERT INTO "metrics" VALUES('loss',0.25,1700000000003,'786e9a371f0441bcbb8a0c12b74f2b97',3,0);
INSERT INTO "metrics" VALUES('loss',0.2,1700000000004,'786e9a371f0441bcbb8a0c12b74f2b97',4,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'786e9a371f0441bcbb8a0c12b74f2b97',-3,1);
INSERT INTO "metrics" VALUES('odd',1.79769313486231562234e+308,7,'786e9a371f0441bcbb8a0c12b74f2b97',-3,0);
INSERT INTO "metrics" VALUES('odd',-1.79769313486231562234e+308,7,'786e9a371f0441bcbb8a0c12b74f2b97',-3,0);
INSERT INTO "metrics" VALUES('odd',4.94065645841247e-324,7,'786e9a371f0441bcbb8a0c12b74f2b97',-3,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'786e9a371f0441bcbb8a0c12b74f2b97',-3,0);
INSERT INTO "metrics" VALUES('loss',1.0,1700000000000,'e69b755d91cc4c9e950ba449c960fdca',0,0);
INSERT INTO "metrics" VALUES('loss',0.5,1700000000001,'e69b755d91cc4c9e950ba449c960fdca',1,0);
INSERT INTO "metrics" VALUES('loss',3.33333333333333314829e-01,1700000000002,'e69b755d91cc4c9e950ba449c960fdca',2,0);
INSERT INTO "metrics" VALUES('loss',0.25,1700000000003,'e69b755d91cc4c9e950ba449c960fdca',3,0);
INSERT INTO "metrics" VALUES('loss',0.2,1700000000004,'e69b755d91cc4c9e950ba449c960fdca',4,0);
INSERT INTO "metrics" VALUES('loss',1.66666666666666657414e-01,1700000000005,'e69b755d91cc4c9e950ba449c960fdca',5,0);
INSERT INTO "metrics" VALUES('loss',1.42857142857142849212e-01,1700000000006,'e69b755d91cc4c9e950ba449c960fdca',6,0);
INSERT INTO "metrics" VALUES('loss',0.125,1700000000007,'e69b755d91cc4c9e950ba449c960fdca',7,0);
INSERT INTO "metrics" VALUES('loss',1.11111111111111104943e-01,1700000000008,'e69b755d91cc4c9e950ba449c960fdca',8,0);
INSERT INTO "metrics" VALUES('loss',0.1,1700000000009,'e69b755d91cc4c9e950ba449c960fdca',9,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'e69b755d91cc4c9e950ba449c960fdca',-3,1);
INSERT INTO "metrics" VALUES('odd',1.79769313486231562234e+308,7,'e69b755d91cc4c9e950ba449c960fdca',-3,0);
INSERT INTO "metrics" VALUES('odd',-1.79769313486231562234e+308,7,'e69b755d91cc4c9e950ba449c960fdca',-3,0);
INSERT INTO "metrics" VALUES('odd',4.94065645841247e-324,7,'e69b755d91cc4c9e950ba449c960fdca',-3,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'e69b755d91cc4c9e950ba449c960fdca',-3,0);
INSERT INTO "metrics" VALUES('loss',1.0,1700000000000,'4f5b3892fc37443ba6279dcaf3e7057d',0,0);
INSERT INTO "metrics" VALUES('loss',0.5,1700000000001,'4f5b3892fc37443ba6279dcaf3e7057d',1,0);
INSERT INTO "metrics" VALUES('loss',3.33333333333333314829e-01,1700000000002,'4f5b3892fc37443ba6279dcaf3e7057d',2,0);
INSERT INTO "metrics" VALUES('loss',0.25,1700000000003,'4f5b3892fc37443ba6279dcaf3e7057d',3,0);
INSERT INTO "metrics" VALUES('loss',0.2,1700000000004,'4f5b3892fc37443ba6279dcaf3e7057d',4,0);
INSERT INTO "metrics" VALUES('loss',1.66666666666666657414e-01,1700000000005,'4f5b3892fc37443ba6279dcaf3e7057d',5,0);
INSERT INTO "metrics" VALUES('loss',1.42857142857142849212e-01,1700000000006,'4f5b3892fc37443ba6279dcaf3e7057d',6,0);
INSERT INTO "metrics" VALUES('loss',0.125,1700000000007,'4f5b3892fc37443ba6279dcaf3e7057d',7,0);
INSERT INTO "metrics" VALUES('loss',1.11111111111111104943e-01,1700000000008,'4f5b3892fc37443ba6279dcaf3e7057d',8,0);
INSERT INTO "metrics" VALUES('loss',0.1,1700000000009,'4f5b3892fc37443ba6279dcaf3e7057d',9,0);
INSERT INTO "metrics" VALUES('loss',9.09090909090909116141e-02,1700000000010,'4f5b3892fc37443ba6279dcaf3e7057d',10,0);
INSERT INTO "metrics" VALUES('loss',8.33333333333333287074e-02,1700000000011,'4f5b3892fc37443ba6279dcaf3e7057d',11,0);
INSERT INTO "metrics" VALUES('loss',7.6923076923076927347e-02,1700000000012,'4f5b3892fc37443ba6279dcaf3e7057d',12,0);
INSERT INTO "metrics" VALUES('loss',7.14285714285714246063e-02,1700000000013,'4f5b3892fc37443ba6279dcaf3e7057d',13,0);
INSERT INTO "metrics" VALUES('loss',6.66666666666666657414e-02,1700000000014,'4f5b3892fc37443ba6279dcaf3e7057d',14,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'4f5b3892fc37443ba6279dcaf3e7057d',-3,1);
INSERT INTO "metrics" VALUES('odd',1.79769313486231562234e+308,7,'4f5b3892fc37443ba6279dcaf3e7057d',-3,0);
INSERT INTO "metrics" VALUES('odd',-1.79769313486231562234e+308,7,'4f5b3892fc37443ba6279dcaf3e7057d',-3,0);
INSERT INTO "metrics" VALUES('odd',4.94065645841247e-324,7,'4f5b3892fc37443ba6279dcaf3e7057d',-3,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'4f5b3892fc37443ba6279dcaf3e7057d',-3,0);
INSERT INTO "metrics" VALUES('loss',1.0,1700000000000,'9597389100ff4f51beb1c2b9c613e6b2',0,0);
INSERT INTO "metrics" VALUES('loss',0.5,1700000000001,'9597389100ff4f51beb1c2b9c613e6b2',1,0);
INSERT INTO "metrics" VALUES('loss',3.33333333333333314829e-01,1700000000002,'9597389100ff4f51beb1c2b9c613e6b2',2,0);
INSERT INTO "metrics" VALUES('loss',0.25,1700000000003,'9597389100ff4f51beb1c2b9c613e6b2',3,0);
INSERT INTO "metrics" VALUES('loss',0.2,1700000000004,'9597389100ff4f51beb1c2b9c613e6b2',4,0);
INSERT INTO "metrics" VALUES('loss',1.66666666666666657414e-01,1700000000005,'9597389100ff4f51beb1c2b9c613e6b2',5,0);
INSERT INTO "metrics" VALUES('loss',1.42857142857142849212e-01,1700000000006,'9597389100ff4f51beb1c2b9c613e6b2',6,0);
INSERT INTO "metrics" VALUES('loss',0.125,1700000000007,'9597389100ff4f51beb1c2b9c613e6b2',7,0);
INSERT INTO "metrics" VALUES('loss',1.11111111111111104943e-01,1700000000008,'9597389100ff4f51beb1c2b9c613e6b2',8,0);
INSERT INTO "metrics" VALUES('loss',0.1,1700000000009,'9597389100ff4f51beb1c2b9c613e6b2',9,0);
INSERT INTO "metrics" VALUES('loss',9.09090909090909116141e-02,1700000000010,'9597389100ff4f51beb1c2b9c613e6b2',10,0);
INSERT INTO "metrics" VALUES('loss',8.33333333333333287074e-02,1700000000011,'9597389100ff4f51beb1c2b9c613e6b2',11,0);
INSERT INTO "metrics" VALUES('loss',7.6923076923076927347e-02,1700000000012,'9597389100ff4f51beb1c2b9c613e6b2',12,0);
INSERT INTO "metrics" VALUES('loss',7.14285714285714246063e-02,1700000000013,'9597389100ff4f51beb1c2b9c613e6b2',13,0);
INSERT INTO "metrics" VALUES('loss',6.66666666666666657414e-02,1700000000014,'9597389100ff4f51beb1c2b9c613e6b2',14,0);
INSERT INTO "metrics" VALUES('loss',0.0625,1700000000015,'9597389100ff4f51beb1c2b9c613e6b2',15,0);
INSERT INTO "metrics" VALUES('loss',5.8823529411764705066e-02,1700000000016,'9597389100ff4f51beb1c2b9c613e6b2',16,0);
INSERT INTO "metrics" VALUES('loss',5.55555555555555524716e-02,1700000000017,'9597389100ff4f51beb1c2b9c613e6b2',17,0);
INSERT INTO "metrics" VALUES('loss',5.26315789473684181309e-02,1700000000018,'9597389100ff4f51beb1c2b9c613e6b2',18,0);
INSERT INTO "metrics" VALUES('loss',0.05,1700000000019,'9597389100ff4f51beb1c2b9c613e6b2',19,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'9597389100ff4f51beb1c2b9c613e6b2',-3,1);
INSERT INTO "metrics" VALUES('odd',1.79769313486231562234e+308,7,'9597389100ff4f51beb1c2b9c613e6b2',-3,0);
INSERT INTO "metrics" VALUES('odd',-1.79769313486231562234e+308,7,'9597389100ff4f51beb1c2b9c613e6b2',-3,0);
INSERT INTO "metrics" VALUES('odd',4.94065645841247e-324,7,'9597389100ff4f51beb1c2b9c613e6b2',-3,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'9597389100ff4f51beb1c2b9c613e6b2',-3,0);
INSERT INTO "metrics" VALUES('rmse',0.25,1795233942483,'ddb935beb04c4c2fabdcd6fd3fc38717',0,0);
CREATE TABLE "model_definitions" (
	model_definition_id VARCHAR(36) NOT NULL, 
	name VARCHAR(255) NOT NULL, 
	secret_id VARCHAR(36), 
	provider VARCHAR(64) NOT NULL, 
	model_name VARCHAR(256) NOT NULL, 
	created_by VARCHAR(255), 
	created_at BIGINT NOT NULL, 
	last_updated_by VARCHAR(255), 
	last_updated_at BIGINT NOT NULL, 
	workspace VARCHAR(63) DEFAULT 'default' NOT NULL, 
	CONSTRAINT model_definitions_pk PRIMARY KEY (model_definition_id), 
	CONSTRAINT fk_model_definitions_secret_id FOREIGN KEY(secret_id) REFERENCES secrets (secret_id) ON DELETE SET NULL, 
	CONSTRAINT uq_model_definitions_workspace_name UNIQUE (workspace, name)
);
INSERT INTO "model_definitions" VALUES('model_definition_id 0','name 0','secret_id 0','provider 0','model_name 0','created_by 0',0,'last_updated_by 0',0,'default');
INSERT INTO "model_definitions" VALUES('model_definition_id 1','name 1','secret_id 1','provider 1','model_name 1','created_by 1',1,'last_updated_by 1',1,'default');
INSERT INTO "model_definitions" VALUES('model_definition_id 2','name 2','secret_id 2','provider 2','model_name 2','created_by 2',2,'last_updated_by 2',2,'default');
CREATE TABLE "model_version_tags" (
	"key" VARCHAR(250) NOT NULL, 
	value TEXT, 
	name VARCHAR(256) NOT NULL, 
	version INTEGER NOT NULL, 
	workspace VARCHAR(63) DEFAULT 'default' NOT NULL, 
	CONSTRAINT model_version_tag_pk PRIMARY KEY (workspace, "key", name, version), 
	CONSTRAINT fk_model_version_tags_model_versions FOREIGN KEY(workspace, name, version) REFERENCES model_versions (workspace, name, version) ON UPDATE CASCADE
);
INSERT INTO "model_version_tags" VALUES('n','0','forecast',1,'default');
INSERT INTO "model_version_tags" VALUES('n','1','forecast',2,'default');
INSERT INTO "model_version_tags" VALUES('n','2','forecast',3,'default');
INSERT INTO "model_version_tags" VALUES('long','zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz','forecast',1,'default');
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
	run_link VARCHAR(500), 
	storage_location VARCHAR(500), 
	workspace VARCHAR(63) DEFAULT 'default' NOT NULL, 
	CONSTRAINT model_version_pk PRIMARY KEY (workspace, name, version), 
	CONSTRAINT fk_model_versions_registered_models FOREIGN KEY(workspace, name) REFERENCES registered_models (workspace, name) ON UPDATE CASCADE
);
INSERT INTO "model_versions" VALUES('forecast',1,1795233940351,1795233940563,NULL,NULL,'Archived','s3://models/forecast/0','ddb935beb04c4c2fabdcd6fd3fc38717','READY',NULL,NULL,'s3://models/forecast/0','default');
INSERT INTO "model_versions" VALUES('forecast',2,1795233940394,1795233940394,NULL,NULL,'None','s3://models/forecast/1','ddb935beb04c4c2fabdcd6fd3fc38717','READY',NULL,NULL,'s3://models/forecast/1','default');
INSERT INTO "model_versions" VALUES('forecast',3,1795233940426,1795233940589,NULL,NULL,'Deleted_Internal','REDACTED-SOURCE-PATH','REDACTED-RUN-ID','READY',NULL,'REDACTED-RUN-LINK','s3://models/forecast/2','default');
CREATE TABLE online_scoring_configs (
	online_scoring_config_id VARCHAR(36) NOT NULL, 
	scorer_id VARCHAR(36) NOT NULL, 
	sample_rate FLOAT NOT NULL, 
	experiment_id INTEGER NOT NULL, 
	filter_string TEXT, 
	CONSTRAINT online_scoring_config_pk PRIMARY KEY (online_scoring_config_id), 
	CONSTRAINT fk_online_scoring_configs_scorer_id FOREIGN KEY(scorer_id) REFERENCES scorers (scorer_id) ON DELETE CASCADE, 
	CONSTRAINT fk_online_scoring_configs_experiment_id FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id)
);
INSERT INTO "online_scoring_configs" VALUES('online_scoring_config_id 0','scorer_id 0',0.5,0,'filter_string 0');
INSERT INTO "online_scoring_configs" VALUES('online_scoring_config_id 1','scorer_id 1',1.5,1,'filter_string 1');
INSERT INTO "online_scoring_configs" VALUES('online_scoring_config_id 2','scorer_id 2',2.5,2,'filter_string 2');
CREATE TABLE "params" (
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(8000) NOT NULL, 
	run_uuid VARCHAR(32) NOT NULL, 
	CONSTRAINT param_pk PRIMARY KEY ("key", run_uuid), 
	FOREIGN KEY(run_uuid) REFERENCES runs (run_uuid)
);
INSERT INTO "params" VALUES('lr','0.01','ddb935beb04c4c2fabdcd6fd3fc38717');
INSERT INTO "params" VALUES('long','','ddb935beb04c4c2fabdcd6fd3fc38717');
INSERT INTO "params" VALUES('unicode','☃ ''"
	','ddb935beb04c4c2fabdcd6fd3fc38717');
INSERT INTO "params" VALUES('lr','0.01','786e9a371f0441bcbb8a0c12b74f2b97');
INSERT INTO "params" VALUES('long','xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx','786e9a371f0441bcbb8a0c12b74f2b97');
INSERT INTO "params" VALUES('unicode','☃ ''"
	','786e9a371f0441bcbb8a0c12b74f2b97');
INSERT INTO "params" VALUES('lr','0.01','e69b755d91cc4c9e950ba449c960fdca');
INSERT INTO "params" VALUES('long','xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx','e69b755d91cc4c9e950ba449c960fdca');
INSERT INTO "params" VALUES('unicode','☃ ''"
	','e69b755d91cc4c9e950ba449c960fdca');
INSERT INTO "params" VALUES('lr','0.01','4f5b3892fc37443ba6279dcaf3e7057d');
INSERT INTO "params" VALUES('long','xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx','4f5b3892fc37443ba6279dcaf3e7057d');
INSERT INTO "params" VALUES('unicode','☃ ''"
	','4f5b3892fc37443ba6279dcaf3e7057d');
INSERT INTO "params" VALUES('lr','0.01','9597389100ff4f51beb1c2b9c613e6b2');
INSERT INTO "params" VALUES('long','xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx','9597389100ff4f51beb1c2b9c613e6b2');
INSERT INTO "params" VALUES('unicode','☃ ''"
	','9597389100ff4f51beb1c2b9c613e6b2');
CREATE TABLE "registered_model_aliases" (
	alias VARCHAR(256) NOT NULL, 
	version INTEGER NOT NULL, 
	name VARCHAR(256) NOT NULL, 
	workspace VARCHAR(63) DEFAULT 'default' NOT NULL, 
	CONSTRAINT registered_model_alias_pk PRIMARY KEY (workspace, name, alias), 
	CONSTRAINT fk_registered_model_aliases_registered_models FOREIGN KEY(workspace, name) REFERENCES registered_models (workspace, name) ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "registered_model_aliases" VALUES('champion',2,'forecast','default');
INSERT INTO "registered_model_aliases" VALUES('challenger',3,'forecast','default');
CREATE TABLE "registered_model_tags" (
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(5000), 
	name VARCHAR(256) NOT NULL, 
	workspace VARCHAR(63) DEFAULT 'default' NOT NULL, 
	CONSTRAINT registered_model_tag_pk PRIMARY KEY (workspace, "key", name), 
	CONSTRAINT fk_registered_model_tags_registered_models FOREIGN KEY(workspace, name) REFERENCES registered_models (workspace, name) ON UPDATE CASCADE
);
INSERT INTO "registered_model_tags" VALUES('task','regression','forecast','default');
INSERT INTO "registered_model_tags" VALUES('empty','','forecast','default');
CREATE TABLE "registered_models" (
	name VARCHAR(256) NOT NULL, 
	creation_time BIGINT, 
	last_updated_time BIGINT, 
	description VARCHAR(5000), 
	workspace VARCHAR(63) DEFAULT 'default' NOT NULL, 
	CONSTRAINT registered_model_pk PRIMARY KEY (workspace, name)
);
INSERT INTO "registered_models" VALUES('forecast',1795233940277,1795233940589,'It forecasts.','default');
INSERT INTO "registered_models" VALUES('bare',1795233940321,1795233940321,NULL,'default');
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
INSERT INTO "runs" VALUES('ddb935beb04c4c2fabdcd6fd3fc38717','run 0','UNKNOWN','','','unknown','FINISHED',1700000000000,1700000100000,'','active','/srv/mlflow/mlruns/1/ddb935beb04c4c2fabdcd6fd3fc38717/artifacts',1,NULL);
INSERT INTO "runs" VALUES('786e9a371f0441bcbb8a0c12b74f2b97','run 1','UNKNOWN','','','unknown','FAILED',1700000000001,1795233940153,'','active','/srv/mlflow/mlruns/1/786e9a371f0441bcbb8a0c12b74f2b97/artifacts',1,NULL);
INSERT INTO "runs" VALUES('e69b755d91cc4c9e950ba449c960fdca','run 2','UNKNOWN','','','unknown','KILLED',1700000000002,1795233940181,'','active','/srv/mlflow/mlruns/1/e69b755d91cc4c9e950ba449c960fdca/artifacts',1,NULL);
INSERT INTO "runs" VALUES('4f5b3892fc37443ba6279dcaf3e7057d','run 3','UNKNOWN','','','unknown','RUNNING',1700000000003,NULL,'','deleted','/srv/mlflow/mlruns/1/4f5b3892fc37443ba6279dcaf3e7057d/artifacts',1,1795233940190);
INSERT INTO "runs" VALUES('9597389100ff4f51beb1c2b9c613e6b2','run 4','UNKNOWN','','','unknown','RUNNING',1700000000004,NULL,'','active','/srv/mlflow/mlruns/1/9597389100ff4f51beb1c2b9c613e6b2/artifacts',1,NULL);
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
INSERT INTO "scorers" VALUES(1,'scorer_name 1','scorer_id 1');
INSERT INTO "scorers" VALUES(2,'scorer_name 2','scorer_id 2');
CREATE TABLE "secrets" (
	secret_id VARCHAR(36) NOT NULL, 
	secret_name VARCHAR(255) NOT NULL, 
	encrypted_value BLOB NOT NULL, 
	wrapped_dek BLOB NOT NULL, 
	kek_version INTEGER NOT NULL, 
	masked_value VARCHAR(500) NOT NULL, 
	provider VARCHAR(64), 
	auth_config TEXT, 
	description TEXT, 
	created_by VARCHAR(255), 
	created_at BIGINT NOT NULL, 
	last_updated_by VARCHAR(255), 
	last_updated_at BIGINT NOT NULL, 
	workspace VARCHAR(63) DEFAULT 'default' NOT NULL, 
	CONSTRAINT secrets_pk PRIMARY KEY (secret_id), 
	CONSTRAINT uq_secrets_workspace_secret_name UNIQUE (workspace, secret_name)
);
INSERT INTO "secrets" VALUES('secret_id 0','secret_name 0',X'0000FF',X'0000FF',0,'masked_value 0','provider 0','auth_config 0','description 0','created_by 0',0,'last_updated_by 0',0,'default');
INSERT INTO "secrets" VALUES('secret_id 1','secret_name 1',X'0001FF',X'0001FF',1,'masked_value 1','provider 1','auth_config 1','description 1','created_by 1',1,'last_updated_by 1',1,'default');
INSERT INTO "secrets" VALUES('secret_id 2','secret_name 2',X'0002FF',X'0002FF',2,'masked_value 2','provider 2','auth_config 2','description 2','created_by 2',2,'last_updated_by 2',2,'default');
CREATE TABLE span_metrics (
	trace_id VARCHAR(50) NOT NULL, 
	span_id VARCHAR(50) NOT NULL, 
	"key" VARCHAR(250) NOT NULL, 
	value FLOAT, 
	CONSTRAINT span_metrics_pk PRIMARY KEY (trace_id, span_id, "key"), 
	CONSTRAINT fk_span_metrics_span FOREIGN KEY(trace_id, span_id) REFERENCES spans (trace_id, span_id) ON DELETE CASCADE
);
INSERT INTO "span_metrics" VALUES('tr-66eeb36526495f57d340b00f39a2f3fa','9f3ddb5961c1564c','key 0',0.5);
INSERT INTO "span_metrics" VALUES('tr-66eeb36526495f57d340b00f39a2f3fa','e705edd3f44ce9fc','key 1',1.5);
INSERT INTO "span_metrics" VALUES('tr-8908fe78fbcdba3dbb8cd27fefc7d17d','1ab69f3d24fbfc74','key 2',2.5);
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
	content TEXT NOT NULL, dimension_attributes JSON, 
	CONSTRAINT spans_pk PRIMARY KEY (trace_id, span_id), 
	CONSTRAINT fk_spans_trace_id FOREIGN KEY(trace_id) REFERENCES trace_info (request_id) ON DELETE CASCADE, 
	CONSTRAINT fk_spans_experiment_id FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id)
);
INSERT INTO "spans" VALUES('tr-a66650c0e908ece590cc1fb0d3874a2e',1,'bf53382020fc843f','ae82c5449eec97c6','model','LLM','OK',1795233941422099590,1795233941422251049,'{"trace_id": "pmZQwOkI7OWQzB+w04dKLg==", "span_id": "v1M4ICD8hD8=", "parent_span_id": "roLFRJ7sl8Y=", "name": "model", "start_time_unix_nano": 1795233941422099590, "end_time_unix_nano": 1795233941422251049, "events": [], "status": {"code": "STATUS_CODE_OK", "message": ""}, "attributes": {"mlflow.traceRequestId": "\"tr-a66650c0e908ece590cc1fb0d3874a2e\"", "mlflow.spanType": "\"LLM\"", "mlflow.spanInputs": "{\"n\": 0}", "mlflow.llm.model": "\"gpt-4o\"", "mlflow.llm.provider": "\"openai\"", "mlflow.chat.tokenUsage": "{\"input_tokens\": 12, \"output_tokens\": 5, \"total_tokens\": 17, \"cache_read_input_tokens\": 3}", "mlflow.spanOutputs": "{\"answer\": 0}"}}','{"mlflow.llm.model": "gpt-4o", "mlflow.llm.provider": "openai"}');
INSERT INTO "spans" VALUES('tr-a66650c0e908ece590cc1fb0d3874a2e',1,'ae82c5449eec97c6',NULL,'request 0','UNKNOWN','OK',1795233941249361938,1795233941509858547,'{"trace_id": "pmZQwOkI7OWQzB+w04dKLg==", "span_id": "roLFRJ7sl8Y=", "parent_span_id": null, "name": "request 0", "start_time_unix_nano": 1795233941249361938, "end_time_unix_nano": 1795233941509858547, "events": [], "status": {"code": "STATUS_CODE_OK", "message": ""}, "attributes": {"mlflow.experimentId": "\"1\"", "mlflow.traceRequestId": "\"tr-a66650c0e908ece590cc1fb0d3874a2e\"", "mlflow.spanType": "\"UNKNOWN\"", "mlflow.spanInputs": "{\"question\": 0}", "mlflow.spanOutputs": "{\"answer\": 0}"}}','null');
INSERT INTO "spans" VALUES('tr-66eeb36526495f57d340b00f39a2f3fa',1,'9f3ddb5961c1564c','e705edd3f44ce9fc','model','LLM','OK',1795233941615157013,1795233941615270200,'{"trace_id": "Zu6zZSZJX1fTQLAPOaLz+g==", "span_id": "nz3bWWHBVkw=", "parent_span_id": "5wXt0/RM6fw=", "name": "model", "start_time_unix_nano": 1795233941615157013, "end_time_unix_nano": 1795233941615270200, "events": [], "status": {"code": "STATUS_CODE_OK", "message": ""}, "attributes": {"mlflow.traceRequestId": "\"tr-66eeb36526495f57d340b00f39a2f3fa\"", "mlflow.spanType": "\"LLM\"", "mlflow.spanInputs": "{\"n\": 1}", "mlflow.llm.model": "\"gpt-4o\"", "mlflow.llm.provider": "\"openai\"", "mlflow.chat.tokenUsage": "{\"input_tokens\": 12, \"output_tokens\": 5, \"total_tokens\": 17, \"cache_read_input_tokens\": 3}", "mlflow.spanOutputs": "{\"answer\": 1}"}}','{"mlflow.llm.model": "gpt-4o", "mlflow.llm.provider": "openai"}');
INSERT INTO "spans" VALUES('tr-66eeb36526495f57d340b00f39a2f3fa',1,'e705edd3f44ce9fc',NULL,'request 1','UNKNOWN','OK',1795233941614885805,1795233941665893652,'{"trace_id": "Zu6zZSZJX1fTQLAPOaLz+g==", "span_id": "5wXt0/RM6fw=", "parent_span_id": null, "name": "request 1", "start_time_unix_nano": 1795233941614885805, "end_time_unix_nano": 1795233941665893652, "events": [], "status": {"code": "STATUS_CODE_OK", "message": ""}, "attributes": {"mlflow.experimentId": "\"1\"", "mlflow.traceRequestId": "\"tr-66eeb36526495f57d340b00f39a2f3fa\"", "mlflow.spanType": "\"UNKNOWN\"", "mlflow.spanInputs": "{\"question\": 1}", "mlflow.spanOutputs": "{\"answer\": 1}"}}','null');
INSERT INTO "spans" VALUES('tr-8908fe78fbcdba3dbb8cd27fefc7d17d',1,'1ab69f3d24fbfc74','99c3498ad69cf070','model','LLM','OK',1795233941738164838,1795233941738286653,'{"trace_id": "iQj+ePvNuj27jNJ/78fRfQ==", "span_id": "GrafPST7/HQ=", "parent_span_id": "mcNJitac8HA=", "name": "model", "start_time_unix_nano": 1795233941738164838, "end_time_unix_nano": 1795233941738286653, "events": [], "status": {"code": "STATUS_CODE_OK", "message": ""}, "attributes": {"mlflow.traceRequestId": "\"tr-8908fe78fbcdba3dbb8cd27fefc7d17d\"", "mlflow.spanType": "\"LLM\"", "mlflow.spanInputs": "{\"n\": 2}", "mlflow.llm.model": "\"gpt-4o\"", "mlflow.llm.provider": "\"openai\"", "mlflow.chat.tokenUsage": "{\"input_tokens\": 12, \"output_tokens\": 5, \"total_tokens\": 17, \"cache_read_input_tokens\": 3}", "mlflow.spanOutputs": "{\"answer\": 2}"}}','{"mlflow.llm.model": "gpt-4o", "mlflow.llm.provider": "openai"}');
INSERT INTO "spans" VALUES('tr-8908fe78fbcdba3dbb8cd27fefc7d17d',1,'99c3498ad69cf070',NULL,'request 2','UNKNOWN','ERROR',1795233941737913380,1795233941782988727,'{"trace_id": "iQj+ePvNuj27jNJ/78fRfQ==", "span_id": "mcNJitac8HA=", "parent_span_id": null, "name": "request 2", "start_time_unix_nano": 1795233941737913380, "end_time_unix_nano": 1795233941782988727, "events": [], "status": {"code": "STATUS_CODE_ERROR", "message": ""}, "attributes": {"mlflow.experimentId": "\"1\"", "mlflow.traceRequestId": "\"tr-8908fe78fbcdba3dbb8cd27fefc7d17d\"", "mlflow.spanType": "\"UNKNOWN\"", "mlflow.spanInputs": "{\"question\": 2}", "mlflow.spanOutputs": "{\"answer\": 2}"}}','null');
CREATE TABLE "tags" (
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(8000), 
	run_uuid VARCHAR(32) NOT NULL, 
	CONSTRAINT tag_pk PRIMARY KEY ("key", run_uuid), 
	FOREIGN KEY(run_uuid) REFERENCES runs (run_uuid)
);
INSERT INTO "tags" VALUES('mlflow.runName','run 0','ddb935beb04c4c2fabdcd6fd3fc38717');
INSERT INTO "tags" VALUES('mlflow.runName','run 1','786e9a371f0441bcbb8a0c12b74f2b97');
INSERT INTO "tags" VALUES('mlflow.runName','run 2','e69b755d91cc4c9e950ba449c960fdca');
INSERT INTO "tags" VALUES('mlflow.runName','run 3','4f5b3892fc37443ba6279dcaf3e7057d');
INSERT INTO "tags" VALUES('mlflow.runName','run 4','9597389100ff4f51beb1c2b9c613e6b2');
INSERT INTO "tags" VALUES('mlflow.user','ann','ddb935beb04c4c2fabdcd6fd3fc38717');
INSERT INTO "tags" VALUES('long','','ddb935beb04c4c2fabdcd6fd3fc38717');
INSERT INTO "tags" VALUES('empty','','ddb935beb04c4c2fabdcd6fd3fc38717');
INSERT INTO "tags" VALUES('mlflow.user','ann','786e9a371f0441bcbb8a0c12b74f2b97');
INSERT INTO "tags" VALUES('long','yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy','786e9a371f0441bcbb8a0c12b74f2b97');
INSERT INTO "tags" VALUES('empty','','786e9a371f0441bcbb8a0c12b74f2b97');
INSERT INTO "tags" VALUES('mlflow.user','ann','e69b755d91cc4c9e950ba449c960fdca');
INSERT INTO "tags" VALUES('long','yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy','e69b755d91cc4c9e950ba449c960fdca');
INSERT INTO "tags" VALUES('empty','','e69b755d91cc4c9e950ba449c960fdca');
INSERT INTO "tags" VALUES('mlflow.user','ann','4f5b3892fc37443ba6279dcaf3e7057d');
INSERT INTO "tags" VALUES('long','yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy','4f5b3892fc37443ba6279dcaf3e7057d');
INSERT INTO "tags" VALUES('empty','','4f5b3892fc37443ba6279dcaf3e7057d');
INSERT INTO "tags" VALUES('mlflow.user','ann','9597389100ff4f51beb1c2b9c613e6b2');
INSERT INTO "tags" VALUES('long','yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy','9597389100ff4f51beb1c2b9c613e6b2');
INSERT INTO "tags" VALUES('empty','','9597389100ff4f51beb1c2b9c613e6b2');
CREATE TABLE trace_info (
	request_id VARCHAR(50) NOT NULL, 
	experiment_id INTEGER NOT NULL, 
	timestamp_ms BIGINT NOT NULL, 
	execution_time_ms BIGINT, 
	status VARCHAR(50) NOT NULL, client_request_id VARCHAR(50), request_preview VARCHAR(1000), response_preview VARCHAR(1000), 
	CONSTRAINT trace_info_pk PRIMARY KEY (request_id), 
	CONSTRAINT fk_trace_info_experiment_id FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id)
);
INSERT INTO "trace_info" VALUES('tr-a66650c0e908ece590cc1fb0d3874a2e',1,1795233941249,260,'OK',NULL,'{"question": 0}','{"answer": 0}');
INSERT INTO "trace_info" VALUES('tr-66eeb36526495f57d340b00f39a2f3fa',1,1795233941614,51,'OK',NULL,'{"question": 1}','{"answer": 1}');
INSERT INTO "trace_info" VALUES('tr-8908fe78fbcdba3dbb8cd27fefc7d17d',1,1795233941737,45,'ERROR',NULL,'{"question": 2}','{"answer": 2}');
CREATE TABLE trace_metrics (
	request_id VARCHAR(50) NOT NULL, 
	"key" VARCHAR(250) NOT NULL, 
	value FLOAT, 
	CONSTRAINT trace_metrics_pk PRIMARY KEY (request_id, "key"), 
	CONSTRAINT fk_trace_metrics_request_id FOREIGN KEY(request_id) REFERENCES trace_info (request_id) ON DELETE CASCADE
);
INSERT INTO "trace_metrics" VALUES('tr-a66650c0e908ece590cc1fb0d3874a2e','input_tokens',12.0);
INSERT INTO "trace_metrics" VALUES('tr-a66650c0e908ece590cc1fb0d3874a2e','output_tokens',5.0);
INSERT INTO "trace_metrics" VALUES('tr-a66650c0e908ece590cc1fb0d3874a2e','total_tokens',17.0);
INSERT INTO "trace_metrics" VALUES('tr-a66650c0e908ece590cc1fb0d3874a2e','cache_read_input_tokens',3.0);
INSERT INTO "trace_metrics" VALUES('tr-66eeb36526495f57d340b00f39a2f3fa','input_tokens',12.0);
INSERT INTO "trace_metrics" VALUES('tr-66eeb36526495f57d340b00f39a2f3fa','output_tokens',5.0);
INSERT INTO "trace_metrics" VALUES('tr-66eeb36526495f57d340b00f39a2f3fa','total_tokens',17.0);
INSERT INTO "trace_metrics" VALUES('tr-66eeb36526495f57d340b00f39a2f3fa','cache_read_input_tokens',3.0);
INSERT INTO "trace_metrics" VALUES('tr-8908fe78fbcdba3dbb8cd27fefc7d17d','input_tokens',12.0);
INSERT INTO "trace_metrics" VALUES('tr-8908fe78fbcdba3dbb8cd27fefc7d17d','output_tokens',5.0);
INSERT INTO "trace_metrics" VALUES('tr-8908fe78fbcdba3dbb8cd27fefc7d17d','total_tokens',17.0);
INSERT INTO "trace_metrics" VALUES('tr-8908fe78fbcdba3dbb8cd27fefc7d17d','cache_read_input_tokens',3.0);
CREATE TABLE "trace_request_metadata" (
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(8000), 
	request_id VARCHAR(50) NOT NULL, 
	CONSTRAINT trace_request_metadata_pk PRIMARY KEY ("key", request_id), 
	CONSTRAINT fk_trace_request_metadata_request_id FOREIGN KEY(request_id) REFERENCES trace_info (request_id) ON DELETE CASCADE
);
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.tokenUsage','{"input_tokens": 12, "output_tokens": 5, "total_tokens": 17, "cache_read_input_tokens": 3}','tr-a66650c0e908ece590cc1fb0d3874a2e');
INSERT INTO "trace_request_metadata" VALUES('mlflow.user','ann','tr-a66650c0e908ece590cc1fb0d3874a2e');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.name','train.py','tr-a66650c0e908ece590cc1fb0d3874a2e');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.type','LOCAL','tr-a66650c0e908ece590cc1fb0d3874a2e');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.commit','','tr-a66650c0e908ece590cc1fb0d3874a2e');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.repoURL','','tr-a66650c0e908ece590cc1fb0d3874a2e');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.branch','','tr-a66650c0e908ece590cc1fb0d3874a2e');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace_schema.version','3','tr-a66650c0e908ece590cc1fb0d3874a2e');
INSERT INTO "trace_request_metadata" VALUES('mlflow.traceInputs','{"question": 0}','tr-a66650c0e908ece590cc1fb0d3874a2e');
INSERT INTO "trace_request_metadata" VALUES('mlflow.traceOutputs','{"answer": 0}','tr-a66650c0e908ece590cc1fb0d3874a2e');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.sizeStats','{"total_size_bytes": 2060, "num_spans": 2, "max": 662, "p25": 540, "p50": 581, "p75": 621}','tr-a66650c0e908ece590cc1fb0d3874a2e');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.sizeBytes','2060','tr-a66650c0e908ece590cc1fb0d3874a2e');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.tokenUsage','{"input_tokens": 12, "output_tokens": 5, "total_tokens": 17, "cache_read_input_tokens": 3}','tr-66eeb36526495f57d340b00f39a2f3fa');
INSERT INTO "trace_request_metadata" VALUES('mlflow.user','ann','tr-66eeb36526495f57d340b00f39a2f3fa');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.name','train.py','tr-66eeb36526495f57d340b00f39a2f3fa');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.type','LOCAL','tr-66eeb36526495f57d340b00f39a2f3fa');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.commit','','tr-66eeb36526495f57d340b00f39a2f3fa');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.repoURL','','tr-66eeb36526495f57d340b00f39a2f3fa');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.branch','','tr-66eeb36526495f57d340b00f39a2f3fa');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace_schema.version','3','tr-66eeb36526495f57d340b00f39a2f3fa');
INSERT INTO "trace_request_metadata" VALUES('mlflow.traceInputs','{"question": 1}','tr-66eeb36526495f57d340b00f39a2f3fa');
INSERT INTO "trace_request_metadata" VALUES('mlflow.traceOutputs','{"answer": 1}','tr-66eeb36526495f57d340b00f39a2f3fa');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.sizeStats','{"total_size_bytes": 2059, "num_spans": 2, "max": 662, "p25": 540, "p50": 581, "p75": 621}','tr-66eeb36526495f57d340b00f39a2f3fa');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.sizeBytes','2059','tr-66eeb36526495f57d340b00f39a2f3fa');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.tokenUsage','{"input_tokens": 12, "output_tokens": 5, "total_tokens": 17, "cache_read_input_tokens": 3}','tr-8908fe78fbcdba3dbb8cd27fefc7d17d');
INSERT INTO "trace_request_metadata" VALUES('mlflow.user','ann','tr-8908fe78fbcdba3dbb8cd27fefc7d17d');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.name','train.py','tr-8908fe78fbcdba3dbb8cd27fefc7d17d');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.type','LOCAL','tr-8908fe78fbcdba3dbb8cd27fefc7d17d');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.commit','','tr-8908fe78fbcdba3dbb8cd27fefc7d17d');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.repoURL','','tr-8908fe78fbcdba3dbb8cd27fefc7d17d');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.branch','','tr-8908fe78fbcdba3dbb8cd27fefc7d17d');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace_schema.version','3','tr-8908fe78fbcdba3dbb8cd27fefc7d17d');
INSERT INTO "trace_request_metadata" VALUES('mlflow.traceInputs','{"question": 2}','tr-8908fe78fbcdba3dbb8cd27fefc7d17d');
INSERT INTO "trace_request_metadata" VALUES('mlflow.traceOutputs','{"answer": 2}','tr-8908fe78fbcdba3dbb8cd27fefc7d17d');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.sizeStats','{"total_size_bytes": 2065, "num_spans": 2, "max": 662, "p25": 542, "p50": 582, "p75": 622}','tr-8908fe78fbcdba3dbb8cd27fefc7d17d');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.sizeBytes','2065','tr-8908fe78fbcdba3dbb8cd27fefc7d17d');
CREATE TABLE "trace_tags" (
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(8000), 
	request_id VARCHAR(50) NOT NULL, 
	CONSTRAINT trace_tag_pk PRIMARY KEY ("key", request_id), 
	CONSTRAINT fk_trace_tags_request_id FOREIGN KEY(request_id) REFERENCES trace_info (request_id) ON DELETE CASCADE
);
INSERT INTO "trace_tags" VALUES('mlflow.artifactLocation','/srv/mlflow/mlruns/1/traces/tr-a66650c0e908ece590cc1fb0d3874a2e/artifacts','tr-a66650c0e908ece590cc1fb0d3874a2e');
INSERT INTO "trace_tags" VALUES('mlflow.trace.spansLocation','TRACKING_STORE','tr-a66650c0e908ece590cc1fb0d3874a2e');
INSERT INTO "trace_tags" VALUES('mlflow.traceName','request 0','tr-a66650c0e908ece590cc1fb0d3874a2e');
INSERT INTO "trace_tags" VALUES('mlflow.artifactLocation','/srv/mlflow/mlruns/1/traces/tr-66eeb36526495f57d340b00f39a2f3fa/artifacts','tr-66eeb36526495f57d340b00f39a2f3fa');
INSERT INTO "trace_tags" VALUES('mlflow.trace.spansLocation','TRACKING_STORE','tr-66eeb36526495f57d340b00f39a2f3fa');
INSERT INTO "trace_tags" VALUES('mlflow.traceName','request 1','tr-66eeb36526495f57d340b00f39a2f3fa');
INSERT INTO "trace_tags" VALUES('mlflow.artifactLocation','/srv/mlflow/mlruns/1/traces/tr-8908fe78fbcdba3dbb8cd27fefc7d17d/artifacts','tr-8908fe78fbcdba3dbb8cd27fefc7d17d');
INSERT INTO "trace_tags" VALUES('mlflow.trace.spansLocation','TRACKING_STORE','tr-8908fe78fbcdba3dbb8cd27fefc7d17d');
INSERT INTO "trace_tags" VALUES('mlflow.traceName','request 2','tr-8908fe78fbcdba3dbb8cd27fefc7d17d');
INSERT INTO "trace_tags" VALUES('stars','0','tr-a66650c0e908ece590cc1fb0d3874a2e');
INSERT INTO "trace_tags" VALUES('stars','1','tr-66eeb36526495f57d340b00f39a2f3fa');
INSERT INTO "trace_tags" VALUES('stars','2','tr-8908fe78fbcdba3dbb8cd27fefc7d17d');
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
CREATE TABLE "webhooks" (
	webhook_id VARCHAR(256) NOT NULL, 
	name VARCHAR(256) NOT NULL, 
	description VARCHAR(1000), 
	url VARCHAR(500) NOT NULL, 
	status VARCHAR(20) DEFAULT 'ACTIVE' NOT NULL, 
	secret VARCHAR(1000), 
	creation_timestamp BIGINT, 
	last_updated_timestamp BIGINT, 
	deleted_timestamp BIGINT, 
	workspace VARCHAR(63) DEFAULT 'default' NOT NULL, 
	CONSTRAINT webhook_pk PRIMARY KEY (webhook_id)
);
INSERT INTO "webhooks" VALUES('webhook_id 0','name 0','description 0','url 0','status 0','secret 0',0,0,0,'default');
INSERT INTO "webhooks" VALUES('webhook_id 1','name 1','description 1','url 1','status 1','secret 1',1,1,1,'default');
INSERT INTO "webhooks" VALUES('webhook_id 2','name 2','description 2','url 2','status 2','secret 2',2,2,2,'default');
CREATE TABLE workspaces (
	name VARCHAR(63) NOT NULL, 
	description TEXT, 
	default_artifact_root TEXT, 
	CONSTRAINT workspaces_pk PRIMARY KEY (name)
);
INSERT INTO "workspaces" VALUES('default','Default workspace for legacy resources',NULL);
CREATE INDEX index_metrics_run_uuid ON metrics (run_uuid);
CREATE INDEX index_latest_metrics_run_uuid ON latest_metrics (run_uuid);
CREATE INDEX index_inputs_destination_type_destination_id_source_type ON inputs (destination_type, destination_id, source_type);
CREATE INDEX index_inputs_input_uuid ON inputs (input_uuid);
CREATE INDEX index_params_run_uuid ON params (run_uuid);
CREATE INDEX index_trace_info_experiment_id_timestamp_ms ON trace_info (experiment_id, timestamp_ms);
CREATE INDEX index_trace_tags_request_id ON trace_tags (request_id);
CREATE INDEX index_trace_request_metadata_request_id ON trace_request_metadata (request_id);
CREATE INDEX index_tags_run_uuid ON tags (run_uuid);
CREATE INDEX index_datasets_experiment_id_dataset_source_type ON datasets (experiment_id, dataset_source_type);
CREATE INDEX index_datasets_dataset_uuid ON datasets (dataset_uuid);
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
CREATE INDEX idx_webhook_events_entity ON webhook_events (entity);
CREATE INDEX idx_webhook_events_action ON webhook_events (action);
CREATE INDEX idx_webhook_events_entity_action ON webhook_events (entity, action);
CREATE UNIQUE INDEX index_scorers_experiment_id_scorer_name ON scorers (experiment_id, scorer_name);
CREATE INDEX index_scorer_versions_scorer_id ON scorer_versions (scorer_id);
CREATE INDEX index_evaluation_dataset_tags_dataset_id ON evaluation_dataset_tags (dataset_id);
CREATE INDEX index_evaluation_dataset_records_dataset_id ON evaluation_dataset_records (dataset_id);
CREATE INDEX index_endpoint_model_mappings_endpoint_id ON endpoint_model_mappings (endpoint_id);
CREATE INDEX index_endpoint_model_mappings_model_definition_id ON endpoint_model_mappings (model_definition_id);
CREATE INDEX index_endpoint_tags_endpoint_id ON endpoint_tags (endpoint_id);
CREATE INDEX index_trace_metrics_request_id ON trace_metrics (request_id);
CREATE UNIQUE INDEX unique_endpoint_model_linkage_mapping ON endpoint_model_mappings (endpoint_id, model_definition_id, linkage_type);
CREATE INDEX index_span_metrics_trace_id_span_id ON span_metrics (trace_id, span_id);
CREATE INDEX index_evaluation_datasets_created_time ON evaluation_datasets (created_time);
CREATE INDEX index_evaluation_datasets_name ON evaluation_datasets (name);
CREATE INDEX idx_webhooks_name ON webhooks (name);
CREATE INDEX idx_webhooks_status ON webhooks (status);
CREATE TRIGGER prevent_secrets_aad_mutation
BEFORE UPDATE ON secrets
FOR EACH ROW
WHEN OLD.secret_id != NEW.secret_id OR OLD.secret_name != NEW.secret_name
BEGIN
    SELECT RAISE(ABORT, 'secret_id and secret_name are immutable (used as AAD in encryption)');
END;
CREATE INDEX index_model_definitions_secret_id ON model_definitions (secret_id);
CREATE INDEX index_model_definitions_provider ON model_definitions (provider);
CREATE INDEX index_jobs_name_status_creation_time ON jobs (job_name, workspace, status, creation_time);
CREATE INDEX idx_experiments_workspace ON experiments (workspace);
CREATE INDEX idx_registered_models_workspace ON registered_models (workspace);
CREATE INDEX idx_experiments_workspace_creation_time ON experiments (workspace, creation_time);
CREATE INDEX idx_evaluation_datasets_workspace ON evaluation_datasets (workspace);
CREATE INDEX idx_webhooks_workspace ON webhooks (workspace);
CREATE INDEX idx_secrets_workspace ON secrets (workspace);
CREATE INDEX idx_endpoints_workspace ON endpoints (workspace);
CREATE INDEX idx_model_definitions_workspace ON model_definitions (workspace);
COMMIT;
