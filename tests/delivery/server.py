"""A folder that stands for a server, where docker only writes down what it is told, and ssh leads to this machine."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.processes.house_process import ROOT

DOCKER = """#!/bin/sh
echo "$VERSION: $*" >>{said}
case "$*" in *"$(cat {broken} 2>/dev/null || echo nothing)"*) exit 1 ;; esac
"""
SSH = """#!/bin/sh
echo "$*" >>{asked}
for last in "$@"; do :; done
exec sh -c "$last"
"""


@dataclass(frozen=True)
class Server:
    """It, with what has been told to docker there."""

    folder: Path
    notes: Path
    environment: dict[str, str]

    def run(self, script: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a script of deploy/."""
        command = ["sh", str(script), *arguments]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)

    def release(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Put a release to work."""
        return self.run(self.folder / "deploy/release.sh", *arguments)

    def breaks_at(self, step: str) -> None:
        """From now on docker fails when it is told this."""
        (self.notes / "broken").write_text(step, encoding="utf-8")

    def told(self) -> list[str]:
        """What docker was told, in its order."""
        said = self.notes / "said"
        return said.read_text(encoding="utf-8").splitlines() if said.exists() else []

    @property
    def version(self) -> str:
        """The release that starts when the server does."""
        text = (self.folder / "deploy/compose.env").read_text(encoding="utf-8")
        return text.split("VERSION=")[1].splitlines()[0]


def a_server(folder: Path) -> Server:
    """One on which 1.2.2 serves."""
    notes, programs, house = folder / "notes", folder / "programs", folder / "house"
    notes.mkdir()
    programs.mkdir()
    for name, text in {"docker": DOCKER, "ssh": SSH}.items():
        places = {place: str(notes / place) for place in ("said", "broken", "asked")}
        (programs / name).write_text(text.format_map(places), encoding="utf-8")
        (programs / name).chmod(0o755)
    (house / "deploy").mkdir(parents=True)
    for script in ("release.sh", "renew.sh"):
        shutil.copy(ROOT / "deploy" / script, house / "deploy")
    (house / "deploy/compose.env").write_text(
        "IMAGE=ghcr.io/a/b\nVERSION=1.2.2\nPOSTGRES_PASSWORD=x\n", encoding="utf-8"
    )
    return Server(house, notes, os.environ | {"PATH": f"{programs}:{os.environ['PATH']}"})
