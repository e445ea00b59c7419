"""Ends an embedded server that does not stop, also one that hangs."""

import signal
from contextlib import suppress
from pathlib import Path

import psutil

from db.embedded import pid_file

_PATIENCE_SECONDS = 2


def end_at_once(data: Path) -> None:
    """End the server on the data, and every part of it: no later start shall find one that hangs.

    Its next start undoes what was not committed, as after a power cut.
    """
    server = pid_file.process_on(data)
    if server is None:
        return
    with suppress(psutil.NoSuchProcess):
        parts = [server, *server.children(recursive=True)]
        server.send_signal(signal.SIGQUIT)  # what pg_ctl calls an immediate stop
        _, deaf = psutil.wait_procs(parts, timeout=_PATIENCE_SECONDS)
        for part in deaf:
            with suppress(psutil.NoSuchProcess):
                part.kill()
        psutil.wait_procs(deaf, timeout=_PATIENCE_SECONDS)
