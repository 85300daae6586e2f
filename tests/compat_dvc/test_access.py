"""How remotes are reached: every option of S3's, and every way to show who one is, each against a real server."""

import base64
import os
import pty
import select
import shutil
import subprocess

import places
import pytest

CONTENT = "content of a"


@pytest.fixture
def repository(pair):
    """Ours, with a file to push."""
    cairn = pair.cairn
    (cairn.root / "a").write_text(CONTENT)
    assert cairn.run("add", "-q", "a").status == 0
    return cairn


REFUSALS = (1, 251, 255)  # of a file, of the configuration, of whoever asks


def pushes(repository, place, name, options, env=None):
    """To a place of its own; what comes back is what was sent."""
    place.prepare(name)
    place.welcome(repository.root.parent)
    repository.add_remote("there", place.url(name), options)
    outcome = repository.run("push", env=env)
    assert (outcome.status, outcome.out) == (0, "1 file pushed\n"), outcome
    (path,) = place.read(name)
    for cached in (repository.root / ".dvc/cache").rglob("*"):
        if cached.is_file():
            cached.unlink()
    outcome = repository.run("fetch", env=env)
    assert (outcome.status, outcome.out) == (0, "1 file fetched\n"), outcome
    return f"{name}/{path}"


def refused(repository, place, name, options, *words, env=None):
    place.prepare(name)
    place.welcome(repository.root.parent)
    repository.add_remote("there", place.url(name), options)
    outcome = repository.run("push", env=env)
    assert outcome.status in REFUSALS, outcome
    for word in words:
        assert word in outcome.err, outcome
    for secret in (places.PASSWORD, "wrong pass"):
        assert secret not in outcome.err + outcome.out
    return outcome


# ------------------------------------------------------------------------------------------------------------ S3


@pytest.fixture
def s3(server):
    return server("moto")


def test_headers_of_uploads(repository, s3):
    """As the store has them afterwards; of objects in one piece and in parts, and as dvc's are."""
    cases = {
        "sse": {"sse": "AES256"},
        "kms": {"sse": "aws:kms", "sse_kms_key_id": "alias/some-key"},
        "acl": {"acl": "public-read"},
        "grants": {"grant_read": "uri=http://acs.amazonaws.com/groups/global/AllUsers", "grant_full_control": "id=0123"},
        "more-grants": {"grant_read_acp": "id=0123", "grant_write_acp": "id=4567"},
    }
    keys = ("ServerSideEncryption", "SSEKMSKeyId")
    found = {}
    for name, options in cases.items():
        key = pushes(repository, s3, f"headers-{name}", s3.options() | options)
        heads, grants = s3.headers(key), s3.grants(key)
        found[name] = {key: heads[key] for key in keys if key in heads}, sorted((grant["Permission"], *sorted(grant["Grantee"].values())) for grant in grants)
    assert found["sse"][0] == {"ServerSideEncryption": "AES256"}
    assert found["kms"][0] == {"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": "alias/some-key"}
    everybody = "http://acs.amazonaws.com/groups/global/AllUsers"
    assert ("READ", "Group", everybody) in found["acl"][1]
    assert ("READ", "Group", everybody) in found["grants"][1] and ("FULL_CONTROL", "0123", "CanonicalUser") in found["grants"][1]
    assert [grant[0] for grant in found["more-grants"][1]] == ["READ_ACP", "WRITE_ACP"]
    (repository.root / "a").write_bytes(b"0123456789abcdef" * (7 << 16))  # in parts
    assert repository.run("add", "-q", "a").status == 0
    key = pushes(repository, s3, "headers-parts", s3.options() | {"sse": "AES256", "acl": "public-read"})
    assert s3.headers(key)["ServerSideEncryption"] == "AES256" and s3.headers(key)["ETag"].endswith('-2"')
    assert any(grant["Grantee"].get("URI") == everybody for grant in s3.grants(key))


def test_contradictions(repository, s3):
    key = base64.b64encode(b"k" * 32).decode()
    refused(repository, s3, "x", s3.options() | {"acl": "private", "grant_read": "id=1"}, "mutually exclusive")
    refused(repository, s3, "x", s3.options() | {"sse_customer_key": key, "sse_kms_key_id": "k"}, "mutually exclusive")
    refused(repository, s3, "x", {"endpointurl": s3.store.url, "access_key_id": "only"}, "belong together")
    refused(repository, s3, "x", s3.options() | {"version_aware": "true"}, "not supported yet")
    refused(repository, s3, "x", s3.options() | {"worktree": "true"}, "not supported yet")
    refused(repository, s3, "x", s3.options() | {"sse": "AES256", "cache_regions": "true"}, "cache_regions")


