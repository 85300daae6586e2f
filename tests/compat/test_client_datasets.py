"""Datasets that go into runs, through mlflow.data."""

import json

import mlflow
import numpy as np
import pandas as pd
from mlflow.data.dataset_source_registry import resolve_dataset_source


def frame(rows=20):
    return pd.DataFrame({"x": np.arange(rows) * 0.5, "y": np.arange(rows), "label": ["a", "b"] * (rows // 2)})


def test_a_data_frame(experiment):
    dataset = mlflow.data.from_pandas(frame(), source="/data/train.csv", name="train", targets="label")
    with mlflow.start_run() as active:
        mlflow.log_input(dataset, context="training", tags={"version": "3"})

    [logged] = mlflow.get_run(active.info.run_id).inputs.dataset_inputs
    assert (logged.dataset.name, logged.dataset.digest) == ("train", dataset.digest)
    assert json.loads(logged.dataset.profile) == dataset.profile
    assert {column["name"] for column in json.loads(logged.dataset.schema)["mlflow_colspec"]} == {"x", "y", "label"}
    assert {tag.key: tag.value for tag in logged.tags} == {"mlflow.data.context": "training", "version": "3"}
    source = resolve_dataset_source("/data/train.csv")
    assert json.loads(logged.dataset.source) == json.loads(source.to_json())
    assert mlflow.data.get_source(logged.dataset).to_dict() == source.to_dict()


def test_an_array(experiment):
    dataset = mlflow.data.from_numpy(np.arange(12).reshape(3, 4), source="s3://bucket/a.npy", targets=np.arange(3))
    with mlflow.start_run() as active:
        mlflow.log_input(dataset)
    [logged] = mlflow.get_run(active.info.run_id).inputs.dataset_inputs
    assert logged.dataset.source_type == "s3"
    assert json.loads(logged.dataset.profile)["features_shape"] == [3, 4]


def test_several_datasets_in_several_runs(experiment):
    train = mlflow.data.from_pandas(frame(), source="/data/train.csv", name="train")
    test = mlflow.data.from_pandas(frame(10), source="/data/test.csv", name="test")
    for name in ("one", "two"):
        with mlflow.start_run(run_name=name):
            mlflow.log_input(train, context="training")
            if name == "two":
                mlflow.log_inputs([test], contexts=["eval"], tags_list=[{"k": "v"}])

    def found(filter_string):
        return sorted(mlflow.search_runs(filter_string=filter_string)["tags.mlflow.runName"])

    assert found("datasets.name = 'train'") == ["one", "two"]
    assert found("datasets.name = 'test' AND datasets.context = 'eval'") == ["two"]
    assert found(f"datasets.digest = '{train.digest}'") == ["one", "two"]
    runs = mlflow.search_runs(output_format="list", order_by=["attributes.run_name"])
    assert [[one.dataset.name for one in run.inputs.dataset_inputs] for run in runs[:1]] == [["train"]]
    assert {one.dataset.name for one in runs[1].inputs.dataset_inputs} == {"train", "test"}
