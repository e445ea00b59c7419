"""compose.yaml: each part may do little, is of one release, says whether it is well, and has what it needs to start."""

import re
from typing import Any

import pytest

from services.settings import NAMES, load_settings, secrets
from services.settings.profile import Profile
from tests.delivery.yaml_file import read
from tests.processes.house_process import ROOT

COMPOSE = read("compose.yaml")
PARTS: dict[str, dict[str, Any]] = COMPOSE["services"]
LETTERS = "abcdef0123456789abcdef01"
OURS = [name for name, part in PARTS.items() if part.get("image", "").startswith("${IMAGE")]
OF_THE_OPERATOR = {
    "PUBLIC_URL": "https://mbtq.example",
    "COOKIES_TLS_ONLY": "true",
    "SMTP_HOST": "mail.example",
    "MAIL_FROM": "MBTQ <no-reply@mbtq.example>",
}
every_part = pytest.mark.parametrize("name", PARTS)
every_one_of_ours = pytest.mark.parametrize("name", OURS)


def dockerfile(name: str) -> str:
    """What the image of a part is built from, or nothing if others build it."""
    folder = PARTS[name].get("build", "." if name in OURS else None)
    return (ROOT / folder / "Dockerfile").read_text(encoding="utf-8") if folder else ""


def environment(name: str) -> dict[str, str]:
    """What compose tells a part, with passwords of letters."""
    told = {key: re.sub(r"\$\{\w+:\?\}", LETTERS, value) for key, value in PARTS[name]["environment"].items()}
    return {key: value for key, value in told.items() if key in NAMES}


@every_part
def test_a_part_may_do_little_on_a_disk_that_it_cannot_write(name: str) -> None:
    part = PARTS[name]
    assert (part["read_only"], part["cap_drop"], part["security_opt"]) == (True, ["ALL"], ["no-new-privileges:true"])


@every_part
def test_nobody_is_root_but_who_makes_certificates(name: str) -> None:
    of_the_image = re.findall(r"^USER (\S+)", dockerfile(name), re.MULTILINE)
    account = PARTS[name].get("user") or (of_the_image[-1] if of_the_image else "")
    assert account not in {"root", "0"} or name == "certificates"
    assert account or PARTS[name]["image"].startswith("nginxinc/nginx-unprivileged:")


@every_part
def test_a_part_is_of_one_release(name: str) -> None:
    images = re.findall(r"^FROM (\S+)", dockerfile(name), re.MULTILINE) or [PARTS[name]["image"]]
    assert [image for image in images if not re.search(r"@sha256:[0-9a-f]{64}$|:\d+\.\d+\.\d+[\w-]*$", image)] == []


@every_one_of_ours
def test_the_release_of_the_app_must_be_said(name: str) -> None:
    assert PARTS[name]["image"] == "${IMAGE:?}:${VERSION:?}"


@every_part
def test_a_part_says_whether_it_is_well(name: str) -> None:
    asked = PARTS[name].get("healthcheck", {})
    silent = name in {"worker", "migrate", "certificates"}  # the app's readiness tells of the worker; the others end
    assert asked.get("disable", False) is silent
    assert silent or "test" in asked or "\nHEALTHCHECK " in dockerfile(name)


def test_only_nginx_can_be_reached_from_outside() -> None:
    assert [name for name, part in PARTS.items() if "ports" in part] == ["nginx"]
    assert COMPOSE["networks"]["back"]["internal"] is True
    with_data = {name: part["networks"] for name, part in PARTS.items() if name in {"postgres", "pgbouncer", "redis"}}
    assert list(with_data.values()) == [["back"]] * 3


def test_who_makes_certificates_is_asked_first_and_by_nobody_outside() -> None:
    """It is root only to own what others may read and not change: it has no right, no network, and ends."""
    maker = PARTS["certificates"]
    assert (maker["network_mode"], maker["restart"], "cap_add" in maker) == ("none", "no", False)
    waiting = {name for name, part in PARTS.items() if "certificates" in part.get("depends_on", {})}
    assert waiting == {"postgres", "redis"}  # everything else waits for one of these
    assert PARTS["postgres"]["depends_on"] == {"certificates": {"condition": "service_completed_successfully"}}
    assert [name for name, part in PARTS.items() if "authority:/authority" in part.get("volumes", [])] == [
        "certificates"
    ]


@every_part
def test_no_password_is_written_down(name: str) -> None:
    told = PARTS[name].get("environment", {})
    passwords = [value for key, value in told.items() if "PASSWORD" in key or "AUTH" in key]
    passwords += re.findall(r"//\w*:(\S+)@", " ".join(map(str, told.values())))
    assert [each for each in passwords if not re.fullmatch(r"\$\{[A-Z_]+:\?\}", each)] == []


@every_one_of_ours
def test_the_app_starts_with_what_compose_and_the_operator_tell_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = {key.upper(): value for key, value in secrets.fresh().items()}
    for key in NAMES:
        monkeypatch.delenv(key, raising=False)
    for key, value in ({"PROFILE": "production"} | made | OF_THE_OPERATOR | environment(name)).items():
        monkeypatch.setenv(key, value)
    assert load_settings(None).profile is Profile.PRODUCTION


@every_one_of_ours
def test_files_of_people_go_to_one_volume_that_the_account_of_the_app_may_write(name: str) -> None:
    folder = environment(name)["FILES_URL"].removeprefix("file://")
    assert [volume for volume in PARTS[name]["volumes"] if "files:" in volume] == [f"files:{folder}"]
    assert "files" in COMPOSE["volumes"]
    assert re.search(rf"install --directory --owner=mbtq [^\n]*{folder}$", dockerfile(name), re.MULTILINE)
