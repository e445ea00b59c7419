"""The walk of the forms: whatever changes something, as every role, as a guest, as nobody, as a partner."""

from datetime import UTC, datetime
from urllib.parse import unquote

import httpx
import pytest

from db.types import new_id
from db.values.consents import ConsentPurpose
from db.values.people import Role
from services.accounts.sessions import PROOF_LASTS
from services.consents import asked
from services.consents.asked import Asked
from services.words import sentence
from tests.app import App
from tests.partners import FOR_PARTNERS
from tests.security.attempts import Attempts
from tests.security.doors import Door, doors, forms
from tests.security.walkers import Walker, walkers

pytestmark = pytest.mark.usefixtures("nobody_works_here")
OPEN_TO_EVERYBODY = {
    *("/api/forms/display", "/api/forms/estimate", "/api/forms/feedback", "/api/forms/sign-out"),
    *("/api/forms/sign-in", "/api/forms/sign-up", "/api/forms/second-step", "/api/forms/passkey-sign-in"),
    *("/api/forms/sign-in-link", "/api/forms/forgot-password", "/api/forms/letter-again", "/api/passkeys/sign-in"),
    *("/api/forms/sign-up-confirm", "/api/forms/sign-in-by-letter", "/api/forms/new-password"),
    *("/api/forms/email-address/confirm", "/api/forms/email-address/undo", "/api/forms/keep-account"),
    *("/api/forms/account-recovery/stop", "/api/forms/account-recovery/password", "/api/forms/organisation"),
    *("/api/forms/intake", "/api/forms/intake-offer/accept", "/api/forms/intake-offer/decline"),
    *("/api/forms/trusted/accept", "/api/forms/trusted/decline", "/api/forms/last-year", "/api/forms/years"),
    *("/api/forms/joint/accept", "/api/forms/joint/decline"),
}
"""By these somebody comes in, uses the link of a letter, or does what needs no account. Each asks for what it needs."""
FOR_STAFF = {"/api/forms/export": {Role.COORDINATOR, Role.ADMINISTRATOR}}
"""By these those who work here do something. Everybody else is refused."""
NEEDS_PROOF = {
    *("/api/forms/second-step/confirm", "/api/forms/second-step/remove", "/api/forms/passkey", "/api/passkeys/add"),
    *("/api/forms/email-address", "/api/forms/delete-account", "/api/forms/your-data", "/api/forms/export"),
    *("/api/forms/trusted", "/api/forms/joint", "/api/forms/consent", "/api/forms/email-address/again"),
}
"""What changes how an account is opened, gives somebody a right, or takes data along."""
IS_A_PROOF = {"/api/forms/password", "/api/forms/prove", "/api/forms/passkey-prove", "/api/passkeys/prove"}
"""These ask in themselves for what proves that it is them; a new password asks for the one before."""
GIVES_NO_RIGHT = {
    *("/api/forms/profile", "/api/forms/filed", "/api/forms/documents", "/api/forms/documents/parts"),
    *("/api/forms/trusted/leave", "/api/forms/joint/take-back", "/api/forms/joint/leave", "/api/documents/uploads"),
    "/api/forms/email-address/give-up",
}
_READABLE = {"return_id": str(new_id()), "tax_year": "2025", "purpose": next(iter(ConsentPurpose)).value}
SIGN_IN = "/sign-in?next="


def _for_accounts(app: App) -> list[Door]:
    every = {door.path: door for door in forms(app)}
    named = OPEN_TO_EVERYBODY | FOR_PARTNERS | set(FOR_STAFF)
    assert named <= set(every)
    return [door for path, door in every.items() if path not in named]


def _is_refused(reply: httpx.Response) -> bool:
    return reply.status_code == 403 or (reply.status_code == 303 and reply.headers["location"].startswith(SIGN_IN))


def _without_account(everybody: list[Walker]) -> list[Walker]:
    return [each for each in everybody if each.role is None]


