"""What the documents say is so: links lead somewhere, commands and paths are there, the map is complete."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from dotenv import dotenv_values

from services import demo
from services.settings import NAMES
from tests.browser.pictures import PICTURES
from tests.docs.documents import (
    DOCUMENTS,
    FOLDERS,
    ROOT,
    anchors_of,
    commands_in,
    is_there,
    links_in,
    name_of,
    paths_in,
    quoted_in,
    rows_in,
    text_of,
)

MOST_LINES = {
    "README.md": 90,
    "ARCHITECTURE.md": 260,
    "ACCESSIBILITY.md": 90,
    "CONTRIBUTING.md": 90,
    "SECURITY.md": 160,
    "API_INTEGRATION.md": 160,
    "DEPLOYMENT.md": 160,
    "docs/runbook.md": 180,
    "docs/changing-keys.md": 60,
    "docs/wcag.md": 60,
    "docs/cryptography.md": 60,
    "docs/asvs.md": 160,
    "docs/testing-with-people.md": 60,
    "docs/journey.md": 60,
    "api/specs/README.md": 40,
    "SUPPORT.md": 40,
    **{name_of(page): 60 for page in (ROOT / "docs/decisions").glob("*.md")},
}
PARTS_OF_A_DECISION = ["Context", "Decision", "Consequences", "Alternatives"]
every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)


def listed_by_make_help() -> set[str]:
    said = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return set(re.findall(r"^  make (\S+)", said, re.MULTILINE))


def groups() -> set[str]:
    """The rooms, and what lies right in them; each component explains itself in the gallery."""
    within = {inner for room in FOLDERS if room.name != "components" for inner in room.iterdir() if inner.is_dir()}
    return {f"{name_of(group)}/" for group in {*FOLDERS, *within} if _holds_something(group)}


def _holds_something(folder: Path) -> bool:
    return any(path.is_file() and "__pycache__" not in path.parts for path in folder.rglob("*"))


@every_document
def test_every_link_inside_the_project_leads_somewhere(document: Path) -> None:
    for link in links_in(document):
        path, _, anchor = link.partition("#")
        target = document.parent / path if path else document
        assert target.exists(), link
        assert not anchor or anchor in anchors_of(target), link


@every_document
def test_every_path_that_is_named_is_there(document: Path) -> None:
    assert [path for path in paths_in(document) if not is_there(path, seen_from=document)] == []


@every_document
def test_every_command_that_is_named_is_listed_by_make_help(document: Path) -> None:
    assert commands_in(document) <= listed_by_make_help()


def test_every_command_of_make_is_explained_to_contributors() -> None:
    assert commands_in(ROOT / "CONTRIBUTING.md") == listed_by_make_help()


@every_document
def test_every_setting_that_is_named_is_one(document: Path) -> None:
    like_a_setting = [quoted for quoted in quoted_in(document) if re.fullmatch(r"[A-Z]+(_[A-Z]+)+(=\S+)?", quoted)]
    not_ours = {"EVERY_JOB", *dotenv_values(ROOT / "deploy/compose.env.example")}
    assert {quoted.partition("=")[0] for quoted in like_a_setting} - not_ours <= set(NAMES)


@every_document
def test_every_program_of_ours_that_is_named_can_be_run(document: Path) -> None:
    named = set(re.findall(r"python -m ([a-z_.]*[a-z_])", text_of(document)))
    ours = {name for name in named if (ROOT / name.partition(".")[0]).exists()}
    assert [
        name
        for name in ours
        if not is_there(f"{name.replace('.', '/')}/__main__.py", seen_from=document)
        and not is_there(f"{name.replace('.', '/')}.py", seen_from=document)
    ] == []


def test_the_readme_leads_to_every_document_beside_it_and_to_the_runbook() -> None:
    beside = {name_of(document) for document in ROOT.glob("*.md")} - {"README.md"}
    assert {*beside, "docs/runbook.md", "api/specs/README.md"} <= set(links_in(ROOT / "README.md"))


@pytest.mark.parametrize("name", MOST_LINES)
def test_a_document_is_short_enough_to_be_read(name: str) -> None:
    assert len(text_of(ROOT / name).splitlines()) <= MOST_LINES[name]


def test_the_map_of_the_architecture_names_every_room_and_group() -> None:
    assert sorted(groups() - set(quoted_in(ROOT / "ARCHITECTURE.md"))) == []


def test_the_demo_accounts_of_the_readme_are_those_that_exist() -> None:
    readme = ROOT / "README.md"
    assert rows_in(readme, "Demo accounts") == [(f"`{one.address}`", one.about) for one in demo.ACCOUNTS]
    assert demo.PASSWORD in quoted_in(readme)


def test_the_tax_engine_answers_the_readme_s_example_as_the_readme_says() -> None:
    asked, answer = re.findall(r"echo '(.+)'.*\n.*# (\{.*), …", text_of(ROOT / "README.md"))[0]
    command = [sys.executable, "-m", "services.tax"]
    told = subprocess.run(command, cwd=ROOT, input=asked, capture_output=True, text=True, check=True).stdout
    assert told.startswith(answer)
    assert json.loads(told)["refund"] > 0


@pytest.mark.parametrize("page", sorted((ROOT / "docs/decisions").glob("*.md")), ids=name_of)
def test_a_decision_has_a_number_of_its_own_and_says_why(page: Path) -> None:
    number, title = re.findall(r"^# (\d+)\. (.+)$", text_of(page), re.MULTILINE)[0]
    assert page.name.startswith(f"{int(number):04}-")
    assert title
    parts = re.findall(r"^## (.+)$", text_of(page), re.MULTILINE)
    assert [part for part in parts if part in PARTS_OF_A_DECISION] == PARTS_OF_A_DECISION


def test_no_two_decisions_share_a_number() -> None:
    numbers = [page.name[:4] for page in (ROOT / "docs/decisions").glob("*.md")]
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("picture", sorted((ROOT / "docs/pictures").glob("*")), ids=name_of)
def test_a_picture_is_made_by_the_command_is_light_and_is_shown_somewhere(picture: Path) -> None:
    assert picture.name in {f"{name}.png" for name in PICTURES}
    assert picture.stat().st_size <= 250_000
    assert any(picture == (document.parent / link).resolve() for document in DOCUMENTS for link in links_in(document))


def test_the_readme_names_every_development_page_that_needs_no_more_to_open() -> None:
    pages = "".join(each.read_text(encoding="utf-8") for each in (ROOT / "pages/development").glob("*.py"))
    ways = re.findall(r'@ui\.page\("(/development/[^"{]+)"', pages)
    assert ways
    assert [way for way in ways if f"http://localhost:8080{way}>" not in text_of(ROOT / "README.md")] == []
