"""Whoever comes back from an organisation is believed only if everything fits, however the organisation misbehaves."""

import asyncio
import hmac
import json
import logging
from base64 import b64encode, urlsafe_b64encode
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc.jwk import ECKey

from services.errors import Conflict, HouseError, Invalid, Unavailable
from services.providers.organisations import Identity, Secrets, connection
from services.providers.organisations.identity_provider import IdentityProvider
from services.providers.organisations.published import REMEMBERED, Metadata
from tests.services.providers.organisations.office import (
    CLIENT,
    KEY,
    NOW,
    OTHER_KEY,
    SECRET,
    Office,
    open_office,
    reply,
)

BACK = "http://localhost:8080/sign-in/with/county/return"
AT = int(NOW.timestamp())
HUGE = b'{"keys": "' + b"x" * connection.MOST_BYTES + b'"}'
DISCOVERY = "/.well-known/openid-configuration"


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    """An identity provider that is honest until the test makes it otherwise."""
    async with open_office() as opened:
        yield opened


async def came_back(office: Office, *providers: IdentityProvider, **answer: str | None) -> Identity:
    """Begin, sign in there, and come back with this answer."""
    [provider, *_], secrets = [*providers, IdentityProvider("county", office.organisation)], Secrets()
    await provider.address(secrets, back_to=BACK, now=NOW)
    office.nonce = office.nonce or secrets.nonce
    brought = {"code": "once", "state": secrets.state, **answer}
    given = {name: value for name, value in brought.items() if value is not None}
    try:
        return await provider.identity(given, secrets, back_to=BACK, now=NOW)
    finally:
        office.nonce = ""


async def refused(office: Office, **answer: str | None) -> HouseError:
    with pytest.raises(HouseError) as failure:
        await came_back(office, **answer)
    return failure.value


async def test_a_person_is_sent_to_the_organisation_with_everything_that_binds_the_answer(office: Office) -> None:
    secrets = Secrets()
    provider = IdentityProvider("county", office.organisation)
    parts = urlsplit(await provider.address(secrets, back_to=BACK, now=NOW))
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{office.issuer}/authorize"
    assert {name: values[0] for name, values in parse_qs(parts.query).items()} == {
        "response_type": "code",
        "client_id": CLIENT,
        "redirect_uri": BACK,
        "scope": "openid email",
        "state": secrets.state,
        "nonce": secrets.nonce,
        "code_challenge": create_s256_code_challenge(secrets.verifier),
        "code_challenge_method": "S256",
        "max_age": "43200",
    }


async def test_who_shows_again_who_they_are_must_show_it_there_too(office: Office) -> None:
    provider = IdentityProvider("county", office.organisation)
    asked = parse_qs(urlsplit(await provider.address(Secrets(), back_to=BACK, now=NOW, anew=True)).query)
    assert (asked["max_age"], asked["prompt"]) == (["0"], ["login"])


@pytest.mark.parametrize(
    ("told", "seconds"),
    [(AT - 5, AT - 5), (AT - 5.5, AT - 6), (None, 0), (True, 0), (10**400, 0), (float("inf"), 0), ("x", None)],
)
async def test_when_somebody_signed_in_there_is_known_if_it_is_told(
    office: Office, told: object, seconds: int | None
) -> None:
    office.claims["auth_time"] = told
    if seconds is None:
        assert (await refused(office)).code == "organisation.not_believed"
    else:
        assert (await came_back(office)).signed_in_at == seconds


async def test_whoever_comes_back_is_known_by_issuer_and_subject_with_a_verified_address(office: Office) -> None:
    assert await came_back(office) == Identity(office.issuer, "rosa-4711", "rosa@people.example")
    [(_, headers, sent)] = [one for one in office.asked if one[0] == "/token"]
    assert headers["authorization"] == "Basic " + b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
    assert sent["code"] == "once"
    assert sent["redirect_uri"] == BACK
    assert 43 <= len(sent["code_verifier"]) <= 128


