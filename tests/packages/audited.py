"""What is known against the locked releases, and which of them nobody looked at.

pip-audit ends well when it could not ask about a package, and passes in silence over a line for another Python.
"""

import json
import re
from collections.abc import Iterable, Iterator

from packaging.utils import NormalizedName, canonicalize_name

Release = tuple[NormalizedName, str]
"""The name of a package, as PyPI spells it, and a version."""
_LOCKED = re.compile(r"^([\w.-]+)(?:\[[^\]]*\])?==([^\s;]+)", re.MULTILINE)


def locked(requirements: str) -> list[Release]:
    """Every release in the text of a lock file, for whichever Python or system it is."""
    return [(canonicalize_name(name), version) for name, version in _LOCKED.findall(requirements)]


def sheets(releases: Iterable[Release]) -> list[str]:
    """The releases as lists that pip-audit takes: it refuses one that names a package twice."""
    made: list[dict[NormalizedName, str]] = []
    for name, version in releases:
        sheet = next((one for one in made if name not in one), None)
        if sheet is None:
            made.append(sheet := {})
        sheet[name] = version
    return ["".join(f"{name}=={version}\n" for name, version in sheet.items()) for sheet in made]


def complaints(releases: Iterable[Release], reports: Iterable[str]) -> list[str]:
    """A sentence for each release that is weak or was not looked at, by pip-audit's reports in JSON.

    A report may be empty: then pip-audit itself failed.
    """
    told = [one for report in reports if report.strip() for one in json.loads(report)["dependencies"]]
    looked_at = {(canonicalize_name(one["name"]), one["version"]) for one in told if "vulns" in one}
    reasons = {canonicalize_name(one["name"]): one["skip_reason"] for one in told if "skip_reason" in one}
    missed = [
        f"{name} {version} was not audited: {reasons.get(name, 'pip-audit says nothing of it')}."
        for name, version in releases
        if (name, version) not in looked_at
    ]
    return [line for one in told for line in _weaknesses(one)] + missed


def _weaknesses(told: dict[str, object]) -> Iterator[str]:
    weaknesses = told.get("vulns", [])
    assert isinstance(weaknesses, list)
    for weakness in weaknesses:
        mended = ", ".join(weakness["fix_versions"]) or "no release"
        yield f"{told['name']} {told['version']} has {weakness['id']}. Mended in: {mended}."
