"""What each command does, over HTTP and on a database."""

import csv
import io
import json

import pytest
from program import new_experiment, new_run


@pytest.fixture
def experiment(tracked, request):
    return new_experiment(tracked, request.node.nodeid)


class TestExperiments:
    def test_life(self, tracked, request):
        name = request.node.nodeid
        created = tracked("experiments", "create", "--experiment-name", name, "--tag", "team=a=b")
        assert created.startswith(f"Created experiment '{name}' with id ")
        ident = created.split()[-1]

        shown = tracked.json("experiments", "get", "--experiment-id", ident)
        assert (shown["name"], shown["lifecycle_stage"]) == (name, "active")
        assert {"key": "team", "value": "a=b"} in shown["tags"]

        tracked("experiments", "rename", "--experiment-name", name, "--new-name", name + "2")
        tracked("experiments", "delete", "--experiment-id", ident)
        listed = tracked.json("experiments", "list", "--view", "deleted_only")
        assert ident in [one["experiment_id"] for one in listed]
        tracked("experiments", "restore", "--experiment-id", ident)
        assert tracked.json("experiments", "get", "-n", name + "2")["lifecycle_stage"] == "active"

    def test_search_filters_and_limits(self, tracked, request):
        for letter in "abc":
            new_experiment(tracked, f"{request.node.nodeid}-{letter}")
        filter_ = f"name LIKE '{request.node.nodeid}-%'"
        found = tracked.json("experiments", "search", "--filter", filter_, "--order-by", "name DESC")
        assert [one["name"][-1] for one in found] == ["c", "b", "a"]
        assert len(tracked.json("experiments", "search", "--filter", filter_, "--max-results", "2")) == 2

    def test_a_name_that_is_almost_right_is_suggested(self, tracked, request):
        name = request.node.nodeid
        new_experiment(tracked, name)
        error = tracked.fails("experiments", "get", "--experiment-name", name[:-1] + "#")
        assert f"Did you mean '{name}'?" in error
        assert "cairn experiments list" in error


