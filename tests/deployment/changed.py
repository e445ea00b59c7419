"""The files of deploy/ and compose.yaml, with only what a test must have otherwise: ports, folders, accounts."""

from collections.abc import Mapping
from pathlib import Path

from tests.delivery.yaml_file import read
from tests.processes.house_process import ROOT

DEPLOY = ROOT / "deploy"


def changed(file: str, changes: Mapping[str, str]) -> str:
    """The text of a file of deploy/ with the changes. AssertionError if there was nothing to change."""
    return _with(changes, (DEPLOY / file).read_text(encoding="utf-8"))


def put(folder: Path, file: str, changes: Mapping[str, str]) -> Path:
    """The changed file, in a folder."""
    target = folder / Path(file).name
    target.write_text(changed(file, changes), encoding="utf-8")
    return target


def command_of(part: str, changes: Mapping[str, str]) -> list[str]:
    """What compose.yaml has a part run, with the changes."""
    return _with(changes, "\n".join(read("compose.yaml")["services"][part]["command"])).split("\n")


def _with(changes: Mapping[str, str], text: str) -> str:
    for written, instead in changes.items():
        assert written in text, written
        text = text.replace(written, instead)
    return text
