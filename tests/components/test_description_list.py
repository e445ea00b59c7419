from components.card import cards, link_card
from components.description_list import Entry, description_list
from tests.components.conftest import Draw
from tests.components.reader import text_of


async def test_every_term_has_its_words_and_a_gap_is_said(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: description_list([Entry("Name", "Rosa"), Entry("Way to talk", "")]))
    assert [text_of(each) for each in page.all("dt")] == ["Name", "Way to talk"]
    assert [text_of(each) for each in page.all("dd")] == ["Rosa", "Not answered"]


async def test_each_change_link_says_what_it_changes(draw: Draw[object]) -> None:
    page, _ = await draw(
        lambda: description_list([Entry("Name", "Rosa", "/name"), Entry("City", "Rochester", "/city")])
    )
    assert [(text_of(each), each.props["href"]) for each in page.all("a")] == [
        ("Change Name", "/name"),
        ("Change City", "/city"),
    ]


async def test_a_card_that_leads_somewhere_has_one_link_that_is_its_heading(draw: Draw[object]) -> None:
    def build() -> None:
        with cards():
            link_card("Taxes", "/tax", words="See your refund.", icon="receipt-text")

    page, _ = await draw(build)
    assert text_of(page.one("h3")) == "Taxes"
    assert page.one("a").props["href"] == "/tax"
