"""Generated values and YAML texts: hostile ones, and ones as people write them."""

import math
import random
import struct

WORDS = [
    *("a", "data", "path/to", "x:", "#h", "# c", "-", "- a", "?", "it's", '"q"', "true", "null", "1", "1.5", "1e3", "~"),
    *("2020-01-02", "<<", "=", "{", "}", "[", "]", ",", "é", "日本", "😀", "\t", "\n", "\u00a0", "\x85", "\u2028"),
    *("\x01", "\ufeff", "---", "...", "%", "@", "`", "!", "&a", "*a", "|", ">", "yes", "0x1F", "1_0", ".5", ".inf"),
    *("a" * 30, "b" * 90, "C:\\x", "x" * 15 + ":", "12:30"),
]


class Values:
    """Values that JSON can hold, too."""

    def __init__(self, seed: int):
        self.random = random.Random(seed)

    def text(self) -> str:
        count = self.random.choice([0, 1, 1, 2, 3, 5, 12, 25])
        words = (self.random.choice(WORDS) + self.random.choice(["", " ", " ", "  "]) for _ in range(count))
        return "".join(words)[: self.random.choice([20, 60, 100, 300])]

    def number(self) -> float:
        """Of any size: all bits of a double, a round one, or one between."""
        kind = self.random.choice(["bits", "round", "between"])
        if kind == "bits":
            value = struct.unpack("<d", self.random.randbytes(8))[0]
            return value if math.isfinite(value) else 0.5
        return float(self.random.randint(-1000, 10**17)) if kind == "round" else self.random.random() * 10 ** self.random.randint(-8, 20)

    def key(self) -> str:
        key = self.text()
        return key if len(key) < 60 else key[:10]

    def value(self, depth: int = 0):
        kind = self.random.random()
        if depth < 3 and kind < 0.2:
            return {self.key(): self.value(depth + 1) for _ in range(self.random.randint(0, 4))}
        if depth < 3 and kind < 0.35:
            return [self.value(depth + 1) for _ in range(self.random.randint(0, 4))]
        scalar = self.random.choice([None, True, False, 0, -5, 123456789012, *["text"] * 5])
        return self.text() if scalar == "text" else scalar

    def mapping(self) -> dict:
        return {self.key(): self.value() for _ in range(self.random.randint(1, 4))}


SCALARS = [
    *("1", "abc", '"quo ted"', "'single'", "true", "~", "null", "0x1F", "1.50", "1e-05", "+3", "014", "2020-01-02"),
    *("[a, b]", "{a: 1, b: [1,2]}", "[]", "{}", "é x", '"tab\\t"', "path/to/file", '"d\'oh"', "'it''s'", "[a,   b , c]"),
    *("long " * 20, '"' + "word " * 25 + '"'),
]
KEYS = ["outs", "md5", "size", "path", "desc", "meta", "deps", "k e y", '"q"', "x1", "frozen", "wdir"]
EMPTY_LINES = ["\n", "\n\n"]
COMMENT_LINES = ["# at the margin\n", *EMPTY_LINES]


class HandWritten:
    """YAML as a person writes it: comments, empty lines, indentation of any kind, needless quotes."""

    def __init__(self, seed: int):
        self.random = random.Random(seed)
        self.step = self.random.choice([2, 2, 2, 4])
        self.list_step = self.random.choice([0, 0, 2] if self.step == 2 else [0, 2, 4])

    def comment(self) -> str:
        return self.random.choice(["", "", "", " # c", "   # far comment", "  #x"])

    def scalar(self) -> str:
        return self.random.choice(SCALARS) + self.comment() + "\n"

    def lines_between(self, indent: int) -> str:
        count = self.random.choice([0, 0, 0, 0, 1, 2])
        return "".join(self.random.choice([*COMMENT_LINES, " " * indent + "# full\n"]) for _ in range(count))

    def mapping(self, indent: int, depth: int) -> str:
        text = ""
        for key in self.random.sample(KEYS, self.random.randint(1, 4)):
            text += self.lines_between(indent) + " " * indent + key + ":" + self.value(indent, depth)
        return text

    def value(self, indent: int, depth: int) -> str:
        kind = self.random.random()
        if depth < 3 and kind < 0.2:
            return self.comment() + "\n" + self.mapping(indent + self.step, depth + 1)
        if depth < 3 and kind < 0.4:
            return self.comment() + "\n" + self.sequence(indent + self.list_step, depth + 1)
        return " " * self.random.choice([1, 1, 1, 2]) + self.scalar()

    def sequence(self, indent: int, depth: int) -> str:
        text = ""
        for _ in range(self.random.randint(1, 3)):
            text += self.lines_between(indent)
            if depth < 3 and self.random.random() < 0.4:
                lines = self.mapping(indent + 2, depth + 1).splitlines(keepends=True)
                first = next(i for i, line in enumerate(lines) if line.strip() and not line.strip().startswith("#"))
                text += " " * indent + "- " + lines[first].lstrip() + "".join(lines[first + 1 :])
            else:
                text += " " * indent + "- " + self.scalar()
        return text

    def document(self) -> str:
        head = self.random.choice(["", "", "# head\n", "\n", "\n\n", "# a\n\n# b\n", "\n# z\n"])
        tail = self.random.choice(["", "", "# tail\n", "\n", "\n# t\n"])
        return head + self.mapping(0, 0) + tail
