#!/usr/bin/env python3
"""Asks the real MLflow what it makes of filters, order_by lists and page tokens, for search_test to compare with.

    python tests/oracle/filters.py --size small src/search/testdata/filters.jsonl    # the committed file
    python tests/oracle/filters.py --size full --seed 7 /tmp/filters.jsonl           # a larger one, for
    CAIRN_FILTER_ORACLE=/tmp/filters.jsonl build/dev/search_test

Needs mlflow==3.17.2. Each line is one question and its answer:

    {"language": "runs", "filter": "metrics.a > 1", "clauses": [["metric", "a", ">", "double", "1.0"]]}
    {"language": "runs", "order_by": ["metrics.a DESC"], "orders": [["metric", "a", "DESC"]]}
    {"token": "eyJv...", "offset": "5"}

or, for an answer, "error" and "code" of an MlflowException, or "crash" and the name of any other exception, among which
count those that MLflow meets in the database and sends on as an INTERNAL_ERROR or a BAD_REQUEST full of SQL. Every
question is put to the store that the server calls, on an empty database, so that its own checks and the database's are
in the answer. Sets in error texts are sorted, since Python's order of them is random.
"""

import argparse
import ast
import base64
import json
import os
import random
import re
import tempfile
import warnings
from pathlib import Path

os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")

import sqlparse.lexer
from mlflow.entities import ViewType
from mlflow.exceptions import MlflowException
from mlflow.store.model_registry.sqlalchemy_store import SqlAlchemyStore as RegistryStore
from mlflow.store.tracking.sqlalchemy_store import SqlAlchemyStore as TrackingStore
from mlflow.utils import search_logged_model_utils
from mlflow.utils import search_utils as su

warnings.filterwarnings("ignore")


class Runs:
    name = "runs"
    keys = [
        "run_id", "run_name", "`run name`", "status", "user_id", "artifact_uri", "start_time", "end_time", "created",
        "lifecycle_stage", "metrics.loss", "metric.`a b`", "params.lr", "param.'x-y'", 'parameters."p/q"', "tags.team",
        "tag.`mlflow.source.name`", "attributes.run_id", "attr.status", "run.start_time", "dataset.name",
        "datasets.digest", "dataset.context", "dataset.size", "nothing.x", "`metrics`.a", "Metrics.a",
    ]  # fmt: skip

    def __init__(self, tracking, registry):
        self.store = tracking

    def search(self, filter_string=None, order_by=None):
        self.store._search_runs(["0"], filter_string, ViewType.ACTIVE_ONLY, 10, order_by, None)

    def clauses(self, filter_string):
        for clause in su.SearchUtils.parse_search_filter(filter_string):
            value = float(clause["value"]) if clause["type"] == "metric" else clause["value"]
            key = su.SearchUtils.translate_key_alias(clause["key"])
            yield clause["type"], key, clause["comparator"].upper(), value

    def orders(self, order_by):
        for text in order_by:
            entity, key, ascending = su.SearchUtils.parse_order_by_for_search_runs(text)
            yield entity, su.SearchUtils.translate_key_alias(key), ascending


class Experiments:
    name = "experiments"
    keys = [
        "name", "experiment_id", "creation_time", "last_update_time", "tags.team", "tag.`a b`", "attribute.name",
        "attributes.name", "lifecycle_stage", "metrics.a", "`name`", "`tags`.a",
    ]  # fmt: skip

    def __init__(self, tracking, registry):
        self.store = tracking

    def search(self, filter_string=None, order_by=None):
        self.store.search_experiments(filter_string=filter_string, order_by=order_by, max_results=10)

    def clauses(self, filter_string):
        for clause in su.SearchExperimentsUtils.parse_search_filter(filter_string):
            value = clause["value"]
            if clause["key"] == "experiment_id" and clause["type"] == "attribute":
                value = [int(v) for v in value] if isinstance(value, tuple) else int(value)
            yield clause["type"], clause["key"], clause["comparator"], value

    def orders(self, order_by):
        yield from map(su.SearchExperimentsUtils.parse_order_by_for_search_experiments, order_by)


