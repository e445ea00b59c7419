"""Whoever types uses their session, also where nothing is sent before a button; an open page alone does not."""

from datetime import UTC, datetime, timedelta

import pytest

from services.clock import FixedClock
from tests.app import App
from tests.pages.acting import elements, happens
from tests.people import signed_up

OFTEN = timedelta(minutes=29)


@pytest.mark.parametrize(("types", "status"), [(True, 200), (False, 303)])
async def test_typing_in_a_plain_form_puts_the_end_off_and_an_open_page_does_not(
    app: App, types: bool, status: int
) -> None:
    maria = await signed_up(app)
    app.stands_still_at(datetime.now(UTC))
    clock = app.house.clock
    assert isinstance(clock, FixedClock)
    await maria.open("/account/profile")
    [place] = [each for each in elements(maria) if "data-told-every" in each.props]
    assert place.props["data-told-every"] == 60
    for _ in range(2):
        clock.advance(OFTEN)
        if types:
            await happens(maria, place, "inuse", [])
    assert (await maria.http_client.get("/account")).status_code == status
