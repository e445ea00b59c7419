"""The audit fails for a known weakness, and also for a package that nobody looked at."""

import json

import pytest
from packaging.utils import NormalizedName

from tests.packages import __main__ as command
from tests.packages.audited import complaints, locked, sheets

LOCK_FILE = """\
alpha==1.0 \\
    --hash=sha256:00
beta[extra]==2.0 ; sys_platform == 'win32' \\
    --hash=sha256:00
gamma==3.0 ; python_full_version < '3.12' \\
    --hash=sha256:00
gamma==4.0 ; python_full_version >= '3.12' \\
    --hash=sha256:00
    # via alpha==9.9
"""
ALPHA = (NormalizedName("alpha"), "1.0")
KNOWN = """{"dependencies": [{"name": "alpha", "version": "1.0", "vulns": [{"id": "PYSEC-2026-1",
"fix_versions": ["1.1"], "aliases": ["CVE-2026-1"], "description": "It gives files away."}]}], "fixes": []}"""
NOT_FOUND = """{"dependencies": [{"name": "alpha",
"skip_reason": "Dependency not found on PyPI and could not be audited: alpha (1.0)"}], "fixes": []}"""
OLDER = """{"dependencies": [{"name": "alpha", "version": "0.9", "vulns": []}], "fixes": []}"""


def nothing_known(sheet: str) -> str:
    """A report as pip-audit writes it."""
    looked_at = [{"name": name, "version": version, "vulns": []} for name, version in locked(sheet)]
    return json.dumps({"dependencies": looked_at, "fixes": []})


def test_every_release_of_a_lock_file_is_read_for_whichever_python_and_system_it_is() -> None:
    assert locked(LOCK_FILE) == [("alpha", "1.0"), ("beta", "2.0"), ("gamma", "3.0"), ("gamma", "4.0")]


def test_two_releases_of_a_package_are_asked_about_apart_and_without_conditions() -> None:
    assert sheets(locked(LOCK_FILE)) == ["alpha==1.0\nbeta==2.0\ngamma==3.0\n", "gamma==4.0\n"]


def test_nothing_is_said_when_all_were_looked_at_and_nothing_is_known() -> None:
    releases = locked(LOCK_FILE)
    assert complaints(releases, map(nothing_known, sheets(releases))) == []


def test_a_known_weakness_is_told_with_the_release_that_mends_it() -> None:
    assert complaints([ALPHA], [KNOWN]) == ["alpha 1.0 has PYSEC-2026-1. Mended in: 1.1."]


def test_a_package_that_pip_audit_could_not_look_up_is_a_failure() -> None:
    [said] = complaints([ALPHA], [NOT_FOUND])
    assert said.startswith("alpha 1.0 was not audited: Dependency not found on PyPI")


@pytest.mark.parametrize("report", ["", "\n", nothing_known(""), OLDER])
def test_a_package_that_is_missing_from_the_report_or_was_looked_up_at_another_release_is_a_failure(
    report: str,
) -> None:
    assert complaints([ALPHA], [report]) == ["alpha 1.0 was not audited: pip-audit says nothing of it."]


def test_the_command_ends_well_only_when_everything_that_runs_was_audited(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(nothing_known) == 0
    assert capsys.readouterr().out.endswith("nothing is known against them.\n")

    def forgetful(sheet: str) -> str:
        return nothing_known(sheet.replace("nicegui==", "something-else=="))

    assert command.main(forgetful) == 1
    assert "nicegui" in capsys.readouterr().err
