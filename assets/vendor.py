"""Refreshes what others made: fonts, icons and the accessibility checker, each with its licence, version and sha256.

`make vendor` runs it, on a machine that has npm. What it fetches is committed, so nobody else needs npm. The fonts of
documents are cut out of those that were fetched.
"""

import hashlib
import json
import subprocess  # nosec B404 # runs npm with fixed arguments only
import tarfile
import tempfile
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from assets.cutting import Cut, cut

ASSETS = Path(__file__).parent
RECORD = ASSETS / "vendored.toml"


@dataclass(frozen=True)
class Package:
    """One npm package: what we call it, and which of its files lie where under assets/."""

    name: str
    version: str
    licence: str
    home: str
    files: dict[str, dict[str, str]]

    def as_toml(self) -> str:
        """Its table in vendored.toml."""
        about = [f'{key} = "{getattr(self, key)}"' for key in ("name", "version", "licence", "home")]
        files = [f'"{ours}" = {{ from = "{f["from"]}", sha256 = "{f["sha256"]}" }}' for ours, f in self.files.items()]
        return "\n".join(["[[package]]", *about, "", "[package.files]", *files, ""])


def main() -> None:
    """Fetch the newest version of every package in vendored.toml, cut the fonts, and write the record anew."""
    with tempfile.TemporaryDirectory() as folder:
        refreshed = [refresh(package, Path(folder)) for package in packages()]
        RECORD.write_text(as_toml(refreshed, [cut(font, Path(folder)) for font in cuts()]), encoding="utf-8")


def packages() -> list[Package]:
    """The packages in vendored.toml."""
    return [Package(**entry) for entry in _record()["package"]]


def cuts() -> list[Cut]:
    """The fonts in vendored.toml that are cut out of others."""
    return [Cut(**entry) for entry in _record()["cut"]]


def as_toml(fetched: list[Package], made: list[Cut]) -> str:
    """The whole of vendored.toml."""
    tables = [*(package.as_toml() for package in fetched), *(font.as_toml() for font in made)]
    return "\n".join([HEAD, *tables])


def _record() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(RECORD.read_text(encoding="utf-8"))


def refresh(package: Package, folder: Path) -> Package:
    """The same entry with the newest version, its files written into assets/."""
    packed = subprocess.run(  # noqa: S603 # nosec B603 B607 # the names come from our own record
        ["npm", "pack", package.name, "--json", "--pack-destination", str(folder)],  # noqa: S607 # npm is on the PATH
        check=True,
        capture_output=True,
        text=True,
    )
    [report] = json.loads(packed.stdout)
    with tarfile.open(folder / report["filename"]) as archive:
        kept = {ours: entry | {"sha256": keep(archive, entry["from"], ours)} for ours, entry in package.files.items()}
    return replace(package, version=report["version"], files=kept)


def keep(archive: tarfile.TarFile, theirs: str, ours: str) -> str:
    """Write one file of the package to its place under assets/; its sha256 comes back."""
    member = archive.extractfile(f"package/{theirs}")
    if member is None:
        raise FileNotFoundError(theirs)
    content = member.read()
    (ASSETS / ours).parent.mkdir(parents=True, exist_ok=True)
    (ASSETS / ours).write_bytes(content)
    return hashlib.sha256(content).hexdigest()


HEAD = """\
# What others made and we carry: its package, licence, version and where each file lies; then fonts cut out of these.
# `make vendor` refreshes it; a test compares every sha256 with the file. To add an icon, add its line with sha256 = "".
"""

if __name__ == "__main__":
    main()