def test_the_customers_own_key(repository, s3):
    key = base64.b64encode(b"k" * 32).decode()
    name = pushes(repository, s3, "own-key", s3.options() | {"sse_customer_key": key})
    assert s3.store.client().get_object(Bucket="bucket", Key=name, SSECustomerKey=key, SSECustomerAlgorithm="AES256")
    refused(repository, s3, "x", s3.options() | {"sse_customer_key": "not base 64"}, "sse_customer_key is not base64")


def test_where_credentials_come_from(repository, s3, tmp_path):
    """Files of the remote's own, a profile, AWS's environment."""
    store = s3.store
    secret = f"aws_access_key_id = {store.access_key}\naws_secret_access_key = {store.secret_key}\n"
    (tmp_path / "credentials").write_text(f"[default]\naws_access_key_id = no\naws_secret_access_key = no\n[mine]\n{secret}")
    (tmp_path / "config").write_text("[profile mine]\nregion = us-east-1\n")
    place = {"endpointurl": store.url}
    files = place | {"credentialpath": str(tmp_path / "credentials"), "configpath": str(tmp_path / "config")}
    pushes(repository, s3, "profile", files | {"profile": "mine"})
    refused(repository, s3, "x", files | {"profile": "other"}, "no profile 'other'")
    pushes(repository, s3, "environment", place, env={"AWS_ACCESS_KEY_ID": store.access_key, "AWS_SECRET_ACCESS_KEY": store.secret_key})
    # The remote's own keys go before the environment's.
    pushes(repository, s3, "own", s3.options(), env={"AWS_ACCESS_KEY_ID": "no", "AWS_SECRET_ACCESS_KEY": "no"})


KEY = {"access_key_id": "{id}", "secret_access_key": "{secret}"}
NOBODY = {"access_key_id": "nobody", "secret_access_key": "wrong pass"}
READER = {"access_key_id": "{reader}", "secret_access_key": "{reader_secret}"}
SCHEMA = "for dictionary value @ data['remote']['there']"
# What is set beside the endpoint, and what ours says where that lets nobody in.
ACCESS = {
    "wrong secret": (KEY | {"secret_access_key": "wrong pass"}, "does not accept the credentials from access_key_id of the remote 'there'"),
    "wrong id": (NOBODY, "does not accept the credentials"),
    "wrong token": (KEY | {"session_token": "wrong pass"}, "does not accept the credentials"),
    "only a token": ({"session_token": "wrong pass"}, "There are no credentials for S3"),
    "only an id": ({"access_key_id": "{id}"}, "belong together"),
    "only a secret": ({"secret_access_key": "{secret}"}, "belong together"),
    "nothing": ({}, "There are no credentials for S3"),
    "reader": (READER, "need the permission s3:PutObject"),
    "file": ({"credentialpath": "{file}"}, None),
    "no file": ({"credentialpath": "/nowhere"}, "or put them into /nowhere"),
    "profile": ({"credentialpath": "{file}", "profile": "bad"}, "does not accept the credentials from profile 'bad' in"),
    "half a profile": ({"credentialpath": "{file}", "profile": "half"}, "are incomplete"),
    "no profile": (KEY | {"profile": "other"}, "no profile 'other'"),
    "anonymous": ({"allow_anonymous_login": "true"}, None),
    "anonymous with a key": (NOBODY | {"allow_anonymous_login": "true"}, None),
    "not anonymous": (NOBODY | {"allow_anonymous_login": "false"}, "does not accept the credentials"),
    "another region": (KEY | {"region": "eu-west-3"}, None),
    "no region": (KEY | {"region": "not a region"}, "'not a region' is no name of a region"),
    "no endpoint": (KEY | {"endpointurl": "localhost:1"}, "'localhost:1' is no endpoint of a store"),
    "no time limit": (KEY | {"read_timeout": "0", "connect_timeout": "0"}, None),
    "no number": ({"read_timeout": "soon"}, f"expected int {SCHEMA}['read_timeout']"),
    "no truth": ({"use_ssl": "maybe"}, f"expected true or false {SCHEMA}['use_ssl']"),
    "no list": ({"listobjects": "maybe"}, f"expected true or false {SCHEMA}['listobjects']"),
    "misspelt": ({"acces_key_id": "{id}"}, "extra keys not allowed @ data['remote']['there']['acces_key_id']"),
}


