from collections.abc import Callable
from typing import Literal

import pytest

from components.checkbox import checkbox
from components.choice_group import Choice, choice_group
from components.date_field import date_field
from components.drafts import drafts_are_of, drafts_belong_to
from components.field.drafted import NO_DRAFT
from components.form import form
from components.layout import column
from components.money_field import money_field
from components.number_field import number_field
from components.select import select
from components.text_area import text_area
from components.text_field import text_field
from tests.components.conftest import Draw


async def test_a_page_says_whose_drafts_may_be_restored(draw: Draw[None]) -> None:
    page, _ = await draw(lambda: drafts_belong_to('7f3a">'))
    assert '<meta name="draft-owner" content="7f3a&quot;&gt;">' in await page.html()


async def test_a_key_comes_with_the_mark_alone(draw: Draw[None]) -> None:
    page, _ = await draw(lambda: drafts_belong_to("7f3a", key="c2VjcmV0"))
    assert (await page.html()).count("c2VjcmV0") == 1
    assert '<meta name="draft-owner" content="7f3a" data-key="c2VjcmV0">' in await page.html()


async def test_a_page_says_that_its_drafts_end_with_the_session(draw: Draw[None]) -> None:
    page, _ = await draw(lambda: drafts_belong_to("7f3a", end_with_session=True))
    assert '<meta name="draft-owner" content="7f3a" data-end-with-session>' in await page.html()


async def test_a_box_says_of_which_thing_its_drafts_are(draw: Draw[None]) -> None:
    page, _ = await draw(lambda: drafts_are_of(column(), "the estimate of 2025"))
    assert page.all("div")[-1].props["data-drafts-of"] == "the estimate of 2025"


FIELDS = {
    "text": lambda: text_field("City", name="city"),
    "area": lambda: text_area("City", name="city"),
    "money": lambda: money_field("City", name="city"),
    "number": lambda: number_field("City", name="city"),
    "select": lambda: select("City", [Choice("a", "A")], name="city"),
    "radio": lambda: choice_group("City", [Choice("a", "A"), Choice("b", "B")], name="city"),
    "box": lambda: checkbox("City", name="city"),
    "date": lambda: date_field("City", name="city"),
}


@pytest.mark.parametrize("draw_field", FIELDS.values(), ids=FIELDS)
async def test_every_field_of_a_form_has_a_draft_under_the_form_and_its_name(
    draw: Draw[None], draw_field: Callable[[], object]
) -> None:
    def in_a_form() -> None:
        with form("/api/forms/profile"):
            draw_field()

    page, _ = await draw(in_a_form)
    [drawn] = page.all("form")
    assert drawn.props["data-drafts-of"] == "/api/forms/profile"
    kept = [each.props["data-draft"] for each in drawn.descendants() if "data-draft" in each.props]
    assert kept
    assert all(str(key).startswith("city") for key in kept)
    assert len(set(kept)) == len(kept)


@pytest.mark.parametrize("kind", ["password", "code"])
async def test_a_secret_has_none_whoever_asks_for_it(draw: Draw[None], kind: Literal["password", "code"]) -> None:
    page, _ = await draw(lambda: _nothing(text_field("Secret", name="secret", kind=kind, draft_key="secret")))
    assert "data-draft" not in page.one("input").props
    assert NO_DRAFT in page.one("input").props


def _nothing(_: object) -> None:
    pass