class RegisteredModels:
    name = "registered_models"
    keys = ["name", "attribute.name", "tags.team", "tag.`a b`", "`name`", "creation_timestamp", "metrics.a"]

    def __init__(self, tracking, registry):
        self.store = registry

    def search(self, filter_string=None, order_by=None):
        self.store.search_registered_models(filter_string=filter_string, order_by=order_by, max_results=10)

    def clauses(self, filter_string):
        for clause in su.SearchModelUtils.parse_search_filter(filter_string):
            yield clause["type"], clause["key"], clause["comparator"], clause["value"]

    def orders(self, order_by):
        for text in order_by:
            key, ascending = su.SearchUtils.parse_order_by_for_search_registered_models(text)
            yield "attribute", {"timestamp": "last_updated_timestamp"}.get(key, key), ascending


class ModelVersions:
    name = "model_versions"
    keys = [
        "name", "run_id", "source_path", "version_number", "attribute.version_number", "tags.team", "tag.`a b`",
        "`run_id`", "source", "metrics.a",
    ]  # fmt: skip

    def __init__(self, tracking, registry):
        self.store = registry

    def search(self, filter_string=None, order_by=None):
        self.store.search_model_versions(filter_string=filter_string, order_by=order_by, max_results=10)

    def clauses(self, filter_string):
        for clause in su.SearchModelVersionUtils.parse_search_filter(filter_string):
            value = int(clause["value"]) if clause["key"] == "version_number" else clause["value"]
            yield clause["type"], clause["key"], clause["comparator"], value

    def orders(self, order_by):
        yield from map(su.SearchModelVersionUtils.parse_order_by_for_search_model_versions, order_by)


class LoggedModels:
    name = "logged_models"
    keys = [
        "name", "model_id", "status", "creation_timestamp", "creation_time", "last_updated_timestamp", "`model_type`",
        "attributes.name", "attribute.name", "metrics.acc", "metric.acc", "params.lr", "tags.team", "tags.`a b`",
        "nope",
    ]  # fmt: skip

    def __init__(self, tracking, registry):
        self.store = tracking

    def search(self, filter_string=None):
        self.store.search_logged_models(["0"], filter_string=filter_string)

    def clauses(self, filter_string):
        names = {"attributes": "attribute", "metrics": "metric", "params": "parameter", "tags": "tag"}
        for clause in search_logged_model_utils.parse_filter_string(filter_string):
            # A list of numbers is compared with text columns: what counts is their text.
            value = list(map(str, clause.value)) if isinstance(clause.value, tuple) else clause.value
            yield names[clause.entity.type.value], clause.entity.key, clause.op, value


LANGUAGES = (Runs, Experiments, RegisteredModels, ModelVersions, LoggedModels)


# ---- answers


def sort_sets(text):
    def sorted_set(match):
        try:
            members = ast.literal_eval(match.group())
        except (SyntaxError, ValueError):
            return match.group()
        return "{" + ", ".join(map(repr, sorted(members))) + "}" if isinstance(members, set) else match.group()

    return re.sub(r"\{'[^{}]*'\}", sorted_set, text)


def failure(error):
    mistake = isinstance(error, MlflowException) and error.error_code == "INVALID_PARAMETER_VALUE"
    if mistake or "duplicate fields" in str(error):
        return {"error": sort_sets(error.message), "code": error.error_code}
    return {"crash": type(error.__cause__ or error).__name__}


def typed(value):
    if value is None:
        return []
    if isinstance(value, (tuple, list)):
        return ["ints" if value and isinstance(value[0], int) else "texts", list(map(str, value))]
    return [{float: "double", int: "int", str: "text"}[type(value)], str(value)]


