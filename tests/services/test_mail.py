from dataclasses import replace
from email.message import EmailMessage
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlmodel import select

from db.tables.outside.mail import OutgoingMail
from services import mail
from services.errors import Invalid, Unavailable
from services.house import House
from services.jobs.send_mail import MAILROOM, send_mail
from services.jobs.worker import working
from services.providers import Providers
from services.providers.mail.files import outbox
from services.visitor import Guest, System
from tests.services.jobs.waiting import until
from tests.services.providers.letter_box import LetterBox

DOOR = System("accounts")


@pytest.fixture(autouse=True)
async def _clean_desk(house: House) -> None:
    """Other tests share this database: take away the jobs that they left."""
    async with house.transaction(MAILROOM) as session:
        await (await session.connection()).execute(text("delete from procrastinate_jobs"))


def with_letter_box(house: House, *troubles: Invalid | Unavailable) -> tuple[House, LetterBox]:
    box = LetterBox(*troubles)
    return replace(house, providers=Providers(mail=box)), box


async def post_letter(house: House, to: str = "ada@example.org") -> UUID:
    """Post a letter and give the id of its row."""
    async with house.transaction(MAILROOM) as session:
        before = set(await session.exec(select(OutgoingMail.id)))
    async with house.transaction(DOOR) as session:
        await mail.post(session, DOOR, to=to, template="account_exists")
    async with house.transaction(MAILROOM) as session:
        (new,) = set(await session.exec(select(OutgoingMail.id))) - before
    return new


async def row_of(house: House, mail_id: UUID) -> OutgoingMail:
    async with house.transaction(MAILROOM) as session:
        row = await session.get(OutgoingMail, mail_id)
        assert row is not None
        return row


async def test_a_person_who_signs_up_gets_a_letter_that_any_mail_program_opens(house: House) -> None:
    async with working(house):
        await post_letter(house)
        folder = house.settings.data_dir / "outbox"
        await until(lambda: any(folder.glob("[!.]*.eml")))
    [letter] = await outbox(folder)
    assert letter["To"] == "ada@example.org"
    assert letter["From"] == house.settings.mail_from
    assert letter["Subject"] == "You already have an MBTQ account"
    assert letter["Date"].datetime == house.clock.now()
    assert f"{house.settings.public_url}/sign-in" in letter.get_content()


async def test_the_database_can_read_neither_the_address_nor_the_letter(house: House) -> None:
    row = await row_of(house, await post_letter(house))
    assert b"ada" not in row.message_sealed
    assert b"already have" not in row.message_sealed
    assert "ada" not in repr(row.model_dump(exclude={"message_sealed"}))


async def test_a_sent_letter_has_a_receipt_and_says_who_posted_it(house: House) -> None:
    house, box = with_letter_box(house)
    mail_id = await post_letter(house)
    await send_mail.work(house, mail_id=str(mail_id))
    row = await row_of(house, mail_id)
    assert (row.sent_at, row.receipt, row.refused_at) == (house.clock.now(), "letter box: 1", None)
    assert (row.posted_by_kind, row.posted_by_id) == ("system", "accounts")
    assert len(box.letters) == 1


async def test_a_job_that_runs_twice_sends_one_letter(house: House) -> None:
    house, box = with_letter_box(house)
    mail_id = await post_letter(house)
    await send_mail.work(house, mail_id=str(mail_id))
    await send_mail.work(house, mail_id=str(mail_id))
    assert box.asked == 1


async def test_a_letter_waits_while_the_mail_server_is_down_and_is_the_same_letter_later(house: House) -> None:
    house, box = with_letter_box(house, Unavailable("mail.unavailable"))
    mail_id = await post_letter(house)
    with pytest.raises(Unavailable):
        await send_mail.work(house, mail_id=str(mail_id))
    waiting = await row_of(house, mail_id)
    assert (waiting.attempts, waiting.sent_at, waiting.refused_at) == (1, None, None)
    await send_mail.work(house, mail_id=str(mail_id))
    assert (await row_of(house, mail_id)).attempts == 2
    assert [letter["Message-ID"] for letter in box.letters] == [f"<{mail_id}@localhost>"]


async def test_a_refused_letter_is_not_tried_again(house: House) -> None:
    house, box = with_letter_box(house, Invalid("to", "mail.refused"))
    mail_id = await post_letter(house)
    await send_mail.work(house, mail_id=str(mail_id))
    await send_mail.work(house, mail_id=str(mail_id))
    row = await row_of(house, mail_id)
    assert (box.asked, row.refused_at, row.sent_at) == (1, house.clock.now(), None)


async def test_no_letter_is_written_for_what_did_not_happen(house: House) -> None:
    async def change_of_mind() -> None:
        async with house.transaction(DOOR) as session:
            await mail.post(session, DOOR, to=f"{uuid4()}@example.org", template="account_exists")
            raise RuntimeError("changed my mind")

    async with house.transaction(MAILROOM) as session:
        before = len((await session.exec(select(OutgoingMail))).all())
    with pytest.raises(RuntimeError):
        await change_of_mind()
    async with house.transaction(MAILROOM) as session:
        assert len((await session.exec(select(OutgoingMail))).all()) == before


@pytest.mark.parametrize("visitor", [Guest(uuid4()), Guest(), DOOR], ids=["guest", "nobody", "accounts"])
async def test_nobody_but_the_mailroom_reads_letters(house: House, visitor: Guest | System) -> None:
    await post_letter(house)
    async with house.transaction(visitor) as session:
        assert not (await session.exec(select(OutgoingMail))).all()


@pytest.mark.parametrize(
    "address", ["ada@example.org, eve@example.org", "ada@example.org\nBcc: eve@example.org", "ada"]
)
async def test_a_letter_goes_to_one_address_only(house: House, address: str) -> None:
    async with house.transaction(DOOR) as session:
        with pytest.raises(ValueError, match=r".+"):
            await mail.post(session, DOOR, to=address, template="account_exists")


async def test_calling_the_outside_while_a_transaction_is_open_does_not_go_unnoticed(house: House) -> None:
    async with house.transaction(MAILROOM):
        with pytest.raises(AssertionError, match="transaction is open"):
            await LetterBox().send(EmailMessage())