async def test_an_organisation_that_takes_the_secret_only_in_the_form_gets_it_there(office: Office) -> None:
    office.metadata["token_endpoint_auth_methods_supported"] = ["client_secret_post"]
    await came_back(office)
    [sent] = [sent for path, _, sent in office.asked if path == "/token"]
    assert (sent["client_id"], sent["client_secret"]) == (CLIENT, SECRET)


async def test_an_address_may_be_told_apart_from_the_token_by_the_same_organisation(office: Office) -> None:
    office.told = {}
    assert (await came_back(office)).address == "rosa@people.example"
    assert office.paths()[-1] == "/userinfo"
    office.instead["/userinfo"] = reply({"sub": "james", "email": "rosa@people.example", "email_verified": True})
    assert (await refused(office)).code == "organisation.not_believed"


@pytest.mark.parametrize("verified", [False, None, "true", 1])
async def test_an_address_that_nobody_verified_is_none(office: Office, verified: object) -> None:
    office.claims["email_verified"] = verified
    assert (await came_back(office)).address == ""


@pytest.mark.parametrize(
    "claims",
    [
        *({"iss": each} for each in ("https://login.example.org", None, "", 7)),
        *({"aud": each} for each in ("another", ["another"], None, [])),
        {"aud": [CLIENT, "another"]},  # for several, and it does not say who may use it
        {"aud": [CLIENT, "another"], "azp": "another"},
        *({"nonce": each} for each in ("of another sign-in", None)),
        *({"exp": each} for each in (AT - 61, None, "tomorrow")),
        {"iat": AT + 61},
        {"nbf": AT + 61},
        {"at_hash": "c29tZXRoaW5nIGVsc2U"},
        *({"sub": each} for each in (None, "", 7, "x" * 256)),
    ],
    ids=str,
)
async def test_a_token_that_is_not_an_answer_to_us_is_not_believed(office: Office, claims: dict[str, Any]) -> None:
    office.claims |= claims
    failure = await refused(office)
    assert isinstance(failure, Invalid)
    assert failure.code == "organisation.not_believed"


@pytest.mark.parametrize("claims", [{"exp": AT - 30}, {"iat": AT + 30}, {"at_hash": None}, {"aud": [CLIENT]}], ids=str)
async def test_clocks_may_differ_by_a_minute_and_what_is_optional_may_be_left_out(
    office: Office, claims: dict[str, Any]
) -> None:
    office.claims |= claims
    assert (await came_back(office)).subject == "rosa-4711"


async def test_a_token_signed_by_another_key_of_the_same_name_is_not_believed(office: Office) -> None:
    office.key = OTHER_KEY
    assert (await refused(office)).code == "organisation.not_believed"


def forged(office: Office, algorithm: str, secret: bytes) -> str:
    """The honest claims under another header, signed as whoever has no private key could (RFC 8725, 2.1)."""

    def encoded(content: bytes) -> str:
        return urlsafe_b64encode(content).decode().rstrip("=")

    head = encoded(json.dumps({"alg": algorithm, "kid": "first"}).encode())
    signed = f"{head}.{office.id_token().split('.')[1]}"
    return f"{signed}.{encoded(hmac.digest(secret, signed.encode(), 'sha256')) if secret else ''}"


@pytest.mark.parametrize(
    ("algorithm", "secret"),
    [("none", b""), ("HS256", KEY.as_pem(private=False)), ("HS256", SECRET.encode()), ("HS256", b"guessed")],
    ids=["unsigned", "the public key", "our own secret", "a guess"],
)
async def test_a_token_that_needed_no_private_key_is_not_believed_whatever_the_organisation_allows(
    office: Office, algorithm: str, secret: bytes
) -> None:
    office.metadata["id_token_signing_alg_values_supported"] = ["none", "HS256", "RS256"]
    provider, secrets = IdentityProvider("county", office.organisation), Secrets()
    office.nonce = secrets.nonce
    answer = {"code": "once", "state": secrets.state}
    assert await provider.identity(answer, secrets, back_to=BACK, now=NOW)
    given = {"token_type": "Bearer", "access_token": office.access_token}
    office.instead["/token"] = reply({**given, "id_token": forged(office, algorithm, secret)})
    with pytest.raises(Invalid):
        await provider.identity(answer, secrets, back_to=BACK, now=NOW)


