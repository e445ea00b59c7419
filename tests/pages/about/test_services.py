"""Everybody can see which outside services are in use and which answer, and nobody sees a secret of theirs."""

import pytest
from pydantic import SecretStr

from db.values.people import Role
from services import words
from services.house import House
from services.providers.answering import watching
from services.providers.answering.known import known_answers
from services.providers.standing import providers
from services.settings import Settings
from tests.app import Somebody, running, text_of
from tests.db.asking import ask
from tests.pages.acting import elements
from tests.people import somebody_as
from tests.services.providers.post_office import PostOffice, open_office
from ui.health.figures import milliseconds

NOBODY_ANSWERS = 9


@pytest.fixture(autouse=True)
async def _nobody_was_asked(house: House) -> None:
    await ask(house, watching.WATCH, "delete from provider_answer")


def with_mail(settings: Settings, port: int) -> Settings:
    mail = {"smtp_host": "127.0.0.1", "smtp_port": port, "smtp_tls": "none", "mail_from": "us@mbtq.example"}
    return settings.model_copy(update=mail)


async def asked(house: House) -> str:
    """Ask them all: when that was, as pages say it."""
    await watching.watch(house)
    [at] = {each.at for each in await known_answers(house)}
    assert at is not None
    return words.moment(at)


def lines_of(somebody: Somebody, tag: str) -> set[str]:
    """The paragraphs that begin with this tag, as a browser puts their words together."""
    drawn = (each for each in elements(somebody) if "tag" in each.classes and text_of(each) == tag)
    return {"".join(text_of(each) for each in one.parent_slot or ()) for one in drawn}


async def test_every_service_is_on_the_page_with_its_state(somebody: Somebody, settings: Settings) -> None:
    await somebody.open("/services")
    said = somebody.says()
    for one in providers(settings):
        assert words.sentence(f"provider.{one.name}.name") in said
        assert words.sentence(f"provider.{one.name}.{one.state}") in said


async def test_a_service_that_nobody_asked_is_not_called_live(settings: Settings) -> None:
    async with running(with_mail(settings, NOBODY_ANSWERS)) as app:
        somebody = app.somebody()
        await somebody.open("/services")
        assert "Live" not in somebody.says()
        assert "The app has not asked it lately, so we do not know if it answers." in somebody.says()


async def test_a_service_that_answered_is_live_and_one_that_did_not_says_since_when(settings: Settings) -> None:
    async with open_office(PostOffice()) as port, running(with_mail(settings, port)) as app:
        at = await asked(app.house)
        somebody = app.somebody()
        await somebody.open("/services")
        assert f"Live It answered on {at}." in somebody.says()
        assert "Not answering" not in somebody.says()
        assert lines_of(somebody, "Live") == {f"Live It answered on {at}."}
    async with running(with_mail(settings, NOBODY_ANSWERS)) as app:
        at = await asked(app.house)
        somebody = app.somebody()
        await somebody.open("/services")
        assert f"Not answering It has not answered since {at}." in somebody.says()
        assert words.sentence("provider.mail.without") in somebody.says()


async def test_administrators_read_it_on_the_page_of_health_with_how_long_it_took(settings: Settings) -> None:
    asked_by_us_alone = with_mail(settings, NOBODY_ANSWERS).model_copy(update={"jobs_in_app": False})
    async with running(asked_by_us_alone) as app:
        at = await asked(app.house)
        [database] = [each.took_ms for each in await known_answers(app.house) if each.key == "database"]
        lee = await somebody_as(app, Role.ADMINISTRATOR)
        await lee.open("/staff/health")
        said = lee.says()
    assert database is not None
    assert milliseconds(database) in said
    assert f"Live {at} " in " ".join(said.split())
    assert f"Not answering None since {at} No answer" in " ".join(said.split())
    assert "Our team can see this too" not in said
    assert "Outside services do not answer (1): Letters by email." in said


@pytest.mark.parametrize("secret", ["right horse", "127.0.0.1", "post-user"])
async def test_no_secret_and_no_address_is_told(settings: Settings, secret: str) -> None:
    live = {"smtp_user": "post-user", "smtp_password": SecretStr("right horse")}
    async with running(with_mail(settings, NOBODY_ANSWERS).model_copy(update=live)) as app:
        await watching.watch(app.house)
        assert secret not in (await app.somebody().http_client.get("/services")).text
