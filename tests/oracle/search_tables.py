#!/usr/bin/env python3
"""Writes the tables of src/search that are facts about sqlparse and Unicode, not code.

    python tests/oracle/search_tables.py src/search

needs the sqlparse that MLflow runs on. keywords.inc holds the words that sqlparse takes for SQL keywords, and
word_ranges.inc the code points beyond ASCII that Python's regular expressions take for \\w.
"""

import re
import sys
import textwrap
from pathlib import Path

from sqlparse import keywords, tokens
from sqlparse.lexer import Lexer

NOTICE = "// Written by tests/oracle/search_tables.py; change it there.\n"

# The words whose own kind the grouping rules ask for stand in lexer.cc.
SPECIAL = (
    "AND AS IN IS NOT NULL WHERE LIKE ILIKE RLIKE REGEXP LIMIT UNION EXCEPT INTERSECT HAVING RETURNING INTO".split()
)


def keyword_groups():
    """Every word that sqlparse looks up, by the name of the C++ constant for its type."""
    types = {}
    for dictionary in Lexer.get_default_instance()._keywords:
        for word, ttype in dictionary.items():
            types.setdefault(word, ttype)
    groups = {"kPlainWords": [], "kStatementWords": [], "kBuiltinWords": []}
    for word, ttype in sorted(types.items()):
        if word in SPECIAL or not re.fullmatch(r"\w+", word):
            continue
        if ttype is tokens.Keyword:
            groups["kPlainWords"].append(word)
        elif ttype in tokens.Keyword:
            groups["kStatementWords"].append(word)
        elif ttype is tokens.Name.Builtin:
            groups["kBuiltinWords"].append(word)
    return groups


def keywords_inc():
    text = NOTICE
    for name, words in keyword_groups().items():
        lines = textwrap.wrap(" ".join(words), 110)
        text += f"constexpr std::string_view {name} =\n"
        text += "\n".join(f'    "{line} "' for line in lines) + ";\n"
    return text


def word_ranges():
    is_word = re.compile(r"\w").match
    ranges = []
    for code in range(0x80, sys.maxunicode + 1):
        if not is_word(chr(code)):
            continue
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return ranges


def word_ranges_inc():
    cells = " ".join(f"{{0x{first:x},0x{last:x}}}," for first, last in word_ranges())
    return NOTICE + "\n".join(textwrap.wrap(cells, 120)) + "\n"


def main():
    folder = Path(sys.argv[1])
    (folder / "keywords.inc").write_text(keywords_inc())
    (folder / "word_ranges.inc").write_text(word_ranges_inc())


if __name__ == "__main__":
    main()
