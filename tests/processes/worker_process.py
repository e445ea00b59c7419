"""A worker as people start it beside the processes that serve: `python -m services.jobs`."""

import signal
import subprocess
import sys
from collections.abc import Mapping

from services.jobs.__main__ import READY
from tests.processes.house_process import ROOT, only

_PATIENCE_SECONDS = 60


class WorkerProcess:
    """A worker with the given environment, and nothing of a developer's own."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.process = subprocess.Popen(  # pylint: disable=consider-using-with  # it runs as long as its test
            [sys.executable, "-m", "services.jobs"],
            cwd=ROOT,
            env=only(environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def opened(self) -> "WorkerProcess":
        """Wait until it says that it is ready."""
        assert self.process.stdout is not None
        assert READY.partition("\n")[0] in self.process.stdout.readline(), self.process.communicate()[1]
        return self

    def told(self, asked: signal.Signals) -> tuple[int, str]:
        """Tell it to stop: the exit code, and what it said on standard error."""
        self.process.send_signal(asked)
        return self.ended()

    def ended(self) -> tuple[int, str]:
        """Wait for the end."""
        _, said = self.process.communicate(timeout=_PATIENCE_SECONDS)
        return self.process.returncode, said