@pytest.mark.parametrize("case", ACCESS)
def test_who_is_let_in(pair, server, tmp_path, case):
    """As dvc is, or not. Whoever is not stores nothing, keeps nothing, and shows nobody a secret."""
    wanted, complaint = ACCESS[case]
    place = server("s3rver" if "allow_anonymous_login" in wanted else "strict moto")  # which fails where nobody signs
    store = place.store
    reader = getattr(store, "reader", ("", ""))
    known = {"id": store.access_key, "secret": store.secret_key, "reader": reader[0], "reader_secret": reader[1], "file": tmp_path / "file"}
    login = "[{}]\naws_access_key_id = {}\naws_secret_access_key = {}\n"
    half = "[half]\naws_access_key_id = nobody\n"
    (tmp_path / "file").write_text(login.format("default", store.access_key, store.secret_key) + login.format("bad", "nobody", "wrong pass") + half)
    options = {"endpointurl": store.url} | {name: value.format_map(known) for name, value in wanted.items()}
    secrets = {"wrong pass", store.secret_key, reader[1]} - {""}
    nowhere_else = {"AWS_EC2_METADATA_DISABLED": "true"}
    pair.write("a", CONTENT)
    assert pair.cairn.run("add", "-q", "a").status == 0
    pair.write("a.dvc", (pair.cairn.root / "a.dvc").read_bytes())
    shutil.copytree(pair.cairn.root / ".dvc/cache", pair.dvc.root / ".dvc/cache", dirs_exist_ok=True)
    for repository in pair.both:
        name = f"{repository.root.parent.name}-{case.replace(' ', '-')}"
        repository.add_remote("there", place.url(name), options)
        outcome = repository.run("push", "-v", env=nowhere_else)
        assert (outcome.status == 0) == (complaint is None), outcome
        assert len(place.read(name)) == (1 if complaint is None else 0)
        if repository is pair.cairn:
            assert outcome.status in (0, *REFUSALS) and (complaint or "") in outcome.err, outcome
            assert not [secret for secret in secrets if secret in outcome.out + outcome.err], outcome
        cached = repository.objects()
        shutil.rmtree(repository.root / ".dvc/cache")
        repository.run("fetch", env=nowhere_else)
        assert repository.objects() == (cached if complaint is None else set())


def test_certificates_of_stores(pair, server, tmp_path):
    """ssl_verify, as dvc reads it."""
    cases = {"true": False, "/nowhere": False, "false": True, "{}": True}
    with places.TlsStore(tmp_path / "tls", server("s3rver")) as front:
        pair.write("a", CONTENT)
        pair.run("add", "-q", "a")
        for number, (verify, lets_in) in enumerate(cases.items()):
            for repository in pair.both if lets_in else [pair.cairn]:  # dvc takes its time to say no
                url = front.behind.url(f"tls-{repository.root.parent.name}-{number}")
                repository.add_remote("there", url, front.options() | {"ssl_verify": verify.format(front.certificate)})
                outcome = repository.run("push")
                assert (outcome.status == 0) == lets_in, outcome
                assert lets_in or "certificate" in outcome.err, outcome


def test_how_objects_travel(repository, s3, tmp_path):
    """multipart_threshold, multipart_chunksize and max_concurrent_requests of AWS's config file."""
    (repository.root / "a").write_bytes(b"0123456789abcdef" * (16 << 16))  # 16 MiB
    assert repository.run("add", "-q", "a").status == 0
    for threshold, size, parts in (("32MB", "5MB", None), ("8MB", "5MB", 4), ("8388608", "7MiB", 3)):
        (tmp_path / "config").write_text(f"[default]\ns3 =\n  multipart_threshold = {threshold}\n  multipart_chunksize = {size}\n  max_concurrent_requests = 2\n")
        key = pushes(repository, s3, f"parts-{parts}-{threshold}", s3.options() | {"configpath": str(tmp_path / "config")})
        assert s3.headers(key)["ETag"].strip('"').partition("-")[2] == (str(parts) if parts else "")
    (tmp_path / "config").write_text("[default]\ns3 =\n  multipart_threshold = many\n")
    refused(repository, s3, "x", s3.options() | {"configpath": str(tmp_path / "config")}, "s3.multipart_threshold is 'many'")


def test_time_outs_and_addresses(repository, s3):
    pushes(repository, s3, "timely", s3.options() | {"connect_timeout": "5", "read_timeout": "10", "use_ssl": "false", "listobjects": "true", "verify": "true"})
    outcome = refused(repository, s3, "x", s3.options() | {"endpointurl": "http://127.0.0.1:1", "connect_timeout": "1"})
    assert "127.0.0.1" in outcome.err


