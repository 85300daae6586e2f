#!/usr/bin/env python3
"""Writes src/api/artifacts/ascii_forms.inc: what is left of each character in ASCII once it is taken apart
(NFKD), as far as anything is. Characters in a row whose forms are single characters in a row make one entry: {0xff21, 26, "A"}.

    python tests/oracle/ascii_forms.py > src/api/artifacts/ascii_forms.inc
"""

import sys
import textwrap
import unicodedata


def ascii_form(code_point: int) -> str:
    return unicodedata.normalize("NFKD", chr(code_point)).encode("ascii", "ignore").decode("ascii")


def runs() -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for code_point in range(0x80, sys.maxunicode + 1):
        form = ascii_form(code_point)
        if not form:
            continue
        if found:
            first, count, start = found[-1]
            if code_point == first + count and len(form) == len(start) == 1 and ord(form) == ord(start) + count:
                found[-1] = (first, count + 1, start)
                continue
        found.append((code_point, 1, form))
    return found


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def main() -> None:
    print("// Written by tests/oracle/ascii_forms.py; change it there.")
    entries = " ".join(f"{{0x{first:x},{count},{quoted(form)}}}," for first, count, form in runs())
    # A form may hold a blank, at which no line may end.
    blank = "\N{NO-BREAK SPACE}"
    lines = textwrap.wrap(entries.replace('" ', f'"{blank}').replace(' "', f'{blank}"'), 120, break_long_words=False)
    print("\n".join(lines).replace(blank, " "))


if __name__ == "__main__":
    main()
