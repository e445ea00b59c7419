"""Everybody can see which outside services are in use, and nobody sees a secret of theirs."""

from pydantic import SecretStr

from services import words
from services.providers.standing import providers
from services.settings import Settings
from tests.app import Somebody, running


async def test_every_service_is_on_the_page_with_its_state(somebody: Somebody, settings: Settings) -> None:
    await somebody.open("/services")
    said = somebody.says()
    for one in providers(settings):
        assert words.sentence(f"provider.{one.name}.name") in said
        assert words.sentence(f"provider.{one.name}.{one.state}") in said


async def test_a_service_that_is_live_says_what_happens_without_it_and_keeps_its_secret(settings: Settings) -> None:
    live = {"smtp_host": "mail.example.org", "smtp_user": "post", "smtp_password": SecretStr("right horse")}
    async with running(settings.model_copy(update=live)) as app:
        somebody = app.somebody()
        await somebody.open("/services")
        html = (await somebody.http_client.get("/services")).text
    assert words.sentence("provider.mail.without") in somebody.says()
    assert not any(secret in html for secret in ("right horse", "mail.example.org"))
