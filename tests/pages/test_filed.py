"""The page about what was filed: marking, comparing by line, and amending with a reason."""

from datetime import UTC, date, datetime

import pytest

from services.returns.filed.standing import LastFiled
from tests.app import App, Somebody
from tests.pages.acting import is_said, type_into
from tests.people import signed_up
from tests.tagged_pdf import plain_text
from ui.result.after_filing_in_words import next_steps, what_it_says

PAGE = "/tax/2025/filed"
RESULT = "/tax/2025/result"
ON = {"filed_on-month": "4", "filed_on-day": "1", "filed_on-year": "2026"}


async def _with_a_result(app: App) -> tuple[Somebody, dict[str, str]]:
    app.stands_still_at(datetime(2026, 4, 15, 12, tzinfo=UTC))
    somebody = await signed_up(app)
    await somebody.send("estimate", tax_year="2025")
    await somebody.open("/tax/2025/estimate")
    await type_into(somebody, "Filing status", "single")
    await type_into(somebody, "Your date of birth", "4", "12", "1988")
    await type_into(somebody, "Box 1: your wages", "31,200")
    await somebody.open(PAGE)
    assert somebody.client
    elements = somebody.client.elements.values()
    which = next(str(each.props["defaultValue"]) for each in elements if each.props.get("name") == "return_id")
    return somebody, {"return_id": which, "tax_year": "2025"}


async def test_a_return_is_marked_changed_compared_and_amended(app: App) -> None:
    somebody, which = await _with_a_result(app)
    assert is_said(somebody, "You have marked nothing yet.")
    reply = await somebody.http_client.post("/api/forms/filed", data={**which, **ON})
    assert reply.headers["location"].endswith("&done=marked")
    await somebody.open(PAGE)
    assert is_said(somebody, "April 1, 2026")
    assert is_said(somebody, "Nothing has changed since you filed.")
    await somebody.open(RESULT)
    for said in ("You filed this return on April 1, 2026", "What comes next", "We only remember that the return was"):
        assert said in somebody.says(), said
    for said in ("How to file now", "You can still file", "Your answers have changed since then."):
        assert said not in somebody.says(), said
    await somebody.open("/tax/2025/estimate")
    await type_into(somebody, "Box 1: your wages", "33,200")
    await somebody.open(PAGE)
    for said in ("A. Original amount", "B. Net change", "C. Correct amount", "$31,200", "+ $2,000", "$33,200"):
        assert is_said(somebody, said), said
    assert is_said(somebody, "1: Income after adjustments (AGI)")
    assert is_said(somebody, "11a: Adjusted gross income (AGI)")
    for said in ("16: What you paid so far", "20: What you owe now", "$240", "You choose"):
        assert is_said(somebody, said), said
    assert "Check lines 16 and 18 in your own papers." in somebody.says()
    assert "On paper, put behind it the whole Form 1040 with your changes" in somebody.says()
    assert "Ways to pay, also in parts (leaves this site)" in somebody.says()
    assert "The IRS pays this apart" not in somebody.says()
    await somebody.open(RESULT)
    assert is_said(somebody, "Your answers have changed since then. What you filed stays as it was.")
    said_on_paper = plain_text((await somebody.http_client.get(f"/api{RESULT}.pdf")).content)
    for said in ("You filed this return on April 1, 2026", "What comes next", "https://www.irs.gov/payments"):
        assert said in said_on_paper, said
    assert "How to file now" not in said_on_paper
    await somebody.open(PAGE)
    reply = await somebody.http_client.post("/api/forms/filed", data={**which, **ON})
    await somebody.open(reply.headers["location"])
    assert "Say in your own words why you changed the return." in somebody.says()
    await somebody.http_client.post("/api/forms/filed", data={**which, **ON, "reason": "A late W-2 came."})
    await somebody.open(PAGE)
    assert is_said(somebody, "A late W-2 came.")
    await somebody.open(RESULT)
    assert is_said(somebody, "You filed an amended return on April 1, 2026")
    assert is_said(somebody, "By this change, you owe $240 more.")
    await somebody.open("/tax")
    assert is_said(somebody, "Filed on April 1, 2026, amended on April 1, 2026")


