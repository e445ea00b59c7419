import pytest

from components.form_picture import Box, PaperForm, form_picture
from components.form_picture.papers import laid_out, papers
from services.returns.questions import BOXES, printed_boxes
from services.tax import YEARS
from tests.components.conftest import Draw
from tests.components.reader import text_of


async def test_somebody_who_does_not_see_the_picture_reads_where_each_lit_box_is(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: form_picture(papers(2025)["w2"], ["1", "17"]))
    [picture] = [each for each in page.all("div") if each.props.get("role") == "img"]
    assert picture.props["aria-label"] == "Picture of Form W-2"
    assert text_of(page.by_id(picture.props["aria-describedby"])) == (
        "Box 1, “Wages, tips, other compensation”, is at the top, near the center. "
        "Box 17, “State income tax”, is at the bottom, near the center."
    )


async def test_only_the_wanted_boxes_are_lit_and_hold_their_values(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: form_picture(papers(2025)["w2"], ["2"], values={"2": "2,184.00"}))
    lit = [text_of(each) for each in page.all("div") if "lit" in each.classes]
    assert lit == ["2 Federal income tax withheld 2,184.00"]


async def test_a_box_that_the_form_does_not_have_is_a_mistake_in_the_code() -> None:
    with pytest.raises(KeyError):
        form_picture(papers(2025)["w2"], ["99"])


@pytest.mark.parametrize("tax_year", YEARS)
def test_every_form_fills_its_grid_with_boxes_that_have_words(tax_year: int) -> None:
    assert set(papers(tax_year)) == set(BOXES)
    for name, form in papers(tax_year).items():
        named = [box.number for box in form.boxes if box.number]
        assert len(set(named)) == len(named), name
        assert all(box.label or box.number == "9" for box in form.boxes), name
    assert (papers(tax_year)["w2"].width, papers(tax_year)["w2"].height) == (12, 11)


@pytest.mark.parametrize("tax_year", YEARS)
@pytest.mark.parametrize("kind", BOXES)
def test_each_box_that_is_asked_for_is_on_the_form_of_the_year(kind: str, tax_year: int) -> None:
    for number in printed_boxes(kind, tax_year).split():
        assert papers(tax_year)[kind].box(number).number == number
    assert printed_boxes(kind, tax_year, "payer") == ""


def test_the_forms_of_2026_have_the_boxes_that_are_new_and_no_others_changed() -> None:
    numbers = {
        year: {(kind, box.number) for kind, form in papers(year).items() for box in form.boxes} for year in (2025, 2026)
    }
    assert numbers[2026] - numbers[2025] == {
        *(("w2", box) for box in ("14a", "14b")),
        *(("nec_1099", box) for box in ("1a", "1b", "1c", "1d")),
        *(("g_1099", box) for box in ("10", "11a", "11b", "12")),
    }
    assert numbers[2025] - numbers[2026] == {
        ("w2", "14"),
        ("nec_1099", "1"),
        *(("g_1099", box) for box in ("10a", "10b", "11")),
    }
    assert papers(2030)["w2"] == papers(2026)["w2"]


def test_the_rows_of_a_form_say_where_its_boxes_lie() -> None:
    form = laid_out("A form", ["_who 1", "_who .", "2 2"], {"_who": "Payer", "1": "Pay", "2": "Tax"})
    assert form.boxes == [Box("", "Payer", 1, 1, rows=2), Box("1", "Pay", 1, 2), Box("2", "Tax", 3, 1, columns=2)]


@pytest.mark.parametrize(
    ("rows", "words"), [(["1 2", "2 1"], {"1": "a", "2": "b"}), (["1"], {}), (["1"], {"1": "a", "2": "b"})]
)
def test_a_form_that_could_not_be_on_paper_is_refused(rows: list[str], words: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="box"):
        laid_out("A form", rows, words)


async def test_a_picture_beside_fields_has_the_words_of_each_box_ready(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: form_picture(papers(2025)["ssa_1099"], ["3", "5"], follows=True))
    words = {each.props["data-about"]: "hidden" in each.props for each in page.all("p")}
    assert words == {"": False, "3": True, "5": True}


def test_a_form_is_as_large_as_its_boxes_reach() -> None:
    form = PaperForm("A form", [Box("1", "One", 1, 2, columns=2), Box("2", "Two", 2, 1, rows=3)])
    assert (form.width, form.height) == (3, 4)
