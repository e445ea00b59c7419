"""The page about what was filed: marking, comparing by line, and amending with a reason."""

from datetime import UTC, datetime

from tests.app import App, Somebody
from tests.pages.acting import is_said, type_into
from tests.people import signed_up

PAGE = "/tax/2025/filed"
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
    await somebody.open("/tax/2025/estimate")
    await type_into(somebody, "Box 1: your wages", "33,200")
    await somebody.open(PAGE)
    for said in ("A. Original amount", "B. Net change", "C. Correct amount", "$31,200", "+ $2,000", "$33,200"):
        assert is_said(somebody, said), said
    assert is_said(somebody, "1: Income after adjustments (AGI)")
    assert is_said(somebody, "11a: Adjusted gross income (AGI)")
    reply = await somebody.http_client.post("/api/forms/filed", data={**which, **ON})
    await somebody.open(reply.headers["location"])
    assert "Say in your own words why you changed the return." in somebody.says()
    await somebody.http_client.post("/api/forms/filed", data={**which, **ON, "reason": "A late W-2 came."})
    await somebody.open(PAGE)
    assert is_said(somebody, "A late W-2 came.")


async def test_a_day_that_is_none_is_asked_for_again_and_a_strangers_return_is_not_found(app: App) -> None:
    somebody, which = await _with_a_result(app)
    reply = await somebody.http_client.post("/api/forms/filed", data={**which, **ON, "filed_on-day": "31"})
    await somebody.open(reply.headers["location"])
    assert "Type the day on which you filed." in somebody.says()
    other = await signed_up(app)
    assert (await other.http_client.post("/api/forms/filed", data={**which, **ON})).status_code == 404
    assert (await other.http_client.get(f"{PAGE}?estimate={which['return_id']}")).status_code == 404