async def test_a_form_for_people_with_an_account_hears_every_role_alike_and_nobody_else(
    app: App, attempts: Attempts
) -> None:
    everybody = await walkers(app)
    for door in _for_accounts(app):
        for stranger in _without_account(everybody):
            attempts.tried(f"{door.path} as {stranger.name}", refused=_is_refused(await stranger.sends(door)))
        replies = {each.name: await each.sends(door) for each in everybody if each.role}
        answers = {name: (reply.status_code, reply.headers.get("location")) for name, reply in replies.items()}
        assert len(set(answers.values())) == 1, (door.path, answers)
        assert not any(reply.status_code >= 500 or _is_refused(reply) for reply in replies.values()), door.path


async def test_a_form_for_staff_hears_the_roles_of_the_table_and_nobody_else(app: App, attempts: Attempts) -> None:
    everybody = await walkers(app)
    for door in (each for each in forms(app) if each.path in FOR_STAFF):
        for walker in everybody:
            reply = await walker.sends(door)
            if walker.role in FOR_STAFF[door.path]:
                assert not _is_refused(reply), (walker.name, door.path)
            else:
                attempts.tried(f"{door.path} as {walker.name}", refused=_is_refused(reply))


async def test_what_partners_ask_hears_whoever_brings_a_key_and_nobody_else(app: App, attempts: Attempts) -> None:
    for door in (each for each in forms(app) if each.path in FOR_PARTNERS):
        for walker in await walkers(app):
            reply = await walker.sends(door)
            if walker.name == "a partner":
                assert reply.status_code == 415
            else:
                attempts.tried(f"{door.path} as {walker.name}", refused=reply.status_code == 401)


async def test_no_path_with_a_part_of_it_left_open_changes_anything(app: App, attempts: Attempts) -> None:
    everybody = await walkers(app)
    for door in doors(app):
        for method in door.methods - {"GET", "HEAD"} if "{" in door.path else ():
            for walker in everybody:
                reply = await walker.somebody.http_client.request(method, door.filled())
                attempts.tried(f"{method} {door.path} as {walker.name}", refused=reply.status_code == 404)


async def test_who_is_signed_out_comes_from_a_form_to_a_page_that_opens_after_signing_in(app: App) -> None:
    everybody = await walkers(app)
    nobody = next(each for each in everybody if each.name == "nobody")
    customer = everybody[0]
    led = 0
    for door in _for_accounts(app):
        location = (await nobody.sends(door)).headers.get("location", "")
        if not location.startswith(SIGN_IN):
            continue  # asked by a script, which says it there
        led += 1
        page = unquote(location.removeprefix(SIGN_IN))
        reply = await customer.opens(page)
        assert not page.startswith("/api/"), (door.path, page)
        goes_on = reply.status_code == 303 and reply.headers["location"].startswith("/account/")  # to prove, for one
        assert reply.status_code == 200 or goes_on, (door.path, page, reply.status_code)
    assert led > 1


async def test_a_form_that_gives_a_right_leads_to_a_proof_when_the_last_one_is_too_old(
    app: App, attempts: Attempts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asked, "ASKED", [Asked(ConsentPurpose(_READABLE["purpose"]))])
    lee = next(each for each in await walkers(app) if each.role is Role.ADMINISTRATOR)
    app.stands_still_at(datetime.now(UTC) + PROOF_LASTS)
    every = [*_for_accounts(app), *(door for door in forms(app) if door.path in FOR_STAFF)]
    for door in every:
        reply = await lee.sends(door, **{name: value for name, value in _READABLE.items() if name in door.fields})
        if door.path in NEEDS_PROOF:
            attempts.tried(f"{door.path} by an old proof", refused=_leads_to_proof(reply))
        else:
            assert door.path in IS_A_PROOF or not _leads_to_proof(reply), door.path
    assert {door.path for door in every} == NEEDS_PROOF | IS_A_PROOF | GIVES_NO_RIGHT


def _leads_to_proof(reply: httpx.Response) -> bool:
    is_told = sentence("proof.needed") in reply.text
    return is_told or reply.headers.get("location", "").startswith("/account/prove")
