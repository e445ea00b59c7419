"""Whoever runs the house learns whether each organisation can be used, and what it must know of us."""

from datetime import UTC, datetime

from services.settings import Settings
from services.starting.doctor.finding import Result
from services.starting.doctor.organisations import organisations
from tests.services.providers.organisations.office import open_office


async def test_an_organisation_that_publishes_its_keys_is_fine_and_one_that_left_is_not(settings: Settings) -> None:
    async with open_office() as office:
        office.at = datetime.now(UTC)
        with_one = settings.model_copy(update={"organisations": {"county": office.organisation}})
        [fine] = [finding async for finding in organisations(with_one)]
    [gone] = [finding async for finding in organisations(with_one)]
    assert (fine.result, gone.result) == (Result.OK, Result.WRONG)
    assert f"{settings.public_url}/sign-in/with/county/return" in " ".join(fine.lines())
    assert "ORGANISATIONS__COUNTY__ISSUER" in " ".join(gone.lines())
