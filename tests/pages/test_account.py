"""The account says what is there: years that are begun are opened, the others are begun."""

from tests.app import App
from tests.people import signed_up


async def test_a_year_is_begun_until_there_is_an_estimate_of_it_and_opened_from_then_on(app: App) -> None:
    somebody = await signed_up(app)
    await somebody.open("/account")
    assert "Begin an estimate for 2025" in somebody.says()
    assert "Open your estimate" not in somebody.says()
    await somebody.send("estimate", tax_year="2025")
    await somebody.open("/account")
    assert "Open your estimate for 2025" in somebody.says()
    assert "Begin an estimate for 2025" not in somebody.says()
    assert "Begin an estimate for 2026" in somebody.says()


async def test_what_others_have_begun_is_not_offered(app: App) -> None:
    rosa, maria = await signed_up(app), await signed_up(app)
    await rosa.send("estimate", tax_year="2025")
    await maria.open("/account")
    assert "Open your estimate" not in maria.says()
