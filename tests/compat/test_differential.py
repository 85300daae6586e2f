"""The same requests to MLflow and to cairn: the answers must be the same, apart from what deliberate.py lists.

CAIRN_DIFF_CACHE=<folder> remembers MLflow's answers between runs. With CAIRN_DIFF_STORE=postgres cairn runs on PostgreSQL,
while MLflow answers on SQLite: differential/on_postgres.py lists what differs for that. Without it, a sample does.
"""

import os
from pathlib import Path

import pytest

import servers
from comparison import compare
from differential import SCENARIOS
from differential.deliberate import DELIBERATE
from differential.on_postgres import Excuses
from stages import FreshCairn, Remembered, RewoundMlflow

ON_POSTGRES = os.environ.get("CAIRN_DIFF_STORE") == "postgres"
# What is played on PostgreSQL too, where not everything is: some of every area.
SAMPLE = dict(list(SCENARIOS.items())[::6])


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
    elif ON_POSTGRES:
        stage = FreshCairn(request.getfixturevalue("postgres"))
    else:
        stage = FreshCairn()
    yield stage
    stage.close()


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS.keys())
def test_same_answers(scenario, reference, subject):
    same_answers(scenario, reference, subject, Excuses() if ON_POSTGRES else None)


@pytest.fixture(scope="module")
def on_postgres(postgres):
    return FreshCairn(postgres)


@pytest.mark.skipif(ON_POSTGRES or servers.AGAINST_MLFLOW, reason="all scenarios are played there, or none")
@pytest.mark.parametrize("scenario", SAMPLE.values(), ids=SAMPLE.keys())
def test_same_answers_from_postgresql(scenario, reference, on_postgres):
    same_answers(scenario, reference, on_postgres, Excuses())


def same_answers(scenario, reference, subject, excuses):
    reports = compare(
        scenario,
        reference.play(scenario),
        subject.play(scenario),
        same_program=servers.AGAINST_MLFLOW,
        excuses=excuses,
    )
    if reports:
        pytest.fail(f"{len(reports)} of {len(scenario.steps)} steps differ\n\n" + "\n\n".join(reports), pytrace=False)


def test_every_deliberate_difference_is_shown_by_a_step():
    shown = {step.deliberate for scenario in SCENARIOS.values() for step in scenario.steps if step.deliberate}
    assert shown == set(DELIBERATE)
