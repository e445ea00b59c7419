"""What is installed is what was asked for: the lock files know every requirement, its release and its hashes."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNNING = [Requirement(line) for line in PROJECT["dependencies"]]
TESTING = [Requirement(line) for line in PROJECT["optional-dependencies"]["dev"]]


def locked(file: str) -> dict[str, str]:
    """The release of every package in a lock file."""
    text = (ROOT / file).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9.-]+)(?:\[.+\])?==(\S+)", text, flags=re.MULTILINE))


@pytest.mark.parametrize(
    ("file", "wanted"), [("requirements.txt", RUNNING), ("requirements-dev.txt", [*RUNNING, *TESTING])]
)
def test_every_requirement_is_locked_at_a_release_that_it_allows(file: str, wanted: list[Requirement]) -> None:
    releases = locked(file)
    assert not [str(one) for one in wanted if not one.specifier.contains(releases.get(one.name, "0"))], "run make lock"


def test_a_package_that_is_asked_for_with_extras_is_locked_with_them() -> None:
    text = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")
    assert "\ncoverage[toml]==" in text, "older releases of pip look for the newest coverage[toml], which has no hash"


def test_tests_run_on_the_very_releases_that_people_get() -> None:
    assert locked("requirements.txt").items() <= locked("requirements-dev.txt").items()


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_every_locked_release_has_hashes_and_comes_from_wherever_the_reader_chose(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", text)[1:]
    assert {re.split(r"\[|==", entry)[0] for entry in entries} == locked(file).keys()  # some differ by the Python
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text