def ask_filter(language, text):
    question = {"language": language.name, "filter": text}
    try:
        language.search(filter_string=text)
        answer = {"clauses": [[*clause[:3], *typed(clause[3])] for clause in language.clauses(text)]}
    except Exception as error:
        answer = failure(error)
    return question | answer


def ask_order_by(language, texts):
    question = {"language": language.name, "order_by": texts}
    try:
        language.search(order_by=texts)
        orders = language.orders(texts)
        answer = {"orders": [[entity, key, "ASC" if ascending else "DESC"] for entity, key, ascending in orders]}
    except Exception as error:
        answer = failure(error)
    return question | answer


def ask_token(token):
    try:
        answer = {"offset": str(su.SearchUtils.parse_start_offset_from_page_token(token))}
    except Exception as error:
        answer = failure(error)
    return {"token": token} | answer


# ---- questions

OPERATORS = [
    "=", "!=", "<", "<=", ">", ">=", "==", "<>", "~", "like", "LIKE", "ILIKE", "iLike", "NOT LIKE", "RLIKE", "IN", "in",
    "NOT IN", "not  in", "IS", "IS NOT", "BETWEEN",
]  # fmt: skip

VALUES = [
    "'x'", '"x"', "`x`", "x", "''", "'it''s'", r"'it\'s'", "'a' b", "1", "-3", "1.5", ".5", "1.", "1e0", "1E-5",
    "0x1F", "+1", "1_000", "12a", "99999999999999999999", "1e400", "NULL", "null", "NOT NULL", "('a')", "('a', 'b')",
    "('1', '2')", "(1, 2)", "()", "(a)", "('a' 'b')", "true", "tags.x", "'2'",
]  # fmt: skip

