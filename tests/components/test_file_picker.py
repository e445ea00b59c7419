import json

import pytest

from components.field import Field, Unreadable
from components.file_picker import Allowed, ChosenFile, file_picker
from components.file_picker.chosen import read_files
from services.words.sizes import size_in_words
from tests.components.conftest import Draw
from tests.components.reader import Reader, text_of

Picker = Field[tuple[ChosenFile, ...]]
MEGABYTE = 1_000_000


async def with_chosen(draw: Draw[Picker], *, required: bool = False) -> tuple[Reader, list[tuple[ChosenFile, ...]]]:
    heard: list[tuple[ChosenFile, ...]] = []

    async def hear(files: tuple[ChosenFile, ...]) -> None:
        heard.append(files)

    page, _ = await draw(
        lambda: file_picker(
            "Receipts", name="r", allowed=Allowed(("pdf", "jpg"), MEGABYTE), required=required, on_choice=hear
        )
    )
    return page, heard


def told(name: str, size: int) -> str:
    return json.dumps([{"name": name, "size": size}])


async def test_what_is_allowed_is_said_before_and_told_to_the_browser(draw: Draw[Picker]) -> None:
    page, _ = await with_chosen(draw)
    control = page.one("input")
    assert text_of(page.by_id(control.props["aria-describedby"])) == "You can choose PDF or JPG. Up to 1\xa0MB."
    assert (control.props["accept"], control.props["name"]) == (".pdf,.jpg", "r")


async def test_only_of_several_files_is_it_said_how_large_each_may_be(draw: Draw[Picker]) -> None:
    allowed = Allowed(("pdf",), MEGABYTE)
    page, _ = await draw(lambda: file_picker("Receipts", name="r", allowed=allowed, several=True))
    described = page.one("input").props["aria-describedby"]
    assert text_of(page.by_id(described)) == "You can choose PDF. Up to 1\xa0MB each."


async def test_a_phone_is_told_that_a_film_can_be_made_at_once(draw: Draw[Picker]) -> None:
    page, _ = await draw(lambda: file_picker("Signed", name="v", allowed=Allowed(("mp4",), MEGABYTE, films=True)))
    assert page.one("input").props["accept"] == "video/*,.mp4"


async def test_a_file_that_is_allowed_is_named_with_its_size(draw: Draw[Picker]) -> None:
    page, heard = await with_chosen(draw)
    await page.change(told("aids.PDF", MEGABYTE))
    assert heard == [(ChosenFile("aids.PDF", MEGABYTE),)]
    assert [text_of(line) for line in page.all("li")] == ["aids.PDF, 1\xa0MB"]
    await page.change("")
    assert page.all("li") == []


@pytest.mark.parametrize(
    ("name", "size", "said"),
    [
        ("film.mov", 5, "“film.mov” is not a kind of file that we can read. Choose another file."),
        (
            "IMG_1.HEIC",
            5,
            "“IMG_1.HEIC” is an iPhone photo in a format that we can’t open. Open Settings, Camera, Formats, "
            "and choose “Most Compatible”. Then take the photo again.",
        ),
        ("aids", 5, "“aids” is not a kind of file that we can read. Choose another file."),
        ("aids.pdf.exe", 5, "“aids.pdf.exe” is not a kind of file that we can read. Choose another file."),
        ("aids.pdf", MEGABYTE * 3 // 2, "“aids.pdf” has 1.5\xa0MB. The most is 1\xa0MB. Choose a smaller file."),
        ("aids.pdf", 0, "“aids.pdf” has nothing in it. Choose another file."),
    ],
)
async def test_a_file_that_we_would_not_take_is_refused_at_once(
    draw: Draw[Picker], name: str, size: int, said: str
) -> None:
    page, heard = await with_chosen(draw)
    await page.change(told(name, size))
    assert (heard, page.errors) == ([], [f"Error: {said}"])


async def test_a_required_file_that_is_taken_back_is_asked_for(draw: Draw[Picker]) -> None:
    page, heard = await with_chosen(draw, required=True)
    await page.change("")
    assert (heard, page.errors) == ([], ["Error: Fill in this field."])


@pytest.mark.parametrize("typed", ["nonsense", "5", "[5]", '[{"name": "x"}]', '[{"name": "x", "size": "much"}]'])
def test_what_no_browser_says_is_not_believed(typed: str) -> None:
    with pytest.raises(Unreadable):
        read_files([typed])


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0\xa0bytes"), (999, "999\xa0bytes"), (640_400, "640\xa0KB"), (1_500_000, "1.5\xa0MB"), (10**7, "10\xa0MB")],
)
def test_a_size_is_said_as_people_read_it(size: int, words: str) -> None:
    assert size_in_words(size) == words
