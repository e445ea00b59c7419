"""A person's passkeys: what they are, adding one, and calling one something else or removing it."""

from collections.abc import Callable, Sequence
from typing import Annotated
from uuid import UUID

from fastapi import Depends
from nicegui import ui

from components.breadcrumb import Crumb
from components.button import Press
from components.form import form
from components.layout import section
from components.link import link
from components.notice import notice
from components.passkey_button import passkey_button
from components.prose import bullet_list, paragraph
from services import policy
from services.accounts import enrolment
from services.accounts.passkeys import keeping
from services.accounts.passkeys.keeping import OwnPasskey
from services.accounts.second_steps import recovery
from services.attempts import Attempt
from services.house import DbSession, House
from services.visitor import Person
from services.words import sentence
from ui.accounts.shared_account import why_it_stays
from ui.actions import action
from ui.guards import HouseDep, ProvedLately, Visit, attempt_at
from ui.page_frame import STAYS_SECONDS, page_frame
from ui.passkeys.passkey_list import PasskeyList, Rename


@action("account.rename_passkey", policy.accounts.MANAGE_PASSKEYS)
async def rename_passkey(session: DbSession, visitor: Person, name: str, *, passkey_id: UUID) -> str:
    """Call a passkey something else."""
    return await keeping.rename(session, visitor, name, passkey_id=passkey_id)


@action("account.remove_passkey", policy.accounts.MANAGE_PASSKEYS, proof=True)
async def remove_passkey(session: DbSession, visitor: Person, *, passkey_id: UUID) -> UUID:
    """Take a passkey away."""
    return await keeping.remove(session, visitor, passkey_id=passkey_id)


@ui.page("/account/passkeys", reconnect_timeout=STAYS_SECONDS)
async def passkeys_page(
    house: HouseDep,
    visit: ProvedLately,
    attempt: Annotated[Attempt, Depends(attempt_at("passkey"))],
    added: UUID | None = None,
) -> None:
    """Say what passkeys are, offer to add one, and show those that are there."""
    policy.accounts.MANAGE_PASSKEYS.require(visit.visitor)
    async with house.transaction(visit.person) as session:
        account = await enrolment.own_account(session, visit.person)
        found = await keeping.passkeys(session, visit.person)
        left = await recovery.how_many_left(session, visit.person.person_id)
    above = [Crumb("Your account", "/account"), Crumb("How you sign in", "/account/security")]
    with page_frame("Your passkeys", visit, way=above):
        if added in {each.id for each in found}:
            with notice("good"):
                paragraph(sentence("passkey_list.new"))
            if not left:
                with notice("warn"):
                    paragraph("Make recovery codes now, so that a lost device does not lock you out.")
                    link("Make recovery codes", "/account/recovery-codes", kind="main")
        _what_they_are()
        if account.is_demo:
            why_it_stays()
        else:
            _adding(attempt)
        if found:
            with section("Passkeys of your account"):
                _those_there_are(house, visit, found)


def _what_they_are() -> None:
    paragraph("A passkey opens your account with your fingerprint, your face or the screen lock of your device.")
    bullet_list(
        [
            "You type no password, so nobody can watch or guess it.",
            "Do you sign in with your password or by a letter? Then we ask for your passkey as well.",
            "It works only on our real site. A fake site gets nothing.",
            "Your fingerprint and your face stay on your device. We never see them.",
            "You never have to hear or speak.",
        ]
    )


def _those_there_are(house: House, visit: Visit, found: Sequence[OwnPasskey]) -> None:
    shown = PasskeyList()

    def to_rename(passkey_id: UUID, then: Callable[[str], None]) -> Rename:
        return rename_passkey.by(house, visit, then=then, passkey_id=passkey_id)

    def to_remove(passkey_id: UUID) -> Press:
        return remove_passkey.by(house, visit, then=shown.without, passkey_id=passkey_id)

    shown.draw(found, to_rename, to_remove)


def _adding(attempt: Attempt) -> None:
    code = attempt.errors.get("passkey")
    with section("Add a passkey"):
        paragraph("Press the button. Then do what your device asks for. You can have one on each of your devices.")
        with form("/api/forms/passkey", label="Add a passkey"):
            passkey_button(
                "Add a passkey", asks="create", question_at="/api/passkeys/add", error=sentence(code) if code else ""
            )
