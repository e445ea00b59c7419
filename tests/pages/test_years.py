"""The page with all tax years: how far each has come, and removing one with a way back."""

from tests.app import App, Somebody
from tests.pages.acting import heard, is_linked, is_said, press, tick, type_into
from tests.pages.rosa import rosa
from tests.people import guest, signed_up

BOX_1 = "Box 1: wages, tips, other pay"


def _return_id(somebody: Somebody) -> str:
    assert somebody.client
    elements = somebody.client.elements.values()
    return next(str(each.props["defaultValue"]) for each in elements if each.props.get("name") == "return_id")


async def test_each_year_says_how_far_it_is_and_leads_on(app: App) -> None:
    somebody = await rosa(app)
    await somebody.open("/tax")
    assert is_said(somebody, "There is a result. Some answers could still change it.")
    assert is_said(somebody, "You get back $565")
    assert is_said(somebody, "Not begun.")
    assert is_said(somebody, "Start 2026 from your 2025 answers")
    assert is_said(somebody, "See the result of 2025")


async def test_there_is_no_result_anywhere_before_income_is_told(app: App) -> None:
    somebody = await guest(app)
    await somebody.open("/tax/2025/estimate")
    await type_into(somebody, "Filing status", "single")
    await type_into(somebody, "Your date of birth", "4", "12", "1988")
    await tick(somebody, "I looked at every section. I have nothing else.")
    for page in ("/tax/2025/estimate", "/tax/2025/result"):
        await somebody.open(page)
        assert "We can show your refund when you have told us" in somebody.says()
        assert is_said(somebody, "your income, or 0 if you had none")
        assert "You get" not in somebody.says()
    await somebody.open("/tax")
    assert is_said(somebody, "Begun. Something is missing for a result.")
    assert not is_said(somebody, "$0")
    await somebody.open("/tax/2025/estimate")
    await press(somebody, "Add a form W-2")
    assert is_linked(somebody, BOX_1)
    await type_into(somebody, BOX_1, "31,200")
    assert "You owe $1,619." in heard(somebody)
    await type_into(somebody, BOX_1, "")
    await somebody.open("/tax")
    assert is_said(somebody, "Begun. Something is missing for a result.")


async def test_a_year_that_was_begun_from_the_one_before_has_no_result_yet(app: App) -> None:
    somebody = await rosa(app)
    await somebody.send("last-year", tax_year="2026", item="you")
    await somebody.open("/tax")
    assert is_said(somebody, "Begun. Something is missing for a result.")
    assert is_said(somebody, "You get back $565")
    assert not is_said(somebody, "$0")


async def test_who_needs_an_earlier_year_is_led_to_a_person(app: App) -> None:
    somebody = await guest(app)
    await somebody.open("/tax")
    assert is_said(somebody, "2024 or an earlier year")
    assert "We compute no year before 2025: not for a late return, and not to change one." in somebody.says()
    for link in ("Find a VITA office", "How to choose a tax preparer", "Ask a person"):
        assert is_said(somebody, link), link


async def test_a_year_is_removed_and_put_back_by_one_press_each(app: App) -> None:
    somebody = await rosa(app)
    await somebody.open("/tax")
    reply = await somebody.send("years", return_id=_return_id(somebody), act="remove")
    assert reply.headers["location"] == "/tax?done=removed"
    await somebody.open("/tax?done=removed")
    assert is_said(somebody, "Your answers are removed. You can put them back for 30 days, below.")
    assert "Your answers for 2025 are removed. On " in somebody.says()
    assert not is_said(somebody, "You get back $565")
    reply = await somebody.send("years", return_id=_return_id(somebody), act="put_back")
    await somebody.open(reply.headers["location"])
    assert is_said(somebody, "Your answers are back, as they were.")
    assert is_said(somebody, "You get back $565")


async def test_two_estimates_of_a_year_are_told_apart(app: App) -> None:
    somebody = await guest(app)
    await somebody.open("/tax")
    first = _return_id(somebody)
    await somebody.send("years", return_id=first, act="remove")
    await somebody.send("estimate", tax_year="2025")
    await somebody.send("years", return_id=first, act="put_back")
    await somebody.open("/tax")
    assert is_said(somebody, "Answers 1 of 2")
    assert is_said(somebody, "Open answers 2 of 2025")


async def test_what_is_not_theirs_is_not_found_and_a_stranger_signs_in(app: App) -> None:
    mine = await guest(app)
    await mine.open("/tax")
    return_id = _return_id(mine)
    other = await signed_up(app)
    assert (await other.send("years", return_id=return_id, act="remove")).status_code == 404
    reply = await app.somebody().send("years", return_id=return_id, act="remove")
    assert reply.headers["location"] == "/sign-in?next=/tax"
    await mine.open("/tax")
    assert _return_id(mine) == return_id
