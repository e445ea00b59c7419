"""A YAML file of the project, as the programs that read it understand it: "on" is a word in YAML 1.2."""

from typing import Any

from ruamel.yaml import YAML

from tests.processes.house_process import ROOT


def read(file: str) -> Any:
    """What a file says, by its path from the root."""
    return YAML(typ="safe", pure=True).load(ROOT / file)
