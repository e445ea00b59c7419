"""Starting a year from the one before: what is offered, what the law changed, and last year's amounts as hints."""

from datetime import UTC, datetime

from tests.app import App, Somebody
from tests.pages.acting import field, is_said, press, type_into
from tests.pages.rosa import rosa
from tests.people import guest, signed_up

PAGE = "/tax/2026/last-year"


async def _with_a_w2(app: App) -> Somebody:
    somebody = await rosa(app)
    await press(somebody, "Add a form W-2")
    await type_into(somebody, "Who sent you this form?", "Wegmans")
    return somebody


def _keys(somebody: Somebody) -> list[str]:
    assert somebody.client
    boxes = [each for each in somebody.client.elements.values() if each.props.get("name") == "item"]
    return [str(box.props["value"]) for box in boxes if box.props.get("defaultChecked")]


async def test_the_page_says_what_comes_along_what_does_not_and_what_the_law_changed(app: App) -> None:
    somebody = await rosa(app)
    await somebody.open(PAGE)
    said = somebody.says()
    assert "Start 2026 from your 2025 answers" in said
    assert "Filing status: Single." in said
    assert "Your date of birth: April 12, 1988." in said
    assert "$31,200" not in said
    assert "All amounts. Beside each question you see what it was last year." in said
    assert "The law of 2025: You get back $565. The law of 2026: You get back $" in said
    assert is_said(somebody, "The standard deduction")
    assert is_said(somebody, "$15,750")
    assert is_said(somebody, "$16,100")
    assert "IRC 63(c); P.L. 119-21 sec. 70102; Rev. Proc. 2025-32" in said
    assert "student loan" not in said


async def test_who_starts_from_last_year_goes_on_in_the_interview_with_last_years_amounts_beside(app: App) -> None:
    somebody = await _with_a_w2(app)
    await somebody.open(PAGE)
    chosen = _keys(somebody)
    assert len(chosen) == 2  # about them, and the W-2; there is nothing else
    reply = await somebody.http_client.post("/api/forms/last-year", data={"tax_year": "2026", "item": chosen})
    assert (reply.status_code, reply.headers["location"]) == (303, "/tax/2026/interview")
    await somebody.open("/tax/2026/interview/w2")
    assert is_said(somebody, "W-2 from Wegmans")
    assert "2025: $31,200." in somebody.says()
    assert not field(somebody, "Box 1: wages, tips, other pay").props.get("defaultValue")


async def test_a_hint_stays_when_an_answer_is_saved_and_is_no_answer(app: App) -> None:
    somebody = await rosa(app)
    await somebody.http_client.post("/api/forms/last-year", data={"tax_year": "2026", "item": ["you"]})
    await somebody.open("/tax/2026/estimate")
    assert "2025: $31,200." in somebody.says()
    await type_into(somebody, "Box 1: your wages", "33,000")
    assert "2025: $31,200." in somebody.says()
    await somebody.open("/tax/2026/estimate")
    assert field(somebody, "Box 1: your wages").props["defaultValue"] == "33,000"


async def test_an_empty_year_offers_the_one_before_until_something_is_said(app: App) -> None:
    somebody = await rosa(app)
    await somebody.send("estimate", tax_year="2026")
    for page in ("/tax/2026/estimate", "/tax/2026/interview/about_you"):
        await somebody.open(page)
        assert is_said(somebody, "You have answers for 2025. You can start 2026 from them.")
    await type_into(somebody, "Are you blind?", "yes")
    await somebody.open("/tax/2026/estimate")
    assert "You can start 2026 from them" not in somebody.says()


async def test_what_the_law_changed_stays_in_reach_once_the_year_is_begun(app: App) -> None:
    somebody = await rosa(app)
    to_it = "What the law changed for you from 2025 to 2026"
    await somebody.send("estimate", tax_year="2026")
    await somebody.open("/tax/2026/estimate")
    await type_into(somebody, "Are you blind?", "no")
    for page in ("/tax", "/tax/2026/estimate", "/tax/2026/result"):
        await somebody.open(page)
        assert is_said(somebody, to_it), page
    await somebody.open("/tax/2025/estimate")
    assert not is_said(somebody, to_it)
    await somebody.open(PAGE)
    assert is_said(somebody, "You have answers for 2026 already. Nothing of 2025 is taken over any more.")
    assert is_said(somebody, "$15,750")
    assert is_said(somebody, "$16,100")
    assert not _keys(somebody)
    assert not is_said(somebody, "Start 2026 with nothing")


async def test_what_is_there_is_not_written_over_by_an_old_form(app: App) -> None:
    somebody = await rosa(app)
    await somebody.send("estimate", tax_year="2026")
    await somebody.open("/tax/2026/estimate")
    await type_into(somebody, "Are you blind?", "yes")
    reply = await somebody.http_client.post("/api/forms/last-year", data={"tax_year": "2026", "item": ["you"]})
    assert reply.headers["location"] == PAGE
    await somebody.open("/tax/2026/estimate")
    assert "2025: $31,200." not in somebody.says()


async def test_who_has_no_year_before_reads_so_and_strangers_sign_in_first(app: App) -> None:
    somebody = await signed_up(app)
    await somebody.open(PAGE)
    assert is_said(somebody, "There is nothing to start from")
    reply = await somebody.send("last-year", tax_year="2026", item="you")
    assert reply.status_code == 404
    reply = await app.somebody().send("last-year", tax_year="2026", item="you")
    assert reply.headers["location"].startswith("/sign-in?next=/tax/2026/last-year")


async def test_what_is_still_missing_is_not_compared(app: App) -> None:
    somebody = await guest(app)
    await somebody.open("/tax/2025/estimate")
    await type_into(somebody, "Are you blind?", "no")
    app.stands_still_at(datetime(2026, 2, 3, tzinfo=UTC))
    await somebody.open(PAGE)
    assert is_said(somebody, "Your 2025 answers have no result yet. So we can’t compare the two years.")
