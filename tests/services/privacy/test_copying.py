"""A person's copy of everything about them: whole, theirs alone, readable, and without what lets somebody in."""

import json
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from db.tables.people import Account
from db.values.people import Role
from services.accounts import sessions
from services.accounts.enrolment import DOOR
from services.errors import NotAllowed
from services.feedback import answering
from services.house import House
from services.mail import post
from services.privacy.archive import as_zip
from services.privacy.copying import take_copy
from services.returns.answering import save_answer
from services.visitor import Guest, Person
from tests.db.asking import everything
from tests.factories import a_cost, a_person, an_address, an_estimate
from tests.services.accounts.passkeys.having import a_device, added
from tests.services.documents.having import PDF, checked
from tests.services.feedback.telling import an_mp4, sent, told


async def copy_of(house: House, person: Person) -> ZipFile:
    """The archive, as the person saves it."""
    collected = await take_copy(house, person)
    return ZipFile(BytesIO(b"".join([part async for part in as_zip(house, collected)])))


async def data_of(house: House, person: Person) -> dict[str, Any]:
    """What data.json says."""
    return dict(json.loads((await copy_of(house, person)).read("data.json")))


async def answered(house: House, person: Person, path: str, value: object) -> None:
    """An answer on the person's estimate."""
    return_id = await an_estimate(house, person)
    async with house.transaction(person) as session:
        await save_answer(session, person, value, return_id=return_id, path=path)


async def test_the_copy_has_estimates_with_answers_and_changes_in_words(house: House) -> None:
    maria = await a_person(house)
    await answered(house, maria, "taxpayer.wages", "31200")
    await a_cost(house, maria, await an_estimate(house, maria), category="hearing_aids", amount="1200")
    archive = await copy_of(house, maria)
    [estimate] = json.loads(archive.read("data.json"))["estimates"]
    assert estimate["answers"]["taxpayer"]["wages"] == "31200"
    assert {"question": "Box 1: your wages", "answer": "$31,200"} in estimate["answers_in_words"]
    changed = [(each["who"], each["question"], each["before"], each["after"]) for each in estimate["history"]]
    assert ("You", "Box 1: your wages", "", "$31,200") in changed
    assert ("You", "What did it cost in all?", "", "$1,200") in changed
    page = archive.read("index.html").decode()
    assert "Estimate for 2025" in page
    assert page.count("$31,200") == 2


async def test_the_copy_has_the_documents_as_they_were_sent(house: House) -> None:
    maria = await a_person(house)
    await checked(house, maria, name='my "w2": 2025.pdf')
    archive = await copy_of(house, maria)
    assert archive.testzip() is None
    assert archive.namelist() == ["index.html", "data.json", "documents/001 my _w2__ 2025.pdf"]
    assert archive.read("documents/001 my _w2__ 2025.pdf") == PDF
    assert 'href="documents/001%20my%20_w2__%202025.pdf"' in archive.read("index.html").decode()
    assert "Wages 31200" in archive.read("data.json").decode()


async def test_the_copy_has_messages_with_the_address_of_the_account_their_videos_and_our_answers(house: House) -> None:
    video, maria, james = (
        an_mp4(40_000),
        await a_person(house, address=(address := an_address())),
        await a_person(house),
    )
    feedback_id = await told(house, sent("The captions lag.", email=address.upper()), video=video)
    await told(house, sent("Nobody knows whose this is."))
    dana = await a_person(house, role=Role.SUPPORT_AGENT)
    async with house.transaction(dana) as session:
        await answering.answer(session, dana, "We asked Meg.", "Thank you. It is mended.", feedback_id=feedback_id)
    archive = await copy_of(house, maria)
    told_of = json.loads(archive.read("data.json"))
    [message], [signed], [answered_by_us] = (told_of[f"feedback{part}"] for part in ("", "_video", "_answer"))
    assert (message["message"], message["address"]) == ("The captions lag.", address)
    assert answered_by_us["letter"] == "Thank you. It is mended."
    assert "We asked Meg." not in str(told_of)
    assert archive.read(signed["file"]) == video
    assert 'href="videos/001.mp4"' in archive.read("index.html").decode()
    of_james = await data_of(house, james)
    assert [of_james[f"feedback{part}"] for part in ("", "_video", "_answer")] == [[], [], []]


async def test_the_copy_has_nothing_of_anybody_else(house: House) -> None:
    maria, james = await a_person(house), await a_person(house, address="james@people.example")
    await answered(house, james, "taxpayer.wages", "77123")
    await checked(house, james, name="secret of james.pdf")
    archive = await copy_of(house, maria)
    everything_in_it = b"".join(archive.read(name) for name in archive.namelist()).decode()
    for trace in (str(james.person_id), "77123", "77,123", "james"):
        assert trace not in everything_in_it
    assert json.loads(archive.read("data.json"))["document"] == []


async def test_the_copy_has_letters_and_no_secret_by_which_somebody_gets_in(house: House) -> None:
    address = an_address()
    maria = await a_person(house, address=address)
    await added(house, maria, a_device(house))
    async with house.transaction(DOOR) as session:
        await post(session, DOOR, to=address.upper(), template="sign_in_link", values={"token": "opens-it"})
        await post(session, DOOR, to=an_address(), template="no_account")
        account = await session.get_one(Account, maria.person_id)
        opened = await sessions.open_for(session, account)
    archive = await copy_of(house, maria)
    data = json.loads(archive.read("data.json"))
    assert "Your link to sign in" in [letter["subject"] for letter in data["letters"]]
    assert not {"There is no MBTQ account with this email address"} & {each["subject"] for each in data["letters"]}
    assert len(data["passkey"]) == 1
    for secret in ("opens-it", opened.token, account.password_hash or ""):
        assert secret not in json.dumps(data)
    assert "opens-it" not in archive.read("index.html").decode()


async def test_what_a_person_named_is_text_in_the_page_and_never_markup(house: House) -> None:
    maria = await a_person(house)
    await checked(house, maria, name="<script>alert(1).pdf")
    page = (await copy_of(house, maria)).read("index.html").decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page


async def test_that_a_copy_was_taken_is_written_down_and_told_by_letter(house: House) -> None:
    maria = await a_person(house)
    await take_copy(house, maria)
    data = await data_of(house, maria)
    assert "data.copied" in [row["act"] for row in await everything(house, maria, "audit_record")]
    assert [each["subject"] for each in data["letters"]] == ["Somebody took a copy of your MBTQ account"]


async def test_nobody_without_an_account_has_a_copy_to_take(house: House) -> None:
    with pytest.raises(NotAllowed):
        await take_copy(house, Guest())  # type: ignore[arg-type]
