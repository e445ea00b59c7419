"""The files of deploy/, with only what a test must have otherwise: ports, folders, addresses."""

from collections.abc import Mapping
from pathlib import Path

from tests.processes.house_process import ROOT

DEPLOY = ROOT / "deploy"


def changed(file: str, changes: Mapping[str, str]) -> str:
    """The text of a file of deploy/ with the changes. AssertionError if there was nothing to change."""
    text = (DEPLOY / file).read_text(encoding="utf-8")
    for written, instead in changes.items():
        assert written in text, written
        text = text.replace(written, instead)
    return text


def put(folder: Path, file: str, changes: Mapping[str, str]) -> Path:
    """The changed file, in a folder."""
    target = folder / Path(file).name
    target.write_text(changed(file, changes), encoding="utf-8")
    return target