class TestRuns:
    def test_life(self, tracked, experiment):
        run_id = new_run(tracked, experiment, "first", loss=0.5)
        tracked("runs", "log-metric", "-r", run_id, "--key", "loss", "--value", "-0.25", "--step", "3")
        tracked("runs", "log-param", "-r", run_id, "--key", "lr", "--value", "0.1")
        tracked("runs", "set-tag", "-r", run_id, "--key", "env", "--value", "prod")
        run = json.loads(tracked("runs", "describe", "--run-id", run_id))
        assert run["info"]["status"] == "FINISHED"
        assert run["data"]["metrics"] == {"loss": -0.25}
        assert run["data"]["params"] == {"lr": "0.1"}
        assert run["data"]["tags"]["env"] == "prod"
        shown = tracked("runs", "get", "--run-id", run_id)
        assert "loss  -0.25 (step 3)" in shown and "lr  0.1" in shown

        tracked("runs", "delete", "--run-id", run_id)
        assert tracked.json("runs", "list", "--experiment-id", experiment) == []
        tracked("runs", "restore", "--run-id", run_id)
        assert len(tracked.json("runs", "list", "--experiment-id", experiment)) == 1

    def test_list_by_name_search_and_csv(self, tracked, experiment, request):
        runs = [new_run(tracked, experiment, f"run{i}", loss=i) for i in range(3)]
        listed = tracked.json("runs", "list", "--experiment-name", request.node.nodeid)
        assert {run["info"]["run_id"] for run in listed} == set(runs)
        found = tracked.json("runs", "search", "-x", experiment, "--filter", "metrics.loss > 0", "--order-by",
                             "metrics.loss DESC")  # fmt: skip
        assert [run["info"]["run_id"] for run in found] == [runs[2], runs[1]]
        rows = list(csv.DictReader(io.StringIO(tracked("runs", "list", "-x", experiment, "--csv"))))
        assert {(row["run_name"], row["metrics.loss"]) for row in rows} == {("run0", "0.0"), ("run1", "1.0"), ("run2", "2.0")}
        rows = list(csv.DictReader(io.StringIO(tracked("experiments", "csv", "-x", experiment))))
        assert {(row["run_id"], row["metrics.loss"]) for row in rows} == {(r, f"{i}.0") for i, r in enumerate(runs)}

    def test_compare(self, tracked, experiment):
        first, second = (new_run(tracked, experiment, name, loss=loss, same=1) for name, loss in [("a", 1), ("b", 2)])
        table = tracked("runs", "compare", first, second)
        assert [line.split() for line in table.splitlines() if " loss" in line] == [["metric", "loss", "1", "2"]]
        assert " same" not in tracked("runs", "compare", first, second, "--differing")

    def test_plot(self, tracked, experiment):
        run_id = new_run(tracked, experiment, "curve")
        for step in range(5):
            tracked("runs", "log-metric", "-r", run_id, "--key", "loss", "--value", str(10 - step), "--step", str(step))
        chart = tracked("runs", "plot", run_id, "--metric", "loss", "--width", "40", "--height", "12")
        lines = chart.splitlines()
        assert len(lines) == 12 and max(map(len, lines)) <= 40
        assert lines[0].startswith("10 │") and "6 │" in chart
        # It falls from the upper left to the lower right: dots in the first row left of those in the last.
        first = min(i for i, c in enumerate(lines[0]) if "⠀" < c <= "⣿")
        last = max(i for i, c in enumerate(lines[8]) if "⠀" < c <= "⣿")
        assert first < 6 and last > 34
        points = list(csv.DictReader(io.StringIO(tracked("runs", "plot", run_id, "--csv"))))
        assert [float(point["value"]) for point in points] == [10, 9, 8, 7, 6]

    def test_watch_shows_what_runs(self, tracked, experiment):
        created = tracked("runs", "create", "-x", experiment, "--run-name", "busy", "--status", "running")
        run_id = json.loads(created)["run_id"]
        for step, value in enumerate([1, 8]):
            tracked("runs", "log-metric", "-r", run_id, "--key", "loss", "--value", str(value), "--step", str(step))
        new_run(tracked, experiment, "over", loss=3)
        screen = tracked("runs", "watch", "-x", experiment)
        assert "▁█" in screen and "busy" in screen and "over" not in screen


class TestArtifacts:
    def test_up_and_down(self, tracked, experiment, tmp_path):
        run_id = new_run(tracked, experiment, "files")
        tree = tmp_path / "tree"
        (tree / "deep/er").mkdir(parents=True)
        (tree / "a.txt").write_text("a")
        (tree / "deep/er/ü b.bin").write_bytes(bytes(range(256)) * 1000)
        tracked("artifacts", "log-artifacts", "-r", run_id, "-l", tree, "-a", "all")
        tracked("artifacts", "log-artifact", "-r", run_id, "-l", tree / "a.txt")

        paths = {one["path"] for one in tracked.json("artifacts", "list", "-r", run_id)}
        assert paths == {"a.txt", "all"}
        deep = tracked.json("artifacts", "list", "-r", run_id, "-R")
        assert {(one["path"], one.get("file_size")) for one in deep} == {
            ("a.txt", 1), ("all/a.txt", 1), ("all/deep/er/ü b.bin", 256_000)}  # fmt: skip

        made = tracked("artifacts", "download", "-r", run_id, "-a", "all", "-d", tmp_path / "back").strip()
        assert made == str(tmp_path / "back/all")
        assert (tmp_path / "back/all/deep/er/ü b.bin").read_bytes() == bytes(range(256)) * 1000
        one = tracked("artifacts", "download", "--artifact-uri", f"runs:/{run_id}/all/a.txt", "-d", tmp_path / "one")
        assert one.strip() == str(tmp_path / "one/a.txt") and (tmp_path / "one/a.txt").read_text() == "a"

    def test_what_is_not_there(self, tracked, experiment, tmp_path):
        run_id = new_run(tracked, experiment, "none")
        error = tracked.fails("artifacts", "download", "-r", run_id, "-a", "nope", "-d", tmp_path)
        assert "Failed to download artifacts from path 'nope', please ensure that the path is correct." in error
        assert "cairn artifacts list" in error
        assert "nowhere.bin" in tracked.fails("artifacts", "log-artifact", "-r", run_id, "-l", "nowhere.bin")


