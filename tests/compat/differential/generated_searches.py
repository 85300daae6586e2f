"""Filters and orders put together at random, the same ones every time: what nobody would think of writing down."""

import random

from conversation import scenario
from differential.search_runs import ZOO, search

SIDES = (
    "metrics.loss metrics.acc metrics.`a/b` metrics.\"a/b\" metrics.'a/b' metrics. metrics.5 metrics.max metrics.a/b "
    "params.lr params.kind params.lr.x params.select param.x tags.team tags.x tag.`a.b` tags.`x`.y tags.order tags.é "
    "tags status attr.status start_time end_time created run_name user_id run_id artifact_uri dataset.name "
    "nope.x name source key"
).split() + ["`run name`", "metrics.`a b`", "params.'with space'"]
COMPARISONS = "= != > < >= <= == <> ~ LIKE ILIKE like Ilike IN in IS".split() + ["NOT IN", "NOT LIKE", "not  in"]
VALUES = (
    "'red' \"red\" 'r%' '%' '' 'it''s' 'FINISHED' '10' ('a','b') ('a',) () (1,2) 0 0.5 -1 .5 5. 1e3 -2.5 1_0 0x1F -inf "
    "NaN NULL TRUE abc `x`"
).split() + ["('$ant', '$bee')", "'a AND b'", "( 'x' , 'y' )"]
JOINTS = [" AND "] * 12 + [" and ", "\nAND\t", " OR ", ", ", " ", " AND AND ", "; "]
SENSIBLE = (
    ["metrics.loss > 0.3", "metrics.acc <= 1", "metrics.loss != 0.5", "start_time >= 20", "end_time < 100"]
    + ["params.lr = '0.1'", "params.kind ILIKE 'A%'", "tags.team LIKE 'r%'", "tags.x != '1'", "tags.empty = ''"]
    + ["tags.team IS NULL", "params.lr is not null", "status = 'RUNNING'", "run_name LIKE '%a%'", "user_id = ''"]
)
KEYS = (
    "metrics.loss metrics.acc metrics.nope params.lr params.kind tags.team tags.nope status attributes.status "
    'start_time end_time run_name user_id created nope key name params metrics.`a/b` "start_time" start_time.x'
).split() + ["metrics.`a b`", "metrics. loss", "`run name`"]
DIRECTIONS = ["", "", " ASC", " DESC", " desc", "  DESC", " ASC ", " UP", ";", ", x"]


def clause(chance):
    if chance.random() < 0.5:
        return chance.choice(SENSIBLE)
    side = chance.choice(SIDES)
    if chance.random() < 0.1:
        return side + chance.choice([" IS NULL", " IS NOT NULL", " is  null", ""])
    space = chance.choice(["", " ", " ", " ", "  "])
    text = side + space + chance.choice(COMPARISONS) + space + chance.choice(VALUES)
    return f"({text})" if chance.random() < 0.05 else text


def filter_text(chance):
    text = clause(chance)
    for _ in range(chance.choice([0, 0, 0, 1, 1, 2])):
        text += chance.choice(JOINTS) + clause(chance)
    return text


def order(chance):
    keys = chance.sample(KEYS, chance.choice([1, 1, 2, 3]))
    return [key + chance.choice(DIRECTIONS) for key in keys]


def searches(seed):
    chance = random.Random(seed)
    filters = [search(filter_text(chance)) for _ in range(60)]
    return filters + [search(order_by=order(chance)) for _ in range(15)]


SCENARIOS = [scenario(f"seed {seed}", ZOO, searches(seed)) for seed in range(1, 6)]
