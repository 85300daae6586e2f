BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('5b0e9adcef9c');
CREATE TABLE datasets (
	dataset_uuid VARCHAR(36) NOT NULL, 
	experiment_id INTEGER NOT NULL, 
	name VARCHAR(500) NOT NULL, 
	digest VARCHAR(36) NOT NULL, 
	dataset_source_type VARCHAR(36) NOT NULL, 
	dataset_source TEXT NOT NULL, 
	dataset_schema TEXT, 
	dataset_profile TEXT, 
	CONSTRAINT dataset_pk PRIMARY KEY (experiment_id, name, digest), 
	FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id)
);
INSERT INTO "datasets" VALUES('76d9ebec35c14474b06ccc6d7bd4a2df',1,'wine','0a1b','http','{"url": "http://x"}','[]','{}');
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
INSERT INTO "experiments" VALUES(0,'Default','/srv/mlflow/artifacts/0','active',1795233903006,1795233903006);
INSERT INTO "experiments" VALUES(1,'plain','/srv/mlflow/mlruns/1','active',1795233903088,1795233903088);
INSERT INTO "experiments" VALUES(2,'naïve – ünïcode ✓','/srv/mlflow/mlruns/2','active',1795233903133,1795233903133);
INSERT INTO "experiments" VALUES(3,'deleted','/srv/mlflow/mlruns/3','deleted',1795233903177,1795233903218);
CREATE TABLE input_tags (
	input_uuid VARCHAR(36) NOT NULL, 
	name VARCHAR(255) NOT NULL, 
	value VARCHAR(500) NOT NULL, 
	CONSTRAINT input_tags_pk PRIMARY KEY (input_uuid, name)
);
INSERT INTO "input_tags" VALUES('87bae40a2b514364ab4e8e473a616760','mlflow.data.context','training');
CREATE TABLE inputs (
	input_uuid VARCHAR(36) NOT NULL, 
	source_type VARCHAR(36) NOT NULL, 
	source_id VARCHAR(36) NOT NULL, 
	destination_type VARCHAR(36) NOT NULL, 
	destination_id VARCHAR(36) NOT NULL, 
	CONSTRAINT inputs_pk PRIMARY KEY (source_type, source_id, destination_type, destination_id)
);
INSERT INTO "inputs" VALUES('87bae40a2b514364ab4e8e473a616760','DATASET','76d9ebec35c14474b06ccc6d7bd4a2df','RUN','c5ea3a8692ce4371a0e335ee103b3a1b');
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
INSERT INTO "latest_metrics" VALUES('odd',1.79769313486231562234e+308,7,-3,0,'c5ea3a8692ce4371a0e335ee103b3a1b');
INSERT INTO "latest_metrics" VALUES('loss',0.2,1700000000004,4,0,'8762c7b306d64174a81b07855a87d0f4');
INSERT INTO "latest_metrics" VALUES('odd',1.79769313486231562234e+308,7,-3,0,'8762c7b306d64174a81b07855a87d0f4');
INSERT INTO "latest_metrics" VALUES('loss',0.1,1700000000009,9,0,'d41ed9ae75534c0ca0410d71ad1b306d');
INSERT INTO "latest_metrics" VALUES('odd',1.79769313486231562234e+308,7,-3,0,'d41ed9ae75534c0ca0410d71ad1b306d');
INSERT INTO "latest_metrics" VALUES('loss',6.66666666666666657414e-02,1700000000014,14,0,'de6cddfadc444287996dc97cb8522ead');
INSERT INTO "latest_metrics" VALUES('odd',1.79769313486231562234e+308,7,-3,0,'de6cddfadc444287996dc97cb8522ead');
INSERT INTO "latest_metrics" VALUES('loss',0.05,1700000000019,19,0,'63a46e79aab94a128080e9e2e098304f');
INSERT INTO "latest_metrics" VALUES('odd',1.79769313486231562234e+308,7,-3,0,'63a46e79aab94a128080e9e2e098304f');
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
INSERT INTO "metrics" VALUES('odd',0.0,7,'c5ea3a8692ce4371a0e335ee103b3a1b',-3,1);
INSERT INTO "metrics" VALUES('odd',1.79769313486231562234e+308,7,'c5ea3a8692ce4371a0e335ee103b3a1b',-3,0);
INSERT INTO "metrics" VALUES('odd',-1.79769313486231562234e+308,7,'c5ea3a8692ce4371a0e335ee103b3a1b',-3,0);
INSERT INTO "metrics" VALUES('odd',4.94065645841247e-324,7,'c5ea3a8692ce4371a0e335ee103b3a1b',-3,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'c5ea3a8692ce4371a0e335ee103b3a1b',-3,0);
INSERT INTO "metrics" VALUES('loss',1.0,1700000000000,'8762c7b306d64174a81b07855a87d0f4',0,0);
INSERT INTO "metrics" VALUES('loss',0.5,1700000000001,'8762c7b306d64174a81b07855a87d0f4',1,0);
INSERT INTO "metrics" VALUES('loss',3.33333333333333314829e-01,1700000000002,'8762c7b306d64174a81b07855a87d0f4',2,0);
INSERT INTO "metrics" VALUES('loss',0.25,1700000000003,'8762c7b306d64174a81b07855a87d0f4',3,0);
INSERT INTO "metrics" VALUES('loss',0.2,1700000000004,'8762c7b306d64174a81b07855a87d0f4',4,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'8762c7b306d64174a81b07855a87d0f4',-3,1);
INSERT INTO "metrics" VALUES('odd',1.79769313486231562234e+308,7,'8762c7b306d64174a81b07855a87d0f4',-3,0);
INSERT INTO "metrics" VALUES('odd',-1.79769313486231562234e+308,7,'8762c7b306d64174a81b07855a87d0f4',-3,0);
INSERT INTO "metrics" VALUES('odd',4.94065645841247e-324,7,'8762c7b306d64174a81b07855a87d0f4',-3,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'8762c7b306d64174a81b07855a87d0f4',-3,0);
INSERT INTO "metrics" VALUES('loss',1.0,1700000000000,'d41ed9ae75534c0ca0410d71ad1b306d',0,0);
INSERT INTO "metrics" VALUES('loss',0.5,1700000000001,'d41ed9ae75534c0ca0410d71ad1b306d',1,0);
INSERT INTO "metrics" VALUES('loss',3.33333333333333314829e-01,1700000000002,'d41ed9ae75534c0ca0410d71ad1b306d',2,0);
INSERT INTO "metrics" VALUES('loss',0.25,1700000000003,'d41ed9ae75534c0ca0410d71ad1b306d',3,0);
INSERT INTO "metrics" VALUES('loss',0.2,1700000000004,'d41ed9ae75534c0ca0410d71ad1b306d',4,0);
INSERT INTO "metrics" VALUES('loss',1.66666666666666657414e-01,1700000000005,'d41ed9ae75534c0ca0410d71ad1b306d',5,0);
INSERT INTO "metrics" VALUES('loss',1.42857142857142849212e-01,1700000000006,'d41ed9ae75534c0ca0410d71ad1b306d',6,0);
INSERT INTO "metrics" VALUES('loss',0.125,1700000000007,'d41ed9ae75534c0ca0410d71ad1b306d',7,0);
INSERT INTO "metrics" VALUES('loss',1.11111111111111104943e-01,1700000000008,'d41ed9ae75534c0ca0410d71ad1b306d',8,0);
INSERT INTO "metrics" VALUES('loss',0.1,1700000000009,'d41ed9ae75534c0ca0410d71ad1b306d',9,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'d41ed9ae75534c0ca0410d71ad1b306d',-3,1);
INSERT INTO "metrics" VALUES('odd',1.79769313486231562234e+308,7,'d41ed9ae75534c0ca0410d71ad1b306d',-3,0);
INSERT INTO "metrics" VALUES('odd',-1.79769313486231562234e+308,7,'d41ed9ae75534c0ca0410d71ad1b306d',-3,0);
INSERT INTO "metrics" VALUES('odd',4.94065645841247e-324,7,'d41ed9ae75534c0ca0410d71ad1b306d',-3,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'d41ed9ae75534c0ca0410d71ad1b306d',-3,0);
INSERT INTO "metrics" VALUES('loss',1.0,1700000000000,'de6cddfadc444287996dc97cb8522ead',0,0);
INSERT INTO "metrics" VALUES('loss',0.5,1700000000001,'de6cddfadc444287996dc97cb8522ead',1,0);
INSERT INTO "metrics" VALUES('loss',3.33333333333333314829e-01,1700000000002,'de6cddfadc444287996dc97cb8522ead',2,0);
INSERT INTO "metrics" VALUES('loss',0.25,1700000000003,'de6cddfadc444287996dc97cb8522ead',3,0);
INSERT INTO "metrics" VALUES('loss',0.2,1700000000004,'de6cddfadc444287996dc97cb8522ead',4,0);
INSERT INTO "metrics" VALUES('loss',1.66666666666666657414e-01,1700000000005,'de6cddfadc444287996dc97cb8522ead',5,0);
INSERT INTO "metrics" VALUES('loss',1.42857142857142849212e-01,1700000000006,'de6cddfadc444287996dc97cb8522ead',6,0);
INSERT INTO "metrics" VALUES('loss',0.125,1700000000007,'de6cddfadc444287996dc97cb8522ead',7,0);
INSERT INTO "metrics" VALUES('loss',1.11111111111111104943e-01,1700000000008,'de6cddfadc444287996dc97cb8522ead',8,0);
INSERT INTO "metrics" VALUES('loss',0.1,1700000000009,'de6cddfadc444287996dc97cb8522ead',9,0);
INSERT INTO "metrics" VALUES('loss',9.09090909090909116141e-02,1700000000010,'de6cddfadc444287996dc97cb8522ead',10,0);
INSERT INTO "metrics" VALUES('loss',8.33333333333333287074e-02,1700000000011,'de6cddfadc444287996dc97cb8522ead',11,0);
INSERT INTO "metrics" VALUES('loss',7.6923076923076927347e-02,1700000000012,'de6cddfadc444287996dc97cb8522ead',12,0);
INSERT INTO "metrics" VALUES('loss',7.14285714285714246063e-02,1700000000013,'de6cddfadc444287996dc97cb8522ead',13,0);
INSERT INTO "metrics" VALUES('loss',6.66666666666666657414e-02,1700000000014,'de6cddfadc444287996dc97cb8522ead',14,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'de6cddfadc444287996dc97cb8522ead',-3,1);
INSERT INTO "metrics" VALUES('odd',1.79769313486231562234e+308,7,'de6cddfadc444287996dc97cb8522ead',-3,0);
INSERT INTO "metrics" VALUES('odd',-1.79769313486231562234e+308,7,'de6cddfadc444287996dc97cb8522ead',-3,0);
INSERT INTO "metrics" VALUES('odd',4.94065645841247e-324,7,'de6cddfadc444287996dc97cb8522ead',-3,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'de6cddfadc444287996dc97cb8522ead',-3,0);
INSERT INTO "metrics" VALUES('loss',1.0,1700000000000,'63a46e79aab94a128080e9e2e098304f',0,0);
INSERT INTO "metrics" VALUES('loss',0.5,1700000000001,'63a46e79aab94a128080e9e2e098304f',1,0);
INSERT INTO "metrics" VALUES('loss',3.33333333333333314829e-01,1700000000002,'63a46e79aab94a128080e9e2e098304f',2,0);
INSERT INTO "metrics" VALUES('loss',0.25,1700000000003,'63a46e79aab94a128080e9e2e098304f',3,0);
INSERT INTO "metrics" VALUES('loss',0.2,1700000000004,'63a46e79aab94a128080e9e2e098304f',4,0);
INSERT INTO "metrics" VALUES('loss',1.66666666666666657414e-01,1700000000005,'63a46e79aab94a128080e9e2e098304f',5,0);
INSERT INTO "metrics" VALUES('loss',1.42857142857142849212e-01,1700000000006,'63a46e79aab94a128080e9e2e098304f',6,0);
INSERT INTO "metrics" VALUES('loss',0.125,1700000000007,'63a46e79aab94a128080e9e2e098304f',7,0);
INSERT INTO "metrics" VALUES('loss',1.11111111111111104943e-01,1700000000008,'63a46e79aab94a128080e9e2e098304f',8,0);
INSERT INTO "metrics" VALUES('loss',0.1,1700000000009,'63a46e79aab94a128080e9e2e098304f',9,0);
INSERT INTO "metrics" VALUES('loss',9.09090909090909116141e-02,1700000000010,'63a46e79aab94a128080e9e2e098304f',10,0);
INSERT INTO "metrics" VALUES('loss',8.33333333333333287074e-02,1700000000011,'63a46e79aab94a128080e9e2e098304f',11,0);
INSERT INTO "metrics" VALUES('loss',7.6923076923076927347e-02,1700000000012,'63a46e79aab94a128080e9e2e098304f',12,0);
INSERT INTO "metrics" VALUES('loss',7.14285714285714246063e-02,1700000000013,'63a46e79aab94a128080e9e2e098304f',13,0);
INSERT INTO "metrics" VALUES('loss',6.66666666666666657414e-02,1700000000014,'63a46e79aab94a128080e9e2e098304f',14,0);
INSERT INTO "metrics" VALUES('loss',0.0625,1700000000015,'63a46e79aab94a128080e9e2e098304f',15,0);
INSERT INTO "metrics" VALUES('loss',5.8823529411764705066e-02,1700000000016,'63a46e79aab94a128080e9e2e098304f',16,0);
INSERT INTO "metrics" VALUES('loss',5.55555555555555524716e-02,1700000000017,'63a46e79aab94a128080e9e2e098304f',17,0);
INSERT INTO "metrics" VALUES('loss',5.26315789473684181309e-02,1700000000018,'63a46e79aab94a128080e9e2e098304f',18,0);
INSERT INTO "metrics" VALUES('loss',0.05,1700000000019,'63a46e79aab94a128080e9e2e098304f',19,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'63a46e79aab94a128080e9e2e098304f',-3,1);
INSERT INTO "metrics" VALUES('odd',1.79769313486231562234e+308,7,'63a46e79aab94a128080e9e2e098304f',-3,0);
INSERT INTO "metrics" VALUES('odd',-1.79769313486231562234e+308,7,'63a46e79aab94a128080e9e2e098304f',-3,0);
INSERT INTO "metrics" VALUES('odd',4.94065645841247e-324,7,'63a46e79aab94a128080e9e2e098304f',-3,0);
INSERT INTO "metrics" VALUES('odd',0.0,7,'63a46e79aab94a128080e9e2e098304f',-3,0);
CREATE TABLE model_version_tags (
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(5000), 
	name VARCHAR(256) NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT model_version_tag_pk PRIMARY KEY ("key", name, version), 
	FOREIGN KEY(name, version) REFERENCES model_versions (name, version) ON UPDATE cascade
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
INSERT INTO "model_versions" VALUES('forecast',1,1795233904343,1795233904582,NULL,NULL,'Archived','s3://models/forecast/0','c5ea3a8692ce4371a0e335ee103b3a1b','READY',NULL,NULL,'s3://models/forecast/0');
INSERT INTO "model_versions" VALUES('forecast',2,1795233904393,1795233904393,NULL,NULL,'None','s3://models/forecast/1','c5ea3a8692ce4371a0e335ee103b3a1b','READY',NULL,NULL,'s3://models/forecast/1');
INSERT INTO "model_versions" VALUES('forecast',3,1795233904426,1795233904613,NULL,NULL,'Deleted_Internal','REDACTED-SOURCE-PATH','REDACTED-RUN-ID','READY',NULL,'REDACTED-RUN-LINK','s3://models/forecast/2');
CREATE TABLE "params" (
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(8000) NOT NULL, 
	run_uuid VARCHAR(32) NOT NULL, 
	CONSTRAINT param_pk PRIMARY KEY ("key", run_uuid), 
	FOREIGN KEY(run_uuid) REFERENCES runs (run_uuid)
);
INSERT INTO "params" VALUES('lr','0.01','c5ea3a8692ce4371a0e335ee103b3a1b');
INSERT INTO "params" VALUES('long','','c5ea3a8692ce4371a0e335ee103b3a1b');
INSERT INTO "params" VALUES('unicode','☃ ''"
	','c5ea3a8692ce4371a0e335ee103b3a1b');
INSERT INTO "params" VALUES('lr','0.01','8762c7b306d64174a81b07855a87d0f4');
INSERT INTO "params" VALUES('long','xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx','8762c7b306d64174a81b07855a87d0f4');
INSERT INTO "params" VALUES('unicode','☃ ''"
	','8762c7b306d64174a81b07855a87d0f4');
INSERT INTO "params" VALUES('lr','0.01','d41ed9ae75534c0ca0410d71ad1b306d');
INSERT INTO "params" VALUES('long','xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx','d41ed9ae75534c0ca0410d71ad1b306d');
INSERT INTO "params" VALUES('unicode','☃ ''"
	','d41ed9ae75534c0ca0410d71ad1b306d');
INSERT INTO "params" VALUES('lr','0.01','de6cddfadc444287996dc97cb8522ead');
INSERT INTO "params" VALUES('long','xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx','de6cddfadc444287996dc97cb8522ead');
INSERT INTO "params" VALUES('unicode','☃ ''"
	','de6cddfadc444287996dc97cb8522ead');
INSERT INTO "params" VALUES('lr','0.01','63a46e79aab94a128080e9e2e098304f');
INSERT INTO "params" VALUES('long','xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx','63a46e79aab94a128080e9e2e098304f');
INSERT INTO "params" VALUES('unicode','☃ ''"
	','63a46e79aab94a128080e9e2e098304f');
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
INSERT INTO "registered_models" VALUES('forecast',1795233904255,1795233904613,'It forecasts.');
INSERT INTO "registered_models" VALUES('bare',1795233904301,1795233904301,NULL);
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
INSERT INTO "runs" VALUES('c5ea3a8692ce4371a0e335ee103b3a1b','run 0','UNKNOWN','','','unknown','FINISHED',1700000000000,1700000100000,'','active','/srv/mlflow/mlruns/1/c5ea3a8692ce4371a0e335ee103b3a1b/artifacts',1,NULL);
INSERT INTO "runs" VALUES('8762c7b306d64174a81b07855a87d0f4','run 1','UNKNOWN','','','unknown','FAILED',1700000000001,1795233904089,'','active','/srv/mlflow/mlruns/1/8762c7b306d64174a81b07855a87d0f4/artifacts',1,NULL);
INSERT INTO "runs" VALUES('d41ed9ae75534c0ca0410d71ad1b306d','run 2','UNKNOWN','','','unknown','KILLED',1700000000002,1795233904121,'','active','/srv/mlflow/mlruns/1/d41ed9ae75534c0ca0410d71ad1b306d/artifacts',1,NULL);
INSERT INTO "runs" VALUES('de6cddfadc444287996dc97cb8522ead','run 3','UNKNOWN','','','unknown','RUNNING',1700000000003,NULL,'','deleted','/srv/mlflow/mlruns/1/de6cddfadc444287996dc97cb8522ead/artifacts',1,1795233904150);
INSERT INTO "runs" VALUES('63a46e79aab94a128080e9e2e098304f','run 4','UNKNOWN','','','unknown','RUNNING',1700000000004,NULL,'','active','/srv/mlflow/mlruns/1/63a46e79aab94a128080e9e2e098304f/artifacts',1,NULL);
CREATE TABLE "tags" (
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(5000), 
	run_uuid VARCHAR(32) NOT NULL, 
	CONSTRAINT tag_pk PRIMARY KEY ("key", run_uuid), 
	FOREIGN KEY(run_uuid) REFERENCES runs (run_uuid)
);
INSERT INTO "tags" VALUES('mlflow.runName','run 0','c5ea3a8692ce4371a0e335ee103b3a1b');
INSERT INTO "tags" VALUES('mlflow.runName','run 1','8762c7b306d64174a81b07855a87d0f4');
INSERT INTO "tags" VALUES('mlflow.runName','run 2','d41ed9ae75534c0ca0410d71ad1b306d');
INSERT INTO "tags" VALUES('mlflow.runName','run 3','de6cddfadc444287996dc97cb8522ead');
INSERT INTO "tags" VALUES('mlflow.runName','run 4','63a46e79aab94a128080e9e2e098304f');
INSERT INTO "tags" VALUES('mlflow.user','ann','c5ea3a8692ce4371a0e335ee103b3a1b');
INSERT INTO "tags" VALUES('long','','c5ea3a8692ce4371a0e335ee103b3a1b');
INSERT INTO "tags" VALUES('empty','','c5ea3a8692ce4371a0e335ee103b3a1b');
INSERT INTO "tags" VALUES('mlflow.user','ann','8762c7b306d64174a81b07855a87d0f4');
INSERT INTO "tags" VALUES('long','yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy','8762c7b306d64174a81b07855a87d0f4');
INSERT INTO "tags" VALUES('empty','','8762c7b306d64174a81b07855a87d0f4');
INSERT INTO "tags" VALUES('mlflow.user','ann','d41ed9ae75534c0ca0410d71ad1b306d');
INSERT INTO "tags" VALUES('long','yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy','d41ed9ae75534c0ca0410d71ad1b306d');
INSERT INTO "tags" VALUES('empty','','d41ed9ae75534c0ca0410d71ad1b306d');
INSERT INTO "tags" VALUES('mlflow.user','ann','de6cddfadc444287996dc97cb8522ead');
INSERT INTO "tags" VALUES('long','yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy','de6cddfadc444287996dc97cb8522ead');
INSERT INTO "tags" VALUES('empty','','de6cddfadc444287996dc97cb8522ead');
INSERT INTO "tags" VALUES('mlflow.user','ann','63a46e79aab94a128080e9e2e098304f');
INSERT INTO "tags" VALUES('long','yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy','63a46e79aab94a128080e9e2e098304f');
INSERT INTO "tags" VALUES('empty','','63a46e79aab94a128080e9e2e098304f');
CREATE TABLE trace_info (
	request_id VARCHAR(50) NOT NULL, 
	experiment_id INTEGER NOT NULL, 
	timestamp_ms BIGINT NOT NULL, 
	execution_time_ms BIGINT, 
	status VARCHAR(50) NOT NULL, 
	CONSTRAINT trace_info_pk PRIMARY KEY (request_id), 
	CONSTRAINT fk_trace_info_experiment_id FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id)
);
INSERT INTO "trace_info" VALUES('9c016288b8a94f5eb0af835a12330a72',1,1795233904676,224,'OK');
INSERT INTO "trace_info" VALUES('c50eab17d3504ac7b5e74dce5d47ea52',1,1795233904995,54,'OK');
INSERT INTO "trace_info" VALUES('f4e0533e251947478422fdce5ac3f653',1,1795233905125,40,'ERROR');
CREATE TABLE "trace_request_metadata" (
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(8000), 
	request_id VARCHAR(50) NOT NULL, 
	CONSTRAINT trace_request_metadata_pk PRIMARY KEY ("key", request_id), 
	CONSTRAINT fk_trace_request_metadata_request_id FOREIGN KEY(request_id) REFERENCES trace_info (request_id) ON DELETE CASCADE
);
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace_schema.version','2','9c016288b8a94f5eb0af835a12330a72');
INSERT INTO "trace_request_metadata" VALUES('mlflow.traceInputs','{"question": 0}','9c016288b8a94f5eb0af835a12330a72');
INSERT INTO "trace_request_metadata" VALUES('mlflow.traceOutputs','{"answer": 0}','9c016288b8a94f5eb0af835a12330a72');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace_schema.version','2','c50eab17d3504ac7b5e74dce5d47ea52');
INSERT INTO "trace_request_metadata" VALUES('mlflow.traceInputs','{"question": 1}','c50eab17d3504ac7b5e74dce5d47ea52');
INSERT INTO "trace_request_metadata" VALUES('mlflow.traceOutputs','{"answer": 1}','c50eab17d3504ac7b5e74dce5d47ea52');
INSERT INTO "trace_request_metadata" VALUES('mlflow.trace_schema.version','2','f4e0533e251947478422fdce5ac3f653');
INSERT INTO "trace_request_metadata" VALUES('mlflow.traceInputs','{"question": 2}','f4e0533e251947478422fdce5ac3f653');
INSERT INTO "trace_request_metadata" VALUES('mlflow.traceOutputs','{"answer": 2}','f4e0533e251947478422fdce5ac3f653');
CREATE TABLE "trace_tags" (
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(8000), 
	request_id VARCHAR(50) NOT NULL, 
	CONSTRAINT trace_tag_pk PRIMARY KEY ("key", request_id), 
	CONSTRAINT fk_trace_tags_request_id FOREIGN KEY(request_id) REFERENCES trace_info (request_id) ON DELETE CASCADE
);
INSERT INTO "trace_tags" VALUES('mlflow.source.name','train.py','9c016288b8a94f5eb0af835a12330a72');
INSERT INTO "trace_tags" VALUES('mlflow.source.type','LOCAL','9c016288b8a94f5eb0af835a12330a72');
INSERT INTO "trace_tags" VALUES('mlflow.traceName','request 0','9c016288b8a94f5eb0af835a12330a72');
INSERT INTO "trace_tags" VALUES('mlflow.artifactLocation','/srv/mlflow/mlruns/1/traces/9c016288b8a94f5eb0af835a12330a72/artifacts','9c016288b8a94f5eb0af835a12330a72');
INSERT INTO "trace_tags" VALUES('mlflow.traceSpans','[{"name": "request 0", "type": "UNKNOWN", "inputs": ["question"], "outputs": ["answer"]}, {"name": "model", "type": "LLM", "inputs": ["n"], "outputs": ["answer"]}]','9c016288b8a94f5eb0af835a12330a72');
INSERT INTO "trace_tags" VALUES('mlflow.source.name','train.py','c50eab17d3504ac7b5e74dce5d47ea52');
INSERT INTO "trace_tags" VALUES('mlflow.source.type','LOCAL','c50eab17d3504ac7b5e74dce5d47ea52');
INSERT INTO "trace_tags" VALUES('mlflow.traceName','request 1','c50eab17d3504ac7b5e74dce5d47ea52');
INSERT INTO "trace_tags" VALUES('mlflow.artifactLocation','/srv/mlflow/mlruns/1/traces/c50eab17d3504ac7b5e74dce5d47ea52/artifacts','c50eab17d3504ac7b5e74dce5d47ea52');
INSERT INTO "trace_tags" VALUES('mlflow.traceSpans','[{"name": "request 1", "type": "UNKNOWN", "inputs": ["question"], "outputs": ["answer"]}, {"name": "model", "type": "LLM", "inputs": ["n"], "outputs": ["answer"]}]','c50eab17d3504ac7b5e74dce5d47ea52');
INSERT INTO "trace_tags" VALUES('mlflow.source.name','train.py','f4e0533e251947478422fdce5ac3f653');
INSERT INTO "trace_tags" VALUES('mlflow.source.type','LOCAL','f4e0533e251947478422fdce5ac3f653');
INSERT INTO "trace_tags" VALUES('mlflow.traceName','request 2','f4e0533e251947478422fdce5ac3f653');
INSERT INTO "trace_tags" VALUES('mlflow.artifactLocation','/srv/mlflow/mlruns/1/traces/f4e0533e251947478422fdce5ac3f653/artifacts','f4e0533e251947478422fdce5ac3f653');
INSERT INTO "trace_tags" VALUES('mlflow.traceSpans','[{"name": "request 2", "type": "UNKNOWN", "inputs": ["question"], "outputs": ["answer"]}, {"name": "model", "type": "LLM", "inputs": ["n"], "outputs": ["answer"]}]','f4e0533e251947478422fdce5ac3f653');
INSERT INTO "trace_tags" VALUES('stars','0','9c016288b8a94f5eb0af835a12330a72');
INSERT INTO "trace_tags" VALUES('stars','1','c50eab17d3504ac7b5e74dce5d47ea52');
INSERT INTO "trace_tags" VALUES('stars','2','f4e0533e251947478422fdce5ac3f653');
CREATE INDEX index_metrics_run_uuid ON metrics (run_uuid);
CREATE INDEX index_latest_metrics_run_uuid ON latest_metrics (run_uuid);
CREATE INDEX index_tags_run_uuid ON tags (run_uuid);
CREATE INDEX index_datasets_dataset_uuid ON datasets (dataset_uuid);
CREATE INDEX index_datasets_experiment_id_dataset_source_type ON datasets (experiment_id, dataset_source_type);
CREATE INDEX index_inputs_input_uuid ON inputs (input_uuid);
CREATE INDEX index_inputs_destination_type_destination_id_source_type ON inputs (destination_type, destination_id, source_type);
CREATE INDEX index_params_run_uuid ON params (run_uuid);
CREATE INDEX index_trace_info_experiment_id_timestamp_ms ON trace_info (experiment_id, timestamp_ms);
CREATE INDEX index_trace_tags_request_id ON trace_tags (request_id);
CREATE INDEX index_trace_request_metadata_request_id ON trace_request_metadata (request_id);
COMMIT;