async def test_a_changed_token_is_not_believed(office: Office) -> None:
    head, _, signature = office.id_token().split(".")
    office.subject = "james"
    changed = ".".join([head, office.id_token().split(".")[1], signature])
    office.instead["/token"] = reply({"token_type": "Bearer", "access_token": "x", "id_token": changed})
    assert (await refused(office)).code == "organisation.not_believed"


async def test_a_new_key_is_looked_up_at_once_and_known_keys_are_not_asked_for_again(office: Office) -> None:
    provider = IdentityProvider("county", office.organisation)
    for _ in range(2):
        await came_back(office, provider)
    assert office.paths().count("/keys") == office.paths().count(DISCOVERY) == 1
    office.key, office.header = OTHER_KEY, {"alg": "RS256", "kid": "second"}
    office.published = [OTHER_KEY]
    await came_back(office, provider)
    assert office.paths().count("/keys") == 2


async def test_what_an_organisation_publishes_is_read_again_after_an_hour(office: Office) -> None:
    provider = IdentityProvider("county", office.organisation)
    for hours in (0, 1, 1.1):
        await provider.look(now=NOW + REMEMBERED * hours)
    assert office.paths() == [DISCOVERY, "/keys"] * 2


async def test_keys_of_kinds_that_we_do_not_know_are_passed_over(office: Office) -> None:
    key = ECKey.generate_key("P-256", {"kid": "curve"})
    odd = [{"kty": "oct", "k": "c2VjcmV0", "kid": "curve"}, {"kty": "new"}, {"kty": "RSA"}, "no key", 7]
    office.key, office.header = key, {"alg": "ES256", "kid": "curve"}
    office.instead["/keys"] = reply({"keys": [*odd, key.as_dict(private=False)]})
    assert (await came_back(office)).subject == "rosa-4711"


@pytest.mark.parametrize("state", ["of another sign-in", "", None])
async def test_an_answer_to_another_sign_in_leads_to_the_beginning_and_its_code_is_not_used(
    office: Office, state: str | None
) -> None:
    assert (await refused(office, state=state)).code == "organisation.begin_again"
    assert "/token" not in office.paths()


@pytest.mark.parametrize("issuer", ["https://login.example.org", ""])
async def test_an_answer_in_the_name_of_another_organisation_is_not_believed(office: Office, issuer: str) -> None:
    assert (await refused(office, iss=issuer)).code == "organisation.not_believed"
    assert "/token" not in office.paths()


async def test_an_organisation_that_signs_its_answers_must_do_so_each_time(office: Office) -> None:
    office.metadata["authorization_response_iss_parameter_supported"] = True
    assert (await came_back(office, iss=office.issuer)).subject == "rosa-4711"
    assert (await refused(office)).code == "organisation.not_believed"


@pytest.mark.parametrize(
    ("error", "kind", "code"),
    [
        ("access_denied", Conflict, "organisation.refused"),
        ("temporarily_unavailable", Unavailable, "organisation.away"),
        ("unauthorized_client", Unavailable, "organisation.not_set_up"),
        ("rosa@people.example", Unavailable, "organisation.not_set_up"),
    ],
)
async def test_a_refusal_there_is_told_by_what_can_be_done_and_logged_without_their_words(
    office: Office, caplog: pytest.LogCaptureFixture, error: str, kind: type[HouseError], code: str
) -> None:
    with caplog.at_level(logging.DEBUG, logger="services"):
        failure = await refused(office, error=error, error_description="Rosa has no account", code=None)
    assert (type(failure), failure.code) == (kind, code)
    assert code in caplog.text
    assert "osa" not in caplog.text


