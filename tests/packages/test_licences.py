"""The look at licences finds what nobody allowed, in every form in which a package can name one."""

from email.message import Message

import pytest

from tests.packages import licences


def a_package(**fields: str) -> Message:
    told = Message()
    for name, value in fields.items():
        told[name.replace("_", "-")] = value
    return told


@pytest.mark.parametrize(
    ("told", "is_allowed"),
    [
        (a_package(License_Expression="MIT"), True),
        (a_package(License_Expression="MIT AND (Apache-2.0 OR BSD-3-Clause)"), True),
        (a_package(License_Expression="AGPL-3.0-or-later"), False),
        (a_package(License_Expression="MIT AND GPL-3.0-only"), False),
        (a_package(Classifier="License :: OSI Approved :: BSD License"), True),
        (a_package(Classifier="License :: OSI Approved :: GNU General Public License v3 (GPLv3)"), False),
        (a_package(License="MIT"), True),
        (a_package(License="ask us"), False),
        (a_package(), False),
    ],
)
def test_a_licence_is_allowed_only_by_name(told: Message, is_allowed: bool) -> None:
    found = licences.complaints(["some-package"], lambda _: told)  # type: ignore[arg-type,return-value]  # reads alike
    assert (found == []) is is_allowed
    assert all("some-package" in line for line in found)


def test_every_package_that_runs_with_the_app_is_looked_at_and_allowed(capsys: pytest.CaptureFixture[str]) -> None:
    packages = licences.running()
    assert {"authlib", "fastapi", "nicegui", "psycopg"} <= set(packages)
    assert licences.main() == 0
    assert f"All {len(packages)} packages" in capsys.readouterr().out
