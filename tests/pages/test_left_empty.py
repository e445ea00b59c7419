"""What was begun and left empty is open: in the result, on every page that says how far it is, and on paper."""

from services.words import sentence
from tests.app import App, Somebody
from tests.pages.acting import elements, is_linked, is_said, press, tick, type_into, unfold
from tests.pages.rosa import rosa
from tests.pages.test_result import leads_to

CERTAIN = sentence("result.certain")
SSDI = "I got Social Security or SSDI"
TICKED = f"You ticked “{SSDI}”, but told us nothing about it. Tell us, or clear the tick."
EMPTY = "1099-INT number 1: Box 1 is missing. Type it, or 0 if nothing is printed there. Or remove the form."
NOT_HAD = sentence("interview.not_had")


async def _looked_at_all(somebody: Somebody, year: int) -> None:
    await somebody.open(f"/tax/{year}/estimate")
    await type_into(somebody, "Are you blind?", "no")
    await type_into(somebody, "Can somebody else claim you as a dependent?", "no")
    await tick(somebody, "I looked at every section. I have nothing else.")


async def test_a_form_of_last_year_whose_boxes_are_empty_keeps_the_year_open_until_it_is_typed(app: App) -> None:
    somebody = await rosa(app)
    await unfold(somebody, "I have savings or investments")
    await press(somebody, "Add a form 1099-INT")
    await somebody.open("/tax/2026/last-year")
    keys = [str(each.props["value"]) for each in elements(somebody) if each.props.get("name") == "item"]
    await somebody.http_client.post("/api/forms/last-year", data={"tax_year": "2026", "item": keys})
    await somebody.open("/tax/2026/interview/w2")
    await type_into(somebody, "Box 1: your wages", "31,200")
    await type_into(somebody, "Box 2: federal income tax withheld", "2,184")
    await _looked_at_all(somebody, 2026)
    await somebody.open("/tax/2026/result")
    assert is_said(somebody, "This can still change: one question is open.")
    assert leads_to(somebody, EMPTY).startswith("/tax/2026/interview/savings?at=forms.int_1099.")
    await somebody.open("/tax")
    assert not is_said(somebody, sentence("years.how_far.complete"))
    await somebody.open("/tax/2026/interview/review")
    assert is_said(somebody, EMPTY)
    await somebody.open("/tax/2026/interview/savings")
    await type_into(somebody, "Box 1: interest", "15")
    await somebody.open("/tax/2026/result")
    assert is_said(somebody, CERTAIN)


async def test_a_topic_that_was_only_ticked_is_open_until_it_is_told_or_the_tick_is_cleared(app: App) -> None:
    somebody = await rosa(app)
    await somebody.open("/tax/2025/interview/which_income")
    await tick(somebody, SSDI)
    await _looked_at_all(somebody, 2025)
    assert is_said(somebody, TICKED)
    assert is_linked(somebody, "Box 5: net benefits")  # its section is open on the page with all questions
    await somebody.open("/tax/2025/result")
    asked = leads_to(somebody, TICKED)
    assert asked == "/tax/2025/interview/social_security?at=income.social_security_benefits"
    await somebody.open(asked)
    tick_at = leads_to(somebody, NOT_HAD)
    assert tick_at == "/tax/2025/interview/which_income?at=had.social_security"
    await type_into(somebody, "Box 5: net benefits", "0")
    assert not is_said(somebody, NOT_HAD)
    assert is_said(somebody, CERTAIN)
    await type_into(somebody, "Box 5: net benefits", "")
    assert is_said(somebody, TICKED)
    await somebody.open(tick_at)
    await tick(somebody, SSDI, on=False)
    assert is_said(somebody, CERTAIN)


async def test_what_is_folded_away_on_the_long_page_is_asked_in_the_interview(app: App) -> None:
    somebody = await rosa(app)
    await press(somebody, "Add a person")
    await type_into(somebody, "Date of birth", "6", "1", "2020")
    asks = "Did you pay for care so that you could work? If not, type 0 there."
    assert leads_to(somebody, asks) == "/tax/2025/interview/care?at=credits.dependent_care_expenses"


async def test_a_cost_that_is_not_complete_is_open_with_the_way_to_it(app: App) -> None:
    somebody = await rosa(app)
    await somebody.open("/tax/2025/costs")
    await press(somebody, "Add a cost")
    await type_into(somebody, "What did you pay for?", "hearing_aids")
    await somebody.open("/tax/2025/result")
    asks = "Cost 1: Hearing aids. We still need: what it was for, the day when you paid. Or remove the cost."
    assert leads_to(somebody, asks).startswith("/tax/2025/interview/hearing?at=costs.")
