"""What cairn asks of PostgreSQL beyond plain SQL stands in docs/postgresql.md: for those who run something else that
speaks its protocol."""

import re

import pytest

import content
import servers

pytestmark = pytest.mark.skipif(servers.AGAINST_MLFLOW, reason="it is about cairn's statements")

SPECIAL = re.compile(
    r"\b(?:pg_\w+(?=\()|ctid|xmin|xmax|tableoid|FOR (?:NO KEY UPDATE|KEY SHARE|SHARE|UPDATE)|SKIP LOCKED|LISTEN|LATERAL"
    r"|DISTINCT ON|WITH ORDINALITY|CONCURRENTLY|unnest|IS NOT DISTINCT FROM|RECURSIVE)\b"
)


def test_what_is_special_is_documented(postgres, tmp_path):
    uri = postgres.new_database()
    postgres.rows(uri, f"ALTER DATABASE {uri.rsplit('/', 1)[1]} SET log_statement = 'all'")
    log = postgres.folder / "log"
    before = log.stat().st_size
    with servers.cairn(tmp_path, store_uri=uri) as server:
        content.write(server.url, "cairn ")
        content.view(server.url)
    with log.open(errors="replace") as lines:
        lines.seek(before)
        used = set(SPECIAL.findall(lines.read()))
    assert {"FOR NO KEY UPDATE", "unnest"} <= used, "the statements are not in the log"
    documented = " ".join(re.findall(r"`[^`\n]+`", (servers.ROOT / "docs/postgresql.md").read_text()))
    assert not {word for word in used if word not in documented}
