import pytest

from components.number_field import number_field
from tests.components.conftest import Draw
from tests.components.reader import Reader


async def _with_kept(draw: Draw[object]) -> tuple[Reader, list[int | None]]:
    kept: list[int | None] = []

    async def keep(value: int | None) -> None:
        kept.append(value)

    page, _ = await draw(lambda: number_field("Miles", value=1200, on_commit=keep))
    return page, kept


@pytest.mark.parametrize(
    ("typed", "number"),
    [("1200", 1200), ("1,200", 1200), (" 1 200 ", 1200), ("0", 0), ("\u200b7\u200e", 7), ("007", 7), ("", None)],
)
async def test_a_number_is_read_as_people_write_it(draw: Draw[object], typed: str, number: int | None) -> None:
    page, kept = await _with_kept(draw)
    await page.change(typed)
    assert (kept, page.errors) == ([number], [])


@pytest.mark.parametrize("typed", ["1.5", "12,00", "-3", "about 5", "9" * 5000])
async def test_what_is_no_whole_number_is_asked_about_and_never_guessed(draw: Draw[object], typed: str) -> None:
    page, kept = await _with_kept(draw)
    await page.change(typed)
    assert (kept, page.errors) == ([], ["Error: Type a whole number, like 1,200."])


async def test_a_number_is_shown_with_commas(draw: Draw[object]) -> None:
    page, _ = await _with_kept(draw)
    assert page.one("input").props["defaultValue"] == "1,200"
