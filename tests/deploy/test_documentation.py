"""What the documentation tells somebody who deploys is there."""

import re
from pathlib import Path

import pytest
import requests

import servers

PAGES = [servers.ROOT / "README.md", servers.ROOT / "CONTRIBUTING.md", *sorted((servers.ROOT / "docs").rglob("*.md"))]


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", page.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", page.read_text()):
        path, _, anchor = target.partition("#")
        file = (page.parent / path) if path else page
        assert file.exists(), target
        assert not anchor or anchor in anchors(file), target


def test_the_metrics_that_are_named_are_served(tmp_path):
    _, watching = (servers.ROOT / "docs/deploy.md").read_text().split("## Watching it")
    named = set(re.findall(r"`(cairn_[a-z_]+)`", watching))
    assert len(named) > 5
    with servers.cairn(tmp_path) as server:
        requests.get(f"{server.url}/api/2.0/mlflow/experiments/get?experiment_id=0", timeout=10)
        served = requests.get(f"{server.url}/metrics", timeout=10).text
    assert [name for name in named if f"# TYPE {name} " not in served] == []