SHAPES = [
    "", " ", "\n", "AND", "and and", ";", "metrics.a > 1;", "metrics.a > 1; metrics.b > 2", "metrics.a > 1;\n", "'",
    "metrics.a", "metrics.a >", "> 1", "metrics.a 1", "metrics.a > > 1", "metrics.a = 1 = 2", "a.b.c = 'x'",
    "metrics.a > 1 AND", "AND metrics.a > 1", "metrics.a > 1 AND AND metrics.b > 2", "metrics.a > 1 metrics.b > 2",
    "metrics.a > 1 OR metrics.b > 2", "NOT metrics.a > 1", "(metrics.a > 1)", "(metrics.a > 1) AND (metrics.b > 2)",
    "metrics.a > 1 and metrics.b < 2 And params.c = 'd'", "metrics.a>1AND metrics.b>2", "metrics.a>1 AND\tmetrics.b>2",
    "metrics.a > 1, metrics.b > 2", "metrics.a > 1 && metrics.b > 2", "metrics.a > 1 & params.b = 'x'",
    "WHERE metrics.a > 1", "SELECT * FROM runs", "metrics.a > 1 ORDER BY metrics.a DESC", "metrics.a > 1 LIMIT 5",
    "metrics.a > 1 -- why", "metrics.a > 1 -- why\nAND metrics.b > 2", "/* c */ metrics.a > 1",
    "metrics.a > 1 /* c */ AND metrics.b > 2", "metrics.a > 1 # why", "metrics.a /* c */ > 1",
    "params.learning-rate = '0.1'", "params.learning_rate = '0.1'", "params.a/b = 'x'", "params.a b = 'x'",
    "params.`a``b` = 'x'", "params.\"a\"\"b\" = 'x'", "tags.mlflow.user = 'x'", "tags.a[0] = 'x'", "tags.[a b] = 'x'",
    "tags.a::int = 'x'", "tags.a AS b = 'x'", "tags.a->'b' = 'x'", "tags. a = 'x'", "tags .a = 'x'", "tags.* = 'x'",
    "tags.1a = 'x'", "tags._a = 'x'", "tags.a = 'x' b", "tags.a = b 'x'", "tags.a = upper('x')", "upper(tags.a) = 'x'",
    "tags.a = 'x' + 'y'", "metrics.a + 1 > 2", "metrics.a - 1 > 2", "metrics.a-1 > 2", "metrics.a > 1 + 2",
    "metrics.a > -1", "metrics.a > - 1", "metrics.a > --1", "1 < metrics.a", "'x' = tags.a", "tags.a = tags.b",
    "tags.a = 'x", "tags.a = \"x", "tags.`a = 'x'", "tags.a = x'", "tags.a = ''x''", "tags.a = \"it's\"",
    "tags.a = 'a\nb'", "tags.a = 'C:\\'", "tags.a = 'C:\\' AND tags.b = 'x'", "tags.a = 'é'", "tags.é = 'x'",
    "tags.größe = 'x'", "tags.模型 = 'x'", "模型.a = 'x'", "tags.a = “x”", "tags.a\u00a0=\u00a0'x'", "tags.´a´ = 'x'",
    "tags.a = date '2020'", "tags.a = ?", "tags.a = :b", "tags.a = %s", "tags.a = $b", "tags.a = @b", "tags.a = {b}",
    "tags.a := 'x'", "tags.a = NULL", "tags.a IS NULL AND tags.b IS NOT NULL", "tags.a is null", "tags.a IS  NULL",
    "tags.a IS NOT  NULL", "tags.a is not null", "tags.a NOT NULL", "tags.a IS TRUE", "'a' IS NULL", "tags.a IS 'x'",
    "name IS NULL", "run_id IS NULL", "metrics.a IS NULL", "params.a IS NOT NULL", "dataset.name IS NULL",
    "run_id IN ('a', \"b\")", "run_id IN('a')", "run_id in ('a')", "run_id NOT IN ('a','b')", "run_id not in ('a')",
    "run_id IN ('a',)", "run_id IN ('a',,)", "run_id IN (('a','b'))", "run_id IN ('a', ('b', 'c'))", "run_id IN 'a'",
    "run_id IN ('a', 1)", "run_id IN (1)", "run_id IN (1.50, -2)", "run_id IN (\"it's\")", r"run_id IN ('a\x41\n')",
    "run_id IN ('a\nb')", r"run_id IN ('\u00e9\101\q')", "run_id IN ('it''s')", "run_id IN (r'a\\b', u'c')",
    "run_id IN ('a') AND run_id NOT IN ('b') AND metrics.c > 1", "run_id IN ('a') OR run_id IN ('b')",
    "run_id = ('a')", "run_id LIKE ('a', 'b')", "run_id IN ('a') b", "run_id IN ['a']", "run_id IN ((('a')))",
    "status IN ('RUNNING')", "dataset.name IN ('a', 'b')", "dataset.name = ('a')", "metrics.a IN (1, 2)",
    "experiment_id IN ('1', '2')", "experiment_id NOT IN ('1')", "experiment_id in ('1')", "experiment_id = ('1','2')",
    "experiment_id IN ('1', 'x')", "experiment_id IN (1)", "experiment_id = ' 12 '", "experiment_id = '1_000'",
    "experiment_id = '99999999999999999999'", "name IN ('a', 'b')", "name NOT IN ('a')", "version_number IN ('1')",
    "version_number = '2'", "version_number = '2.0'", "version_number > 2.0", "version_number = 'x'", "name = 5",
    "start_time > 1.5 AND end_time < 99999999999999999999999", "created > 5", "Created > 5", "`Run Name` = 'x'",
    "attribute.`run name` LIKE '%x%'", "attributes.'run name' = 'x'", "attribute.`start_time` > 1", "timestamp > 1",
    "source = 'x'", "tags.source = 'x'", "tags.order = 'x'", "tags.like = 'x'", "tags.like like 'x'", "text = 'x'",
    "in.a = 'x'", "like.a = 'x'", "name like 'x'", "name LIKE 'x'", "name ilike 'x'", "metrics.a LIKE 'x'",
    "name = 'a' AND tags.x LIKE '%y' AND nope = 'z'", "name < 'a' AND nope = 'z'", "((((name))))", "name = ((1)",
    "name = 'x')", "(name = 'x'", "[name] = 'x'", "name['a'] = 'x'", "a, b", "a,, b", "a AS b", "a b c d e f",
]  # fmt: skip

