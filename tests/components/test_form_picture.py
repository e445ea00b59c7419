import pytest

from components.form_picture import Box, PaperForm, form_picture
from components.form_picture.w2 import W2
from tests.components.conftest import Draw
from tests.components.reader import text_of


async def test_somebody_who_does_not_see_the_picture_reads_where_each_lit_box_is(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: form_picture(W2, ["1", "17"]))
    [picture] = [each for each in page.all("div") if each.props.get("role") == "img"]
    assert picture.props["aria-label"] == "Picture of Form W-2"
    assert text_of(page.by_id(picture.props["aria-describedby"])) == (
        "Box 1, “Wages, tips, other compensation”, is at the top, near the center. "
        "Box 17, “State income tax”, is at the bottom, near the center."
    )


async def test_only_the_wanted_boxes_are_lit_and_hold_their_values(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: form_picture(W2, ["2"], values={"2": "2,184.00"}))
    lit = [text_of(each) for each in page.all("div") if "lit" in each.classes]
    assert lit == ["2 Federal income tax withheld 2,184.00"]


async def test_a_box_that_the_form_does_not_have_is_a_mistake_in_the_code() -> None:
    with pytest.raises(KeyError):
        form_picture(W2, ["99"])


def test_no_two_boxes_of_the_w2_lie_on_each_other() -> None:
    squares = [
        (row, column)
        for box in W2.boxes
        for row in range(box.row, box.row + box.rows)
        for column in range(box.column, box.column + box.columns)
    ]
    assert len(set(squares)) == len(squares)
    assert (W2.width, W2.height) == (12, 11)


def test_a_form_is_as_large_as_its_boxes_reach() -> None:
    form = PaperForm("A form", [Box("1", "One", 1, 2, columns=2), Box("2", "Two", 2, 1, rows=3)])
    assert (form.width, form.height) == (3, 4)