async def test_a_day_that_is_none_is_asked_for_again_and_a_strangers_return_is_not_found(app: App) -> None:
    somebody, which = await _with_a_result(app)
    reply = await somebody.http_client.post("/api/forms/filed", data={**which, **ON, "filed_on-day": "31"})
    await somebody.open(reply.headers["location"])
    assert "April has 30 days. Check the month and the day." in somebody.says()
    assert _typed_again(somebody) == {"filed_on-month": "4", "filed_on-day": "31", "filed_on-year": "2026"}
    reply = await somebody.http_client.post("/api/forms/filed", data={**which, **ON, "filed_on-year": "2025"})
    await somebody.open(reply.headers["location"])
    assert "Type the day on which you filed." in somebody.says()
    assert _typed_again(somebody) == {**ON, "filed_on-year": "2025"}
    other = await signed_up(app)
    assert (await other.http_client.post("/api/forms/filed", data={**which, **ON})).status_code == 404
    assert (await other.http_client.get(f"{PAGE}?estimate={which['return_id']}")).status_code == 404


def _typed_again(somebody: Somebody) -> dict[str, str]:
    assert somebody.client
    fields = [each.props for each in somebody.client.elements.values()]
    return {str(each["name"]): str(each.get("defaultValue")) for each in fields if each.get("name") in ON}


IN_TIME, LATE, EARLY = date(2026, 4, 15), date(2026, 4, 16), date(2026, 2, 14)
ON_THE_DAY = date(2026, 2, 1)


@pytest.mark.parametrize(
    ("filed", "today", "says", "silent_about"),
    [
        (LastFiled(ON_THE_DAY, False, outcome=565_00, change=565_00), LATE, "IRS 21 days after", "middle of February"),
        (
            LastFiled(ON_THE_DAY, False, change=1, has_late_credits=True),
            EARLY,
            "before the middle of February",
            "16 weeks",
        ),
        (LastFiled(ON_THE_DAY, False, change=1, has_late_credits=True), IN_TIME, "4 weeks", "middle of February"),
        (
            LastFiled(ON_THE_DAY, True, change=240_00),
            LATE,
            "you get back $240 more. The IRS shows an amended",
            "21 days",
        ),
        (LastFiled(ON_THE_DAY, False, change=-1), IN_TIME, "The last day to pay is April 15, 2026.", "half a percent"),
        (LastFiled(ON_THE_DAY, False, change=-1), LATE, "The last day to pay was April 15, 2026.", "By this change"),
        (LastFiled(ON_THE_DAY, True, change=-240_00), LATE, "By this change, you owe $240 more.", "no penalty"),
        (LastFiled(ON_THE_DAY, False, outcome=0), LATE, "send Form 1040-X by April 15, 2029.", "The last day to pay"),
    ],
)
def test_what_comes_next_follows_from_what_was_filed_and_from_the_day(
    filed: LastFiled, today: date, says: str, silent_about: str
) -> None:
    told = " ".join(line for step in next_steps(filed, 2025, today) for line in step.says)
    assert says in told
    assert silent_about not in told


@pytest.mark.parametrize(
    ("filed", "says"),
    [
        (LastFiled(ON_THE_DAY, False, outcome=565_00), ["By what you filed, you get back $565."]),
        (LastFiled(ON_THE_DAY, False, outcome=0), ["By what you filed, nothing comes back, and nothing is owed."]),
        (LastFiled(ON_THE_DAY, False, by_others=True), []),
    ],
)
def test_what_the_return_says_is_told_to_its_owner_alone(filed: LastFiled, says: list[str]) -> None:
    assert what_it_says(filed) == says