# ---------------------------------------------------------------------------------------------------- HTTP, WebDAV


def test_http(repository, server):
    basic = server("http")
    wrong = basic.options() | {"password": "wrong pass"}
    refused(repository, basic, "x", wrong, "401", "check user and password")
    refused(repository, basic, "x", {"auth": "basic", "user": "user"}, "require both 'user' and 'password'")
    refused(repository, basic, "x", {"auth": "custom", "password": "p"}, "require both 'custom_auth_header' and 'password'")
    refused(repository, basic, "x", basic.options() | {"method": "POST"}, "POST http", "the server answered 40")
    header = "Basic " + base64.b64encode(f"{places.USER}:{places.PASSWORD}".encode()).decode()
    pushes(repository, basic, "custom", {"auth": "custom", "custom_auth_header": "Authorization", "password": header, "method": "PUT"})


def test_digest(repository, server):
    """dvc lists it, and fails."""
    digest = server("webdav with digest")
    name = next((repository.root / ".dvc/cache/files/md5").iterdir()).name
    (digest.folder / "digest/files/md5" / name).mkdir(parents=True)
    (digest.folder / "x/files/md5" / name).mkdir(parents=True)
    place = PlainHttp(digest)
    pushes(repository, place, "digest", {"auth": "digest", "user": places.USER, "password": places.PASSWORD, "method": "PUT"})
    refused(repository, place, "x", {"auth": "digest", "user": places.USER, "password": "wrong pass", "method": "PUT"}, "401")
    refused(repository, place, "x", {"auth": "basic", "user": places.USER, "password": places.PASSWORD, "method": "PUT"}, "401")


class PlainHttp(places.Place):
    """A WebDAV server as a web server."""

    def __init__(self, webdav):
        self._webdav = webdav

    def url(self, name):
        return self._webdav.url(name).replace("webdav", "http")

    def read(self, name):
        return self._webdav.read(name)


@pytest.fixture(scope="module")
def front(server, tmp_path_factory):
    with places.TlsFront(tmp_path_factory.mktemp("tls"), server("webdav")) as running:
        yield running


def test_webdav_certificates_tokens_and_headers(repository, front):
    trusted = {"ssl_verify": front.file("ca.pem")}
    own = {"cert_path": front.file("client.pem"), "key_path": front.file("client.key")}
    pushes(repository, front, "own/a", trusted | own)
    refused(repository, front, "own/x", trusted, "403")
    refused(repository, front, "own/x", own, "certificate")  # an authority that nobody here knows
    pushes(repository, front, "own/b", own | {"ssl_verify": "false"})
    pushes(repository, front, "token/a", trusted | {"token": front.TOKEN})
    pushes(repository, front, "token/b", trusted | {"bearer_token_command": f"echo {front.TOKEN}"})
    refused(repository, front, "token/x", trusted | {"token": "another"}, "401")
    refused(repository, front, "token/x", trusted | {"bearer_token_command": "exit 3"}, "bearer_token_command failed")
    pushes(repository, front, "header/a", trusted | {"custom_auth_header": "X-Password", "password": places.PASSWORD, "timeout": "20"})
    refused(repository, front, "header/x", trusted | {"custom_auth_header": "X-Password", "password": "wrong pass"}, "401")


def test_webdav_passwords(repository, server):
    webdav = server("webdav")
    refused(repository, webdav, "x", {"user": places.USER, "password": "wrong pass"}, "401", "check user and password")
    asking = {"user": places.USER, "ask_password": "true"}
    refused(repository, webdav, "x", asking, "there is no terminal to ask for a password on")
    assert answer_on_terminal(repository, webdav, "asked", asking, "Enter a password for host") == "1 file pushed"


def answer_on_terminal(repository, place, name, options, question):
    """Pushes on a terminal of its own, types the password there, and gives the last line that is shown."""
    place.prepare(name)
    place.welcome(repository.root.parent)
    repository.add_remote("there", place.url(name), options)
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(repository.root)
        os.execve(repository.program[0], [*repository.program, "push"], {"HOME": str(repository.root.parent), "PATH": os.environ["PATH"]})
    shown = b""
    asked = False
    while select.select([terminal], [], [], 60)[0]:
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            break
        shown += piece
        if not asked and question.encode() in shown and shown.rstrip(b" ").endswith(b"\n"):
            os.write(terminal, places.PASSWORD.encode() + b"\n")
            asked = True
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, shown
    assert asked and places.PASSWORD.encode() not in shown
    return shown.decode().replace("\r", "").strip().splitlines()[-1]


