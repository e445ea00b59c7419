"""Programs of Debian that a test starts, and that are gone when it ends."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

_PATIENCE_SECONDS = 30
_PROGRAMS = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin"  # which is on nobody's path but root's


@dataclass(frozen=True)
class Server:
    """One that listens on a port of this machine."""

    port: int
    process: "subprocess.Popen[str]"

    def reload(self) -> None:
        """Have it read its certificate and its settings again."""
        self.process.send_signal(signal.SIGHUP)


def program(name: str) -> str:
    """Where the program is. AssertionError without its package: `make test` installs it or says so."""
    found = shutil.which(name, path=_PROGRAMS)
    assert found, f"{name} is not installed"
    return found


@contextmanager
def listening(command: Sequence[str], *, port: int, account: int | None = None) -> Iterator[Server]:
    """Run a server, as that account, from when it listens on its port until the block ends."""
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, **as_account(account)) as process:
        try:
            _wait_for(port, process)
            yield Server(port, process)
        finally:
            process.terminate()
            process.communicate(timeout=_PATIENCE_SECONDS)


def as_account(account: int | None) -> dict[str, Any]:
    """How a program is told to run as another account, with its group alone; nothing if we are not root."""
    if account is None or os.geteuid() != 0:
        return {}
    return {"user": account, "group": pwd.getpwuid(account).pw_gid, "extra_groups": []}


def _wait_for(port: int, process: "subprocess.Popen[str]") -> None:
    while process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise AssertionError(process.communicate()[1])
