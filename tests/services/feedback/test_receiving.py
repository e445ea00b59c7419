"""What people tell us is taken in, sealed, confirmed, and announced to staff."""

import re

import pytest

from db.tables.feedback import Feedback
from db.types import new_id
from db.values.feedback import FeedbackAbout
from services import feedback
from services.errors import NotFound
from services.feedback import LONGEST_CHARACTERS, Sent
from services.house import House
from tests.services.feedback.mailroom import letters_of
from tests.services.feedback.telling import SIGNED, an_mp4, sent, told
from tests.services.storage.keeping import stored_in


async def test_a_message_is_written_down_with_a_reference_that_a_person_can_name(house: House) -> None:
    async with house.transaction(feedback.DESK) as session:
        received = await feedback.received_at(session, await told(house))
    assert re.fullmatch(r"[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}", received.reference)
    assert received.about is FeedbackAbout.ACCESSIBILITY
    assert (received.has_message, received.video_bytes, received.has_address) == (True, 0, False)
    assert received.received_at == house.clock.now()


async def test_a_signed_message_needs_no_text(house: House) -> None:
    assert not feedback.problems_in(sent(""), has_video=True)
    feedback_id = await told(house, sent(" "), video=an_mp4(500))
    async with house.transaction(feedback.DESK) as session:
        received = await feedback.received_at(session, feedback_id)
    assert (received.has_message, received.video_bytes) == (False, 500)


async def test_the_database_can_read_neither_the_message_nor_the_address(house: House) -> None:
    feedback_id = await told(house, sent("My name is Rosa.", email="rosa@people.example"), video=an_mp4())
    async with house.transaction(feedback.DESK) as session:
        row = await session.get_one(Feedback, feedback_id)
    assert b"Rosa" not in (row.message_sealed or b"")
    assert b"rosa" not in (row.address_sealed or b"")
    assert "osa" not in str(row.model_dump(exclude={"message_sealed", "address_sealed"}))


async def test_the_store_can_not_show_who_signs(house: House) -> None:
    await told(house, video=an_mp4(5000))
    stored = stored_in(house.settings.data_dir / "files")
    assert stored
    assert not [one for one in stored if SIGNED in one or b"ftyp" in one]


async def test_staff_are_told_that_there_is_something_and_not_what(house: House) -> None:
    feedback_id = await told(house, sent("My name is Rosa."))
    [letter] = await letters_of(house)
    assert letter["To"] == house.settings.support_email
    assert f"/staff/feedback/{feedback_id}" in letter.get_content()
    assert "Rosa" not in str(letter)


async def test_somebody_who_left_an_address_gets_the_reference_there_and_no_word_of_theirs(house: House) -> None:
    feedback_id = await told(house, sent("My name is Rosa.", email=" Rosa@People.example "))
    async with house.transaction(feedback.DESK) as session:
        reference = (await feedback.received_at(session, feedback_id)).reference
    [letter] = [each for each in await letters_of(house) if each["To"] == "rosa@people.example"]
    assert reference in letter["Subject"]
    assert "My name" not in str(letter)


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        (sent(""), ("message", "feedback.nothing_told")),
        (sent("\n "), ("message", "feedback.nothing_told")),
        (sent("a" * (LONGEST_CHARACTERS + 1)), ("message", "feedback.too_long")),
        (sent(about="politics"), ("about", "feedback.no_subject")),
        (sent(about=""), ("about", "feedback.no_subject")),
        (sent(email="rosa at home"), ("email", "email.not_an_address")),
        (sent(email="a@people.example, b@people.example"), ("email", "email.not_an_address")),
    ],
)
def test_what_has_to_be_mended_is_said_at_its_field(wrong: Sent, problem: tuple[str, str]) -> None:
    assert [(each.field, each.code) for each in feedback.problems_in(wrong, has_video=False)] == [problem]


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/tax/2025/estimate", "/tax/2025/estimate"),
        ("/tax?name=Rosa#wages", "/tax"),
        ("https://evil.example/tax", ""),
        ("//evil.example/tax", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_of_the_page_where_somebody_was_only_the_path_is_kept(address: str, path: str) -> None:
    assert feedback.page_of(address) == path


async def test_an_id_that_nobody_was_given_shows_nothing(house: House) -> None:
    async with house.transaction(feedback.DESK) as session:
        with pytest.raises(NotFound):
            await feedback.received_at(session, new_id())
