#!/usr/bin/env python3
"""Asks the real MLflow what it makes of artifact paths in requests, for api_test to compare with.

    python tests/oracle/artifact_paths.py src/api/artifacts/testdata/artifact_paths.jsonl                 # the committed file
    python tests/oracle/artifact_paths.py --count 100000 --seed 7 /tmp/paths.jsonl              # a larger one, for
    CAIRN_ARTIFACT_PATH_ORACLE=/tmp/paths.jsonl build/dev/api_test

Needs mlflow==3.17.2. Each line is a path and what MLflow's validate_path_is_safe returns for it, or null where it
refuses it or fails: {"path": "a%252fb", "safe": "a/b"}. Left out is what cairn reads otherwise on purpose: it refuses
NULs, all file: URIs, and Windows' extended paths (\\\\?\\).
"""

import argparse
import json
import os
import random
from pathlib import Path
from urllib.parse import unquote

os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")

from mlflow.utils.uri import validate_path_is_safe

CHOSEN = [
    "", ".", "..", "/", "a", "a/b", "a//b", "a/", "a/.", "./a", "../a", "a/..", "a/../b", "...", "..a", "a..", "/a", "//a",
    "//a/b", "///a", "%2e%2e", "%2e%2e/a", "a/%2e%2e/b", "%252e%252e/a", "%25252e%25252e/a", "..%2fa", "..%252fa",
    "%2fetc", "%252fetc", "%2525" * 3, "%25252525252525252525252fa", "a%20b", "a+b", "a%", "a%4", "a%zz", "%41", "%2541",
    "a\\b", "..\\a", "\\a", "C:\\a", "C:/a", "C:a", "c:", "1:/a", "é:/a", "C:", "Model:v1", "MODEL+x:V1", "a:b/c", "a/B:c",
    "a#b", "a%23b", "a#", "#a", "a?b", "a?", "?", "a;b", "a;", "a;b;c", "a;/b", "a/b;", "http:a", "http://a/b", "HTTP:A",
    "mailto:x", "tel:1;a", "http:a;", "x:;", "a\tb", "a\nb", "\ta", " a", "a ", "\x01a", "a\x01b", "a\x7fb", "%0a", "%09a",
    "%01a", "a%01b", "é", "%C3%A9", "%c3%a9/%e2%98%83", "a%ffb", "a%c3b", "a%e2%98b", "a%f0%9f%98b", "☃/☃", "a%2Fb%2F",
    "x=1&y=2", "a b/c d", "~/x", "$HOME", "a*b", "a|b", "a<b>", 'a"b', "a'b", "[a]", "//[a", "a[b", "%5b", "%%41", "%2%35",
]  # fmt: skip
PIECES = [
    "a", "B", "..", ".", "/", "//", "%", "%2", "%2e", "%2E", "%2f", "%25", "%252f", "%5c", "\\", ":", "c:", ";", "?", "#", "%23",
    "%3f", "%3b", " ", "%20", "\t", "%0a", "\x02", "%7f", "é", "%c3%a9", "%c3", "http:", "x+y:", "&", "=", "[", "]", "@",
]  # fmt: skip


def answer(path: str) -> str | None:
    try:
        return validate_path_is_safe(path)
    except Exception:  # a refusal, or an accident on the way to it
        return None


def left_out(path: str) -> bool:
    for _ in range(12):
        path = unquote(path)
        bare = path.lstrip("".join(map(chr, range(33)))).lower().replace("\\", "/")
        if "\0" in path or bare.startswith(("file:", "//?")):
            return True
    return False


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--count", type=int, default=400, help="random paths besides the chosen ones")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    made = ("".join(chance.choices(PIECES, k=chance.randint(1, 7))) for _ in range(arguments.count))
    with arguments.file.open("w") as out:
        for path in dict.fromkeys([*CHOSEN, *made]):
            if not left_out(path):
                out.write(json.dumps({"path": path, "safe": answer(path)}) + "\n")


if __name__ == "__main__":
    main()
