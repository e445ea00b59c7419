"""A trusted person at the documents of a customer: what they were given, on the record, until it ends."""

from uuid import UUID

import pytest
from sqlalchemy.exc import DBAPIError
from sqlmodel import select

from db.tables.documents import Document, DocumentPage
from db.values.documents import DocumentStatus
from db.values.trust import Right
from services.audit.looking import looks_at, what
from services.documents import changing, listing, reach, receiving
from services.documents.listing import OwnDocument
from services.errors import NotFound
from services.house import House
from services.trust import keeping
from services.visitor import Person
from tests.db.asking import ask
from tests.factories import a_person
from tests.services.documents.having import PDF, arrived, checked, received, seen
from tests.services.trust.trusting import NAME, Trust, trust


async def listed(house: House, given: Trust) -> list[OwnDocument]:
    async with house.transaction(given.trusted) as session:
        found, _ = await listing.documents_of_customer(session, given.trusted, access_id=given.access_id)
    return found


async def adds(house: House, given: Trust, content: bytes = PDF) -> UUID:
    file = await arrived(house, content, "from-your-helper.pdf")
    async with house.transaction(given.trusted) as session:
        owner_id = await reach.owner_for(session, given.trusted, given.access_id)
        return await receiving.receive(session, given.trusted, file, category="w2", tax_year="2025", owner_id=owner_id)


async def carelessly(house: House, person: Person) -> tuple[int, int]:
    """How many documents and pages a query without any condition finds."""
    async with house.transaction(person) as session:
        return len(list(await session.exec(select(Document)))), len(list(await session.exec(select(DocumentPage))))


async def cleared(house: House, person: Person, document_id: UUID) -> None:
    async with house.transaction(person) as session:
        await changing.take_off_the_list(session, person, document_id=document_id)


async def carelessly_cleared(house: House, person: Person, document_id: UUID) -> None:
    """Ask the database itself, as if no service had looked first."""
    await ask(house, person, "select app_take_off_the_list(:id, now())", id=document_id)


async def test_who_may_see_documents_sees_them_and_the_customer_reads_who_looked(house: House) -> None:
    given = await trust(house, documents="see")
    document_id = await checked(house, given.customer)
    assert [each.id for each in await listed(house, given)] == [document_id]
    async with house.transaction(given.trusted) as session:
        document, papers = await listing.document_at(
            session, given.trusted, document_id=document_id, act="document.seen"
        )
    assert document.customer
    assert (document.customer.name, [paper.text for paper in papers]) == (NAME, ["Wages 31200", "Page two"])
    async with house.transaction(given.customer) as session:
        looks = (await looks_at(session, given.customer)).listed
    assert [(look.name, what(look.act), look.reason) for look in looks] == [
        (given.address, "looked at a document of yours", "trusted"),
        (given.address, "saw the list of your documents", "trusted"),
    ]


async def test_who_may_only_see_adds_and_changes_nothing(house: House) -> None:
    given = await trust(house, documents="see")
    document_id = await checked(house, given.customer)
    with pytest.raises(NotFound):
        await adds(house, given)
    async with house.transaction(given.trusted) as session:
        for act in (changing.remove, changing.take_back):
            with pytest.raises(NotFound):
                await act(session, given.trusted, document_id=document_id)
    async with house.transaction(given.trusted) as session:
        row = (await session.exec(select(Document))).one()
        row.category = "insurance"
        with pytest.raises(Exception, match=r"matched|updated"):  # row-level security lets no row be changed
            await session.flush()
        await session.rollback()


async def test_who_may_add_documents_adds_them_to_the_customers_own(house: House) -> None:
    given = await trust(house, documents="add")
    document_id = await adds(house, given)
    document, _ = await seen(house, given.customer, document_id)
    assert (document.name, document.status) == ("from-your-helper.pdf", DocumentStatus.WAITING)
    async with house.transaction(given.customer) as session:
        [look] = (await looks_at(session, given.customer)).listed
        own = await listing.documents(session, given.customer)
    assert (look.name, what(look.act)) == (given.address, "sent a document for you")
    assert [each.id for each in own] == [document_id]
    async with house.transaction(given.trusted) as session:
        assert await listing.documents(session, given.trusted) == [], "they are not the helper's own"


