BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('b7e2c1a4d9f3');
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
INSERT INTO "assessments" VALUES('a-327f5c7d4556435488df3c3c1d70fcc3','tr-aae872a71a1a8b3d6a1430b29f197568','judgement','feedback','true',NULL,1795233967387,1795233967387,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-2f622ceaa617452a841e5c7cf826e826','tr-aae872a71a1a8b3d6a1430b29f197568','judgement','feedback','"yes"',NULL,1795233967409,1795233967409,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-5ef97b08823340229b3b60f1b537407e','tr-aae872a71a1a8b3d6a1430b29f197568','judgement','feedback','" No "',NULL,1795233967421,1795233967421,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-88d70882eeb84dc69d649b7bf8a0ee97','tr-aae872a71a1a8b3d6a1430b29f197568','judgement','feedback','4.5',NULL,1795233967439,1795233967439,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-af6ec1397bd944cfb874e32fce4f1153','tr-aae872a71a1a8b3d6a1430b29f197568','judgement','feedback','3',NULL,1795233967452,1795233967452,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-606e9128f48e4e15b9bcce6781a00513','tr-aae872a71a1a8b3d6a1430b29f197568','judgement','feedback','NaN',NULL,1795233967472,1795233967472,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-481a4c017c3442f08d3ee588fa997c4f','tr-aae872a71a1a8b3d6a1430b29f197568','judgement','feedback','"good"',NULL,1795233967490,1795233967490,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-0a384126a56047c7a47403617b66b366','tr-aae872a71a1a8b3d6a1430b29f197568','judgement','feedback','["a"]',NULL,1795233967503,1795233967503,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-b43e46e107954c928a06098e57ebca7d','tr-aae872a71a1a8b3d6a1430b29f197568','judgement','feedback','{"k": 1}',NULL,1795233967525,1795233967525,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-10b4a4f8a2df44f4bb9deb41d460af9d','tr-aae872a71a1a8b3d6a1430b29f197568','expected','expectation','{"answer": 42}',NULL,1795233967537,1795233967537,'HUMAN','default',NULL,NULL,NULL,NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-ca07c75bc1514df799110eb4bdb523c6','tr-f7e14c7d7217a5459960ce829bab8e3c','judgement','feedback','true',NULL,1795233967571,1795233967571,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-35b734a682604cfc98ee11eefb8fc029','tr-f7e14c7d7217a5459960ce829bab8e3c','judgement','feedback','"yes"',NULL,1795233967589,1795233967589,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-444d87dde86d4d9bb39a6e49cbfab8ea','tr-f7e14c7d7217a5459960ce829bab8e3c','judgement','feedback','" No "',NULL,1795233967600,1795233967600,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-3e1f118df0f74e5098ad7fa4521d85ea','tr-f7e14c7d7217a5459960ce829bab8e3c','judgement','feedback','4.5',NULL,1795233967615,1795233967615,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-da93a509fc5843af980167d372fc3003','tr-f7e14c7d7217a5459960ce829bab8e3c','judgement','feedback','3',NULL,1795233967629,1795233967629,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-4c1f2fbded2f4a3a84f6843b3810d4cd','tr-f7e14c7d7217a5459960ce829bab8e3c','judgement','feedback','NaN',NULL,1795233967649,1795233967649,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-0901839731b549acab58ddcde3371b3a','tr-f7e14c7d7217a5459960ce829bab8e3c','judgement','feedback','"good"',NULL,1795233967661,1795233967661,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-442654cfd9e2424b870d75e8613cd0c2','tr-f7e14c7d7217a5459960ce829bab8e3c','judgement','feedback','["a"]',NULL,1795233967674,1795233967674,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-988fcb7cea874fb18b37f266478a9fd6','tr-f7e14c7d7217a5459960ce829bab8e3c','judgement','feedback','{"k": 1}',NULL,1795233967683,1795233967683,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-5c4cf7849cca498daf3a4b941ea63d98','tr-f7e14c7d7217a5459960ce829bab8e3c','expected','expectation','{"answer": 42}',NULL,1795233967693,1795233967693,'HUMAN','default',NULL,NULL,NULL,NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-99970deb85214bd292a35c721c01c669','tr-3750f7cb76d0b18770ad605da9db934d','judgement','feedback','true',NULL,1795233967725,1795233967725,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-170c96fbada24ff4888ee3c4814be9ee','tr-3750f7cb76d0b18770ad605da9db934d','judgement','feedback','"yes"',NULL,1795233967742,1795233967742,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-da50ce12254c478d8f0d4d760a144c5b','tr-3750f7cb76d0b18770ad605da9db934d','judgement','feedback','" No "',NULL,1795233967757,1795233967757,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-174f57291682440182717663a8c641df','tr-3750f7cb76d0b18770ad605da9db934d','judgement','feedback','4.5',NULL,1795233967775,1795233967775,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-2a471445af4440929cfe4fa5a52ea7ab','tr-3750f7cb76d0b18770ad605da9db934d','judgement','feedback','3',NULL,1795233967785,1795233967785,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-f4046fd1b15342c0b9fe99371653789a','tr-3750f7cb76d0b18770ad605da9db934d','judgement','feedback','NaN',NULL,1795233967792,1795233967792,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-b81c5eda5108425584bb10215518849d','tr-3750f7cb76d0b18770ad605da9db934d','judgement','feedback','"good"',NULL,1795233967808,1795233967808,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-e9f399e96fe047dfa4e7a50c9e13cee3','tr-3750f7cb76d0b18770ad605da9db934d','judgement','feedback','["a"]',NULL,1795233967825,1795233967825,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-252f323b24cd4420983e402f394b7925','tr-3750f7cb76d0b18770ad605da9db934d','judgement','feedback','{"k": 1}',NULL,1795233967837,1795233967837,'CODE','default',NULL,NULL,'so',NULL,1,NULL);
INSERT INTO "assessments" VALUES('a-0abafb41ace9471eb43a36a42fdccb4d','tr-3750f7cb76d0b18770ad605da9db934d','expected','expectation','{"answer": 42}',NULL,1795233967845,1795233967845,'HUMAN','default',NULL,NULL,NULL,NULL,1,NULL);
CREATE TABLE budget_policies (
	budget_policy_id VARCHAR(36) NOT NULL, 
	budget_unit VARCHAR(32) NOT NULL, 
	budget_amount FLOAT NOT NULL, 
	duration_unit VARCHAR(32) NOT NULL, 
	duration_value INTEGER NOT NULL, 
	target_scope VARCHAR(32) NOT NULL, 
	budget_action VARCHAR(32) NOT NULL, 
	created_by VARCHAR(255), 
	created_at BIGINT NOT NULL, 
	last_updated_by VARCHAR(255), 
	last_updated_at BIGINT NOT NULL, 
	workspace VARCHAR(63) DEFAULT 'default' NOT NULL, target_value VARCHAR(255), 
	CONSTRAINT budget_policies_pk PRIMARY KEY (budget_policy_id)
);
INSERT INTO "budget_policies" VALUES('budget_policy_id 0','budget_unit 0',0.5,'duration_unit 0',0,'target_scope 0','budget_action 0','created_by 0',0,'last_updated_by 0',0,'default','target_value 0');
INSERT INTO "budget_policies" VALUES('budget_policy_id 1','budget_unit 1',1.5,'duration_unit 1',1,'target_scope 1','budget_action 1','created_by 1',1,'last_updated_by 1',1,'default','target_value 1');
INSERT INTO "budget_policies" VALUES('budget_policy_id 2','budget_unit 2',2.5,'duration_unit 2',2,'target_scope 2','budget_action 2','created_by 2',2,'last_updated_by 2',2,'default','target_value 2');
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
INSERT INTO "datasets" VALUES('c97a60f93b6b49c2a54db78c3c4e8e06',1,'wine','0a1b','http','{"url": "http://x"}','[]','{}');
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
CREATE TABLE "experiment_tags" (
	"key" VARCHAR(250) NOT NULL, 
	value TEXT, 
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
INSERT INTO "experiments" VALUES(0,'Default','/srv/mlflow/artifacts/0','active',1795233957646,1795233957646,'default');
INSERT INTO "experiments" VALUES(1,'plain','/srv/mlflow/mlruns/1','active',1795233957721,1795233957721,'default');
INSERT INTO "experiments" VALUES(2,'naïve – ünïcode ✓','/srv/mlflow/mlruns/2','active',1795233957734,1795233957734,'default');
INSERT INTO "experiments" VALUES(3,'deleted','/srv/mlflow/mlruns/3','deleted',1795233957756,1795233957771,'default');
CREATE TABLE guardrail_configs (
	endpoint_id VARCHAR(36) NOT NULL, 
	guardrail_id VARCHAR(36) NOT NULL, 
	execution_order INTEGER, 
	created_by VARCHAR(255), 
	created_at BIGINT NOT NULL, 
	workspace VARCHAR(63) DEFAULT 'default' NOT NULL, 
	CONSTRAINT guardrail_configs_pk PRIMARY KEY (endpoint_id, guardrail_id), 
	CONSTRAINT fk_guardrail_configs_endpoint_id FOREIGN KEY(endpoint_id) REFERENCES endpoints (endpoint_id) ON DELETE CASCADE, 
	CONSTRAINT fk_guardrail_configs_guardrail_id FOREIGN KEY(guardrail_id) REFERENCES guardrails (guardrail_id) ON DELETE CASCADE
);
INSERT INTO "guardrail_configs" VALUES('endpoint_id 0','guardrail_id 0',0,'created_by 0',0,'default');
INSERT INTO "guardrail_configs" VALUES('endpoint_id 1','guardrail_id 1',1,'created_by 1',1,'default');
INSERT INTO "guardrail_configs" VALUES('endpoint_id 2','guardrail_id 2',2,'created_by 2',2,'default');
CREATE TABLE guardrails (
	guardrail_id VARCHAR(36) NOT NULL, 
	name VARCHAR(255) NOT NULL, 
	scorer_id VARCHAR(36) NOT NULL, 
	scorer_version INTEGER NOT NULL, 
	stage VARCHAR(32) NOT NULL, 
	action VARCHAR(32) NOT NULL, 
	action_endpoint_id VARCHAR(36), 
	created_by VARCHAR(255), 
	created_at BIGINT NOT NULL, 
	last_updated_by VARCHAR(255), 
	last_updated_at BIGINT NOT NULL, 
	workspace VARCHAR(63) DEFAULT 'default' NOT NULL, 
	CONSTRAINT guardrails_pk PRIMARY KEY (guardrail_id), 
	CONSTRAINT fk_guardrails_scorer_version FOREIGN KEY(scorer_id, scorer_version) REFERENCES scorer_versions (scorer_id, scorer_version), 
	CONSTRAINT fk_guardrails_action_endpoint_id FOREIGN KEY(action_endpoint_id) REFERENCES endpoints (endpoint_id) ON DELETE SET NULL
);
INSERT INTO "guardrails" VALUES('guardrail_id 0','name 0','scorer_id 0',0,'stage 0','action 0','endpoint_id 0','created_by 0',0,'last_updated_by 0',0,'default');
INSERT INTO "guardrails" VALUES('guardrail_id 1','name 1','scorer_id 1',1,'stage 1','action 1','endpoint_id 1','created_by 1',1,'last_updated_by 1',1,'default');
INSERT INTO "guardrails" VALUES('guardrail_id 2','name 2','scorer_id 2',2,'stage 2','action 2','endpoint_id 2','created_by 2',2,'last_updated_by 2',2,'default');
CREATE TABLE input_tags (
	input_uuid VARCHAR(36) NOT NULL, 
	name VARCHAR(255) NOT NULL, 
	value VARCHAR(500) NOT NULL, 
	CONSTRAINT input_tags_pk PRIMARY KEY (input_uuid, name)
);
INSERT INTO "input_tags" VALUES('5e565f92841440968715c9565dfdbf86','mlflow.data.context','training');
CREATE TABLE inputs (
	input_uuid VARCHAR(36) NOT NULL, 
	source_type VARCHAR(36) NOT NULL, 
	source_id VARCHAR(36) NOT NULL, 
	destination_type VARCHAR(36) NOT NULL, 
	destination_id VARCHAR(36) NOT NULL, step BIGINT DEFAULT '0' NOT NULL, 
	CONSTRAINT inputs_pk PRIMARY KEY (source_type, source_id, destination_type, destination_id)
);
INSERT INTO "inputs" VALUES('5e565f92841440968715c9565dfdbf86','DATASET','c97a60f93b6b49c2a54db78c3c4e8e06','RUN','e7f764e7930447ea82851c81749dd9d2',0);
CREATE TABLE issues (
	issue_id VARCHAR(36) NOT NULL, 
	experiment_id INTEGER NOT NULL, 
	name VARCHAR(250) NOT NULL, 
	description TEXT NOT NULL, 
	status VARCHAR(50) NOT NULL, 
	severity VARCHAR(50), 
	root_causes TEXT, 
	source_run_id VARCHAR(32), 
	categories TEXT, 
	created_timestamp BIGINT NOT NULL, 
	last_updated_timestamp BIGINT NOT NULL, 
	created_by VARCHAR(255), 
	CONSTRAINT issues_pk PRIMARY KEY (issue_id), 
	CONSTRAINT fk_issues_experiment_id FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id) ON DELETE CASCADE, 
	CONSTRAINT fk_issues_source_run_id FOREIGN KEY(source_run_id) REFERENCES runs (run_uuid) ON DELETE SET NULL
);
INSERT INTO "issues" VALUES('issue_id 0',0,'name 0','description 0','status 0','severity 0','root_causes 0','0184066dbc074bd389e98870ea34c7b7','categories 0',0,0,'created_by 0');
INSERT INTO "issues" VALUES('issue_id 1',1,'name 1','description 1','status 1','severity 1','root_causes 1','15651e5ea7834352bdf1ed9c0aa64ce5','categories 1',1,1,'created_by 1');
INSERT INTO "issues" VALUES('issue_id 2',2,'name 2','description 2','status 2','severity 2','root_causes 2','3cf3214b9ae141e6a24d037b5d56ffbf','categories 2',2,2,'created_by 2');
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
	workspace VARCHAR(63) DEFAULT 'default' NOT NULL, status_details JSON, creator VARCHAR(255), 
	CONSTRAINT jobs_pk PRIMARY KEY (id)
);
INSERT INTO "jobs" VALUES('id 0',0,'job_name 0','params 0',0.5,0,'result 0',0,0,'default','{"n": 0, "text": "\u00fc"}','creator 0');
INSERT INTO "jobs" VALUES('id 1',1,'job_name 1','params 1',1.5,1,'result 1',1,1,'default','{"n": 1, "text": "\u00fc"}','creator 1');
INSERT INTO "jobs" VALUES('id 2',2,'job_name 2','params 2',2.5,2,'result 2',2,2,'default','{"n": 2, "text": "\u00fc"}','creator 2');
CREATE TABLE label_schemas (
	schema_id VARCHAR(36) NOT NULL, 
	experiment_id INTEGER NOT NULL, 
	name VARCHAR(250) NOT NULL, 
	type VARCHAR(16) NOT NULL, 
	instruction TEXT, 
	enable_comment BOOLEAN DEFAULT '0' NOT NULL, 
	input_type VARCHAR(32) NOT NULL, 
	input_config TEXT NOT NULL, 
	created_by VARCHAR(255), 
	created_time BIGINT NOT NULL, 
	last_update_time BIGINT NOT NULL, 
	is_default BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT label_schemas_pk PRIMARY KEY (schema_id), 
	CONSTRAINT fk_label_schemas_experiment_id FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id) ON DELETE CASCADE, 
	CONSTRAINT uq_label_schemas_exp_name UNIQUE (experiment_id, name)
);
INSERT INTO "label_schemas" VALUES('schema_id 0',0,'name 0','type 0','instruction 0',1,'input_type 0','input_config 0','created_by 0',0,0,1);
INSERT INTO "label_schemas" VALUES('schema_id 1',1,'name 1','type 1','instruction 1',0,'input_type 1','input_config 1','created_by 1',1,1,0);
INSERT INTO "label_schemas" VALUES('schema_id 2',2,'name 2','type 2','instruction 2',1,'input_type 2','input_config 2','created_by 2',2,2,1);
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
INSERT INTO "latest_metrics" VALUES('odd',1.79769313486231562234e+308,7,-3,0,'e7f764e7930447ea82851c81749dd9d2');
INSERT INTO "latest_metrics" VALUES('loss',0.2,1700000000004,4,0,'0184066dbc074bd389e98870ea34c7b7');
INSERT INTO "latest_metrics" VALUES('odd',1.79769313486231562234e+308,7,-3,0,'0184066dbc074bd389e98870ea34c7b7');
INSERT INTO "latest_metrics" VALUES('loss',0.1,1700000000009,9,0,'3cf3214b9ae141e6a24d037b5d56ffbf');
INSERT INTO "latest_metrics" VALUES('odd',1.79769313486231562234e+308,7,-3,0,'3cf3214b9ae141e6a24d037b5d56ffbf');
INSERT INTO "latest_metrics" VALUES('loss',6.66666666666666657414e-02,1700000000014,14,0,'c8727273328749aaa81f10c584be5675');
INSERT INTO "latest_metrics" VALUES('odd',1.79769313486231562234e+308,7,-3,0,'c8727273328749aaa81f10c584be5675');
INSERT INTO "latest_metrics" VALUES('loss',0.05,1700000000019,19,0,'15651e5ea7834352bdf1ed9c0aa64ce5');
INSERT INTO "latest_metrics" VALUES('odd',1.79769313486231562234e+308,7,-3,0,'15651e5ea7834352bdf1ed9c0aa64ce5');
INSERT INTO "latest_metrics" VALUES('rmse',0.25,1795233967900,0,0,'e7f764e7930447ea82851c81749dd9d2');
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
INSERT INTO "logged_model_metrics" VALUES('m-8eef7d6ab1d3493991a13445ed4e03b7','rmse',1795233967900,0,0.25,1,'e7f764e7930447ea82851c81749dd9d2',NULL,'wine','0a1b');
CREATE TABLE logged_model_params (
	model_id VARCHAR(36) NOT NULL, 
	experiment_id INTEGER NOT NULL, 
	param_key VARCHAR(255) NOT NULL, 
	param_value TEXT NOT NULL, 
	CONSTRAINT logged_model_params_pk PRIMARY KEY (model_id, param_key), 
	CONSTRAINT fk_logged_model_params_experiment_id FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id), 
	CONSTRAINT fk_logged_model_params_model_id FOREIGN KEY(model_id) REFERENCES logged_models (model_id) ON DELETE CASCADE
);
INSERT INTO "logged_model_params" VALUES('m-8eef7d6ab1d3493991a13445ed4e03b7',1,'depth','3');
CREATE TABLE logged_model_tags (
	model_id VARCHAR(36) NOT NULL, 
	experiment_id INTEGER NOT NULL, 
	tag_key VARCHAR(255) NOT NULL, 
	tag_value TEXT NOT NULL, 
	CONSTRAINT logged_model_tags_pk PRIMARY KEY (model_id, tag_key), 
	CONSTRAINT fk_logged_model_tags_experiment_id FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id), 
	CONSTRAINT fk_logged_model_tags_model_id FOREIGN KEY(model_id) REFERENCES logged_models (model_id) ON DELETE CASCADE
);
INSERT INTO "logged_model_tags" VALUES('m-8eef7d6ab1d3493991a13445ed4e03b7',1,'kind','tree');
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
INSERT INTO "logged_models" VALUES('m-8eef7d6ab1d3493991a13445ed4e03b7',1,'tree','/srv/mlflow/mlruns/1/models/m-8eef7d6ab1d3493991a13445ed4e03b7/artifacts',1795233967859,1795233967935,2,'active','agent','e7f764e7930447ea82851c81749dd9d2',NULL);
CREATE TABLE mcp_access_endpoints (
	id VARCHAR(36) NOT NULL, 
	workspace VARCHAR(63) DEFAULT 'default' NOT NULL, 
	server_name VARCHAR(256) NOT NULL, 
	server_version VARCHAR(128), 
	server_alias VARCHAR(256), 
	url VARCHAR(2048) NOT NULL, 
	transport_type VARCHAR(32) DEFAULT 'streamable-http' NOT NULL, 
	created_by VARCHAR(256), 
	last_updated_by VARCHAR(256), 
	created_at BIGINT NOT NULL, 
	last_updated_at BIGINT NOT NULL, 
	CONSTRAINT mcp_access_endpoints_pk PRIMARY KEY (id), 
	CONSTRAINT mcp_access_endpoints_server_fkey FOREIGN KEY(workspace, server_name) REFERENCES mcp_servers (workspace, name) ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "mcp_access_endpoints" VALUES('id 0','default','name 0','server_version 0','server_alias 0','url 0','transport_type 0','created_by 0','last_updated_by 0',0,0);
INSERT INTO "mcp_access_endpoints" VALUES('id 1','default','name 1','server_version 1','server_alias 1','url 1','transport_type 1','created_by 1','last_updated_by 1',1,1);
INSERT INTO "mcp_access_endpoints" VALUES('id 2','default','name 2','server_version 2','server_alias 2','url 2','transport_type 2','created_by 2','last_updated_by 2',2,2);
CREATE TABLE mcp_server_aliases (
	workspace VARCHAR(63) DEFAULT 'default' NOT NULL, 
	name VARCHAR(256) NOT NULL, 
	alias VARCHAR(256) NOT NULL, 
	version VARCHAR(128) NOT NULL, 
	CONSTRAINT mcp_server_aliases_pk PRIMARY KEY (workspace, name, alias), 
	CONSTRAINT mcp_server_aliases_server_fkey FOREIGN KEY(workspace, name) REFERENCES mcp_servers (workspace, name) ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "mcp_server_aliases" VALUES('default','name 0','alias 0','version 0');
INSERT INTO "mcp_server_aliases" VALUES('default','name 1','alias 1','version 1');
INSERT INTO "mcp_server_aliases" VALUES('default','name 2','alias 2','version 2');
CREATE TABLE mcp_server_tags (
	workspace VARCHAR(63) DEFAULT 'default' NOT NULL, 
	name VARCHAR(256) NOT NULL, 
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(5000), 
	CONSTRAINT mcp_server_tags_pk PRIMARY KEY (workspace, name, "key"), 
	CONSTRAINT mcp_server_tags_server_fkey FOREIGN KEY(workspace, name) REFERENCES mcp_servers (workspace, name) ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "mcp_server_tags" VALUES('default','name 0','key 0','value 0');
INSERT INTO "mcp_server_tags" VALUES('default','name 1','key 1','value 1');
INSERT INTO "mcp_server_tags" VALUES('default','name 2','key 2','value 2');
CREATE TABLE mcp_server_version_tags (
	workspace VARCHAR(63) DEFAULT 'default' NOT NULL, 
	name VARCHAR(256) NOT NULL, 
	version VARCHAR(128) NOT NULL, 
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(5000), 
	CONSTRAINT mcp_server_version_tags_pk PRIMARY KEY (workspace, name, version, "key"), 
	CONSTRAINT mcp_server_version_tags_version_fkey FOREIGN KEY(workspace, name, version) REFERENCES mcp_server_versions (workspace, name, version) ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "mcp_server_version_tags" VALUES('default','name 0','version 0','key 0','value 0');
INSERT INTO "mcp_server_version_tags" VALUES('default','name 1','version 1','key 1','value 1');
INSERT INTO "mcp_server_version_tags" VALUES('default','name 2','version 2','key 2','value 2');
CREATE TABLE mcp_server_versions (
	workspace VARCHAR(63) DEFAULT 'default' NOT NULL, 
	name VARCHAR(256) NOT NULL, 
	version VARCHAR(128) NOT NULL, 
	version_major INTEGER NOT NULL, 
	version_minor INTEGER NOT NULL, 
	version_patch INTEGER NOT NULL, 
	version_prerelease_sort_key VARCHAR(512) NOT NULL, 
	server_json JSON NOT NULL, 
	status VARCHAR(20) DEFAULT 'draft' NOT NULL, 
	tools JSON, 
	source VARCHAR(512), 
	connect_options JSON, 
	created_by VARCHAR(256), 
	last_updated_by VARCHAR(256), 
	created_at BIGINT NOT NULL, 
	last_updated_at BIGINT NOT NULL, 
	CONSTRAINT mcp_server_versions_pk PRIMARY KEY (workspace, name, version), 
	CONSTRAINT mcp_server_versions_server_fkey FOREIGN KEY(workspace, name) REFERENCES mcp_servers (workspace, name) ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "mcp_server_versions" VALUES('default','name 0','version 0',0,0,0,'version_prerelease_sort_key 0','{"n": 0, "text": "\u00fc"}','status 0','{"n": 0, "text": "\u00fc"}','source 0','{"n": 0, "text": "\u00fc"}','created_by 0','last_updated_by 0',0,0);
INSERT INTO "mcp_server_versions" VALUES('default','name 1','version 1',1,1,1,'version_prerelease_sort_key 1','{"n": 1, "text": "\u00fc"}','status 1','{"n": 1, "text": "\u00fc"}','source 1','{"n": 1, "text": "\u00fc"}','created_by 1','last_updated_by 1',1,1);
INSERT INTO "mcp_server_versions" VALUES('default','name 2','version 2',2,2,2,'version_prerelease_sort_key 2','{"n": 2, "text": "\u00fc"}','status 2','{"n": 2, "text": "\u00fc"}','source 2','{"n": 2, "text": "\u00fc"}','created_by 2','last_updated_by 2',2,2);
CREATE TABLE mcp_servers (
	workspace VARCHAR(63) DEFAULT 'default' NOT NULL, 
	name VARCHAR(256) NOT NULL, 
	display_name VARCHAR(256), 
	description TEXT, 
	icons JSON, 
	created_by VARCHAR(256), 
	last_updated_by VARCHAR(256), 
	created_at BIGINT NOT NULL, 
	last_updated_at BIGINT NOT NULL, 
	CONSTRAINT mcp_servers_pk PRIMARY KEY (workspace, name)
);
INSERT INTO "mcp_servers" VALUES('default','name 0','display_name 0','description 0','{"n": 0, "text": "\u00fc"}','created_by 0','last_updated_by 0',0,0);
INSERT INTO "mcp_servers" VALUES('default','name 1','display_name 1','description 1','{"n": 1, "text": "\u00fc"}','created_by 1','last_updated_by 1',1,1);
INSERT INTO "mcp_servers" VALUES('default','name 2','display_name 2','description 2','{"n": 2, "text": "\u00fc"}','created_by 2','last_updated_by 2',2,2);
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
INSERT INTO "metrics" VALUES('odd',0.0,7,'e7f764e7930447ea82851c81749dd9d2',-3,1);
INSERT INTO "metrics" VALUES('odd',1.79769313486231562234e+308,7,'e7f764e7930447ea82851c81749dd9d2',-3,0);
INSERT INTO "metrics" VALUES('odd',-1.79769313486231562234e+308,7,'e7f764e7930447ea82851c81749dd9d2',-3,0);
INSERT INTO "metrics" VALUES('odd',4.94065645841247e-324,7,'e7f764e7930447ea82851c81749dd9d2',-3,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'e7f764e7930447ea82851c81749dd9d2',-3,0);
INSERT INTO "metrics" VALUES('loss',1.0,1700000000000,'0184066dbc074bd389e98870ea34c7b7',0,0);
INSERT INTO "metrics" VALUES('loss',0.5,1700000000001,'0184066dbc074bd389e98870ea34c7b7',1,0);
INSERT INTO "metrics" VALUES('loss',3.33333333333333314829e-01,1700000000002,'0184066dbc074bd389e98870ea34c7b7',2,0);
INSERT INTO "metrics" VALUES('loss',0.25,1700000000003,'0184066dbc074bd389e98870ea34c7b7',3,0);
INSERT INTO "metrics" VALUES('loss',0.2,1700000000004,'0184066dbc074bd389e98870ea34c7b7',4,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'0184066dbc074bd389e98870ea34c7b7',-3,1);
INSERT INTO "metrics" VALUES('odd',1.79769313486231562234e+308,7,'0184066dbc074bd389e98870ea34c7b7',-3,0);
INSERT INTO "metrics" VALUES('odd',-1.79769313486231562234e+308,7,'0184066dbc074bd389e98870ea34c7b7',-3,0);
INSERT INTO "metrics" VALUES('odd',4.94065645841247e-324,7,'0184066dbc074bd389e98870ea34c7b7',-3,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'0184066dbc074bd389e98870ea34c7b7',-3,0);
INSERT INTO "metrics" VALUES('loss',1.0,1700000000000,'3cf3214b9ae141e6a24d037b5d56ffbf',0,0);
INSERT INTO "metrics" VALUES('loss',0.5,1700000000001,'3cf3214b9ae141e6a24d037b5d56ffbf',1,0);
INSERT INTO "metrics" VALUES('loss',3.33333333333333314829e-01,1700000000002,'3cf3214b9ae141e6a24d037b5d56ffbf',2,0);
INSERT INTO "metrics" VALUES('loss',0.25,1700000000003,'3cf3214b9ae141e6a24d037b5d56ffbf',3,0);
INSERT INTO "metrics" VALUES('loss',0.2,1700000000004,'3cf3214b9ae141e6a24d037b5d56ffbf',4,0);
INSERT INTO "metrics" VALUES('loss',1.66666666666666657414e-01,1700000000005,'3cf3214b9ae141e6a24d037b5d56ffbf',5,0);
INSERT INTO "metrics" VALUES('loss',1.42857142857142849212e-01,1700000000006,'3cf3214b9ae141e6a24d037b5d56ffbf',6,0);
INSERT INTO "metrics" VALUES('loss',0.125,1700000000007,'3cf3214b9ae141e6a24d037b5d56ffbf',7,0);
INSERT INTO "metrics" VALUES('loss',1.11111111111111104943e-01,1700000000008,'3cf3214b9ae141e6a24d037b5d56ffbf',8,0);
INSERT INTO "metrics" VALUES('loss',0.1,1700000000009,'3cf3214b9ae141e6a24d037b5d56ffbf',9,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'3cf3214b9ae141e6a24d037b5d56ffbf',-3,1);
INSERT INTO "metrics" VALUES('odd',1.79769313486231562234e+308,7,'3cf3214b9ae141e6a24d037b5d56ffbf',-3,0);
INSERT INTO "metrics" VALUES('odd',-1.79769313486231562234e+308,7,'3cf3214b9ae141e6a24d037b5d56ffbf',-3,0);
INSERT INTO "metrics" VALUES('odd',4.94065645841247e-324,7,'3cf3214b9ae141e6a24d037b5d56ffbf',-3,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'3cf3214b9ae141e6a24d037b5d56ffbf',-3,0);
INSERT INTO "metrics" VALUES('loss',1.0,1700000000000,'c8727273328749aaa81f10c584be5675',0,0);
INSERT INTO "metrics" VALUES('loss',0.5,1700000000001,'c8727273328749aaa81f10c584be5675',1,0);
INSERT INTO "metrics" VALUES('loss',3.33333333333333314829e-01,1700000000002,'c8727273328749aaa81f10c584be5675',2,0);
INSERT INTO "metrics" VALUES('loss',0.25,1700000000003,'c8727273328749aaa81f10c584be5675',3,0);
INSERT INTO "metrics" VALUES('loss',0.2,1700000000004,'c8727273328749aaa81f10c584be5675',4,0);
INSERT INTO "metrics" VALUES('loss',1.66666666666666657414e-01,1700000000005,'c8727273328749aaa81f10c584be5675',5,0);
INSERT INTO "metrics" VALUES('loss',1.42857142857142849212e-01,1700000000006,'c8727273328749aaa81f10c584be5675',6,0);
INSERT INTO "metrics" VALUES('loss',0.125,1700000000007,'c8727273328749aaa81f10c584be5675',7,0);
INSERT INTO "metrics" VALUES('loss',1.11111111111111104943e-01,1700000000008,'c8727273328749aaa81f10c584be5675',8,0);
INSERT INTO "metrics" VALUES('loss',0.1,1700000000009,'c8727273328749aaa81f10c584be5675',9,0);
INSERT INTO "metrics" VALUES('loss',9.09090909090909116141e-02,1700000000010,'c8727273328749aaa81f10c584be5675',10,0);
INSERT INTO "metrics" VALUES('loss',8.33333333333333287074e-02,1700000000011,'c8727273328749aaa81f10c584be5675',11,0);
INSERT INTO "metrics" VALUES('loss',7.6923076923076927347e-02,1700000000012,'c8727273328749aaa81f10c584be5675',12,0);
INSERT INTO "metrics" VALUES('loss',7.14285714285714246063e-02,1700000000013,'c8727273328749aaa81f10c584be5675',13,0);
INSERT INTO "metrics" VALUES('loss',6.66666666666666657414e-02,1700000000014,'c8727273328749aaa81f10c584be5675',14,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'c8727273328749aaa81f10c584be5675',-3,1);
INSERT INTO "metrics" VALUES('odd',1.79769313486231562234e+308,7,'c8727273328749aaa81f10c584be5675',-3,0);
INSERT INTO "metrics" VALUES('odd',-1.79769313486231562234e+308,7,'c8727273328749aaa81f10c584be5675',-3,0);
INSERT INTO "metrics" VALUES('odd',4.94065645841247e-324,7,'c8727273328749aaa81f10c584be5675',-3,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'c8727273328749aaa81f10c584be5675',-3,0);
INSERT INTO "metrics" VALUES('loss',1.0,1700000000000,'15651e5ea7834352bdf1ed9c0aa64ce5',0,0);
INSERT INTO "metrics" VALUES('loss',0.5,1700000000001,'15651e5ea7834352bdf1ed9c0aa64ce5',1,0);
INSERT INTO "metrics" VALUES('loss',3.33333333333333314829e-01,1700000000002,'15651e5ea7834352bdf1ed9c0aa64ce5',2,0);
INSERT INTO "metrics" VALUES('loss',0.25,1700000000003,'15651e5ea7834352bdf1ed9c0aa64ce5',3,0);
INSERT INTO "metrics" VALUES('loss',0.2,1700000000004,'15651e5ea7834352bdf1ed9c0aa64ce5',4,0);
INSERT INTO "metrics" VALUES('loss',1.66666666666666657414e-01,1700000000005,'15651e5ea7834352bdf1ed9c0aa64ce5',5,0);
INSERT INTO "metrics" VALUES('loss',1.42857142857142849212e-01,1700000000006,'15651e5ea7834352bdf1ed9c0aa64ce5',6,0);
INSERT INTO "metrics" VALUES('loss',0.125,1700000000007,'15651e5ea7834352bdf1ed9c0aa64ce5',7,0);
INSERT INTO "metrics" VALUES('loss',1.11111111111111104943e-01,1700000000008,'15651e5ea7834352bdf1ed9c0aa64ce5',8,0);
INSERT INTO "metrics" VALUES('loss',0.1,1700000000009,'15651e5ea7834352bdf1ed9c0aa64ce5',9,0);
INSERT INTO "metrics" VALUES('loss',9.09090909090909116141e-02,1700000000010,'15651e5ea7834352bdf1ed9c0aa64ce5',10,0);
INSERT INTO "metrics" VALUES('loss',8.33333333333333287074e-02,1700000000011,'15651e5ea7834352bdf1ed9c0aa64ce5',11,0);
INSERT INTO "metrics" VALUES('loss',7.6923076923076927347e-02,1700000000012,'15651e5ea7834352bdf1ed9c0aa64ce5',12,0);
INSERT INTO "metrics" VALUES('loss',7.14285714285714246063e-02,1700000000013,'15651e5ea7834352bdf1ed9c0aa64ce5',13,0);
INSERT INTO "metrics" VALUES('loss',6.66666666666666657414e-02,1700000000014,'15651e5ea7834352bdf1ed9c0aa64ce5',14,0);
INSERT INTO "metrics" VALUES('loss',0.0625,1700000000015,'15651e5ea7834352bdf1ed9c0aa64ce5',15,0);
INSERT INTO "metrics" VALUES('loss',5.8823529411764705066e-02,1700000000016,'15651e5ea7834352bdf1ed9c0aa64ce5',16,0);
INSERT INTO "metrics" VALUES('loss',5.55555555555555524716e-02,1700000000017,'15651e5ea7834352bdf1ed9c0aa64ce5',17,0);
INSERT INTO "metrics" VALUES('loss',5.26315789473684181309e-02,1700000000018,'15651e5ea7834352bdf1ed9c0aa64ce5',18,0);
INSERT INTO "metrics" VALUES('loss',0.05,1700000000019,'15651e5ea7834352bdf1ed9c0aa64ce5',19,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'15651e5ea7834352bdf1ed9c0aa64ce5',-3,1);
INSERT INTO "metrics" VALUES('odd',1.79769313486231562234e+308,7,'15651e5ea7834352bdf1ed9c0aa64ce5',-3,0);
INSERT INTO "metrics" VALUES('odd',-1.79769313486231562234e+308,7,'15651e5ea7834352bdf1ed9c0aa64ce5',-3,0);
INSERT INTO "metrics" VALUES('odd',4.94065645841247e-324,7,'15651e5ea7834352bdf1ed9c0aa64ce5',-3,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'15651e5ea7834352bdf1ed9c0aa64ce5',-3,0);
INSERT INTO "metrics" VALUES('rmse',0.25,1795233967900,'e7f764e7930447ea82851c81749dd9d2',0,0);
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
INSERT INTO "model_versions" VALUES('forecast',1,1795233958505,1795233958761,NULL,NULL,'Archived','s3://models/forecast/0','e7f764e7930447ea82851c81749dd9d2','READY',NULL,NULL,'s3://models/forecast/0','default');
INSERT INTO "model_versions" VALUES('forecast',2,1795233958546,1795233958546,NULL,NULL,'None','s3://models/forecast/1','e7f764e7930447ea82851c81749dd9d2','READY',NULL,NULL,'s3://models/forecast/1','default');
INSERT INTO "model_versions" VALUES('forecast',3,1795233958574,1795233958842,NULL,NULL,'Deleted_Internal','REDACTED-SOURCE-PATH','REDACTED-RUN-ID','READY',NULL,'REDACTED-RUN-LINK','s3://models/forecast/2','default');
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
INSERT INTO "params" VALUES('lr','0.01','e7f764e7930447ea82851c81749dd9d2');
INSERT INTO "params" VALUES('long','','e7f764e7930447ea82851c81749dd9d2');
INSERT INTO "params" VALUES('unicode','☃ ''"
	','e7f764e7930447ea82851c81749dd9d2');
INSERT INTO "params" VALUES('lr','0.01','0184066dbc074bd389e98870ea34c7b7');
INSERT INTO "params" VALUES('long','xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx','0184066dbc074bd389e98870ea34c7b7');
INSERT INTO "params" VALUES('unicode','☃ ''"
	','0184066dbc074bd389e98870ea34c7b7');
INSERT INTO "params" VALUES('lr','0.01','3cf3214b9ae141e6a24d037b5d56ffbf');
INSERT INTO "params" VALUES('long','xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx','3cf3214b9ae141e6a24d037b5d56ffbf');
INSERT INTO "params" VALUES('unicode','☃ ''"
	','3cf3214b9ae141e6a24d037b5d56ffbf');
INSERT INTO "params" VALUES('lr','0.01','c8727273328749aaa81f10c584be5675');
INSERT INTO "params" VALUES('long','xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx','c8727273328749aaa81f10c584be5675');
INSERT INTO "params" VALUES('unicode','☃ ''"
	','c8727273328749aaa81f10c584be5675');
INSERT INTO "params" VALUES('lr','0.01','15651e5ea7834352bdf1ed9c0aa64ce5');
INSERT INTO "params" VALUES('long','xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx','15651e5ea7834352bdf1ed9c0aa64ce5');
INSERT INTO "params" VALUES('unicode','☃ ''"
	','15651e5ea7834352bdf1ed9c0aa64ce5');
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
INSERT INTO "registered_models" VALUES('forecast',1795233958440,1795233958842,'It forecasts.','default');
INSERT INTO "registered_models" VALUES('bare',1795233958482,1795233958482,NULL,'default');
CREATE TABLE review_queue_items (
	queue_id VARCHAR(36) NOT NULL, 
	item_type VARCHAR(16) NOT NULL, 
	item_id VARCHAR(50) NOT NULL, 
	status VARCHAR(16) NOT NULL, 
	completed_by VARCHAR(250), 
	completed_time_ms BIGINT, 
	creation_time_ms BIGINT NOT NULL, 
	last_update_time_ms BIGINT NOT NULL, 
	CONSTRAINT review_queue_items_pk PRIMARY KEY (queue_id, item_id), 
	CONSTRAINT fk_review_queue_items_queue_id FOREIGN KEY(queue_id) REFERENCES review_queues (queue_id) ON DELETE CASCADE
);
INSERT INTO "review_queue_items" VALUES('queue_id 0','item_type 0','item_id 0','status 0','completed_by 0',0,0,0);
INSERT INTO "review_queue_items" VALUES('queue_id 1','item_type 1','item_id 1','status 1','completed_by 1',1,1,1);
INSERT INTO "review_queue_items" VALUES('queue_id 2','item_type 2','item_id 2','status 2','completed_by 2',2,2,2);
CREATE TABLE review_queue_label_schemas (
	queue_id VARCHAR(36) NOT NULL, 
	schema_id VARCHAR(36) NOT NULL, 
	CONSTRAINT review_queue_label_schemas_pk PRIMARY KEY (queue_id, schema_id), 
	CONSTRAINT fk_review_queue_label_schemas_queue_id FOREIGN KEY(queue_id) REFERENCES review_queues (queue_id) ON DELETE CASCADE
);
INSERT INTO "review_queue_label_schemas" VALUES('queue_id 0','schema_id 0');
INSERT INTO "review_queue_label_schemas" VALUES('queue_id 1','schema_id 1');
INSERT INTO "review_queue_label_schemas" VALUES('queue_id 2','schema_id 2');
CREATE TABLE review_queue_users (
	queue_id VARCHAR(36) NOT NULL, 
	user_id VARCHAR(250) NOT NULL, 
	CONSTRAINT review_queue_users_pk PRIMARY KEY (queue_id, user_id), 
	CONSTRAINT fk_review_queue_users_queue_id FOREIGN KEY(queue_id) REFERENCES review_queues (queue_id) ON DELETE CASCADE
);
INSERT INTO "review_queue_users" VALUES('queue_id 0','user_id 0');
INSERT INTO "review_queue_users" VALUES('queue_id 1','user_id 1');
INSERT INTO "review_queue_users" VALUES('queue_id 2','user_id 2');
CREATE TABLE review_queues (
	queue_id VARCHAR(36) NOT NULL, 
	experiment_id INTEGER NOT NULL, 
	name VARCHAR(250) NOT NULL, 
	queue_type VARCHAR(16) NOT NULL, 
	created_by VARCHAR(255), 
	creation_time_ms BIGINT NOT NULL, 
	last_update_time_ms BIGINT NOT NULL, 
	name_key VARCHAR(250) NOT NULL, 
	CONSTRAINT review_queues_pk PRIMARY KEY (queue_id), 
	CONSTRAINT fk_review_queues_experiment_id FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id) ON DELETE CASCADE, 
	CONSTRAINT uq_review_queues_experiment_name_key UNIQUE (experiment_id, name_key)
);
INSERT INTO "review_queues" VALUES('queue_id 0',0,'name 0','queue_type 0','created_by 0',0,0,'name_key 0');
INSERT INTO "review_queues" VALUES('queue_id 1',1,'name 1','queue_type 1','created_by 1',1,1,'name_key 1');
INSERT INTO "review_queues" VALUES('queue_id 2',2,'name 2','queue_type 2','created_by 2',2,2,'name_key 2');
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
	CONSTRAINT source_type CHECK (source_type IN ('NOTEBOOK', 'JOB', 'LOCAL', 'UNKNOWN', 'PROJECT')), 
	CONSTRAINT runs_lifecycle_stage CHECK (lifecycle_stage IN ('active', 'deleted')), 
	FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id), 
	CHECK (status IN ('SCHEDULED', 'FAILED', 'FINISHED', 'RUNNING', 'KILLED'))
);
INSERT INTO "runs" VALUES('e7f764e7930447ea82851c81749dd9d2','run 0','UNKNOWN','','','unknown','FINISHED',1700000000000,1700000100000,'','active','/srv/mlflow/mlruns/1/e7f764e7930447ea82851c81749dd9d2/artifacts',1,NULL);
INSERT INTO "runs" VALUES('0184066dbc074bd389e98870ea34c7b7','run 1','UNKNOWN','','','unknown','FAILED',1700000000001,1795233958317,'','active','/srv/mlflow/mlruns/1/0184066dbc074bd389e98870ea34c7b7/artifacts',1,NULL);
INSERT INTO "runs" VALUES('3cf3214b9ae141e6a24d037b5d56ffbf','run 2','UNKNOWN','','','unknown','KILLED',1700000000002,1795233958337,'','active','/srv/mlflow/mlruns/1/3cf3214b9ae141e6a24d037b5d56ffbf/artifacts',1,NULL);
INSERT INTO "runs" VALUES('c8727273328749aaa81f10c584be5675','run 3','UNKNOWN','','','unknown','RUNNING',1700000000003,NULL,'','deleted','/srv/mlflow/mlruns/1/c8727273328749aaa81f10c584be5675/artifacts',1,1795233958359);
INSERT INTO "runs" VALUES('15651e5ea7834352bdf1ed9c0aa64ce5','run 4','UNKNOWN','','','unknown','RUNNING',1700000000004,NULL,'','active','/srv/mlflow/mlruns/1/15651e5ea7834352bdf1ed9c0aa64ce5/artifacts',1,NULL);
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
INSERT INTO "span_metrics" VALUES('tr-aae872a71a1a8b3d6a1430b29f197568','696644900a638317','input_cost',2.625e-05);
INSERT INTO "span_metrics" VALUES('tr-aae872a71a1a8b3d6a1430b29f197568','696644900a638317','output_cost',5.0e-05);
INSERT INTO "span_metrics" VALUES('tr-aae872a71a1a8b3d6a1430b29f197568','696644900a638317','total_cost',7.62500000000000102608e-05);
INSERT INTO "span_metrics" VALUES('tr-f7e14c7d7217a5459960ce829bab8e3c','2276b7772966c597','input_cost',2.625e-05);
INSERT INTO "span_metrics" VALUES('tr-f7e14c7d7217a5459960ce829bab8e3c','2276b7772966c597','output_cost',5.0e-05);
INSERT INTO "span_metrics" VALUES('tr-f7e14c7d7217a5459960ce829bab8e3c','2276b7772966c597','total_cost',7.62500000000000102608e-05);
INSERT INTO "span_metrics" VALUES('tr-3750f7cb76d0b18770ad605da9db934d','ae911c92fa11bc30','input_cost',2.625e-05);
INSERT INTO "span_metrics" VALUES('tr-3750f7cb76d0b18770ad605da9db934d','ae911c92fa11bc30','output_cost',5.0e-05);
INSERT INTO "span_metrics" VALUES('tr-3750f7cb76d0b18770ad605da9db934d','ae911c92fa11bc30','total_cost',7.62500000000000102608e-05);
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
INSERT INTO "spans" VALUES('tr-3750f7cb76d0b18770ad605da9db934d',1,'695903ef001f55d1',NULL,'request 2','UNKNOWN','ERROR',1795233959232185383,1795233959232498623,'{"trace_id": "N1D3y3bQsYdwrWBdqduTTQ==", "span_id": "aVkD7wAfVdE=", "parent_span_id": null, "name": "request 2", "start_time_unix_nano": 1795233959232185383, "end_time_unix_nano": 1795233959232498623, "events": [], "status": {"code": "STATUS_CODE_ERROR", "message": ""}, "attributes": {"mlflow.experimentId": "\"1\"", "mlflow.traceRequestId": "\"tr-3750f7cb76d0b18770ad605da9db934d\"", "mlflow.spanType": "\"UNKNOWN\"", "mlflow.spanInputs": "{\"question\": 2}", "mlflow.spanOutputs": "{\"answer\": 2}", "mlflow.spanLogLevel": "10"}, "links": []}','null');
INSERT INTO "spans" VALUES('tr-aae872a71a1a8b3d6a1430b29f197568',1,'696644900a638317','a471e5e63c62201d','model','LLM','OK',1795233959231181856,1795233959231393096,'{"trace_id": "quhypxoaiz1qFDCynxl1aA==", "span_id": "aWZEkApjgxc=", "parent_span_id": "pHHl5jxiIB0=", "name": "model", "start_time_unix_nano": 1795233959231181856, "end_time_unix_nano": 1795233959231393096, "events": [], "status": {"code": "STATUS_CODE_OK", "message": ""}, "attributes": {"mlflow.traceRequestId": "\"tr-aae872a71a1a8b3d6a1430b29f197568\"", "mlflow.spanType": "\"LLM\"", "mlflow.spanInputs": "{\"n\": 0}", "mlflow.llm.model": "\"gpt-4o\"", "mlflow.llm.provider": "\"openai\"", "mlflow.chat.tokenUsage": "{\"input_tokens\": 12, \"output_tokens\": 5, \"total_tokens\": 17, \"cache_read_input_tokens\": 3}", "mlflow.spanOutputs": "{\"answer\": 0}", "mlflow.spanLogLevel": "20", "mlflow.llm.cost": "{\"input_cost\": 2.625e-05, \"output_cost\": 5e-05, \"total_cost\": 7.625000000000001e-05}"}, "links": []}','{"mlflow.llm.model": "gpt-4o", "mlflow.llm.provider": "openai"}');
INSERT INTO "spans" VALUES('tr-aae872a71a1a8b3d6a1430b29f197568',1,'a471e5e63c62201d',NULL,'request 0','UNKNOWN','OK',1795233959115754155,1795233959231512834,'{"trace_id": "quhypxoaiz1qFDCynxl1aA==", "span_id": "pHHl5jxiIB0=", "parent_span_id": null, "name": "request 0", "start_time_unix_nano": 1795233959115754155, "end_time_unix_nano": 1795233959231512834, "events": [], "status": {"code": "STATUS_CODE_OK", "message": ""}, "attributes": {"mlflow.experimentId": "\"1\"", "mlflow.traceRequestId": "\"tr-aae872a71a1a8b3d6a1430b29f197568\"", "mlflow.spanType": "\"UNKNOWN\"", "mlflow.spanInputs": "{\"question\": 0}", "mlflow.spanOutputs": "{\"answer\": 0}", "mlflow.spanLogLevel": "10"}, "links": []}','null');
INSERT INTO "spans" VALUES('tr-f7e14c7d7217a5459960ce829bab8e3c',1,'2276b7772966c597','7e19bc82c50948fb','model','LLM','OK',1795233959231888593,1795233959232005952,'{"trace_id": "9+FMfXIXpUWZYM6Cm6uOPA==", "span_id": "Ina3dylmxZc=", "parent_span_id": "fhm8gsUJSPs=", "name": "model", "start_time_unix_nano": 1795233959231888593, "end_time_unix_nano": 1795233959232005952, "events": [], "status": {"code": "STATUS_CODE_OK", "message": ""}, "attributes": {"mlflow.traceRequestId": "\"tr-f7e14c7d7217a5459960ce829bab8e3c\"", "mlflow.spanType": "\"LLM\"", "mlflow.spanInputs": "{\"n\": 1}", "mlflow.llm.model": "\"gpt-4o\"", "mlflow.llm.provider": "\"openai\"", "mlflow.chat.tokenUsage": "{\"input_tokens\": 12, \"output_tokens\": 5, \"total_tokens\": 17, \"cache_read_input_tokens\": 3}", "mlflow.spanOutputs": "{\"answer\": 1}", "mlflow.spanLogLevel": "20", "mlflow.llm.cost": "{\"input_cost\": 2.625e-05, \"output_cost\": 5e-05, \"total_cost\": 7.625000000000001e-05}"}, "links": []}','{"mlflow.llm.model": "gpt-4o", "mlflow.llm.provider": "openai"}');
INSERT INTO "spans" VALUES('tr-f7e14c7d7217a5459960ce829bab8e3c',1,'7e19bc82c50948fb',NULL,'request 1','UNKNOWN','OK',1795233959231699727,1795233959232081627,'{"trace_id": "9+FMfXIXpUWZYM6Cm6uOPA==", "span_id": "fhm8gsUJSPs=", "parent_span_id": null, "name": "request 1", "start_time_unix_nano": 1795233959231699727, "end_time_unix_nano": 1795233959232081627, "events": [], "status": {"code": "STATUS_CODE_OK", "message": ""}, "attributes": {"mlflow.experimentId": "\"1\"", "mlflow.traceRequestId": "\"tr-f7e14c7d7217a5459960ce829bab8e3c\"", "mlflow.spanType": "\"UNKNOWN\"", "mlflow.spanInputs": "{\"question\": 1}", "mlflow.spanOutputs": "{\"answer\": 1}", "mlflow.spanLogLevel": "10"}, "links": []}','null');
INSERT INTO "spans" VALUES('tr-3750f7cb76d0b18770ad605da9db934d',1,'ae911c92fa11bc30','695903ef001f55d1','model','LLM','OK',1795233959232315167,1795233959232419174,'{"trace_id": "N1D3y3bQsYdwrWBdqduTTQ==", "span_id": "rpEckvoRvDA=", "parent_span_id": "aVkD7wAfVdE=", "name": "model", "start_time_unix_nano": 1795233959232315167, "end_time_unix_nano": 1795233959232419174, "events": [], "status": {"code": "STATUS_CODE_OK", "message": ""}, "attributes": {"mlflow.traceRequestId": "\"tr-3750f7cb76d0b18770ad605da9db934d\"", "mlflow.spanType": "\"LLM\"", "mlflow.spanInputs": "{\"n\": 2}", "mlflow.llm.model": "\"gpt-4o\"", "mlflow.llm.provider": "\"openai\"", "mlflow.chat.tokenUsage": "{\"input_tokens\": 12, \"output_tokens\": 5, \"total_tokens\": 17, \"cache_read_input_tokens\": 3}", "mlflow.spanOutputs": "{\"answer\": 2}", "mlflow.spanLogLevel": "20", "mlflow.llm.cost": "{\"input_cost\": 2.625e-05, \"output_cost\": 5e-05, \"total_cost\": 7.625000000000001e-05}"}, "links": []}','{"mlflow.llm.model": "gpt-4o", "mlflow.llm.provider": "openai"}');
CREATE TABLE "tags" (
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(8000), 
	run_uuid VARCHAR(32) NOT NULL, 
	CONSTRAINT tag_pk PRIMARY KEY ("key", run_uuid), 
	FOREIGN KEY(run_uuid) REFERENCES runs (run_uuid)
);
INSERT INTO "tags" VALUES('mlflow.runName','run 0','e7f764e7930447ea82851c81749dd9d2');
INSERT INTO "tags" VALUES('mlflow.runName','run 1','0184066dbc074bd389e98870ea34c7b7');
INSERT INTO "tags" VALUES('mlflow.runName','run 2','3cf3214b9ae141e6a24d037b5d56ffbf');
INSERT INTO "tags" VALUES('mlflow.runName','run 3','c8727273328749aaa81f10c584be5675');
INSERT INTO "tags" VALUES('mlflow.runName','run 4','15651e5ea7834352bdf1ed9c0aa64ce5');
INSERT INTO "tags" VALUES('mlflow.user','ann','e7f764e7930447ea82851c81749dd9d2');
INSERT INTO "tags" VALUES('long','','e7f764e7930447ea82851c81749dd9d2');
INSERT INTO "tags" VALUES('empty','','e7f764e7930447ea82851c81749dd9d2');
INSERT INTO "tags" VALUES('mlflow.user','ann','0184066dbc074bd389e98870ea34c7b7');
INSERT INTO "tags" VALUES('long','yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy','0184066dbc074bd389e98870ea34c7b7');
INSERT INTO "tags" VALUES('empty','','0184066dbc074bd389e98870ea34c7b7');
INSERT INTO "tags" VALUES('mlflow.user','ann','3cf3214b9ae141e6a24d037b5d56ffbf');
INSERT INTO "tags" VALUES('long','yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy','3cf3214b9ae141e6a24d037b5d56ffbf');
INSERT INTO "tags" VALUES('empty','','3cf3214b9ae141e6a24d037b5d56ffbf');
INSERT INTO "tags" VALUES('mlflow.user','ann','c8727273328749aaa81f10c584be5675');
INSERT INTO "tags" VALUES('long','yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy','c8727273328749aaa81f10c584be5675');
INSERT INTO "tags" VALUES('empty','','c8727273328749aaa81f10c584be5675');
INSERT INTO "tags" VALUES('mlflow.user','ann','15651e5ea7834352bdf1ed9c0aa64ce5');
INSERT INTO "tags" VALUES('long','yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy','15651e5ea7834352bdf1ed9c0aa64ce5');
INSERT INTO "tags" VALUES('empty','','15651e5ea7834352bdf1ed9c0aa64ce5');
CREATE TABLE "trace_info" (
	request_id VARCHAR(50) NOT NULL, 
	experiment_id INTEGER NOT NULL, 
	timestamp_ms BIGINT NOT NULL, 
	execution_time_ms BIGINT, 
	status VARCHAR(50) NOT NULL, 
	client_request_id VARCHAR(50), 
	request_preview VARCHAR(1000), 
	response_preview VARCHAR(1000), 
	db_payload_generation INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT trace_info_pk PRIMARY KEY (request_id), 
	CONSTRAINT fk_trace_info_experiment_id FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id) ON DELETE CASCADE
);
INSERT INTO "trace_info" VALUES('tr-aae872a71a1a8b3d6a1430b29f197568',1,1795233959115,115,'OK',NULL,'{"question": 0}','{"answer": 0}',1);
INSERT INTO "trace_info" VALUES('tr-3750f7cb76d0b18770ad605da9db934d',1,1795233959232,0,'ERROR',NULL,'{"question": 2}','{"answer": 2}',2);
INSERT INTO "trace_info" VALUES('tr-f7e14c7d7217a5459960ce829bab8e3c',1,1795233959231,0,'OK',NULL,'{"question": 1}','{"answer": 1}',1);
CREATE TABLE trace_metrics (
	request_id VARCHAR(50) NOT NULL, 
	"key" VARCHAR(250) NOT NULL, 
	value FLOAT, 
	CONSTRAINT trace_metrics_pk PRIMARY KEY (request_id, "key"), 
	CONSTRAINT fk_trace_metrics_request_id FOREIGN KEY(request_id) REFERENCES trace_info (request_id) ON DELETE CASCADE
);
INSERT INTO "trace_metrics" VALUES('tr-aae872a71a1a8b3d6a1430b29f197568','cache_read_input_tokens',3.0);
INSERT INTO "trace_metrics" VALUES('tr-aae872a71a1a8b3d6a1430b29f197568','input_tokens',12.0);
INSERT INTO "trace_metrics" VALUES('tr-aae872a71a1a8b3d6a1430b29f197568','output_tokens',5.0);
INSERT INTO "trace_metrics" VALUES('tr-aae872a71a1a8b3d6a1430b29f197568','total_tokens',17.0);
INSERT INTO "trace_metrics" VALUES('tr-3750f7cb76d0b18770ad605da9db934d','cache_read_input_tokens',3.0);
INSERT INTO "trace_metrics" VALUES('tr-3750f7cb76d0b18770ad605da9db934d','input_tokens',12.0);
INSERT INTO "trace_metrics" VALUES('tr-3750f7cb76d0b18770ad605da9db934d','output_tokens',5.0);
INSERT INTO "trace_metrics" VALUES('tr-3750f7cb76d0b18770ad605da9db934d','total_tokens',17.0);
INSERT INTO "trace_metrics" VALUES('tr-f7e14c7d7217a5459960ce829bab8e3c','cache_read_input_tokens',3.0);
INSERT INTO "trace_metrics" VALUES('tr-f7e14c7d7217a5459960ce829bab8e3c','input_tokens',12.0);
INSERT INTO "trace_metrics" VALUES('tr-f7e14c7d7217a5459960ce829bab8e3c','output_tokens',5.0);
INSERT INTO "trace_metrics" VALUES('tr-f7e14c7d7217a5459960ce829bab8e3c','total_tokens',17.0);
CREATE TABLE "trace_request_metadata" (
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(8000), 
	request_id VARCHAR(50) NOT NULL, 
	CONSTRAINT trace_request_metadata_pk PRIMARY KEY ("key", request_id), 
	CONSTRAINT fk_trace_request_metadata_request_id FOREIGN KEY(request_id) REFERENCES trace_info (request_id) ON DELETE CASCADE
);
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.branch','','tr-aae872a71a1a8b3d6a1430b29f197568');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.commit','','tr-aae872a71a1a8b3d6a1430b29f197568');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.repoURL','','tr-aae872a71a1a8b3d6a1430b29f197568');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.name','train.py','tr-aae872a71a1a8b3d6a1430b29f197568');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.type','LOCAL','tr-aae872a71a1a8b3d6a1430b29f197568');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.infoFinalized','true','tr-aae872a71a1a8b3d6a1430b29f197568');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.sizeBytes','2144','tr-aae872a71a1a8b3d6a1430b29f197568');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.sizeStats','{"total_size_bytes": 2144, "num_spans": 2, "max": 704, "p25": 582, "p50": 623, "p75": 663}','tr-aae872a71a1a8b3d6a1430b29f197568');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.tokenUsage','{"input_tokens": 12, "output_tokens": 5, "total_tokens": 17, "cache_read_input_tokens": 3}','tr-aae872a71a1a8b3d6a1430b29f197568');
INSERT INTO "trace_request_metadata" VALUES('mlflow.traceInputs','{"question": 0}','tr-aae872a71a1a8b3d6a1430b29f197568');
INSERT INTO "trace_request_metadata" VALUES('mlflow.traceOutputs','{"answer": 0}','tr-aae872a71a1a8b3d6a1430b29f197568');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace_schema.version','3','tr-aae872a71a1a8b3d6a1430b29f197568');
INSERT INTO "trace_request_metadata" VALUES('mlflow.user','ann','tr-aae872a71a1a8b3d6a1430b29f197568');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.branch','','tr-3750f7cb76d0b18770ad605da9db934d');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.commit','','tr-3750f7cb76d0b18770ad605da9db934d');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.repoURL','','tr-3750f7cb76d0b18770ad605da9db934d');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.name','train.py','tr-3750f7cb76d0b18770ad605da9db934d');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.type','LOCAL','tr-3750f7cb76d0b18770ad605da9db934d');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.infoFinalized','true','tr-3750f7cb76d0b18770ad605da9db934d');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.sizeBytes','2148','tr-3750f7cb76d0b18770ad605da9db934d');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.sizeStats','{"total_size_bytes": 2148, "num_spans": 2, "max": 704, "p25": 584, "p50": 624, "p75": 664}','tr-3750f7cb76d0b18770ad605da9db934d');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.tokenUsage','{"input_tokens": 12, "output_tokens": 5, "total_tokens": 17, "cache_read_input_tokens": 3}','tr-3750f7cb76d0b18770ad605da9db934d');
INSERT INTO "trace_request_metadata" VALUES('mlflow.traceInputs','{"question": 2}','tr-3750f7cb76d0b18770ad605da9db934d');
INSERT INTO "trace_request_metadata" VALUES('mlflow.traceOutputs','{"answer": 2}','tr-3750f7cb76d0b18770ad605da9db934d');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace_schema.version','3','tr-3750f7cb76d0b18770ad605da9db934d');
INSERT INTO "trace_request_metadata" VALUES('mlflow.user','ann','tr-3750f7cb76d0b18770ad605da9db934d');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.branch','','tr-f7e14c7d7217a5459960ce829bab8e3c');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.commit','','tr-f7e14c7d7217a5459960ce829bab8e3c');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.git.repoURL','','tr-f7e14c7d7217a5459960ce829bab8e3c');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.name','train.py','tr-f7e14c7d7217a5459960ce829bab8e3c');
INSERT INTO "trace_request_metadata" VALUES('mlflow.source.type','LOCAL','tr-f7e14c7d7217a5459960ce829bab8e3c');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.infoFinalized','true','tr-f7e14c7d7217a5459960ce829bab8e3c');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.sizeBytes','2142','tr-f7e14c7d7217a5459960ce829bab8e3c');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.sizeStats','{"total_size_bytes": 2142, "num_spans": 2, "max": 704, "p25": 582, "p50": 623, "p75": 663}','tr-f7e14c7d7217a5459960ce829bab8e3c');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.tokenUsage','{"input_tokens": 12, "output_tokens": 5, "total_tokens": 17, "cache_read_input_tokens": 3}','tr-f7e14c7d7217a5459960ce829bab8e3c');
INSERT INTO "trace_request_metadata" VALUES('mlflow.traceInputs','{"question": 1}','tr-f7e14c7d7217a5459960ce829bab8e3c');
INSERT INTO "trace_request_metadata" VALUES('mlflow.traceOutputs','{"answer": 1}','tr-f7e14c7d7217a5459960ce829bab8e3c');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace_schema.version','3','tr-f7e14c7d7217a5459960ce829bab8e3c');
INSERT INTO "trace_request_metadata" VALUES('mlflow.user','ann','tr-f7e14c7d7217a5459960ce829bab8e3c');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.cost','{"input_cost": 2.625e-05, "output_cost": 5e-05, "total_cost": 7.625000000000001e-05}','tr-3750f7cb76d0b18770ad605da9db934d');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.cost','{"input_cost": 2.625e-05, "output_cost": 5e-05, "total_cost": 7.625000000000001e-05}','tr-aae872a71a1a8b3d6a1430b29f197568');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace.cost','{"input_cost": 2.625e-05, "output_cost": 5e-05, "total_cost": 7.625000000000001e-05}','tr-f7e14c7d7217a5459960ce829bab8e3c');
CREATE TABLE "trace_tags" (
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(8000), 
	request_id VARCHAR(50) NOT NULL, 
	CONSTRAINT trace_tag_pk PRIMARY KEY ("key", request_id), 
	CONSTRAINT fk_trace_tags_request_id FOREIGN KEY(request_id) REFERENCES trace_info (request_id) ON DELETE CASCADE
);
INSERT INTO "trace_tags" VALUES('mlflow.traceName','request 0','tr-aae872a71a1a8b3d6a1430b29f197568');
INSERT INTO "trace_tags" VALUES('mlflow.artifactLocation','/srv/mlflow/mlruns/1/traces/tr-aae872a71a1a8b3d6a1430b29f197568/artifacts','tr-aae872a71a1a8b3d6a1430b29f197568');
INSERT INTO "trace_tags" VALUES('mlflow.traceName','request 2','tr-3750f7cb76d0b18770ad605da9db934d');
INSERT INTO "trace_tags" VALUES('mlflow.artifactLocation','/srv/mlflow/mlruns/1/traces/tr-3750f7cb76d0b18770ad605da9db934d/artifacts','tr-3750f7cb76d0b18770ad605da9db934d');
INSERT INTO "trace_tags" VALUES('mlflow.trace.spansLocation','TRACKING_STORE','tr-3750f7cb76d0b18770ad605da9db934d');
INSERT INTO "trace_tags" VALUES('mlflow.traceName','request 1','tr-f7e14c7d7217a5459960ce829bab8e3c');
INSERT INTO "trace_tags" VALUES('mlflow.artifactLocation','/srv/mlflow/mlruns/1/traces/tr-f7e14c7d7217a5459960ce829bab8e3c/artifacts','tr-f7e14c7d7217a5459960ce829bab8e3c');
INSERT INTO "trace_tags" VALUES('mlflow.trace.spansLocation','TRACKING_STORE','tr-aae872a71a1a8b3d6a1430b29f197568');
INSERT INTO "trace_tags" VALUES('mlflow.trace.spansLocation','TRACKING_STORE','tr-f7e14c7d7217a5459960ce829bab8e3c');
INSERT INTO "trace_tags" VALUES('stars','0','tr-aae872a71a1a8b3d6a1430b29f197568');
INSERT INTO "trace_tags" VALUES('stars','1','tr-f7e14c7d7217a5459960ce829bab8e3c');
INSERT INTO "trace_tags" VALUES('stars','2','tr-3750f7cb76d0b18770ad605da9db934d');
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
	default_artifact_root TEXT, trace_archival_location TEXT, trace_archival_retention VARCHAR(32), 
	CONSTRAINT workspaces_pk PRIMARY KEY (name)
);
INSERT INTO "workspaces" VALUES('default','Default workspace for legacy resources',NULL,NULL,NULL);
CREATE INDEX index_metrics_run_uuid ON metrics (run_uuid);
CREATE INDEX index_latest_metrics_run_uuid ON latest_metrics (run_uuid);
CREATE INDEX index_inputs_destination_type_destination_id_source_type ON inputs (destination_type, destination_id, source_type);
CREATE INDEX index_inputs_input_uuid ON inputs (input_uuid);
CREATE INDEX index_params_run_uuid ON params (run_uuid);
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
CREATE INDEX idx_webhooks_status ON webhooks (status);
CREATE INDEX idx_webhooks_name ON webhooks (name);
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
CREATE INDEX idx_budget_policies_workspace ON budget_policies (workspace);
CREATE INDEX index_issues_experiment_id ON issues (experiment_id);
CREATE INDEX index_issues_source_run_id ON issues (source_run_id);
CREATE INDEX index_issues_status ON issues (status);
CREATE INDEX index_metrics_run_uuid_key_step ON metrics (run_uuid, "key", step);
CREATE INDEX idx_guardrails_workspace ON guardrails (workspace);
CREATE INDEX idx_guardrails_scorer ON guardrails (scorer_id, scorer_version);
CREATE INDEX idx_guardrail_configs_endpoint_id ON guardrail_configs (endpoint_id);
CREATE INDEX idx_guardrail_configs_guardrail_id ON guardrail_configs (guardrail_id);
CREATE INDEX idx_model_version_tags_workspace_name_version ON model_version_tags (workspace, name, version);
CREATE INDEX idx_registered_model_tags_workspace_name ON registered_model_tags (workspace, name);
CREATE INDEX index_label_schemas_experiment_id ON label_schemas (experiment_id);
CREATE INDEX index_review_queues_experiment_id ON review_queues (experiment_id);
CREATE INDEX index_review_queue_users_user_id ON review_queue_users (user_id);
CREATE INDEX index_review_queue_items_queue_id_status ON review_queue_items (queue_id, status);
CREATE INDEX index_review_queue_items_item_id ON review_queue_items (item_id);
CREATE INDEX index_review_queue_label_schemas_schema_id ON review_queue_label_schemas (schema_id);
CREATE INDEX idx_mcp_server_versions_latest ON mcp_server_versions (workspace, name, status, version_major DESC, version_minor DESC, version_patch DESC);
CREATE INDEX ix_mcp_access_endpoints_server_name ON mcp_access_endpoints (workspace, server_name);
CREATE INDEX ix_mcp_access_endpoints_version ON mcp_access_endpoints (workspace, server_name, server_version);
CREATE INDEX ix_mcp_access_endpoints_alias ON mcp_access_endpoints (workspace, server_name, server_alias);
CREATE INDEX index_spans_experiment_id_start_time ON spans (experiment_id, start_time_unix_nano);
CREATE INDEX idx_budget_policies_target_value ON budget_policies (target_value);
CREATE INDEX index_trace_info_experiment_id_timestamp_ms ON trace_info (experiment_id, timestamp_ms);
CREATE INDEX index_trace_info_timestamp_ms_request_id ON trace_info (timestamp_ms, request_id);
COMMIT;
