"""`make audit`. Exit code 0 if every locked release was looked at and nothing is known against any."""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.packages.audited import complaints, locked, sheets

_REQUIREMENTS = Path(__file__).parents[2] / "requirements.txt"
_PIP_AUDIT = ("pip_audit", "--disable-pip", "--no-deps", "--progress-spinner=off", "--format=json")


def main(ask: Callable[[str], str] | None = None) -> int:
    """Ask pip-audit about every release of requirements.txt, and say what is wrong."""
    releases = locked(_REQUIREMENTS.read_text(encoding="utf-8"))
    wrong = complaints(releases, map(ask or _asked, sheets(releases)))
    for line in wrong:
        sys.stderr.write(f"{line}\n")
    if not wrong:
        sys.stdout.write(f"All {len(releases)} releases were audited, and nothing is known against them.\n")
    return 1 if wrong else 0


def _asked(sheet: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        requirements = Path(folder) / "requirements.txt"
        requirements.write_text(sheet, encoding="utf-8")
        command = [sys.executable, "-m", *_PIP_AUDIT, f"--requirement={requirements}"]
        return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False).stdout


if __name__ == "__main__":
    raise SystemExit(main())