class TestModels:
    def test_life(self, tracked, experiment, request, tmp_path):
        name = request.node.nodeid.replace("/", "-").replace(":", "-")
        run_id = new_run(tracked, experiment, "trained")
        (tmp_path / "model").mkdir()
        (tmp_path / "model/MLmodel").write_text("flavors: {}")
        tracked("artifacts", "log-artifacts", "-r", run_id, "-l", tmp_path / "model", "-a", "model")
        for version in "12":
            made = tracked.json("models", "register", name, "--source", f"runs:/{run_id}/model", "--tag", "k=v")
            assert (made["version"], made["run_id"]) == (version, run_id)
        tracked("models", "alias", name, "champion", "--version", "2")
        tracked("models", "stage", name, "Production", "--version", "1")
        tracked("models", "tag", name, "--key", "task", "--value", "iris")
        versions = {one["version"]: one for one in tracked.json("models", "versions", name)}
        assert versions["2"]["aliases"] == ["champion"] and versions["1"]["current_stage"] == "Production"
        assert {"key": "task", "value": "iris"} in tracked.json("models", "get", name)["tags"]
        assert name in [one["name"] for one in tracked.json("models", "list")]

        made = tracked("models", "download", name, "--alias", "champion", "-d", tmp_path / "got").strip()
        assert (tmp_path / "got/model/MLmodel").read_text() == "flavors: {}", made
        tracked("models", "alias", name, "champion", "--delete")
        tracked("models", "delete", name, "--version", "2")
        assert [one["version"] for one in tracked.json("models", "versions", name)] == ["1"]
        tracked("models", "delete", name)
        assert "cairn models list" in tracked.fails("models", "get", name)


class TestDoctor:
    def test_all_is_well(self, tracked):
        tracked("experiments", "list")
        findings = tracked.json("doctor")
        assert {one["state"] for one in findings} <= {"ok", "note"}, findings

    def test_a_database_that_is_not_there_is_not_made(self, cairn):
        done = cairn.run("doctor")
        assert done.returncode == 1 and "is not there" in done.stdout and "cairn server" in done.stdout
        assert not (cairn.folder / "mlflow.db").exists()

    def test_a_server_that_is_not_there(self, cairn):
        done = cairn.run("doctor", "--tracking-uri", "http://127.0.0.1:1")
        assert done.returncode == 1 and "BAD   Server" in done.stdout

    def test_secrets_that_others_may_read(self, tracked, tmp_path):
        (tmp_path / "cairn").mkdir()
        config = tmp_path / "cairn/config.toml"
        config.write_text(f'[profiles.lab]\ntracking_uri = "{tracked.uri}"\npassword = "hidden"\n')
        config.chmod(0o644)
        tracked("experiments", "list")
        report = tracked("doctor", XDG_CONFIG_HOME=str(tmp_path), MLFLOW_TRACKING_TOKEN="hidden")
        assert "chmod 600" in report and "hidden" not in report


class TestProfiles:
    def test_a_profile_names_a_server(self, tracked, tmp_path):
        (tmp_path / "cairn").mkdir()
        (tmp_path / "cairn/config.toml").write_text(f'default = "lab"\n[profiles.lab]\ntracking_uri = "{tracked.uri}"\n')
        uri, tracked.uri = tracked.uri, None
        by_default = tracked("experiments", "list", "--json", XDG_CONFIG_HOME=str(tmp_path))
        by_name = tracked("experiments", "list", "--json", "--tracking-uri", "lab", XDG_CONFIG_HOME=str(tmp_path))
        assert by_default == by_name == tracked("experiments", "list", "--json", "--tracking-uri", uri)
