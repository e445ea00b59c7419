"""Two checks of one document: the first one decides, and no document waits without its file."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

import pytest

from db.values.documents import DocumentRefusal, DocumentStatus
from services.documents import checking
from services.house import House
from services.sealing import Unsealable
from services.storage import SealedFiles
from tests.factories import a_person
from tests.services.documents.having import PDF, received, seen

BROKEN = PDF[:60]


@dataclass
class Slow:
    """A virus check during which something else happens before it reads the file."""

    meanwhile: Callable[[], Awaitable[None]]
    is_pleased: bool = True

    async def is_clean(self, file: AsyncIterator[bytes]) -> bool:
        await self.meanwhile()
        return self.is_pleased and bool([piece async for piece in file])


def slowly(house: House, document_id: UUID, *, is_pleased: bool = True) -> House:
    """A house in which another check of this document ends while one looks for viruses."""
    slow = Slow(partial(checking.check, house, document_id), is_pleased)
    return replace(house, providers=replace(house.providers, virus_check=slow))


async def test_a_refusal_is_written_down_before_the_file_goes(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    rosa = await a_person(house)
    document_id = await received(house, rosa, BROKEN)
    delete, met = SealedFiles.delete, []

    async def watched(files: SealedFiles, file_id: UUID) -> None:
        met.append((await seen(house, rosa, file_id))[0].status)
        await delete(files, file_id)

    monkeypatch.setattr(SealedFiles, "delete", watched)
    await checking.check(house, document_id)
    assert met == [DocumentStatus.REFUSED]
    assert await house.documents.ids() == []


async def test_a_check_whose_file_went_because_another_refused_it_ends_quietly(house: House) -> None:
    rosa = await a_person(house)
    document_id = await received(house, rosa, BROKEN)
    await checking.check(slowly(house, document_id), document_id)
    assert (await seen(house, rosa, document_id))[0].refusal is DocumentRefusal.BROKEN


async def test_a_late_refusal_takes_nothing_from_who_has_the_document_already(house: House) -> None:
    rosa = await a_person(house)
    document_id = await received(house, rosa)
    await checking.check(slowly(house, document_id, is_pleased=False), document_id)
    document, papers = await seen(house, rosa, document_id)
    assert (document.status, len(papers)) == (DocumentStatus.CHECKED, 2)
    assert await house.documents.ids() == [document_id]


async def test_a_file_that_is_lost_is_no_quiet_end(house: House) -> None:
    document_id = await received(house, await a_person(house))
    await house.documents.delete(document_id)
    with pytest.raises(Unsealable):
        await checking.check(house, document_id)
