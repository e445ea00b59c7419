"""Staff read, watch, write down and answer; whoever else asks sees nothing; every look leaves a record."""

from collections.abc import Sequence

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.engine import libpq_url
from db.tables.feedback import FeedbackAnswer
from db.types import new_id
from db.values.people import CommunicationPreference, Role
from services import feedback
from services.errors import Conflict, Invalid, NotFound
from services.feedback import Answer, Listed, Message, VersionChanged
from services.house import House
from services.visitor import Guest, Partner, Person, System, Visitor
from tests.database import DatabaseUrls
from tests.factories import a_guest, a_person
from tests.services.feedback.mailroom import letters_of
from tests.services.feedback.telling import an_mp4, sent, told

TABLES = ("feedback", "feedback_video", "feedback_answer")


@pytest.fixture
async def dana(house: House) -> Person:
    """A preparer."""
    return await a_person(house, role=Role.PREPARER)


async def seen(house: House, person: Person, feedback_id: object) -> Message:
    async with house.transaction(person) as session:
        return await feedback.message_at(session, person, feedback_id=feedback_id)  # type: ignore[arg-type]  # an id


async def answered(house: House, person: Person, feedback_id: object, done: str, letter: str = "") -> Answer:
    async with house.transaction(person) as session:
        return await feedback.answer(session, person, done, letter, feedback_id=feedback_id)  # type: ignore[arg-type]


def acts_of(urls: DatabaseUrls, person: Person) -> Sequence[str]:
    """What the audit trail says of somebody; the app itself can't read it."""
    with psycopg.connect(libpq_url(urls.owner)) as connection:
        query = "select act from audit_record where actor_id = %s order by id"
        return [str(row[0]) for row in connection.execute(query, [str(person.person_id)])]


async def test_staff_see_what_was_told_how_the_person_talks_and_where_they_were(house: House, dana: Person) -> None:
    what = sent("It is too small.\nPlease help.", email="rosa@people.example", page="/tax?x=1")
    message = await seen(house, dana, await told(house, what, talk=CommunicationPreference.VRI))
    assert message.text == "It is too small.\nPlease help."
    assert (message.email, message.page_path) == ("rosa@people.example", "/tax")
    assert (message.listed.talk, message.listed.is_done) == (CommunicationPreference.VRI, False)
    assert (message.video, message.answer) == (None, None)


async def test_an_administrator_sees_it_too(house: House) -> None:
    lee = await a_person(house, role=Role.ADMINISTRATOR)
    assert (await seen(house, lee, await told(house))).text


async def test_nobody_else_sees_a_row_of_it(house: House, dana: Person) -> None:
    feedback_id = await told(house, video=an_mp4())
    await answered(house, dana, feedback_id, "Mended.")
    others: list[Visitor] = [Guest(), await a_guest(house), await a_person(house), Partner(new_id()), System("mail")]
    for visitor in others:
        async with house.transaction(visitor) as session:
            for table in TABLES:
                found = await (await session.connection()).execute(text(f"select * from {table}"))  # noqa: S608
                assert found.all() == [], (visitor, table)


async def test_only_the_desk_takes_messages_in_and_only_the_keeper_deletes_them(house: House, dana: Person) -> None:
    feedback_id = await told(house)
    async with house.transaction(dana) as session:
        deleted = await (await session.connection()).execute(text("delete from feedback returning id"))
        assert deleted.all() == []
        with pytest.raises(DBAPIError, match="row-level security"):
            await feedback.receive(session, sent(), talk=CommunicationPreference.VRI)
    assert (await seen(house, dana, feedback_id)).text


async def test_an_answer_can_be_signed_with_no_other_name(house: House, dana: Person) -> None:
    lee, feedback_id = await a_person(house, role=Role.ADMINISTRATOR), await told(house)
    row = FeedbackAnswer(
        feedback_id=feedback_id, account_id=lee.person_id, done_sealed=b"x", answered_at=house.clock.now()
    )
    with pytest.raises(DBAPIError, match="row-level security"):
        async with house.transaction(dana) as session:
            session.add(row)


async def test_what_a_message_said_can_not_be_changed(house: House, dana: Person) -> None:
    await told(house)
    async with house.transaction(dana) as session:
        with pytest.raises(DBAPIError, match="permission denied"):
            await (await session.connection()).execute(text("update feedback set about = 'idea'"))


async def everything(house: House, dana: Person, *, only_open: bool = False) -> list[Listed]:
    """What stands on all pages of the list: other tests may have told a lot."""
    async with house.transaction(dana) as session:
        first = await feedback.overview(session, dana, only_open=only_open)
        others = range(2, first.last_page + 1)
        later = [await feedback.overview(session, dana, page=page, only_open=only_open) for page in others]
    return [each for part in (first, *later) for each in part.listed]


