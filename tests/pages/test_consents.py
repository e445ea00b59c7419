"""The pages on which a person reads, gives and ends consents: each alone, and nothing is filled in."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from db.values.consents import ConsentPurpose
from services import consents
from services.accounts.sessions import PROOF_LASTS
from services.consents import Asked
from tests.app import App, Somebody
from tests.db.asking import everything
from tests.pages.acting import press
from tests.people import known_as, signed_up

PAGE = "/account/consents"
INSURANCE = Asked(ConsentPurpose.INSURANCE)


@pytest.fixture
def asks_for_insurance() -> Iterator[None]:
    """A release in which something asks for this consent."""
    consents.ASKED.append(INSURANCE)
    yield
    consents.ASKED.remove(INSURANCE)


def signature(app: App, **changed: str) -> dict[str, str]:
    """The form as a person fills it in today."""
    on = app.house.clock.now()
    typed = {"purpose": "insurance", "version": INSURANCE.words.version, "name": "Maria Díaz"}
    day = {"signed_on-month": str(on.month), "signed_on-day": str(on.day), "signed_on-year": str(on.year)}
    return typed | day | changed


async def test_today_nothing_is_asked_for_and_the_page_says_so(app: App) -> None:
    maria = await signed_up(app)
    await maria.open(PAGE)
    assert "Today we ask for no other use." in maria.says()
    assert "You have allowed nothing." in maria.says()
    assert "insurance" not in maria.says()
    for purpose in ("insurance", "partner", "horoscopes"):
        assert (await maria.http_client.get(f"{PAGE}/{purpose}")).status_code == 404
    assert (await maria.send("consent", **signature(app))).status_code == 404


@pytest.mark.usefixtures("asks_for_insurance")
async def test_a_person_reads_signs_and_ends_a_consent(app: App) -> None:
    maria, person = await known_as(app)
    await maria.open(PAGE)
    assert "Consent to use your tax answers for insurance" in maria.says()
    await maria.open(f"{PAGE}/insurance")
    assert "You can say no." in maria.says()
    assert "Federal law requires this consent form be provided to you." in maria.says()
    reply = await maria.send("consent", **signature(app))
    assert reply.headers["location"] == f"{PAGE}?done=sent"
    [row] = await everything(app.house, person, "consent")
    assert (row["purpose"], row["session_id"]) == ("insurance", person.session_id)
    await maria.open(f"{PAGE}?done=sent")
    assert "We have your consent." in maria.says()
    assert "I, Maria Díaz, allow MBTQ" in maria.says()
    await press(maria, "End this: Consent to use your tax answers for insurance")
    assert "We don’t use your answers for this any more." in maria.says()
    [row] = await everything(app.house, person, "consent")
    assert row["withdrawn_at"] is not None


@pytest.mark.usefixtures("asks_for_insurance")
async def test_nothing_is_filled_in_and_what_is_missing_is_said(app: App) -> None:
    maria, person = await known_as(app)
    client = await maria.open(f"{PAGE}/insurance")
    inputs = [each.props for each in client.elements.values() if each.tag == "input" and each.props["type"] == "text"]
    assert {each["name"] for each in inputs} == {"name", "signed_on-month", "signed_on-day", "signed_on-year"}
    assert not any("defaultValue" in each for each in inputs)
    reply = await maria.send("consent", **signature(app, **{"name": "", "signed_on-year": "1999"}))
    assert reply.headers["location"] == f"{PAGE}/insurance"
    await maria.open(f"{PAGE}/insurance")
    assert "Please type your name. It is your signature." in maria.says()
    assert "Please write today’s date." in maria.says()
    await maria.send("consent", **signature(app, version="2020-01-01"))
    await maria.open(f"{PAGE}/insurance")
    assert "The words of this consent have changed." in maria.says()
    assert await everything(app.house, person, "consent") == []


@pytest.mark.usefixtures("asks_for_insurance")
async def test_who_has_not_shown_lately_that_it_is_them_does_so_first(app: App) -> None:
    maria, person = await known_as(app)
    app.stands_still_at(app.house.clock.now() + PROOF_LASTS + timedelta(seconds=1))
    assert "/account/prove" in (await maria.http_client.get(f"{PAGE}/insurance")).headers["location"]
    assert "/account/prove" in (await maria.send("consent", **signature(app))).headers["location"]
    assert await everything(app.house, person, "consent") == []


async def test_a_stranger_signs_in_first(somebody: Somebody) -> None:
    assert (await somebody.http_client.get(PAGE)).headers["location"] == f"/sign-in?next={PAGE}"
    assert (await somebody.send("consent")).headers["location"] == f"/sign-in?next={PAGE}"
