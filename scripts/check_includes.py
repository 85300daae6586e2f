#!/usr/bin/env python3
"""Checks that a room includes only itself and the rooms that src/CMakeLists.txt lists for it (USES).

Arrows point one way: a room may use only rooms that are declared before it.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "src/CMakeLists.txt"


def rooms() -> dict[str, list[str]]:
    """Each room, in order of declaration, with the rooms that it uses."""
    calls = re.findall(r"^cairn_room\((\w+)([^)]*)\)", TABLE.read_text(), re.MULTILINE)
    return {name: re.sub(r"LIBRARIES.*|USES", "", rest, flags=re.DOTALL).split() for name, rest in calls}


def backward_arrows(uses: dict[str, list[str]]):
    order = list(uses)
    for room, used in uses.items():
        for other in used:
            if other not in order[: order.index(room)]:
                yield f"{TABLE.relative_to(ROOT)}: room '{room}' uses '{other}', which is not declared before it"


def wrong_includes(uses: dict[str, list[str]]):
    for path in sorted((ROOT / "src").glob("*/*")):
        if path.suffix not in (".h", ".cc"):
            continue
        room = path.parent.name
        if room not in uses:
            yield f"{path.relative_to(ROOT)}: room '{room}' is not declared in {TABLE.relative_to(ROOT)}"
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            included = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
            if included and included[1].split("/")[0] not in (room, *uses[room]):
                allowed = ", ".join([room, *uses[room]])
                yield f'{path.relative_to(ROOT)}:{number}: includes "{included[1]}"; {room} may include only: {allowed}'


def main() -> int:
    uses = rooms()
    found = [*backward_arrows(uses), *wrong_includes(uses)]
    print("\n".join(found), file=sys.stderr, end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
