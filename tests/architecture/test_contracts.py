"""The lists of who may not be imported are whole: a new module is on them, or it is allowed by name here."""

import tomllib

import pytest

from tests.architecture.sources import ROOT

ALLOWED = {
    "Components take values": {"services.words", "db.values"},
    "Words import only": {"services.words", "db.values"},
    "The tax engine is pure": {"services.tax", "services.errors", "db.values"},
    "The deduction finder is pure": {"services.finder", "services.tax", "services.errors", "db.values"},
}


def _parts(room: str) -> set[str]:
    """The modules and packages that lie directly in a room."""
    inside = (ROOT / room).iterdir()
    return {f"{room}.{path.stem}" for path in inside if path.suffix == ".py" or list(path.glob("*.py"))} - {
        f"{room}.__init__"
    }


@pytest.mark.parametrize("beginning", ALLOWED)
def test_a_contract_forbids_every_part_of_the_floors_below_but_the_allowed_ones(beginning: str) -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    [contract] = [each for each in contracts if each["name"].startswith(beginning)]
    forbidden = {name for name in contract["forbidden_modules"] if name.startswith(("services.", "db."))}
    assert forbidden == (_parts("services") | _parts("db")) - ALLOWED[beginning]
