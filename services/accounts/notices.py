"""Letters that tell a person of what matters to the safety of their account (OWASP ASVS 5.0, 6.3.5 and 6.3.7).

Each says what happened, when, on which kind of device, and what to do if it was somebody else.
"""

from enum import StrEnum
from uuid import UUID

from db.tables.people import Account, BrowserSession
from services import mail
from services.accounts import addresses
from services.accounts.device_names import DeviceName, in_words
from services.house import DbSession
from services.visitor import Person, Visitor
from services.words import moment, sentence


class Event(StrEnum):
    """What a person is told of; its words are in content/en/mail.toml under `safety`."""

    NEW_DEVICE = "new_device"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105  # nosec B105  # the name of an event, not a password
    PASSWORD_SET = "password_set"  # noqa: S105  # nosec B105  # the same
    PASSKEY_ADDED = "passkey_added"
    PASSKEY_REMOVED = "passkey_removed"
    PASSKEY_COPIED = "passkey_copied"
    AUTHENTICATOR_ADDED = "authenticator_added"
    AUTHENTICATOR_REMOVED = "authenticator_removed"
    RECOVERY_CODES_MADE = "recovery_codes_made"
    ORGANISATION_ADDED = "organisation_added"
    ORGANISATION_REMOVED = "organisation_removed"
    RECOVERED = "recovered"
    WRONG_CODES = "wrong_codes"
    ADDRESS_UNDONE = "address_undone"
    ACCOUNT_KEPT = "account_kept"
    KEPT_BY_UNDOING = "kept_by_undoing"
    ACCOUNT_STAYS = "account_stays"
    DATA_COPIED = "data_copied"


async def tell(
    session: DbSession, visitor: Visitor, *, account_id: UUID, event: Event, device: DeviceName | None = None
) -> None:
    """Write to the address of the account, once this transaction is kept. For the person, or System('accounts').

    `device` is where it happened, if not where the person asks. The addresses of demo accounts can't belong to anybody:
    nobody writes to them.
    """
    account = await session.get_one(Account, account_id)
    if account.is_demo:
        return
    values = {
        "title": sentence(f"safety.{event}.title"),
        "what": sentence(f"safety.{event}.what"),
        "when": moment(session.house.clock.now()),
        "device": in_words(device or await device_of(session, visitor)),
    }
    await mail.post(
        session, visitor, to=addresses.address_of(session.house, account), template="safety_notice", values=values
    )


async def device_of(session: DbSession, visitor: Visitor) -> DeviceName:
    """The device of the session through which a person asks; one without names for everybody else."""
    row = await session.get(BrowserSession, visitor.session_id) if isinstance(visitor, Person) else None
    return DeviceName(row.browser, row.system) if row else DeviceName("", "")
