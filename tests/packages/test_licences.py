"""What runs with the app may be sold with it, and asks nobody to give the source of the app away."""

import re
from importlib.metadata import distributions, metadata

import pytest
from packaging.utils import canonicalize_name

from tests.packages.audited import locked
from tests.processes.house_process import ROOT

ALLOWED = {
    *("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MIT-0", "PSF-2.0"),
    *("Apache Software License", "BSD License", "MIT License", "Python Software Foundation License"),
    *("The Unlicense (Unlicense)",),
    *("MPL-2.0", "Mozilla Public License 2.0 (MPL 2.0)"),  # asks for the source of its own files alone
    "LGPL-3.0-only",  # psycopg: a library that we import and do not change
}
_OPERATOR = re.compile(r" (?:AND|OR|WITH) ")
INSTALLED = {canonicalize_name(each.name) for each in distributions()}
NAMES = sorted(INSTALLED & {name for name, _ in locked((ROOT / "requirements.txt").read_text(encoding="utf-8"))})


def licences(package: str) -> list[str]:
    """The licences that a package names; of classifiers and the older field, those that we may choose."""
    told = metadata(package)
    if expressions := told.get_all("License-Expression", []):
        return _OPERATOR.split(re.sub(r"[()]", "", expressions[0]))
    classified = [each.split(" :: ")[-1] for each in told.get_all("Classifier", []) if each.startswith("License :: ")]
    return [each for each in classified if each in ALLOWED] or classified or told.get_all("License", ["none"])


@pytest.mark.parametrize("package", NAMES)
def test_every_licence_of_a_package_that_runs_with_the_app_is_one_that_we_allow(package: str) -> None:
    assert set(licences(package)) <= ALLOWED
