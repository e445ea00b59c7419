"""What is said about outside services is what the house really uses, and it is said without secrets."""

from dataclasses import fields

import pytest
from pydantic import SecretStr

from services import words
from services.providers import Providers, providers_for
from services.providers.answering.known import Answer
from services.providers.mail.files import FileMail
from services.providers.standing import ProviderStanding, State, providers
from services.settings import Settings
from services.settings.organisation import Organisation
from services.sharing import InProcess, shared_for

EVERYTHING = {
    "smtp_host": "mail.example.org",
    "smtp_password": SecretStr("right horse"),
    "files_url": "s3://right-files",
    "key_service_url": "https://keys.example.org",
    "clamav_url": "tcp://clamav.example.org:3310",
    "redis_url": SecretStr("redis://:right-horse@localhost:6379/0"),
    "sentry_dsn": SecretStr("https://right-horse@sentry.example.org/1"),
    "organisations": {
        "county": Organisation(
            name="The County",
            issuer="https://login.example.org",
            client_id="right",
            client_secret=SecretStr("right horse"),
        )
    },
}


def states(settings: Settings) -> dict[str, State]:
    return {each.name: each.state for each in providers(settings)}


@pytest.mark.parametrize(
    ("update", "mail", "redis", "sentry"),
    [({}, State.OFF, State.EMBEDDED, State.OFF), (EVERYTHING, State.SET_UP, State.SET_UP, State.SET_UP)],
    ids=["nothing is set", "everything is set"],
)
def test_a_service_is_live_when_it_is_set_up_and_the_house_then_really_uses_it(
    settings: Settings, update: dict[str, object], mail: State, redis: State, sentry: State
) -> None:
    settings = settings.model_copy(update=update)
    said = states(settings)
    assert (said["mail"], said["redis"], said["sentry"]) == (mail, redis, sentry)
    assert (said["mail"] is State.OFF) == isinstance(providers_for(settings).mail, FileMail)
    assert (said["redis"] is State.EMBEDDED) == isinstance(shared_for(settings), InProcess)


def test_a_house_without_a_database_address_brings_its_own(settings: Settings) -> None:
    assert states(settings)["database"] is State.SET_UP
    assert states(settings.model_copy(update={"database_url": None}))["database"] is State.EMBEDDED


def test_files_and_keys_that_lie_elsewhere_are_told(settings: Settings) -> None:
    here, elsewhere = states(settings), states(settings.model_copy(update=EVERYTHING))
    assert (here["files"], here["keys"]) == (State.EMBEDDED, State.EMBEDDED)
    assert (elsewhere["files"], elsewhere["keys"]) == (State.SET_UP, State.SET_UP)


def test_no_provider_of_the_house_is_left_out(settings: Settings) -> None:
    assert {field.name for field in fields(Providers)} <= set(states(settings))


def test_nothing_of_it_tells_an_address_or_a_secret(settings: Settings) -> None:
    told = repr(providers(settings.model_copy(update=EVERYTHING)))
    assert "right" not in told
    assert "example" not in told


@pytest.mark.parametrize("update", [{"database_url": None}, EVERYTHING], ids=["nothing is set", "everything is set"])
def test_each_has_words_for_what_it_does_how_it_is_and_what_happens_without_it(
    settings: Settings, update: dict[str, object]
) -> None:
    for each in providers(settings.model_copy(update=update)):
        assert isinstance(each, ProviderStanding)
        for code in ("name", "what", each.state, "without"):
            assert words.known(f"provider.{each.name}.{code}"), (each.name, code)
        assert each.state is State.SET_UP or words.known(f"provider.state.{each.state}")


def test_each_answer_has_words() -> None:
    assert all(words.known(f"provider.{part}.{each}") for part in ("answer", "answered") for each in Answer)
