"""The same requests to MLflow and to cairn: the answers must be the same, apart from what deliberate.py lists.

CAIRN_DIFF_CACHE=<folder> remembers MLflow's answers between runs. With CAIRN_DIFF_STORE=postgres cairn runs on PostgreSQL,
where scenarios with texts longer than MLflow's columns differ: MLflow answers on SQLite, which takes any.
"""

import os
from pathlib import Path

import pytest

import servers
from comparison import compare
from differential import SCENARIOS
from differential.deliberate import DELIBERATE
from stages import FreshCairn, Remembered, RewoundMlflow


@pytest.fixture(scope="module")
def reference():
    folder = os.environ.get("CAIRN_DIFF_CACHE")
    stage = Remembered(RewoundMlflow(), Path(folder) if folder else None)
    yield stage
    stage.close()


@pytest.fixture(scope="module")
def subject(request):
    if servers.AGAINST_MLFLOW:
        stage = RewoundMlflow()
    elif os.environ.get("CAIRN_DIFF_STORE") == "postgres":
        stage = FreshCairn(request.getfixturevalue("postgres"))
    else:
        stage = FreshCairn()
    yield stage
    stage.close()


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS.keys())
def test_same_answers(scenario, reference, subject):
    reports = compare(
        scenario,
        reference.play(scenario),
        subject.play(scenario),
        same_program=servers.AGAINST_MLFLOW,
    )
    if reports:
        pytest.fail(f"{len(reports)} of {len(scenario.steps)} steps differ\n\n" + "\n\n".join(reports), pytrace=False)


def test_every_deliberate_difference_is_shown_by_a_step():
    shown = {step.deliberate for scenario in SCENARIOS.values() for step in scenario.steps if step.deliberate}
    assert shown == set(DELIBERATE)
