"""The page of a copy says everything in words: no code, no id and no name of a table is in it."""

import ast
import re
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from db.values.people import Role
from services.accounts import signing_in
from services.accounts.changes import address
from services.errors import Invalid
from services.house import House
from services.privacy.collecting import Collected
from services.privacy.copying import take_copy
from services.privacy.readable import as_page
from services.privacy.readable.coded import CODED, Coded
from services.privacy.readable.who import act_in_words, actor
from services.privacy.registry import EVERY_TABLE, NotCopied
from services.visitor import Guest
from services.words import known, sentence
from tests.architecture.sources import modules
from tests.database import DatabaseUrls
from tests.factories import PASSWORD, a_person, an_address
from tests.services.audit.test_looking import records
from tests.services.privacy.in_every_table import somebody_in_every_table

CODES = (
    r"\b[a-z0-9]+_[a-z0-9_]+\b",
    r"\b[A-Z][A-Za-z]*_[A-Za-z_]+\b",
    r"\b[0-9a-f]{8}-[0-9a-f]{4}-",
    r"\b\d{4}-\d\d-\d\d\b",
    r"^None$",
    r"^nothing$",
    r"\b[a-z]+\.[a-z]+\b(?<!\.example)(?<!\.html)(?<!\.json)(?<!\.pdf)(?<!\.exe)",
)
"""snake_case, Upper_Case, the beginning of a UUID, a day of ISO 8601, nothing, and codes with a point in them."""
OWN_ACTS = (
    *("sign_in.password", "sign_in.organisation", "sign_in.passkey", "sign_in.letter", "second_step.app"),
    *("second_step.recovery", "sign_in_ways.authenticator_added", "sign_in_ways.authenticator_removed"),
    *("sign_in.refused", "sign_in.slowed", "sign_out.done", "sign_out.everywhere", "document.checked"),
    *("document.refused", "document.taken_back", "role.granted.auditor", "assignment.begun.preparer"),
)
"""Acts whose codes are put together, or given by a variable."""


class Texts(HTMLParser):
    """What a page says, each text by itself; its styles are no text."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.ids: set[str] = set()
        self.ways: set[str] = set()
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_style = tag == "style"
        told = dict(attrs)
        self.ids.update(filter(None, [told.get("id")]))
        self.ways.update(filter(None, [told.get("href")]))

    def handle_data(self, data: str) -> None:
        if not self._in_style and data.strip():
            self.texts.append(data.strip())


def as_read(copy: Collected) -> Texts:
    """The page of a copy."""
    page = Texts()
    page.feed(as_page(copy))
    return page


async def test_no_code_is_in_the_page_of_somebody_of_whom_every_table_has_a_row(
    house: House, database_urls: DatabaseUrls
) -> None:
    maria = await somebody_in_every_table(house, database_urls)
    copy = await take_copy(house, maria.maria)
    assert [name for name, rows in copy.parts.items() if not rows and name != "letters"] == []
    page = as_read(copy)
    found = [text for text in page.texts if any(re.search(code, text, re.MULTILINE) for code in CODES)]
    assert found == []
    for part in (each for each in copy.parts if copy.parts[each]):
        assert sentence(f"your_data.part.{part}") in page.texts
    assert {way[1:] for way in page.ways if way.startswith("#")} <= page.ids
    assert [way for way in page.ways if not way.startswith("#")] == ["documents/001%20My%20W-2.pdf"]
    assert_says(page)


def assert_says(page: Texts) -> None:
    """What is stored as codes, amounts and ids, as a person reads it."""
    for words in (
        "New York",
        "Other 1099 forms",
        "American Sign Language (ASL). Up close, or in a small space",
        "Vocational Rehabilitation",
        "Firefox on Windows",
        "2\u00a0KB",
        "This PDF has more than 100 pages. Send it in parts.",
        "You get back $565",
        "A tax preparer wrote a note",
        "They trust you",
        "They ended it",
        "Add documents for them",
        "See your estimates",
        "Not used yet",
        "Made the account",
        "Removed",
    ):
        assert words in page.texts


async def test_who_did_what_names_whoever_pressed_as_far_as_the_record_proves_it(house: House) -> None:
    maria = await a_person(house, address=(hers := an_address()))
    with pytest.raises(Invalid):
        await signing_in.sign_in(house, Guest(), address=hers, password="not it at all, I fear", place="here")
    await signing_in.sign_in(house, Guest(), address=hers, password=PASSWORD, place="here")
    await address.ask(house, maria, address=an_address())
    copy = await take_copy(house, maria)
    told = {row["act"]: [pair.said for pair in actor(row, copy)] for row in copy.parts["audit_record"]}
    assert told == {
        "account.made": ["You, or somebody who could use your email address"],
        "sign_in.refused": ["Somebody who typed your email address"],
        "sign_in.password": ["You, or somebody who had your password"],
        "address.asked": ["You"],
    }
    assert {"Signed in with the password", "Typed a wrong password"} <= set(as_read(copy).texts)


def test_no_act_at_a_door_stands_as_one_that_the_app_did_by_itself() -> None:
    acts = {act for act in OWN_ACTS if act.startswith(("sign_in", "second_step", "role")) and "slowed" not in act}
    for call in (call for tree in modules().values() for call in records(tree)):
        by = ast.unparse(call.args[1]).rpartition(".")[2] if len(call.args) > 1 else ""
        if by in {"DOOR", "WRITER"} and ast.unparse(call.keywords[0].value) == "'account'":
            acts |= {str(each.value) for each in call.args if isinstance(each, ast.Constant)}
    assert {"link.asked", "recovery.done", "address.given_up"} <= acts
    by_itself = sentence("your_data.actor.system").capitalize()
    copy = Collected(datetime.now(UTC), {}, [], {})
    rows = ({"by_you": False, "actor_kind": "system", "act": act} for act in sorted(acts))
    assert [row["act"] for row in rows if [pair.said for pair in actor(row, copy)] == [by_itself]] == []


@pytest.mark.parametrize("coded", CODED.values(), ids=map(".".join, CODED))
def test_every_code_has_words(coded: Coded) -> None:
    assert [choice for choice in coded.choices if not coded.in_words(choice)] == []


def test_every_table_that_is_copied_has_a_heading() -> None:
    tables = [str(each.model.__tablename__) for each in EVERY_TABLE if not isinstance(each, NotCopied)]
    told = {"tax_return", "return_member", "return_change", "outgoing_mail"}
    assert [name for name in tables if name not in told and not known(f"your_data.part.{name}")] == []


def test_every_act_about_an_account_has_words() -> None:
    acts = {*OWN_ACTS, *(f"role.ended.{role}" for role in Role)}
    for call in (call for tree in modules().values() for call in records(tree)):
        about = {each.arg: ast.unparse(each.value) for each in call.keywords}
        if "about" in about or ("subject_id" in about and about["subject_table"] == "'account'"):
            acts |= {str(each.value) for each in call.args if isinstance(each, ast.Constant)}
    assert {"data.copied", "address.asked"} <= acts
    assert [act for act in sorted(acts) if act_in_words(act) == act_in_words("")] == []
