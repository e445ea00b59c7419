"""Programs of Debian that a test starts, and that are gone when it ends."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

_PATIENCE_SECONDS = 30
_PROGRAMS = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin"  # which is on nobody's path but root's


def program(name: str) -> str:
    """Where the program is. AssertionError without its package: `make test` installs it or says so."""
    found = shutil.which(name, path=_PROGRAMS)
    assert found, f"{name} is not installed"
    return found


@contextmanager
def listening(command: Sequence[str], *, port: int, account: int | None = None) -> Iterator[None]:
    """Run a server, as that account, from when it listens on its port until the block ends."""
    groups: list[str] | None = None if account is None else []
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, user=account, extra_groups=groups) as process:
        try:
            _wait_for(port, process)
            yield
        finally:
            process.terminate()
            process.communicate(timeout=_PATIENCE_SECONDS)


def _wait_for(port: int, process: "subprocess.Popen[str]") -> None:
    while process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise AssertionError(process.communicate()[1])
