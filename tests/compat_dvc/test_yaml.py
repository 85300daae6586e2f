"""Our YAML and JSON against DVC's own writers, on thousands of generated values and texts."""

import io
import json

import pytest
from dvc.utils.collections import apply_diff
from dvc_data.hashfile.hash_info import HashInfo
from dvc_data.hashfile.tree import Tree
from dvc.utils.serialize._yaml import YAMLFileCorruptedError, _dump, parse_yaml, parse_yaml_for_update

from yaml_documents import HandWritten, Values

SEEDS = range(20)


def dumped(data) -> str:
    stream = io.StringIO()
    _dump(data, stream)
    return stream.getvalue()


def is_sound(rewritten: str, text: str) -> bool:
    """DVC's writer loses comments and empty lines now and then, and breaks some texts with empty lists and mappings."""
    try:
        same = parse_yaml(rewritten, "x") == parse_yaml(text, "x")
    except YAMLFileCorruptedError:
        return False
    return same and rewritten.count("#") >= text.count("#") and empty_lines(rewritten) >= empty_lines(text)


def empty_lines(text: str) -> int:
    return text.lstrip("\n").count("\n\n")


@pytest.mark.parametrize("seed", SEEDS)
def test_values_are_written_alike(probe, seed):
    values = Values(seed)
    for _ in range(500):
        value = values.mapping()
        assert probe("yaml-write", json.dumps(value)) == dumped(value), value


@pytest.mark.parametrize("seed", SEEDS)
def test_texts_are_rewritten_alike(probe, seed):
    for number in range(100):
        text = HandWritten(seed * 1000 + number).document()
        theirs = dumped(parse_yaml_for_update(text, "x"))
        ours = probe("yaml-round-trip", text)
        assert is_sound(ours, text)
        if is_sound(theirs, text):
            assert ours == theirs, text


@pytest.mark.parametrize("seed", SEEDS)
def test_changes_are_applied_alike(probe, seed):
    values = Values(seed)
    for number in range(100):
        text = HandWritten(seed * 1000 + number).document()
        wanted = parse_yaml(text, "x")
        scalars = [key for key, value in wanted.items() if isinstance(value, (str, int))]
        change = values.random.choice(["replace", "remove", "add"])
        if change == "remove":
            del wanted[values.random.choice(list(wanted))]
        elif change == "replace" and scalars:
            wanted[values.random.choice(scalars)] = values.text()
        else:
            wanted["added"] = values.text()
        if not wanted or not is_json(wanted):
            continue
        theirs = parse_yaml_for_update(text, "x")
        apply_diff(wanted, theirs)
        theirs = dumped(theirs)
        ours = probe("yaml-update", text, json.dumps(wanted))
        assert means_the_same(ours, wanted)
        if change != "remove" and is_sound(theirs, ours) and not ends_in_flow(text):
            assert ours == theirs, (text, change)


def ends_in_flow(text: str) -> bool:
    """Where comments after a last value in flow style go depends, in DVC's writer, on what is around it."""
    last = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")][-1]
    return last.split(" #")[0].rstrip().endswith(("]", "}"))


def means_the_same(text: str, wanted) -> bool:
    """U+0085 alone is a line break to the reader that both writers leave unescaped."""
    return parse_yaml(text, "x") == wanted or "\x85" in json.dumps(wanted, ensure_ascii=False)


def is_json(value) -> bool:
    """Whether JSON carries it to our program as it is."""
    if isinstance(value, dict):
        return all(isinstance(key, str) and is_json(item) for key, item in value.items())
    if isinstance(value, list):
        return all(is_json(item) for item in value)
    return value is None or isinstance(value, (str, int))


@pytest.mark.parametrize("seed", SEEDS)
def test_json_is_written_alike(probe, seed):
    """What hashes of stages and of runs are made of, read from the YAML that DVC writes of the same value."""
    values = Values(seed)
    for _ in range(100):
        scalars = [values.number, lambda: values.random.getrandbits(60), lambda: values.random.choice([True, False]), lambda: "".join(values.random.choices("aZ9é日😀 _.", k=8))]
        value = {f"{name}{number}": [values.random.choice(scalars)() for _ in range(3)] for number, name in enumerate("bé_日A")}
        value["below"] = {"float": values.number(), "size": 1, "none": None}
        assert probe("yaml-json", dumped(value)) == json.dumps(value, sort_keys=True), value


@pytest.mark.parametrize("seed", SEEDS)
def test_directories_are_written_alike(probe, seed):
    values = Values(seed)
    for _ in range(100):
        files = {values.text() or "x": f"{values.random.getrandbits(128):032x}" for _ in range(values.random.randint(0, 6))}
        tree = Tree()
        for path, md5 in files.items():
            tree.add((path,), None, HashInfo("md5", md5))
        assert probe("dir-object", json.dumps(files)) == tree.as_bytes().decode()


def test_mistakes_are_mistakes_to_both(probe):
    for text in ["a: [1\n", "a: 1\na: 2\n", "a: =\n", "a: b: c\n", "- a\nb: 1\n", "a: 'x\n", "\ta: 1\n", "--- 1\n--- 2\n"]:
        with pytest.raises(Exception):
            parse_yaml(text, "x")
        with pytest.raises(ValueError):
            probe("yaml-round-trip", text)
