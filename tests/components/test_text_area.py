import pytest

from components.text_area import text_area
from tests.components.conftest import Draw
from tests.components.reader import Reader, text_of


def count(page: Reader) -> str:
    [line] = [each for each in page.all("p") if "count" in each.classes]
    assert line.props["aria-hidden"] == "true", "it is read out by the region, not at each key"
    return text_of(line)


async def test_text_is_committed_as_it_was_typed_with_its_lines(draw: Draw[object]) -> None:
    kept: list[str] = []

    async def keep(value: str) -> None:
        kept.append(value)

    page, _ = await draw(lambda: text_area("Your message", on_commit=keep))
    await page.change("two\nlines")
    assert kept == ["two\nlines"]


@pytest.mark.parametrize(
    ("value", "words"),
    [("", "Characters left: 1,000"), ("x" * 1000, "Characters left: 0"), ("x" * 1001, "Characters too many: 1")],
)
async def test_what_is_left_is_said_from_the_start(draw: Draw[object], value: str, words: str) -> None:
    page, _ = await draw(lambda: text_area("Your message", value=value, most=1000))
    assert count(page) == words


async def test_the_limit_is_said_before_a_person_types(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: text_area("Your message", hint="In your words.", most=1000))
    described = page.by_id(page.one("textarea").props["aria-describedby"])
    assert text_of(described) == "In your words. Up to 1,000 characters."


async def test_a_text_that_is_too_long_is_not_cut_and_not_committed(draw: Draw[object]) -> None:
    kept: list[str] = []

    async def keep(value: str) -> None:
        kept.append(value)

    page, _ = await draw(lambda: text_area("Your message", most=5, on_commit=keep))
    assert "maxlength" not in page.one("textarea").props
    await page.change("too long")
    assert (kept, page.errors) == ([], ["Error: Make it shorter. Characters to take away: 3."])
    await page.change("short")
    assert (kept, page.errors) == (["short"], [])
