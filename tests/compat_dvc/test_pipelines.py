"""Data commands over the outputs of pipelines, which the real dvc ran: what dvc.yaml and dvc.lock say of them."""

import shutil

import pytest

PIPELINE = """\
stages:
  prepare:
    cmd: cp raw.txt clean && mkdir -p parts/sub && echo 1 > parts/a && echo 2 > parts/sub/b && echo '{"m":1}' > m.json && echo x > loose && echo 1 > curve.csv
    deps: [raw.txt]
    params: [lr, deep.b, more.json: ]
    outs:
    - clean
    - parts
    - loose: {cache: false}
    metrics:
    - m.json: {cache: false}
    plots:
    - curve.csv: {x: step}
  train:
    cmd: cat clean > model
    deps: [clean]
    outs: [model: {desc: a model, push: false}]
  sub:
    wdir: sub
    cmd: cp ../clean out
    deps: [../clean]
    outs: [out]
"""


@pytest.fixture
def pipeline(pair):
    pair.write("params.yaml", "lr: 0.1\nn: 3\ndeep: {a: 1, b: [1, 2]}\n")
    pair.write("more.json", '{"x": 1}')
    pair.write("raw.txt", "raw\n")
    pair.run("add", "raw.txt")
    pair.mkdir("sub")
    pair.write("dvc.yaml", PIPELINE)
    pair.run("remote", "add", "-d", "here", "../remote")
    return pair


def reproduce(pair):
    """With the real dvc, in both."""
    for repository in pair.both:
        assert repository.run("repro", program=pair.dvc.program).status == 0


@pytest.fixture
def ran(pipeline):
    reproduce(pipeline)
    pipeline.git("add", ".")
    pipeline.git("commit", "-q", "-m", "first")
    return pipeline


def test_status_before_the_first_run(pipeline):
    pipeline.run("status")
    pipeline.run("status", "--json")


def test_status(ran):
    ran.run("status")
    ran.write("raw.txt", "other\n")
    ran.write("params.yaml", "lr: 0.2\ndeep: {a: 1, b: [1, 3]}\n")
    ran.write("more.json", '{"y": 1}')
    ran.write("parts/a", "changed")
    ran.remove("clean")
    ran.write("dvc.yaml", PIPELINE.replace("cat clean", "cat  clean"))
    for arguments in ((), ("--json",), ("prepare",), ("parts",), ("train",), ("dvc.yaml",), ("dvc.yaml:train",), ("raw.txt",)):
        ran.run("status", *arguments)
    ran.run("status", "nothing", status=1)
    ran.run("status", "dvc.yaml:nothing", status=1)
    ran.run("status", cwd="sub")
    theirs, ours = (repository.run("status", "-d", "train").out for repository in ran.both)
    assert sorted(ours.splitlines()) == sorted(theirs.splitlines())
    ran.remove("params.yaml")
    ran.run("status")


def test_status_of_frozen_and_callback_stages(pipeline):
    pipeline.write("dvc.yaml", "stages:\n  a: {cmd: echo a, outs: [], frozen: true}\n  b: {cmd: echo}\n")
    pipeline.run("status")
    pipeline.run("status", "--json")


def test_data_status_and_diff(ran):
    ran.run("data", "status")
    ran.run("diff")
    ran.write("parts/a", "changed")
    ran.remove("clean")
    ran.run("data", "status")
    ran.run("data", "status", "--granular")
    ran.run("diff")
    ran.run("diff", "--json")
    ran.write("raw.txt", "other\n")
    reproduce(ran)
    ran.git("commit", "-q", "-a", "-m", "second")
    ran.run("diff", "HEAD~1", "HEAD")
    ran.run("diff", "HEAD~1", "--json")


def test_push_pull_checkout(ran):
    ran.run("push")
    assert ran.cairn.objects("../remote/files/md5") == ran.dvc.objects("../remote/files/md5")
    ran.run("status", "-c", stdout=False)
    for repository in ran.both:
        shutil.rmtree(repository.root / ".dvc/cache")
        shutil.rmtree(repository.root.parent / "site", ignore_errors=True)
        for path in ("clean", "curve.csv", "raw.txt", "sub/out"):
            (repository.root / path).unlink()
        shutil.rmtree(repository.root / "parts")
    ran.run("pull", "prepare")
    ran.run("pull", "sub/dvc.yaml", status=1, stderr=False)
    ran.run("fetch", "sub")
    ran.run("checkout", "sub/out")
    ran.remove("parts")
    ran.run("checkout", "prepare")
    ran.run("checkout", "nothing", status=255)
    ran.run("pull", "--allow-missing", "raw.txt")


