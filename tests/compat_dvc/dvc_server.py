"""The real dvc, started once: each command runs in a fork of a process that has imported it already.

Importing takes dvc most of a second, and a test runs dozens of commands. Nothing else is different: the fork has the
command's own arguments, directory, environment and files, and runs dvc's own main function to its end.

Requests and answers are lines of JSON on standard input and output.
"""

import importlib
import json
import os
import pkgutil
import sys


STORAGES = ("dvc_s3", "s3fs", "aiobotocore.session", "dvc_http.spec", "aiohttp_retry", "dvc_ssh.spec", "dvc_ssh.client", "sshfs", "dvc_webdav", "webdav4.fsspec")


def import_all():
    for package in ("dvc.commands", "dvc.repo", "dvc_data.index", "dvc_data.hashfile", "dvc.fs"):
        root = importlib.import_module(package)
        for module in pkgutil.iter_modules(root.__path__, package + "."):
            try:
                importlib.import_module(module.name)
            except ImportError:  # of what isn't installed
                pass
    for name in ("dvc.cli", "dvc.cli.parser", "dvc.prompt", "diskcache", "sqltrie", "pygtrie", "tabulate", "pathspec", "scmrepo.git", *STORAGES):
        importlib.import_module(name)


def run(request: dict):
    os.chdir(request["cwd"])
    os.environ.clear()
    os.environ.update(request["env"])
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        flags = os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        opened = os.open(request[name], flags, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    sys.argv = ["dvc", *request["arguments"]]
    from dvc.cli import main

    status = main(request["arguments"])
    sys.stdout.flush()
    sys.stderr.flush()
    return status


def serve():
    import_all()
    print("ready", flush=True)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                status = run(json.loads(line))
            except SystemExit as stop:
                status = stop.code or 0
            except BaseException as error:  # noqa: BLE001 - whatever it is, the parent's loop is not to go on here
                print(repr(error), file=sys.stderr, flush=True)
                status = 99
            sys.stdout.flush()
            os._exit(status or 0)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    serve()
