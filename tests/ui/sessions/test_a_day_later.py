"""A day after signing in, a person is warned, shows that it is them, and goes on where they were (WCAG 2.2.1)."""

from datetime import UTC, datetime, timedelta

from services.accounts.sessions import PERSON_STAYS
from services.words import sentence
from tests.app import App
from tests.factories import PASSWORD
from tests.people import signed_up
from tests.services.jobs.waiting import until

WARNING = sentence("session_end.proof_needed", kept=sentence("session_end.kept"))
OFTEN = timedelta(minutes=29)


async def test_the_warning_leads_to_a_proof_which_gives_another_day(app: App) -> None:
    began, somebody = datetime.now(UTC), await signed_up(app)
    last_minute = began + PERSON_STAYS - timedelta(minutes=1)
    now = began
    while now < last_minute:
        now = min(now + OFTEN, last_minute)
        app.stands_still_at(now)
        assert (await somebody.http_client.get("/account")).status_code == 200
    await somebody.open("/display")
    await until(lambda: WARNING in somebody.says())
    way = "/account/prove?next=%2Fdisplay"
    assert any(each.props.get("href") == way for each in somebody.client.elements.values())  # type: ignore[union-attr]
    reply = await somebody.send("prove", password=PASSWORD, next="/display")
    assert reply.headers["location"] == "/display"
    app.stands_still_at(last_minute + OFTEN)
    await somebody.open("/account")
    assert WARNING not in somebody.says()