# ----------------------------------------------------------------------------------------------------------- SSH


def test_ssh_keys(repository, server):
    ssh = server("ssh")
    user = {"user": ssh.options()["user"], "allow_agent": "false"}
    guarded = str(ssh.make_key("guarded", "open sesame"))
    pushes(repository, ssh, "guarded", user | {"keyfile": guarded, "passphrase": "open sesame"})
    refused(repository, ssh, "x", user | {"keyfile": guarded, "passphrase": "wrong pass"}, "lets nobody in with the key")
    refused(repository, ssh, "x", user | {"keyfile": guarded, "ask_passphrase": "true"}, "there is no terminal")
    refused(repository, ssh, "x", ssh.options() | {"gss_auth": "true"}, "gss_auth")
    refused(repository, ssh, "x", user, "lets nobody in with the keys in ~/.ssh")


def test_ssh_agent(repository, server):
    ssh = server("ssh")
    user = {"user": ssh.options()["user"]}
    key = ssh.make_key("of the agent")
    socket = repository.root.parent / "agent"
    agent = subprocess.Popen(["ssh-agent", "-D", "-a", str(socket)], stdout=subprocess.DEVNULL)
    try:
        env = {"SSH_AUTH_SOCK": str(socket)}
        while not socket.exists():
            pass
        subprocess.run(["ssh-add", "-q", str(key)], check=True, env=os.environ | env, capture_output=True)
        pushes(repository, ssh, "agent", user, env=env)
        refused(repository, ssh, "x", user | {"allow_agent": "false"}, "lets nobody in", env=env)
    finally:
        agent.kill()
        agent.wait()


def test_ssh_config(repository, server):
    """Host, port, user and key are what ~/.ssh/config says, unless the remote says otherwise."""
    ssh = server("ssh")
    ssh.welcome(repository.root.parent)
    key = ssh.options()["keyfile"]
    (repository.root.parent / ".ssh/config").write_text(
        f"Host store\n  HostName 127.0.0.1\n  Port {ssh.port}\n  User {ssh.options()['user']}\n  IdentityFile {key}\n"
    )
    named = Named(ssh, "store")
    pushes(repository, named, "by-name", {})
    refused(repository, named, "x", {"port": "1"}, "cannot connect")
    pushes(repository, Named(ssh, "127.0.0.1"), "by-port", ssh.options() | {"port": str(ssh.port)})


class Named(places.Place):
    """The SSH server under another name, without its port."""

    def __init__(self, ssh, host):
        self._ssh, self._host = ssh, host
        self.welcome = ssh.welcome

    def url(self, name):
        return f"ssh://{self._host}{self._ssh.folder}/{name}"

    def read(self, name):
        return self._ssh.read(name)


def test_ssh_passwords(repository, server):
    """A server of another hand; whose host key nobody knows gets nothing."""
    ssh = server("ssh with passwords")
    pushes(repository, ssh, "password", ssh.options())
    refused(repository, ssh, "x", ssh.options() | {"password": "wrong pass"}, "lets nobody in with a password")
    asking = {"user": places.USER, "ask_password": "true"}
    assert answer_on_terminal(repository, ssh, "asked", asking, "Enter a password for") == "1 file pushed"
    repository.add_remote("there", ssh.url("x"), ssh.options())
    (repository.root.parent / ".ssh/known_hosts").write_text("")
    outcome = repository.run("push", "-r", "there")
    assert outcome.status in REFUSALS and "is not in ~/.ssh/known_hosts" in outcome.err


def test_what_dvc_reads(pair, server):
    """dvc is let in as ours is, by what both read from one config."""
    cases = [("ssh with passwords", {}), ("webdav", {}), ("moto", {"sse": "AES256"})]
    pair.write("a", CONTENT)
    pair.run("add", "a")
    for kind, more in cases:
        place = server(kind)
        name = f"both-{kind.replace(' ', '-')}"
        place.prepare(name)
        for repository in pair.both:
            place.welcome(repository.root.parent)
            repository.add_remote("there", place.url(name), place.options() | more)
        assert pair.cairn.run("push").out == "1 file pushed\n"
        outcome = pair.dvc.run("status", "-c")
        assert (outcome.status, outcome.out) == (0, "Cache and remote 'there' are in sync.\n"), outcome