ORDER_BYS = [
    [""], [" "], [";"], ["metrics.a"], ["metrics.a ASC"], ["metrics.a desc"], ["metrics.a  DESC"], [" metrics.a"],
    ["metrics.a "], ["metrics.a DESC "], ["metrics.a foo"], ["metrics.a foo bar"], ["metrics.a DESC NULLS LAST"],
    ["metrics.a, metrics.b"], ["metrics.a; metrics.b"], ["metrics.`a b` DESC"], ["metrics.`a b`"], ["`metrics`.a DESC"],
    ["metrics.'a b' DESC"], ['metrics."a b" DESC'], ["'metrics.a' DESC"], ['"metrics.a" DESC'], ["`metrics.a` DESC"],
    ["`metrics.a`"], ["metrics.`it's` DESC"], ["metrics.`it's`"], ["metrics.`a\\` DESC"], ["metrics.a-b DESC"],
    ["params.lr"], ["parameters.lr desc"], ["tag.x DESC"], ["tags.`mlflow.runName` ASC"], ["dataset.name"],
    ["dataset.size"], ["nothing.a"], ["Metrics.a"], ["run_id"], ["run_name"], ["`run name`"], ["status DESC"],
    ["start_time"], ["created DESC"], ["Created"], ["end_time"], ["artifact_uri"], ["user_id"], ["lifecycle_stage"],
    ["attribute.start_time DESC"], ["attributes.status"], ["attr.run_id"], ["run.status"], ["timestamp"],
    ["timestamp DESC"], ["timestamp  asc"], ["timestamp asc "], ["TIMESTAMP"], ["timestamp x"], ["name"], ["name DESC"],
    ["experiment_id"], ["creation_time DESC", "experiment_id ASC"], ["last_update_time"], ["tags.a"], ["tags.name"],
    ["attribute.name"], ["creation_timestamp"], ["last_updated_timestamp DESC"], ["version_number"], ["version"],
    ["timestamp", "last_updated_timestamp"], ["name", "name DESC"], ["metrics.a", "metrics.a DESC"], ["source"],
    ["start_time", "created"], ["metrics.a", "params.a"], ["metrics.a = 1"], ["(metrics.a)"], ["1"], ["1 DESC"],
    ["DESC"], ["metrics.a::int DESC"], ["metrics.a[0] DESC"], ["metrics.a AS b"], ["metrics.a -- c"], ["upper(name)"],
    ["metrics.größe DESC"], ["metrics.模型"], ["metrics.a\tDESC"], ["metrics.a\nDESC"], ["metrics.a\u00a0DESC"],
    ["\"a b\" DESC"], ["name \"DESC\""], ["name 'DESC'"], ["name `DESC`"], ["name.desc"], ["metrics."],
    ["metrics. DESC"],
]  # fmt: skip

JSON_TOKENS = [
    '{"offset": 5}', '{"offset":5}', '{"offset": 0}', "{}", '{"offset": "7"}', '{"offset": "x"}', '{"offset": null}',
    '{"offset": 2.5}', '{"offset": true}', '{"offset": -3}', '{"offset": [1]}', '{"offset": {"a": 1}}', "[1, 2]", "5",
    '{"offset": ""}', '{"offset": false, "a": [1.0, null, "it\'s", {}]}', '{"offset": 1e400}', '{"offset": NaN}',
    '{"offset": 99999999999999999999}', '{"offset": 5', "{'offset': 5}", '{"a": "\\u00e9\\ud83d\\ude00\\n", "b": "é"}',
    '{"offset": " 1_000 "}', '{"offset": 0.0}', '{"offset": -0}', '{"offset": 01}', ' {"offset": 5} ', '{"offset": 5}x',
    '{"offset": 0, "x": 1e16, "y": 0.00001, "z": 123456789.125}', '"offset"', "null", "",
]  # fmt: skip

