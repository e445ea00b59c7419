"""`python -m tests.packages.licences`: what runs with the app may be sold with it, and asks nobody for its source.

Exit code 0 if every installed package that requirements.txt locks names only licences that we allow.
"""

import re
import sys
from collections.abc import Callable, Iterable
from importlib.metadata import PackageMetadata, distributions, metadata
from pathlib import Path

from packaging.utils import canonicalize_name

from tests.packages.audited import locked

ALLOWED = {
    *("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MIT-0", "MIT-CMU", "PSF-2.0"),
    *("Apache Software License", "BSD License", "MIT License", "Python Software Foundation License"),
    *("The Unlicense (Unlicense)",),
    *("MPL-2.0", "Mozilla Public License 2.0 (MPL 2.0)"),  # asks for the source of its own files alone
    "BSD-3-Clause, Apache-2.0, dependency licenses",  # pypdfium2: its wheel names those of PDFium, as free as these
    "LGPL-3.0-only",  # psycopg: a library that we import and do not change
}
_OPERATOR = re.compile(r" (?:AND|OR|WITH) ")
_REQUIREMENTS = Path(__file__).parents[2] / "requirements.txt"


def licences(told: PackageMetadata) -> list[str]:
    """The licences that a package names; of classifiers and the older field, those that we may choose."""
    if expressions := told.get_all("License-Expression", []):
        return _OPERATOR.split(re.sub(r"[()]", "", expressions[0]))
    classified = [each.split(" :: ")[-1] for each in told.get_all("Classifier", []) if each.startswith("License :: ")]
    return [each for each in classified if each in ALLOWED] or classified or told.get_all("License", ["none"])


def running() -> list[str]:
    """The names of the locked packages that are installed: some are for another system."""
    installed = {canonicalize_name(each.name) for each in distributions()}
    return sorted(installed & {name for name, _ in locked(_REQUIREMENTS.read_text(encoding="utf-8"))})


def complaints(packages: Iterable[str], told: Callable[[str], PackageMetadata] = metadata) -> list[str]:
    """A sentence for each package with a licence that nobody allowed."""
    found = {name: sorted(set(licences(told(name))) - ALLOWED) for name in packages}
    return [f"{name} has a licence that is not allowed: {', '.join(odd)}." for name, odd in found.items() if odd]


def main() -> int:
    """Look at every package that runs with the app, and say what is wrong."""
    packages = running()
    wrong = complaints(packages)
    for line in wrong:
        sys.stderr.write(f"{line}\n")
    if not wrong:
        sys.stdout.write(f"All {len(packages)} packages that run with the app have licences that we allow.\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
