"""ClamAV is asked by its own protocol, and a document that it does not like is not kept."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from db.values.documents import DocumentRefusal, DocumentStatus
from services.errors import Unavailable
from services.house import House
from services.jobs.check_document import check_document
from services.providers.virus_check.clam_av import ClamAv
from services.settings import Settings
from services.starting.doctor.finding import Result
from services.starting.doctor.outside import outside
from tests.factories import a_person
from tests.services.documents.having import PDF, checked, received, seen
from tests.services.providers.virus_scanner import EICAR, a_scanner

INFECTED = PDF + b"\n% " + EICAR


@pytest.fixture
def socket(tmp_path: Path) -> Path:
    """Where the scanner of this test listens."""
    return tmp_path / "clamd.ctl"


async def chunks(content: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(content), 400):
        yield content[start : start + 400]


def with_scanner(house: House, url: str) -> House:
    return replace(house, providers=replace(house.providers, virus_check=ClamAv(url, limit_seconds=5)))


@pytest.mark.parametrize(("content", "clean"), [(PDF, True), (INFECTED, False)])
async def test_a_file_is_clean_unless_something_is_found(socket: Path, content: bytes, *, clean: bool) -> None:
    async with a_scanner(socket) as url:
        assert await ClamAv(url).is_clean(chunks(content)) is clean


@pytest.mark.parametrize("said", [b"INSTREAM size limit exceeded. ERROR", b"stream: OK and more", b"x"])
async def test_what_is_no_verdict_is_not_taken_for_one(socket: Path, said: bytes) -> None:
    async with a_scanner(socket, says=said) as url:
        with pytest.raises(Unavailable):
            await ClamAv(url).is_clean(chunks(PDF))


async def test_a_document_with_a_virus_is_refused_and_not_kept(house: House, socket: Path) -> None:
    rosa = await a_person(house)
    async with a_scanner(socket) as url:
        guarded = with_scanner(house, url)
        bad, good = await checked(guarded, rosa, INFECTED), await checked(guarded, rosa)
    assert (await seen(house, rosa, bad))[0].refusal is DocumentRefusal.VIRUS
    assert (await seen(house, rosa, good))[0].status is DocumentStatus.CHECKED
    assert await house.documents.ids() == [good]


async def test_while_the_virus_check_is_away_a_document_waits(house: House, socket: Path) -> None:
    rosa = await a_person(house)
    document_id = await received(house, rosa)
    with pytest.raises(Unavailable):
        await check_document.work(with_scanner(house, f"unix://{socket}"), document_id=str(document_id))
    assert (await seen(house, rosa, document_id))[0].status is DocumentStatus.WAITING


async def test_the_doctor_asks_it(settings: Settings, socket: Path) -> None:
    watched = settings.model_copy(update={"clamav_url": f"unix://{socket}"})

    async def result() -> Result:
        return next(iter([each.result async for each in outside(watched) if each.part == "virus_check"]))

    async with a_scanner(socket):
        assert await result() is Result.OK
    assert await result() is Result.WRONG
