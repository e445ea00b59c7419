"""Cuts single weights out of our variable font, for Typst, which reads no WOFF2. `make vendor` does it after fetching.

fontTools runs as a program, so that nothing but `make vendor` needs it.
"""

import hashlib
import subprocess  # nosec B404 # runs fontTools with paths from our own record only
import sys
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Cut:
    """One weight: its file, the variable font that it was cut from, and the sha256 of both at that time."""

    file: str
    weight: int
    whole: str
    whole_sha256: str
    sha256: str

    def as_toml(self) -> str:
        """Its table in vendored.toml."""
        texts = [f'{key} = "{getattr(self, key)}"' for key in ("whole", "whole_sha256", "sha256")]
        return "\n".join(["[[cut]]", f'file = "{self.file}"', f"weight = {self.weight}", *texts, ""])


def cut(font: Cut, folder: Path) -> Cut:
    """Write the file anew from the variable font as it is now. The same font gives the same bytes."""
    unpacked = folder / "whole.ttf"
    _run("ttLib.woff2", "decompress", "-o", str(unpacked), str(ROOT / font.whole))
    to = ("--no-recalc-timestamp", "--output", str(ROOT / font.file))
    _run("varLib.instancer", str(unpacked), f"wght={font.weight}", *to)
    return replace(font, whole_sha256=sha256_of(font.whole), sha256=sha256_of(font.file))


def sha256_of(path: str) -> str:
    """Of a file, by its path from the root of the project."""
    return hashlib.sha256((ROOT / path).read_bytes()).hexdigest()


def _run(tool: str, *arguments: str) -> None:
    command = [sys.executable, "-m", f"fontTools.{tool}", *arguments]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 # nosec B603 # see above