def test_with_dependencies(ran):
    ran.run("push", "-d", "train")
    assert ran.cairn.objects("../remote/files/md5") == ran.dvc.objects("../remote/files/md5")


def test_gc_keeps_the_outputs(ran):
    ran.write("raw.txt", "other\n")
    reproduce(ran)
    ran.run("gc", "-w", "-f", "--dry", stdout=False)
    ran.run("gc", "-A", "-f")
    assert ran.cairn.objects() == ran.dvc.objects()
    ran.run("gc", "-w", "-f")
    assert ran.cairn.objects() == ran.dvc.objects()
    ran.run("status")


def test_list(ran):
    ran.run("list", ".", "-R", "--json")
    ran.run("list", ".", "--dvc-only")


def test_freeze(ran):
    ran.write("dvc.yaml", "# ours\n" + PIPELINE.replace("  train:", "  # the slow one\n  train:  # keep"))
    ran.run("freeze", "train", "dvc.yaml:sub")
    ran.run("freeze", "train")
    ran.run("status")
    ran.run("unfreeze", "train")
    ran.run("freeze", "nothing", status=1)
    ran.run("freeze", "dvc.yaml", status=1)
    ran.run("freeze", "../dvc.yaml:train", cwd="sub")


def commit(pair, *arguments, status=0):
    """The lock's bytes, the cache and the run cache are compared."""
    pair.run("commit", *arguments, status=status, stdin="n\n")


def test_commit(ran):
    ran.write("raw.txt", "other\n")
    ran.write("clean", "edited")
    ran.write("parts/new", "new")
    ran.write("m.json", "{}")
    ran.write("params.yaml", "lr: 1e-3\ndeep: {a: 1, b: [1, 'x']}\n")
    commit(ran, "train", status=1)
    commit(ran, "-f")
    commit(ran)
    clean = ran.cairn.run("status", program=ran.dvc.program)
    assert clean.out == "Data and pipelines are up to date.\n"
    ran.write("model", "made by hand")
    commit(ran, "-f", "train")
    ran.remove("dvc.lock")
    commit(ran, "-f", "sub")
    commit(ran, "-f", "train")
    ran.write("params.yaml", "other: 1\n")
    ran.run("commit", "-f", "prepare", status=1, files=False, stderr=False)  # names what is missing in any order


def test_remove(ran):
    ran.run("remove", "train")
    ran.run("remove", "nothing", status=1)
    ran.run("remove", "dvc.yaml:prepare", "--outs")
    ran.run("remove", "sub")
    assert not (ran.cairn.root / "dvc.yaml").exists()


def test_remove_all_stages(ran):
    ran.run("remove", "dvc.yaml")


def test_what_cannot_be_added_or_moved(ran):
    ran.run("add", "clean", status=1)
    ran.run("move", "clean", "other", status=1)


TEMPLATES = """\
vars: [{words: {one: 1, two: 2}}]
stages:
  each:
    foreach: [a, b]
    do:
      cmd: echo ${item} > out-${item}; echo ${item} > free-${item}
      outs: ["out-${item}", "free-${item}": {cache: false}]
  plain:
    cmd: echo ${words.one} > fixed
    outs: [fixed]
  named:
    cmd: echo ${words.two} > file-${words.two}
    outs: ["file-${words.two}"]
"""


def test_templates(pair):
    """What the lock knows of them is kept, pushed and checked out; that not all is known is said."""
    pair.write("dvc.yaml", TEMPLATES)
    reproduce(pair)
    pair.run("remote", "add", "-d", "here", "../remote")
    cairn = pair.cairn
    outcome = cairn.run("status")
    assert outcome.out == "Data and pipelines are up to date.\n"
    assert "templates are not worked out here yet; of each, plain, named only" in outcome.err
    pair.run("push", stderr=False)
    assert cairn.objects("../remote/files/md5") == pair.dvc.objects("../remote/files/md5")
    pair.run("gc", "-w", "-f", stderr=False)
    pair.compare()
    for path in ("out-a", "file-2", "fixed"):
        pair.remove(path)
    pair.run("checkout", stderr=False, stdout=False)
    pair.run("checkout", "each", stderr=False)
    pair.run("status", "each@b", stderr=False)
    for stage in ("each", "each@a", "plain"):
        pair.run("freeze", stage, status=1, stderr=False)
        before = cairn.files()
        assert cairn.run("remove", stage).status == 1
        assert cairn.files() == before  # dvc has changed .gitignore when it finds out
    pair.write("fixed", "edited")
    pair.run("commit", "-f", "plain", stderr=False, files=False)
    theirs, ours = ((repository.root / "dvc.lock").read_text() for repository in pair.both)
    assert ours == theirs
    pair.run("status", stderr=False)


