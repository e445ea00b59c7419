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


async def with_chosen(
    draw: Draw[Picker], *, required: bool = False, at_most: int = 1
) -> tuple[Reader, list[tuple[ChosenFile, ...]]]:
    heard: list[tuple[ChosenFile, ...]] = []

    async def hear(files: tuple[ChosenFile, ...]) -> None:
        heard.append(files)

    page, _ = await draw(
        lambda: file_picker(
            "Receipts",
            name="r",
            allowed=Allowed(("pdf", "jpg"), MEGABYTE),
            at_most=at_most,
            required=required,
            on_choice=hear,
        )
    )
    return page, heard


def told(name: str, size: int) -> str:
    return all_told((name, size))


def all_told(*files: tuple[str, int]) -> str:
    return json.dumps([{"name": name, "size": size} for name, size in files])


def rows(page: Reader) -> list[str]:
    return [text_of(line) for line in page.all("li")]


async def test_what_is_allowed_is_said_before_and_told_to_the_browser(draw: Draw[Picker]) -> None:
    page, _ = await with_chosen(draw)
    control = page.one("input")
    assert text_of(page.by_id(control.props["aria-describedby"])) == "You can choose PDF or JPG. Up to 1\xa0MB."
    assert (control.props["accept"], control.props["name"]) == (".pdf,.jpg", "r")


async def test_only_of_several_files_is_it_said_how_large_each_may_be_and_how_many(draw: Draw[Picker]) -> None:
    allowed = Allowed(("pdf",), MEGABYTE)
    page, _ = await draw(lambda: file_picker("Receipts", name="r", allowed=allowed, at_most=3))
    described = page.one("input").props["aria-describedby"]
    assert text_of(page.by_id(described)) == "You can choose PDF. Up to 1\xa0MB each, and 3 files at a time."


async def test_a_phone_is_told_that_a_film_can_be_made_at_once(draw: Draw[Picker]) -> None:
    page, _ = await draw(lambda: file_picker("Signed", name="v", allowed=Allowed(("mp4",), MEGABYTE, films=True)))
    assert page.one("input").props["accept"] == "video/*,.mp4"


async def test_a_file_that_is_allowed_is_named_with_its_size(draw: Draw[Picker]) -> None:
    page, heard = await with_chosen(draw)
    await page.change(told("aids.PDF", MEGABYTE))
    assert heard == [(ChosenFile("aids.PDF", MEGABYTE),)]
    assert rows(page) == ["aids.PDF, 1\xa0MB Remove aids.PDF"]
    await page.change("[]")
    assert rows(page) == []
    assert page.said() == "“aids.PDF” is not chosen any more. Files that are still chosen: 0."


async def test_a_file_that_is_taken_out_leaves_the_rows_of_the_others_alone(draw: Draw[Picker]) -> None:
    page, heard = await with_chosen(draw, at_most=5)
    a, b, c = ("a.pdf", 1), ("b.pdf", 2), ("c.jpg", 3)
    await page.change(all_told(a, b, b, c))
    of_a, _, of_b, of_c = page.all("li")
    await page.change(all_told(a, b, c))
    assert page.all("li") == [of_a, of_b, of_c], "the script takes out the first of two"
    await page.change(all_told(a, c))
    assert page.all("li") == [of_a, of_c]
    assert page.said() == "“b.pdf” is not chosen any more. Files that are still chosen: 2."
    assert heard[-1] == (ChosenFile(*a), ChosenFile(*c))
    await page.change(all_told(c, a))
    assert rows(page) == ["c.jpg, 3\xa0bytes Remove c.jpg", "a.pdf, 1\xa0bytes Remove a.pdf"]


async def test_all_wrong_files_are_told_at_once_by_name_with_the_reason(draw: Draw[Picker]) -> None:
    page, heard = await with_chosen(draw, at_most=5)
    await page.change(all_told(("film.mov", 5), ("aids.pdf", 5), ("empty.pdf", 0)))
    said = (
        "“film.mov” is not a kind of file that we can read. Choose another file.\n"
        "“empty.pdf” has nothing in it. Choose another file."
    )
    assert (heard, page.errors) == ([], [f"Error: {said}"])
    assert [row.split(" Remove")[0] for row in rows(page)] == [
        "film.mov, 5\xa0bytes We can’t take it",
        "aids.pdf, 5\xa0bytes",
        "empty.pdf, 0\xa0bytes We can’t take it",
    ]


async def test_of_too_many_files_the_first_stay_and_the_others_are_named(draw: Draw[Picker]) -> None:
    page, heard = await with_chosen(draw, at_most=2)
    await page.change(all_told(*((f"{number}.pdf", 1) for number in range(1, 5))))
    assert page.errors == [
        "Error: These are too many files for one time. We kept the first 2. Not chosen: “3.pdf”, “4.pdf”."
    ]
    assert [row.split(",")[0] for row in rows(page)] == ["1.pdf", "2.pdf"]
    assert heard == [(ChosenFile("1.pdf", 1), ChosenFile("2.pdf", 1))]
    await page.change(all_told(*((f"{number}.pdf", 1) for number in range(1, 20))))
    assert page.errors[0].endswith("“11.pdf”, and 8 others.")
    await page.change(all_told(("1.pdf", 1)))
    assert page.errors == []


async def test_of_several_files_for_one_the_first_stays(draw: Draw[Picker]) -> None:
    page, _ = await with_chosen(draw)
    await page.change(all_told(("1.pdf", 1), ("2.pdf", 1)))
    assert page.errors == ["Error: You can choose only one file here. We kept the first one. Not chosen: “2.pdf”."]


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
    page, _ = await with_chosen(draw, required=True)
    await page.change(told("aids.pdf", 5))
    await page.change("[]")
    assert (rows(page), page.errors) == ([], ["Error: Choose a file."])


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