RAW_TOKENS = ["", "abc", "a", "====", "not base64!", "e30", "e30=", "e3 0=", "//8=", "eyJvZmZzZXQiOiA1fQ==extra", "é"]


def systematic(language):
    for key in language.keys:
        for operator in OPERATORS:
            for value in VALUES:
                yield f"{key} {operator} {value}"


def words():
    lexer = sqlparse.lexer.Lexer.get_default_instance()
    return sorted({word for table in lexer._keywords for word in table})


PIECES = (
    [k for language in LANGUAGES for k in language.keys]
    + OPERATORS + VALUES
    + ["AND", "and", "OR", "(", ")", "[", "]", ",", ";", ".", "::", "--", "/*", "*/", "*", "+", "->", "AS", "DESC", "`",
       "'", '"', "\\", "#", "@", "$", "%", "?", ":", ":=", "WHERE", "LIMIT", "a", "b", "\n", "\t", "é", "0", "-"]
)  # fmt: skip


def random_filter(rng, language):
    def clause():
        return f"{rng.choice(language.keys)} {rng.choice(OPERATORS)} {rng.choice(VALUES)}"

    kind = rng.random()
    if kind < 0.4:
        return rng.choice([" AND ", " and ", "  AND\n"]).join(clause() for _ in range(rng.randint(1, 4)))
    if kind < 0.7:
        text = list(" AND ".join(clause() for _ in range(rng.randint(1, 2))))
        for _ in range(rng.randint(1, 3)):
            at = rng.randrange(len(text) + 1)
            text[at : at + rng.randint(0, 2)] = rng.choice(PIECES + ["", " "])
        return "".join(text)
    return rng.choice([" ", ""]).join(rng.choice(PIECES) for _ in range(rng.randint(1, 9)))


def random_order_by(rng, language):
    def text():
        direction = rng.choice(["", " ASC", " DESC", " desc", " NULLS LAST", " DESC NULLS LAST", " x", "  Asc "])
        column = rng.choice(language.keys) if rng.random() < 0.7 else rng.choice(PIECES)
        return column + direction + (rng.choice(PIECES) if rng.random() < 0.2 else "")

    return [text() for _ in range(rng.randint(1, 3))]


def questions(args):
    rng = random.Random(args.seed)
    small = args.size == "small"
    with tempfile.TemporaryDirectory() as folder:
        uri = f"sqlite:///{folder}/mlflow.db"
        stores = TrackingStore(uri, f"{folder}/artifacts"), RegistryStore(uri)
        for token in RAW_TOKENS + [base64.b64encode(text.encode()).decode() for text in JSON_TOKENS]:
            yield ask_token(token)
        for language in (make(*stores) for make in LANGUAGES):
            filters = list(systematic(language))
            if small:
                filters = rng.sample(filters, 200)
            else:
                filters += [f"tags.{word} = 'x'" for word in words()]
                filters += [f"{word} = 'x'" for word in words()] + [f"name = {word}" for word in words()]
            filters += SHAPES if not small or language.name in ("runs", "experiments") else rng.sample(SHAPES, 60)
            filters += [random_filter(rng, language) for _ in range(100 if small else args.random)]
            for text in dict.fromkeys(filters):
                yield ask_filter(language, text)
            if language.name == "logged_models":  # orders by dictionaries, which are no text to parse
                continue
            order_bys = ORDER_BYS + [random_order_by(rng, language) for _ in range(40 if small else args.random // 5)]
            for texts in order_bys:
                yield ask_order_by(language, texts)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", choices=["small", "full"], default="full")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--random", type=int, default=5000, help="random filters of each language in a full file")
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    with args.out.open("w") as out:
        for answer in questions(args):
            out.write(json.dumps(answer, ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
