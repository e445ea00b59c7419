"""What we promise in writing can be read, and agrees with the code that keeps it."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from services import attempts, retention
from services.accounts import draft_keys, known_devices, sessions
from services.accounts.changes import address, wishes
from services.accounts.links import asking, writing
from services.feedback import keeping
from services.words import statements
from services.words.statements import Link, Pairs, Statement, statement
from tests.wcag import CRITERIA
from ui import cookies

FOLDER = Path(statements.__file__).parents[2] / "content" / "en" / "statements"
NAMES = sorted(path.stem for path in FOLDER.glob("*.toml"))
every_statement = pytest.mark.parametrize("name", NAMES)


def pairs_of(told: Statement) -> dict[str, str]:
    parts = [part for one in told.sections for part in one.parts]
    return dict(row for part in parts if isinstance(part, Pairs) for row in part.rows)


@every_statement
def test_a_statement_says_when_it_was_last_changed_and_that_day_is_over(name: str) -> None:
    assert date(2026, 11, 1) <= statement(name).changed_on <= datetime.now(UTC).date()


@every_statement
def test_a_statement_leads_only_to_pages_of_ours_and_to_the_texts_of_laws_and_standards(name: str) -> None:
    parts = [part for one in statement(name).sections for part in one.parts]
    official = ("https://www.govinfo.gov/", "https://www.ecfr.gov/", "https://www.ada.gov/", "https://www.w3.org/")
    assert [part.to for part in parts if isinstance(part, Link) and not part.to.startswith(("/", *official))] == []


def test_every_criterion_that_is_named_exists_under_that_name() -> None:
    text = (FOLDER / "accessibility.toml").read_text(encoding="utf-8")
    named = re.findall(r"\b(\d\.\d\.\d+) (\w+(?: [\w-]+)*(?: \([\w ]+\))?)", text)
    assert len(named) >= 6
    for number, name in named:
        assert CRITERIA[number][0] == name


def test_the_criteria_that_we_promise_beyond_level_aa_are_of_level_aaa() -> None:
    numbers = [term.split()[0] for term in pairs_of(statement("accessibility"))]
    assert {CRITERIA[number][1] for number in numbers} == {"AAA"}


def test_the_document_for_developers_names_the_same_criteria_beyond_level_aa() -> None:
    document = (FOLDER.parents[2] / "ACCESSIBILITY.md").read_text(encoding="utf-8")
    numbers = {term.split()[0] for term in pairs_of(statement("accessibility"))}
    rows = re.findall(r"^\| ([\d., ]+) \|", document, re.MULTILINE)
    assert {number for row in rows for number in row.split(", ")} == numbers


def test_the_times_of_the_privacy_notice_are_those_of_the_code() -> None:
    told = pairs_of(statement("privacy"))
    assert timedelta(days=7) == sessions.GUEST_STAYS
    assert told["Without an account"].startswith("7 days")
    assert timedelta(hours=24) == sessions.PERSON_STAYS
    assert "7 days for guests, and 24 hours after you sign in" in told[cookies.SESSION]
    assert timedelta(minutes=10) == attempts.KEPT_FOR
    assert "10 minutes" in told[cookies.ATTEMPT]
    assert "10 minutes" in told["A form that came back"]
    assert timedelta(days=400) == known_devices.KNOWN_FOR
    assert "400 days" in told[cookies.DEVICE]
    assert told["Your devices"].startswith("400 days")
    assert (timedelta(days=7), timedelta(hours=24)) == (address.UNDONE_WITHIN, wishes.CONFIRMED_WITHIN)
    assert told["An email address that you changed"].startswith("7 days")
    assert told["An email address that you changed"].endswith("24 hours.")
    assert timedelta(days=30) == retention.ENDED_SESSIONS_STAY == retention.LETTERS_STAY
    assert told["Sessions that ended"].startswith("30 days")
    assert told["Our letters"].startswith("30 days")
    assert timedelta(hours=24) == asking.KEPT_FOR == max(writing.LASTS.values())
    assert told["Links in our letters"].startswith("24 hours at most")
    assert "24 hours" in told[cookies.ASKED]
    assert timedelta(days=7) == draft_keys.KEPT_FOR
    assert "7 days" in told[cookies.DRAFTS]
    assert timedelta(days=365) == cookies.DISPLAY_LASTS
    assert "one year" in told[cookies.DISPLAY]
    assert timedelta(days=2 * 365) <= keeping.KEPT_FOR <= timedelta(days=2 * 366)
    assert told["What you tell us"] == "2 years. Then the message and its video are deleted."


def test_what_is_no_part_of_a_statement_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = (
        'title = "T"\nchanged_on = 2026-11-25\nlead = "L"\n[[section]]\nheading = "H"\nparts = [{ html = "<b>" }]\n'
    )
    (tmp_path / "odd.toml").write_text(written, encoding="utf-8")
    monkeypatch.setattr(statements, "_FOLDER", tmp_path)
    with pytest.raises(ValueError, match="no part of a statement"):
        statement("odd")