@pytest.mark.parametrize(
    ("error", "code"),
    [
        ("invalid_grant", "organisation.begin_again"),
        ("invalid_client", "organisation.not_set_up"),
        ({"odd": 1}, "organisation.not_set_up"),
    ],
    ids=str,
)
async def test_a_code_that_is_not_taken_is_told_by_what_can_be_done(office: Office, error: object, code: str) -> None:
    office.instead["/token"] = reply({"error": error, "error_description": "Rosa"}, 400)
    assert (await refused(office)).code == code


@pytest.mark.parametrize("path", [DISCOVERY, "/keys", "/token"])
@pytest.mark.parametrize(
    ("answer", "codes"),
    [
        (reply({}, 503), {"organisation.away"}),
        (reply({}, 302), {"organisation.away", "organisation.not_believed"}),
        ((200, "text/html", b"<html>We are closed.</html>"), {"organisation.not_believed"}),
        (reply([]), {"organisation.not_believed"}),
        (reply({"issuer": None, "keys": 7}), {"organisation.not_believed"}),
        ((200, "application/json", HUGE), {"organisation.away"}),
    ],
    ids=["broken", "sends us elsewhere", "a page", "a list", "odd", "huge"],
)
async def test_whatever_an_organisation_answers_is_one_of_our_own_failures(
    office: Office, path: str, answer: Any, codes: set[str]
) -> None:
    office.instead[path] = answer
    assert (await refused(office)).code in codes


async def test_a_packed_answer_is_not_opened(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Office, "answer", lambda *_: (200, "application/json\r\nContent-Encoding: gzip", b"\x1f\x8b"))
    assert (await refused(office)).code == "organisation.away"


async def test_a_slow_organisation_is_given_up(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PATIENCE_SECONDS", 0.05)
    gone_home = asyncio.Event()
    office.instead[DISCOVERY] = gone_home.wait
    assert (await refused(office)).code == "organisation.away"
    gone_home.set()


async def test_an_organisation_that_left_is_away(office: Office) -> None:
    office.port = 1
    assert (await refused(office)).code == "organisation.away"


@pytest.mark.parametrize(
    "metadata",
    [
        {"issuer": "https://login.example.org"},
        *({name: "ftp://127.0.0.1/x"} for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")),
        {"authorization_endpoint": "javascript:alert(1)"},
        {"userinfo_endpoint": "file:///etc/passwd"},
        {"token_endpoint": "https://somebody@127.0.0.1/"},
    ],
    ids=str,
)
async def test_a_document_of_another_or_with_unsafe_addresses_is_not_believed(
    office: Office, metadata: dict[str, Any]
) -> None:
    office.metadata |= metadata
    assert (await refused(office)).code == "organisation.not_believed"
    assert office.paths() == [DISCOVERY]


def test_an_organisation_over_tls_can_not_lead_to_an_address_without() -> None:
    issuer = "https://login.example.org"
    safe = Metadata(
        issuer=issuer,
        authorization_endpoint=f"{issuer}/authorize",
        token_endpoint="https://token.example.org/",
        jwks_uri=f"{issuer}/keys",
    )
    assert safe.checked(issuer) == safe
    with pytest.raises(ValueError, match="not safe"):
        safe.model_copy(update={"token_endpoint": "http://token.example.org/"}).checked(issuer)


def test_nothing_that_is_secret_is_printed(office: Office) -> None:
    secrets = Secrets()
    said = repr((secrets, office.organisation, Identity("i", "rosa-4711", "rosa@people.example")))
    assert not any(each in said for each in (secrets.state, secrets.nonce, secrets.verifier, SECRET, "rosa"))
