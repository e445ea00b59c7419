"""Every page can be opened by whoever may see it, keeps what the audit demands, and is closed to others."""

import pytest
from nicegui import ui

from services.errors import NotAllowed
from tests.app import App, Somebody
from tests.people import signed_up

PUBLIC = (
    *("/", "/talk", "/display", "/tax", "/tax/removed", "/sign-in", "/sign-up", "/signed-out", "/sign-in/organisation"),
    *("/sign-in/link", "/sign-in/by-letter", "/sign-up/confirm?token=x", "/sign-up/look-in-your-email"),
    *("/forgot-password", "/forgot-password/new", "/forgot-password/done", "/forgot-password/look-in-your-email"),
    *("/sign-in/help", "/account-recovery/stop", "/account-recovery/password"),
    *("/accessibility", "/privacy", "/terms", "/services", "/joint/invitation"),
    *("/contact", "/feedback", "/feedback?about=accessibility", "/feedback?about=page&from=/tax/2025/estimate"),
)
DEVELOPMENT = (
    "/development/components",
    "/development/components/button",
    "/development/outbox",
    "/development/interview",
    "/development/consents/insurance",
)


@pytest.mark.parametrize("path", PUBLIC + DEVELOPMENT)
async def test_a_page_that_is_open_to_everybody_keeps_its_promises(somebody: Somebody, path: str) -> None:
    await somebody.open(path)


async def test_an_account_page_sends_strangers_to_sign_in_and_back_again(somebody: Somebody) -> None:
    reply = await somebody.http_client.get("/account")
    assert (reply.status_code, reply.headers["location"]) == (303, "/sign-in?next=/account")


OF_A_YEAR = ("estimate", "costs", "result", "what-if", "interview", "interview/w2")
NOWHERE = (
    *("/nowhere", "/development/components/x", "/development/consents/x", "/nowhere/look-in-your-email"),
    *("/feedback/x", "/feedback/01890a5d-ac96-774b-bcce-b302099a8057"),
    *("/documents/x", "/documents/01890a5d-ac96-774b-bcce-b302099a8057"),
    *(path for name in OF_A_YEAR for path in (f"/tax/abc/{name}", f"/tax/2025/{name}?estimate=x")),
)
A_STRANGERS = tuple(f"/tax/2025/{name}?estimate=01890a5d-ac96-774b-bcce-b302099a8057" for name in OF_A_YEAR)
NOT_THEIRS = (*A_STRANGERS, *(f"/tax/{year}/{name}" for name in OF_A_YEAR for year in (1999, 10**20)))


@pytest.mark.parametrize("path", NOWHERE + NOT_THEIRS)
async def test_what_is_not_there_or_not_theirs_is_a_true_404_that_says_what_to_do(app: App, path: str) -> None:
    somebody = await signed_up(app)
    reply = await somebody.http_client.get(path)
    assert reply.status_code == 404
    assert "There is no page here" in reply.text
    assert "nonce-" in reply.headers["content-security-policy"]


@pytest.mark.parametrize("path", A_STRANGERS)
async def test_whose_session_has_ended_signs_in_and_comes_back_to_the_estimate(somebody: Somebody, path: str) -> None:
    reply = await somebody.http_client.get(path)
    assert reply.status_code == 303
    assert reply.headers["location"].startswith(f"/sign-in?next={path.partition('?')[0]}%3Festimate%3D")


@pytest.mark.parametrize("name", OF_A_YEAR)
async def test_somebody_who_has_begun_no_estimate_chooses_a_year_first_and_reads_why(app: App, name: str) -> None:
    somebody = await signed_up(app)
    reply = await somebody.http_client.get(f"/tax/2025/{name}")
    assert reply.status_code == 303
    await somebody.open(reply.headers["location"])
    assert "You have no estimate for 2025 yet. Begin it here." in somebody.says()
    assert "costs for hearing" not in somebody.says()
    await somebody.open("/tax")
    assert "You have no estimate" not in somebody.says()


async def test_what_a_visitor_may_not_see_is_a_true_403_with_a_way_to_sign_in_and_back(somebody: Somebody) -> None:
    @ui.page("/for-others")
    async def page_for_others() -> None:
        raise NotAllowed

    reply = await somebody.http_client.get("/for-others")
    assert reply.status_code == 403
    assert "You may not see this page" in reply.text
    assert "/sign-in?next=/for-others" in reply.text


async def test_whoever_is_signed_in_is_not_asked_to_sign_in_where_they_may_not_be(app: App) -> None:
    reply = await (await signed_up(app)).http_client.get("/staff/health")
    assert reply.status_code == 403
    assert "Sign in with another account" in reply.text
