"""Training with autologging: what a user gets without writing a line for it."""

import mlflow
import numpy as np
import pytest
import xgboost
from sklearn.datasets import load_iris
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV


@pytest.fixture
def iris():
    return load_iris(return_X_y=True, as_frame=True)


@pytest.fixture
def autolog():
    """Switches autologging of a library on, for one test, without models."""
    libraries = []

    def switch_on(library, **options):
        libraries.append(library)
        library.autolog(log_models=False, silent=True, **options)

    yield switch_on
    for library in libraries:
        library.autolog(disable=True, silent=True)


def artifacts_of(server, run):
    root = server.artifacts / run.info.experiment_id / run.info.run_id / "artifacts"
    return {path.name for path in root.rglob("*") if path.is_file()}


def test_scikit_learn(server, experiment, autolog, iris):
    autolog(mlflow.sklearn)
    with mlflow.start_run() as active:
        RandomForestClassifier(n_estimators=5, max_depth=2, random_state=0).fit(*iris)
    run = mlflow.get_run(active.info.run_id)
    assert run.data.params["n_estimators"] == "5"
    assert run.data.params["max_depth"] == "2"
    assert 0.8 < run.data.metrics["training_accuracy_score"] <= 1
    assert run.data.tags["estimator_name"] == "RandomForestClassifier"
    assert {"estimator.html", "training_confusion_matrix.png"} <= artifacts_of(server, run)
    [dataset] = run.inputs.dataset_inputs
    assert {tag.key: tag.value for tag in dataset.tags} == {"mlflow.data.context": "train"}


def test_scikit_learn_without_a_run_of_ones_own(experiment, autolog, iris):
    autolog(mlflow.sklearn)
    model = LogisticRegression(max_iter=200).fit(*iris)
    model.score(*iris)
    [run] = mlflow.search_runs(output_format="list")
    assert run.info.status == "FINISHED"
    assert run.data.params["max_iter"] == "200"
    assert "LogisticRegression_score_unknown_dataset" in run.data.metrics


def test_a_grid_search_makes_child_runs(experiment, autolog, iris):
    autolog(mlflow.sklearn, max_tuning_runs=4)
    with mlflow.start_run() as parent:
        GridSearchCV(LogisticRegression(max_iter=500), {"C": [0.1, 1.0, 10.0]}, cv=2).fit(*iris)
    children = mlflow.search_runs(filter_string=f"tags.mlflow.parentRunId = '{parent.info.run_id}'")
    assert sorted(children["params.C"]) == ["0.1", "1.0", "10.0"]
    assert children["metrics.mean_test_score"].between(0.5, 1).all()
    assert "best_C" in mlflow.get_run(parent.info.run_id).data.params


def test_xgboost(server, experiment, autolog):
    autolog(mlflow.xgboost)
    generator = np.random.default_rng(0)
    features = generator.normal(size=(200, 4))
    data = xgboost.DMatrix(features, label=features[:, 0] > 0, feature_names=["a", "b", "c", "d"])
    with mlflow.start_run() as active:
        xgboost.train(
            {"max_depth": 3, "eta": 0.3, "objective": "binary:logistic", "nthread": 1},
            data,
            num_boost_round=12,
            evals=[(data, "train")],
            verbose_eval=False,
        )
    run = mlflow.get_run(active.info.run_id)
    assert run.data.params["num_boost_round"] == "12"
    assert run.data.params["eta"] == "0.3"
    history = mlflow.MlflowClient().get_metric_history(run.info.run_id, "train-logloss")
    assert [point.step for point in history] == list(range(12))
    assert history[-1].value < history[0].value
    assert {"feature_importance_weight.json"} <= artifacts_of(server, run)


def test_xgboost_in_scikit_learn_clothes(experiment, autolog, iris):
    autolog(mlflow.xgboost)
    with mlflow.start_run() as active:
        xgboost.XGBClassifier(n_estimators=4, max_depth=2, n_jobs=1).fit(*iris)
    run = mlflow.get_run(active.info.run_id)
    assert run.data.params["num_boost_round"] == "4"
    assert run.info.status == "FINISHED"
