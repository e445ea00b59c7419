"""The programs that read these files accept them, each by its own rules. None of them fetches anything."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.processes.house_process import ROOT

PROGRAMS = Path(sys.executable).parent
SCHEMA = ("check-jsonschema", "--builtin-schema")
ZIZMOR = ("zizmor", "--offline", "--pedantic", "--no-progress", "--quiet")
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*"))
HOUSE = ROOT / "tests/delivery/whole_house.sh"
SCRIPTS = [ROOT / ".ci/run", ROOT / ".ci/python", HOUSE, *sorted((ROOT / "deploy").rglob("*.sh"))]
ACCEPTED = {
    **dict.fromkeys(WORKFLOWS, (*SCHEMA, "vendor.github-workflows")),
    ROOT / ".github/dependabot.yml": (*SCHEMA, "vendor.dependabot"),
    ROOT / "compose.yaml": (*SCHEMA, "vendor.compose-spec"),
    ROOT / "Dockerfile": ("hadolint",),
    **dict.fromkeys((ROOT / "deploy").rglob("Dockerfile"), ("hadolint",)),
    ROOT / ".github": ZIZMOR,
    **dict.fromkeys(SCRIPTS, ("shellcheck",)),
}
REFUSED: dict[str, tuple[tuple[str, ...], str, str]] = {
    "a workflow without a job": ((*SCHEMA, "vendor.github-workflows"), "a.yml", "on: push\n"),
    "a service of compose with a wrong key": (
        (*SCHEMA, "vendor.compose-spec"),
        "a.yaml",
        "services: {app: {imagee: redis}}\n",
    ),
    "an image of any version": (("hadolint",), "Dockerfile", "FROM debian\n"),
    "a word that a shell would split": (("shellcheck",), "a.sh", "#!/bin/sh\nrm $1\n"),
    "an action that may change": (
        ZIZMOR,
        ".github/workflows/a.yml",
        "on: push\njobs: {a: {runs-on: ubuntu-24.04, steps: [{uses: actions/checkout@v4}]}}\n",
    ),
}


def said_by(command: tuple[str, ...], path: Path) -> subprocess.CompletedProcess[str]:
    """What a program of this environment says of a file."""
    program = str(PROGRAMS / command[0])
    return subprocess.run([program, *command[1:], str(path)], capture_output=True, text=True, check=False)


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", ACCEPTED, ids=_name)
def test_it_is_accepted(path: Path) -> None:
    said = said_by(ACCEPTED[path], path)
    assert said.returncode == 0, said.stdout + said.stderr


@pytest.mark.parametrize("what", REFUSED)
def test_the_programs_would_refuse(what: str, tmp_path: Path) -> None:
    command, file, text = REFUSED[what]
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_text(text, encoding="utf-8")
    assert said_by(command, tmp_path / file).returncode != 0
