"""`cairn db upgrade` leaves what MLflow's own `db upgrade` leaves: for databases that old releases wrote
(old_databases/), for every revision between them, and for values that are hard to read.
"""

import re
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import mlflow
import pytest
from alembic import command
from alembic.script import ScriptDirectory
from mlflow.store.db.utils import _get_alembic_config, _upgrade_db, create_sqlalchemy_engine

import servers

DUMPS = sorted((Path(__file__).parent / "old_databases").glob("mlflow-*.sql"))
MLFLOW_29 = "acf3f17fdcc7"

needs_cairn = pytest.mark.skipif(servers.AGAINST_MLFLOW, reason="what cairn does beyond MLflow")


def restore(release, folder):
    """The database that this release wrote, as folder/mlflow.db."""
    database = folder / "mlflow.db"
    with sqlite3.connect(database) as connection:
        connection.executescript((Path(__file__).parent / f"old_databases/mlflow-{release}.sql").read_text())
    connection.close()
    return database


def change(database, *statements):
    with sqlite3.connect(database) as connection:
        for statement, *rows in statements:
            connection.executemany(statement, rows or [()])
    connection.close()


def select(database, statement):
    with sqlite3.connect(database) as connection:
        rows = connection.execute(statement).fetchall()
    connection.close()
    return rows


def migrate(database, revision="head"):
    """MLflow's own way, as `mlflow db upgrade` goes it."""
    engine = create_sqlalchemy_engine(f"sqlite:///{database}")
    if revision == "head":
        _upgrade_db(engine)
    else:
        config = _get_alembic_config(str(engine.url))
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
    engine.dispose()


def cairn_command(database):
    return [servers.cairn_binary(), "db", "upgrade", f"sqlite:///{database}"]


