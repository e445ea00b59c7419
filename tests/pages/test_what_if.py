"""The page of what if: results side by side, an amount that is typed, and nothing that is saved."""

from tests.app import App
from tests.pages.acting import field, heard, is_said, type_into
from tests.pages.rosa import rosa
from tests.people import guest

WHAT_IF = "/tax/2025/what-if"
COST = "One more cost for your health or hearing"


async def test_the_result_stands_beside_others_with_the_difference_in_dollars(app: App) -> None:
    somebody = await rosa(app)
    await somebody.open(WHAT_IF)
    assert is_said(somebody, "As your answers are now")
    assert is_said(somebody, "You get back $565")
    assert is_said(somebody, "The law of 2026")
    assert "Nothing is saved: your answers stay as they are." in somebody.says()
    assert "You told us of nobody." in somebody.says()


async def test_an_amount_that_is_typed_is_compared_said_and_saved_nowhere(app: App) -> None:
    somebody = await rosa(app)
    await somebody.open(WHAT_IF)
    await type_into(somebody, COST, "20,000")
    assert is_said(somebody, "One more medical cost of $20,000")
    assert "One more medical cost of $20,000: + $" in heard(somebody)
    assert "One more cost of $20,000 for your job: + $" in heard(somebody)
    assert not is_said(somebody, "One more cost of $20,000 for your business")
    await somebody.open(WHAT_IF)
    assert not field(somebody, COST).props.get("defaultValue")
    await somebody.open("/tax/2025/result")
    assert is_said(somebody, "You get back $565")


async def test_what_is_no_amount_is_refused_beside_the_field(app: App) -> None:
    somebody = await rosa(app)
    await somebody.open(WHAT_IF)
    await type_into(somebody, COST, "a lot")
    assert "Type an amount in dollars" in somebody.says()


async def test_who_has_no_result_is_told_that_it_comes_first(app: App) -> None:
    somebody = await guest(app)
    await somebody.open(WHAT_IF)
    assert is_said(somebody, "What if needs a result first.")
