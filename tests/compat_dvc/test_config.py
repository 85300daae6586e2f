import pytest


@pytest.mark.parametrize(
    "name, value",
    [
        ("core.analytics", "false"),
        ("core.remote", "Myremote"),
        ("core.checksum_jobs", "4"),
        ("cache.type", "reflink,hardlink,copy"),
        ("cache.dir", "../elsewhere"),
        ("cache.dir", "~/cache"),
        ("cache.shared", "group"),
        ("CORE.Autostage", "True"),
        ("plots.out_dir", "a b"),
        ("hydra.config_name", "it's # here"),
        ("studio.token", 'a"b'),
        ("exp.auto_push", "false"),
        # mistakes
        ("core.foo", "1"),
        ("foo.bar", "1"),
        ("core.analytics", "maybe"),
        ("core.checksum_jobs", "0"),
        ("core.checksum_jobs", "x"),
        ("cache.type", "foo,copy"),
        ("cache.shared", "x"),
        ("parsing.list", "x"),
        ("remote.r.url", "foo://bar/x"),
        ("remote.r.jobs", "3"),
    ],
)
@pytest.mark.parametrize("level", [(), ("--local",), ("--global",), ("--project",)])
def test_set(pair, name, value, level):
    pair.run("config", *level, name, value, status=None)
    pair.run("config", *level, name, status=None)
    pair.run("config", name, status=None)
    pair.run("config", "-l", status=None)
    pair.run("config", "-u", *level, name, status=None)


def test_levels_shadow_each_other(pair):
    pair.run("config", "--global", "core.remote", "g")
    pair.run("config", "core.remote", "r")
    pair.run("config", "--local", "core.remote", "l")
    pair.run("config", "core.remote")
    pair.run("config", "-l", "--show-origin")
    pair.run("config", "-l", "--local")
    pair.run("config", "--show-origin", "core.remote")
    pair.run("config", "--show-origin", "core.remote", "x", status=1)
    pair.run("config", "-l", "core.remote", status=1)
    pair.run("config", status=1)
    pair.run("config", "--system", "core.remote", status=251)
    pair.run("config", "-u", "core.nothing", status=251)


def test_what_is_in_a_file_keeps_its_order(pair):
    pair.write(
        ".dvc/config",
        "# comment\n['remote \"b\"']\nurl = s3://x/y\n[core]\nremote=b\nAutostage = true # c\n"
        "['remote \"A\"']\n  url = ../x\n[cache]\ntype = reflink, copy\n",
    )
    pair.run("config", "-l")
    pair.run("config", "plots.auto_open", "true")
    pair.run("config", "cache.dir", "here")
    pair.run("config", "-u", "core.remote")


def test_remotes(pair):
    pair.run("remote", "list")
    pair.run("remote", "default", status=1)
    pair.run("remote", "add", "-d", "First", "/tmp/somewhere")
    pair.run("remote", "add", "second", "../there")
    pair.run("remote", "add", "s3", "s3://bucket/path")
    pair.run("remote", "add", "home", "~/x")
    pair.run("remote", "add", "second", "x", status=251)
    pair.run("remote", "add", "-f", "second", "rel")
    pair.run("remote", "add", "bad", "nope://x/y", status=251)
    pair.run("remote", "add", "--local", "mine", "m")
    pair.run("remote", "list")
    pair.run("remote", "list", "--local")
    pair.run("remote", "modify", "s3", "endpointurl", "http://localhost:9000")
    pair.run("remote", "modify", "--local", "s3", "access_key_id", "k")
    pair.run("remote", "modify", "s3", "nope", "k", status=251)
    pair.run("remote", "modify", "nope", "url", "k", status=251)
    pair.run("remote", "modify", "s3", "-u", "endpointurl")
    pair.run("remote", "default")
    pair.run("remote", "default", "second")
    pair.run("remote", "default", "nope", status=251)
    pair.run("remote", "rename", "second", "third")
    pair.run("remote", "rename", "third", "s3", status=251)
    pair.run("remote", "rename", "nope", "x", status=251)
    pair.run("remote", "default", "-u")
    pair.run("remote", "default", "--local", "third")
    pair.run("remote", "remove", "third")
    pair.run("remote", "remove", "nope", status=251)
    pair.run("remote", "list")


def test_remotes_from_a_sub_directory(pair):
    pair.mkdir("a/b")
    pair.run("remote", "add", "r", "store", cwd="a/b")
    pair.run("remote", "list", cwd="a")
    pair.run("remote", "modify", "r", "url", "../other", cwd="a/b")


def test_cache_dir(pair):
    pair.run("cache", "dir")
    pair.mkdir("sub")
    pair.run("cache", "dir", "mine", cwd="sub")
    pair.run("cache", "dir", cwd="sub")
    pair.write("a")
    pair.run("add", "a")
    pair.run("cache", "dir", "-u")
    pair.run("cache", "dir", "-u", status=251)
    pair.run("cache", "dir", "--local", status=251)
    pair.run("cache", "dir", "--local", "/tmp/somewhere/else")


def test_outside_of_a_repository(empty_pair):
    empty_pair.run("config", "--global", "core.analytics", "false")
    empty_pair.run("config", "core.analytics")
    empty_pair.run("config", "-l")
    empty_pair.run("config", "core.analytics", "true", status=251)
    empty_pair.run("config", "--local", "core.analytics", status=251)
    empty_pair.run("remote", "add", "r", "x", status=251)
    empty_pair.run("cache", "dir", status=251)


def test_a_broken_file(pair):
    pair.write(".dvc/config", "[core\n")
    pair.run("config", "core.remote", status=251)
    pair.run("root")
    pair.write("a")
    pair.run("add", "a", status=251)


def test_misuse(pair):
    pair.run("config", "nodots", status=254, stdout=False)
    pair.run("config", "a.b.c.d", status=254, stdout=False)
    pair.run("remote", "add", "x", status=254, stdout=False, stderr=False)
    pair.run("nothing", status=254, stdout=False, stderr=False)