async def test_the_list_shows_the_newest_first_and_can_leave_out_what_is_done(house: House, dana: Person) -> None:
    older = await told(house)
    newer = await told(house, video=an_mp4())
    await answered(house, dana, newer, "Mended.")
    every, still_open = await everything(house, dana), await everything(house, dana, only_open=True)
    order = [each.id for each in every]
    assert order.index(newer) < order.index(older)
    assert older in {each.id for each in still_open}
    assert newer not in {each.id for each in still_open}
    [line] = [each for each in every if each.id == newer]
    assert (line.is_done, line.has_video) == (True, True)


@pytest.mark.parametrize("page", [0, -1, 10**6])
async def test_a_page_beyond_the_list_is_not_there(house: House, dana: Person, page: int) -> None:
    async with house.transaction(dana) as session:
        with pytest.raises(NotFound):
            await feedback.overview(session, dana, page=page)


async def test_a_video_gets_a_written_version_that_can_be_taken_back(house: House, dana: Person) -> None:
    feedback_id = await told(house, sent(""), video=an_mp4())
    before = ""
    for written in ("I can’t see the button.", ""):
        async with house.transaction(dana) as session:
            await feedback.write_version(session, dana, written, feedback_id=feedback_id, seen=before)
        before = written
        video = (await seen(house, dana, feedback_id)).video
        assert video
        assert video.written_version == written


async def test_nobody_writes_over_the_words_of_a_colleague_that_they_have_not_seen(house: House, dana: Person) -> None:
    feedback_id = await told(house, sent(""), video=an_mp4())
    async with house.transaction(dana) as session:
        await feedback.write_version(session, dana, "The first words.", feedback_id=feedback_id, seen="")
        for not_these in ("", None):
            with pytest.raises(VersionChanged) as refused:
                await feedback.write_version(session, dana, "Others.", feedback_id=feedback_id, seen=not_these)
            assert refused.value.now == "The first words."
        await feedback.write_version(session, dana, " The first words. ", feedback_id=feedback_id, seen="")


async def test_a_message_without_a_video_has_nothing_to_write_down(house: House, dana: Person) -> None:
    feedback_id = await told(house)
    async with house.transaction(dana) as session:
        with pytest.raises(NotFound):
            await feedback.write_version(session, dana, "words", feedback_id=feedback_id, seen="")
        with pytest.raises(NotFound):
            await feedback.video_to_watch(session, dana, feedback_id=feedback_id)


async def test_a_message_is_done_with_a_letter_to_the_person(house: House, dana: Person) -> None:
    feedback_id = await told(house, sent(email="rosa@people.example"))
    await letters_of(house)
    given = await answered(house, dana, feedback_id, " The captions are there. ", "Thank you, {Rosa}.")
    assert (given.done, given.answered_at) == ("The captions are there.", house.clock.now())
    message = await seen(house, dana, feedback_id)
    assert message.answer == given
    assert message.listed.is_done
    [letter] = await letters_of(house)
    assert letter["To"] == "rosa@people.example"
    assert "Thank you, {Rosa}." in letter.get_content()


async def test_a_message_is_done_without_a_letter(house: House, dana: Person) -> None:
    feedback_id = await told(house)
    await letters_of(house)
    assert (await answered(house, dana, feedback_id, "Mended.")).letter == ""
    assert await letters_of(house) == []


@pytest.mark.parametrize(
    ("done", "letter", "code"),
    [
        (" ", "", "feedback.nothing_done"),
        ("Mended.", "Thank you.", "feedback.no_address"),
        ("a" * 5001, "", "feedback.too_long"),
    ],
)
async def test_an_answer_that_can_not_be_given_says_why(
    house: House, dana: Person, done: str, letter: str, code: str
) -> None:
    feedback_id = await told(house)
    with pytest.raises(Invalid) as refused:
        await answered(house, dana, feedback_id, done, letter)
    assert refused.value.code == code
    assert (await seen(house, dana, feedback_id)).answer is None


async def test_a_message_is_done_once(house: House, dana: Person) -> None:
    feedback_id = await told(house)
    await answered(house, dana, feedback_id, "Mended.")
    with pytest.raises(Conflict):
        await answered(house, dana, feedback_id, "Mended again.")
    assert ((await seen(house, dana, feedback_id)).answer or Answer("", "", house.clock.now())).done == "Mended."


async def test_every_look_and_every_act_is_written_down(
    house: House, dana: Person, database_urls: DatabaseUrls
) -> None:
    feedback_id = await told(house, video=an_mp4())
    await seen(house, dana, feedback_id)
    async with house.transaction(dana) as session:
        await feedback.overview(session, dana)
        await feedback.video_to_watch(session, dana, feedback_id=feedback_id)
        await feedback.write_version(session, dana, "words", feedback_id=feedback_id, seen="")
    await answered(house, dana, feedback_id, "Mended.")
    looks = ["feedback.see", "feedback.list", "feedback.watch", "feedback.write_version", "feedback.answer"]
    assert sorted(acts_of(database_urls, dana)) == sorted(looks)