def test_anchors(pair):
    pair.write("dvc.yaml", "x: &files [a, b]\nstages:\n  s:\n    cmd: touch a b\n    outs: *files\n".replace("x:", "artifacts: {}\nparams: []\nvars:\n- x:"))
    reproduce(pair)
    pair.run("status")


def test_broken_files(pair):
    pair.write("dvc.yaml", "stages: [")
    pair.run("status", status=1, stderr=False)
    pair.write("dvc.yaml", "stages:\n  s: {outs: [a]}\n")
    pair.run("status", status=1, stderr=False)
    pair.write("dvc.yaml", "stages:\n  s: {cmd: echo, outs: [a]}\n")
    pair.write("dvc.lock", "stages: [")
    pair.run("status", status=1, stderr=False)


PARAMETERS_TOML = """\
title = "a \\u00e9"
rate = 1e-3
whole = 2.0
many = 1_000
flag = true
list = [1, [2.5, "x"]]

[train]
zeta = 1
alpha = { b = 1, a = 2 }
"""
PARAMETERS_PY = '''\
"""Not a parameter."""
import os

RATE = 1e-3
NAMES: list = ["a", 'b']
PAIR = (1, 2.5)
NEGATIVE = -1
TABLE = {"size": 1, "x": None, "nested": {"k": [True]}}
COMPUTED = os.environ.get("X", 1)
a = b = 3


class Train:
    epochs = 10

    def __init__(self):
        self.depth = 3
        self.other = self.depth

    def run(self):
        self.hidden = 1
'''


def test_parameters_of_other_formats(pair):
    pair.write("params.toml", PARAMETERS_TOML)
    pair.write("more.py", PARAMETERS_PY)
    toml = "[title, rate, whole, many, flag, list, train.alpha, train.zeta]"
    python = "[RATE, NAMES, PAIR, NEGATIVE, TABLE, Train.epochs, Train.depth]"
    pair.write("dvc.yaml", f"stages:\n  s:\n    cmd: echo 1 > out\n    params: [params.toml: {toml}, more.py: {python}]\n    outs: [out]\n  all:\n    cmd: echo 2 > two\n    params: [params.toml: ]\n    outs: [two]\n")
    pair.write("out", "1\n")
    pair.write("two", "2\n")
    pair.run("status")
    pair.run("commit", "-f")
    pair.run("status")
    pair.write("params.toml", PARAMETERS_TOML.replace("zeta = 1", "zeta = 2"))
    pair.write("more.py", PARAMETERS_PY.replace("epochs = 10", "epochs = 11"))
    pair.run("status", "--json")
    pair.run("commit", "-f", "s")
    pair.write("params.toml", "a = [")
    for command in (("status",), ("commit", "-f", "s")):
        outcome = pair.cairn.run(*command)
        assert outcome.status != 0 and "Unable to read parameters from 'params.toml': line" in outcome.err
    pair.write("params.toml", PARAMETERS_TOML)
    pair.write("more.py", "class :")
    assert "Unable to read parameters from 'more.py': line 1" in pair.cairn.run("status").err


def test_fetch_by_type(pair):
    pair.write("dvc.yaml", "stages:\n  s:\n    cmd: echo 1 > o; echo 2 > m; echo 3 > p\n    outs: [o]\n    metrics: [m]\n    plots: [p]\n")
    for name, content in (("o", "1\n"), ("m", "2\n"), ("p", "3\n")):
        pair.write(name, content)
    pair.run("commit", "-f")
    pair.run("remote", "add", "-q", "-d", "here", "../remote")
    pair.run("push")
    for types in (("metrics",), ("plots",)):
        pair.remove(".dvc/cache/files")
        for repository in pair.both:
            shutil.rmtree(repository.root.parent / "site", ignore_errors=True)
        pair.run("fetch", *(word for name in types for word in ("--type", name)))
    pair.run("fetch", "--type", "other", status=254, stdout=False, stderr=False)