def upgrade(database):
    """The way under test."""
    if servers.AGAINST_MLFLOW:
        return migrate(database)
    done = subprocess.run(cairn_command(database), capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


def refusal(database):
    done = subprocess.run(cairn_command(database), capture_output=True, text=True, timeout=60)
    assert done.returncode != 0, done.stdout
    return done.stderr


def definition(sql):
    """A statement without quotes and spaces; a table's definitions sorted, for MLflow writes them in any order."""
    text = re.sub(r'[\s"]+', "", sql)
    head, _, definitions = text.removesuffix(")").partition("(")
    return (head, sorted(re.split(r",(?![^()]*\))", definitions))) if text.startswith("CREATETABLE") else text


def contents(database):
    """What makes the database, and all its rows. A cancelled job was last updated at the time of the upgrade."""
    with sqlite3.connect(database) as connection:
        made = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        found = {(kind, name): definition(sql) for kind, name, sql in made}
        for table in [name for kind, name, _ in made if kind == "table"]:
            columns = [name for (name,) in connection.execute("SELECT name FROM pragma_table_xinfo(?)", (table,))]
            if table == "jobs":
                columns.remove("last_update_time")
            names = ", ".join(f'"{name}"' for name in columns)
            quoted = table.replace('"', '""')
            rows = connection.execute(f'SELECT {names} FROM "{quoted}"').fetchall()
            found[table] = [columns, *sorted(rows, key=repr)]
    connection.close()
    return found


def assert_same(database, expected):
    found = contents(database)
    assert found.keys() == expected.keys()
    for name in expected:
        assert found[name] == expected[name], name


def assert_upgrades_alike(database):
    reference = Path(shutil.copy(database, database.with_name("reference.db")))
    migrate(reference)
    upgrade(database)
    assert_same(database, contents(reference))


@pytest.mark.parametrize("release", [dump.stem.removeprefix("mlflow-") for dump in DUMPS])
def test_what_an_old_release_wrote(release, tmp_path):
    database = restore(release, tmp_path)
    before = database.read_bytes()
    (revision,) = select(database, "SELECT version_num FROM alembic_version")[0]

    assert_upgrades_alike(database)

    assert mlflow.MlflowClient(f"sqlite:///{database}").get_experiment_by_name("naïve – ünïcode ✓").tags["empty"] == ""
    if not servers.AGAINST_MLFLOW:
        assert (tmp_path / f"mlflow.db.before-{revision}").read_bytes() == before


@needs_cairn
def test_every_revision_since_mlflow_29(tmp_path):
    database = restore("2.9.2", tmp_path)
    script = ScriptDirectory.from_config(_get_alembic_config("sqlite://"))
    revisions = [step.revision for step in script.iterate_revisions("head", MLFLOW_29)]
    steps = []
    for revision in reversed(revisions):
        steps.append(Path(shutil.copy(database, tmp_path / f"before-{revision}.db")))
        migrate(database, revision)

    expected = contents(database)
    assert len(steps) > 40
    for step in steps:
        upgrade(step)
        assert_same(step, expected)


# What Python's json, float and Decimal make of these is not what most parsers make of them.
HARD_JSON = """
    0|-0|12|1.0|1.5|-3|1e3|1E+2|100e-2|1e400|1e-400|9223372036854775807|9223372036854775808|-9223372036854775808
    9007199254740993|123456789012345678.9|9.223372036854775e18|1e19|NaN|Infinity|-Infinity|true|false|null|01|1.|-|.5
    "12"|" 12 "|"1_000"|"_1"|"1__0"|"1.0"|"1e3"|"+5"|"nan"|"inf"|"0x10"|"\\u0031\\u0032"|"\\u00a07\\u2003"|""|".5"|"5."
    [1]|{"a": 1}|"yes"|" YES "|"\\u00a0no\\u3000"|"\\ud83d\\ude00"|yes|No|maybe|"a|{"a":}|[1,]|tru|1 2|"\\x"
    99999999999999999999
"""
HARD_VALUES = [value.strip() for value in re.split(r"[|\n]", HARD_JSON) if value.strip()]
HARD_NUMBERS = [None, 2.5, -3, 1e18, 1e19, 2.0**53, 123456789012345678.9, float("inf"), 9.2233720368547748e18]
HARD_DIMENSIONS = [
    "null",
    "{}",
    '{"mlflow.llm.model": null, "mlflow.llm.provider": "p"}',
    '{"mlflow.llm.model": "' + "é" * 501 + '"}',
    r'"{\"mlflow.llm.model\": \"twice\"}"',
    '{"mlflow.llm.model": 5, "mlflow.llm.model": "last"}',
]


def test_values_that_are_hard_to_read(tmp_path):
    database = restore("3.16.1", tmp_path)
    ids = [f"tr-{n}" for n in range(len(HARD_VALUES))]
    usage = [
        f'{{"input_tokens": 1, "input_tokens": {value}, "total_tokens":{value},"output_tokens" : "7"}}'
        for value in HARD_VALUES
    ]
    cost = [f'{{"input_cost": {value}, "output_cost": 0.5}}' for value in HARD_VALUES]
    metadata = "INSERT INTO trace_request_metadata (key, request_id, value) VALUES (?, ?, ?)"
    change(
        database,
        (
            "INSERT INTO trace_info (request_id, experiment_id, timestamp_ms, status) VALUES (?, 1, 5, 'OK')",
            *((trace,) for trace in ids),
        ),
        (metadata, *zip(["mlflow.trace.tokenUsage"] * len(ids), ids, usage, strict=True)),
        (metadata, *zip(["mlflow.trace.cost"] * len(ids), ids, cost, strict=True)),
        (metadata, *(("mlflow.trace.session", trace, "é☃" * n * 3) for n, trace in enumerate(ids))),
        (metadata, *(("mlflow.gateway.endpointId", trace, "e") for trace in ids[::2])),
        (
            "INSERT INTO trace_tags (key, request_id, value) VALUES ('mlflow.traceName', ?, ?)",
            *((trace, "é☃" * n * 40) for n, trace in enumerate(ids)),
        ),
        (
            "INSERT INTO trace_metrics (key, request_id, value) VALUES ('output_tokens', ?, ?)",
            *zip(ids, HARD_NUMBERS, strict=False),
        ),
        (
            "INSERT INTO assessments (assessment_id, trace_id, value, name, assessment_type, created_timestamp, "
            "last_updated_timestamp, source_type, valid) VALUES (?, ?, ?, 'n', 'feedback', 1, 2, 'HUMAN', 1)",
            *((f"a-{trace}", trace, value) for trace, value in zip(ids, HARD_VALUES, strict=True)),
        ),
        (
            "INSERT INTO spans (trace_id, span_id, experiment_id, status, start_time_unix_nano, content, "
            "dimension_attributes) VALUES (?, 's', 1, 'OK', 0, '{}', ?)",
            *((trace, HARD_DIMENSIONS[n % len(HARD_DIMENSIONS)]) for n, trace in enumerate(ids)),
        ),
        (
            "INSERT INTO span_metrics (key, trace_id, span_id, value) VALUES ('total_cost', ?, 's', ?)",
            *zip(ids, HARD_NUMBERS, strict=False),
        ),
    )

    assert_upgrades_alike(database)


def test_columns_that_mlflows_tool_filled_ahead(tmp_path):
    database = restore("3.16.1", tmp_path)
    change(
        database,
        *(
            (f"ALTER TABLE trace_info ADD COLUMN {column}",)
            for column in ("session_id VARCHAR(250)", "input_tokens BIGINT")
        ),
        *((f"ALTER TABLE spans ADD COLUMN {column}",) for column in ("total_cost FLOAT", "model_name VARCHAR(500)")),
        ("ALTER TABLE assessments ADD COLUMN is_numeric_value BOOLEAN DEFAULT 0",),
        ("UPDATE trace_info SET session_id = 'of a day before', input_tokens = 1",),
        ("UPDATE spans SET total_cost = 99, model_name = 'of a day before'",),
        ("UPDATE assessments SET is_numeric_value = NULL",),
    )

    reference = Path(shutil.copy(database, tmp_path / "reference.db"))
    migrate(reference)
    upgrade(database)

    # MLflow appends the columns in the order in which they came, so only what is in them can be compared.
    for table in ("trace_info", "spans", "assessments"):
        columns = select(database, f"SELECT group_concat(name) FROM pragma_table_xinfo('{table}')")[0][0]
        by_name = f"SELECT {columns} FROM {table} ORDER BY 1, 2, 3"
        assert select(database, by_name) == select(reference, by_name)


def test_what_is_not_mlflows_comes_along(tmp_path):
    database = restore("2.14.3", tmp_path)
    change(
        database,
        ("CREATE TABLE users (id INTEGER NOT NULL PRIMARY KEY, username VARCHAR(255), UNIQUE (username))",),
        ("INSERT INTO users (username) VALUES (?)", ("ann",), ("ben",)),
        ('CREATE TABLE "my ""notes""" (id INTEGER PRIMARY KEY AUTOINCREMENT, note TEXT, size AS (length(note)))',),
        ('INSERT INTO "my ""notes""" (note) VALUES (?)', ("a",), ("b",), ("c",)),
        ('DELETE FROM "my ""notes""" WHERE id = 3',),
        ("CREATE TABLE plain (a TEXT PRIMARY KEY, b BLOB) WITHOUT ROWID",),
        ("INSERT INTO plain VALUES (?, ?)", ("x", b"\0\xff"), ("y", None)),
        ("CREATE INDEX runs_by_user ON runs (user_id) WHERE user_id IS NOT NULL",),
        ("CREATE VIEW run_names AS SELECT run_uuid, name FROM runs",),
        ("CREATE TRIGGER no_notes AFTER INSERT ON runs BEGIN DELETE FROM plain; END",),
    )

    assert_upgrades_alike(database)

    assert select(database, 'SELECT id, note, size FROM "my ""notes"""') == [(1, "a", 1), (2, "b", 1)]
    assert select(database, "SELECT seq FROM sqlite_sequence") == [(3,)]
    assert len(select(database, "SELECT * FROM run_names")) == 5


@needs_cairn
def test_orphans_of_old_stay_and_are_told(tmp_path):
    database = restore("2.9.2", tmp_path)
    change(database, ("INSERT INTO params (key, value, run_uuid) VALUES ('lost', '1', 'no such run')",))

    told = subprocess.run(cairn_command(database), capture_output=True, text=True, timeout=60)

    assert "1 rows of 'params' refer to rows of 'runs' that do not exist, as before" in told.stdout + told.stderr
    assert ("lost", "1", "no such run") in select(database, "SELECT key, value, run_uuid FROM params")


# What must be mended first, and a part of what the user is told.
REFUSED = {
    "a newer MLflow": (("UPDATE alembic_version SET version_num = 'ffffffffffff'",), "use a newer cairn"),
    "an older MLflow": (("UPDATE alembic_version SET version_num = '97727af70f4d'",), "mlflow==2.22.4"),
    "two revisions": (("INSERT INTO alembic_version VALUES ('867495a8f9d4')",), "does not hold one row"),
    "a table is gone": (("DROP TABLE params",), "lacks the table 'params'"),
    "a column too many": (("ALTER TABLE runs ADD COLUMN mine TEXT",), "has a column 'mine'"),
    "an interrupted migration": (("CREATE TABLE _alembic_tmp_tags (key)",), "_alembic_tmp_tags"),
    "a span without a trace": (("DELETE FROM trace_info",), "belongs to the trace"),
    "an unknown dimension": (
        ("""UPDATE spans SET dimension_attributes = '{"mine": "1"}'""",),
        "a member 'mine' that MLflow 3.17 has no column for",
    ),
    "an index on a column that goes": (
        ("CREATE INDEX mine ON spans (dimension_attributes)",),
        "'mine' is not MLflow's",
    ),
}


@needs_cairn
@pytest.mark.parametrize(("harm", "told"), REFUSED.values(), ids=REFUSED.keys())
def test_refusals_leave_everything_as_it_is(harm, told, tmp_path):
    database = restore("3.16.1", tmp_path)
    change(database, harm)
    before = database.read_bytes()

    assert told in refusal(database)

    assert [path.name for path in tmp_path.iterdir()] == ["mlflow.db"]
    assert database.read_bytes() == before


@needs_cairn
def test_refuses_a_database_that_an_idle_server_has_open(tmp_path):
    database = restore("2.9.2", tmp_path)
    idle = (
        f"import sqlite3; connection = sqlite3.connect({str(database)!r});"
        "connection.execute('SELECT * FROM runs').fetchall(); print('ready', flush=True); input()"
    )
    with subprocess.Popen([sys.executable, "-c", idle], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"ready\n"
        told = refusal(database)
        holder.communicate(b"\n")
    assert f"in use by process {holder.pid}" in told
    upgrade(database)


@needs_cairn
def test_killed_at_any_moment(tmp_path):
    original = restore("3.16.1", tmp_path)
    change(
        original,
        (
            "INSERT INTO metrics (key, value, timestamp, run_uuid, step, is_nan) "
            "SELECT 'loss', 0.5, 7, (SELECT min(run_uuid) FROM runs), ?, 0",
            *((step,) for step in range(1000, 10_000)),
        ),
    )
    before = original.read_bytes()
    old_version = select(original, "SELECT version_num FROM alembic_version")
    reference = Path(shutil.copy(original, tmp_path / "reference.db"))
    started = time.monotonic()
    upgrade(reference)
    whole = time.monotonic() - started
    expected = contents(reference)

    for round_ in range(10):
        folder = tmp_path / str(round_)
        folder.mkdir()
        database = Path(shutil.copy(original, folder))
        process = subprocess.Popen(cairn_command(database), stdout=subprocess.DEVNULL)
        time.sleep(whole * round_ / 10)
        process.kill()
        process.wait()

        if select(database, "SELECT version_num FROM alembic_version") == old_version:
            assert database.read_bytes() == before
            upgrade(database)
        assert_same(database, expected)
        (kept,) = folder.glob("*.before-*")
        assert kept.read_bytes() == before
        assert sorted(folder.iterdir()) == sorted([database, kept])
