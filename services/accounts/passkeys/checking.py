"""Whether a device has signed our question with a passkey that we know."""

from uuid import UUID

from sqlmodel import select
from webauthn import verify_authentication_response
from webauthn.authentication.verify_authentication_response import VerifiedAuthentication
from webauthn.helpers import parse_authentication_credential_json
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import AuthenticationCredential

from db.tables.people import Account
from db.tables.ways_in.passkeys import Passkey
from services import audit
from services.accounts import notices
from services.accounts.enrolment import DOOR
from services.accounts.passkeys import challenges
from services.accounts.passkeys.challenges import Purpose
from services.accounts.passkeys.reading import read
from services.accounts.passkeys.relying_party import relying_party
from services.errors import Invalid
from services.house import DbSession, House
from services.visitor import Guest, Person, Visitor

PROBLEMS = frozenset(
    f"passkey.{problem}" for problem in ("too_late", "unreadable", "unknown", "not_right", "not_yours", "went_back")
)
"""All that can be wrong with an answer."""


async def holder(house: House, visitor: Person | Guest, *, sent: str, purpose: Purpose) -> Account:
    """The account whose passkey has signed. `sent` is the device's answer in JSON (Web Authentication, 5.1.8).

    Invalid('passkey') if anything is not right; then that is on record. Of one that may be copied its owner gets a
    letter. A signature can't be guessed, so tries are not counted as those of passwords are.
    """
    credential, challenge = read(parse_authentication_credential_json, sent)
    await challenges.use_up(house, visitor, purpose, challenge)
    async with house.transaction(DOOR) as session:
        passkey = await _known(session, credential)
        try:
            account_id = _accepted(house, passkey, credential, challenge, purpose)
        except Invalid as problem:
            refusal, refused = problem, passkey.id if passkey else None
            audit.record(session, DOOR, refusal.code, subject_table="passkey", subject_id=refused)
            if passkey and refusal.code == "passkey.went_back":
                await _warn(session, visitor, passkey)
        else:
            return await session.get_one(Account, account_id)
    raise refusal


async def _warn(session: DbSession, visitor: Visitor, passkey: Passkey) -> None:
    device, event = await notices.device_of(session, visitor), notices.Event.PASSKEY_COPIED
    await notices.tell(session, DOOR, account_id=passkey.account_id, event=event, device=device)


async def _known(session: DbSession, credential: AuthenticationCredential) -> Passkey | None:
    """Its row, locked: two answers at once must not both find the older count."""
    query = select(Passkey).where(Passkey.credential_id == credential.raw_id)
    return (await session.exec(query.with_for_update())).first()


def _accepted(
    house: House, passkey: Passkey | None, credential: AuthenticationCredential, challenge: bytes, purpose: Purpose
) -> UUID:
    """Write down that it was used: its account. Invalid('passkey') otherwise."""
    if passkey is None:
        raise Invalid("passkey", "passkey.unknown")
    signed = _verified(house, passkey, credential, challenge)
    if credential.response.user_handle not in _names_of(passkey, purpose):
        raise Invalid("passkey", "passkey.not_right")
    if max(signed.new_sign_count, passkey.sign_count) and signed.new_sign_count <= passkey.sign_count:
        raise Invalid("passkey", "passkey.went_back")  # a copy of the key may be in use (Web Authentication, 6.1.1)
    passkey.sign_count, passkey.is_backed_up = signed.new_sign_count, signed.credential_backed_up
    passkey.last_used_at = house.clock.now()
    return passkey.account_id


def _names_of(passkey: Passkey, purpose: Purpose) -> tuple[bytes | None, ...]:
    """Whom the device may name. Asked for passkeys of one person, it need not name anybody (7.2, step 6)."""
    return (passkey.account_id.bytes,) if purpose is Purpose.SIGN_IN else (passkey.account_id.bytes, None)


def _verified(
    house: House, passkey: Passkey, credential: AuthenticationCredential, challenge: bytes
) -> VerifiedAuthentication:
    """Its signature, origin and name hold, and the person was verified (Web Authentication, 7.2)."""
    we = relying_party(house.settings)
    try:
        return verify_authentication_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=we.id,
            expected_origin=we.origin,
            credential_public_key=passkey.public_key,
            credential_current_sign_count=0,  # the count is judged apart: its refusal has words of its own
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError):
        raise Invalid("passkey", "passkey.not_right") from None