@pytest.mark.parametrize("documents", ["", "none"])
async def test_without_that_right_nothing_is_seen(house: House, documents: str) -> None:
    given = await trust(house, documents=documents, talk="on")
    await checked(house, given.customer)
    with pytest.raises(NotFound):
        await listed(house, given)
    assert await carelessly(house, given.trusted) == (0, 0)


async def test_what_is_removed_or_was_not_taken_is_not_shown(house: House) -> None:
    given = await trust(house, documents="see")
    removed = await checked(house, given.customer)
    refused = await received(house, given.customer, b"no document", name="film.mov")
    async with house.transaction(given.customer) as session:
        await changing.remove(session, given.customer, document_id=removed)
    assert await listed(house, given) == []
    async with house.transaction(given.trusted) as session:
        for document_id in (removed, refused):
            with pytest.raises(NotFound):
                await listing.document_at(session, given.trusted, document_id=document_id)


async def test_a_helper_sees_what_was_not_taken_of_theirs_alone_and_sends_in_nobody_elses_name(house: House) -> None:
    given = await trust(house, documents="add")
    await received(house, given.customer, b"no document", name="film.mov")
    theirs = await adds(house, given, b"GIF89a")
    assert [each.id for each in await listed(house, given)] == [theirs]
    document, _ = await seen(house, given.customer, theirs)
    assert (document.status, document.sender) == (DocumentStatus.REFUSED, given.address)
    forged = Document(
        account_id=given.customer.person_id,
        sent_by=(await a_person(house)).person_id,
        category="w2",
        name_sealed=b"",
        size_bytes=1,
        arrived_at=house.clock.now(),
    )
    with pytest.raises(DBAPIError, match="row-level security"):
        async with house.transaction(given.trusted) as session:
            session.add(forged)


async def test_what_was_not_taken_is_cleared_by_who_sent_it_or_its_owner_and_by_nobody_else(house: House) -> None:
    given, james = await trust(house, documents="add"), await a_person(house)
    own = await received(house, given.customer, b"no document", name="film.mov")
    theirs, taken = await adds(house, given, b"GIF89a"), await adds(house, given)
    for person, document_id in ((given.trusted, own), (given.trusted, taken), (james, theirs), (given.customer, taken)):
        with pytest.raises(NotFound):
            await cleared(house, person, document_id)
        await carelessly_cleared(house, person, document_id)
    assert {each.id for each in await listed(house, given)} == {theirs, taken}
    await cleared(house, given.trusted, theirs)
    await cleared(house, given.customer, own)
    assert [each.id for each in await listed(house, given)] == [taken]
    async with house.transaction(given.customer) as session:
        every = await listing.documents(session, given.customer)
    assert {each.id for each in every if not each.removed_at} == {taken}


async def test_who_is_trusted_no_more_clears_nothing(house: House) -> None:
    given = await trust(house, documents="add")
    theirs = await adds(house, given, b"GIF89a")
    async with house.transaction(given.customer) as session:
        await keeping.change_rights(session, given.customer, [Right.SEE_ESTIMATES], access_id=given.access_id)
    with pytest.raises(NotFound):
        await cleared(house, given.trusted, theirs)
    await carelessly_cleared(house, given.trusted, theirs)
    document, _ = await seen(house, given.customer, theirs)
    assert document.removed_at is None


async def test_when_it_ends_or_is_for_something_else_it_is_over_at_once(house: House) -> None:
    given = await trust(house, documents="add")
    await checked(house, given.customer)
    assert await carelessly(house, given.trusted) == (1, 2)
    async with house.transaction(given.customer) as session:
        await keeping.change_rights(session, given.customer, [Right.SEE_ESTIMATES], access_id=given.access_id)
    assert await carelessly(house, given.trusted) == (0, 0)
    for act in (listed, adds):
        with pytest.raises(NotFound):
            await act(house, given)


async def test_row_level_security_lets_nobody_add_to_others_whom_nobody_trusts(house: House) -> None:
    given, james = await trust(house, documents="see"), await a_person(house)
    for person in (james, given.trusted):
        file = await arrived(house, PDF, "w2.pdf")
        with pytest.raises(DBAPIError, match="row-level security"):
            async with house.transaction(person) as session:
                await receiving.receive(
                    session, person, file, category="w2", tax_year="2025", owner_id=given.customer.person_id
                )
