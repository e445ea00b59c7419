"""Adding a passkey to an account that somebody is signed in to."""

from uuid import UUID

from sqlalchemy.exc import IntegrityError
from webauthn import generate_registration_options, options_to_json, verify_registration_response
from webauthn.helpers import parse_registration_credential_json
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    RegistrationCredential,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)
from webauthn.registration.verify_registration_response import VerifiedRegistration

from db.tables.ways_in.passkeys import Passkey
from db.types import new_id
from services import audit
from services.accounts import enrolment, notices
from services.accounts.device_names import DeviceName
from services.accounts.passkeys import challenges, keeping, names
from services.accounts.passkeys.challenges import Purpose
from services.accounts.passkeys.reading import read
from services.accounts.passkeys.relying_party import NAME, relying_party
from services.errors import Invalid
from services.house import DbSession, House
from services.visitor import Person

MOST = 20
_KNOWS_ITS_PERSON = AuthenticatorSelectionCriteria(
    resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
)


async def question(house: House, person: Person) -> str:
    """What the browser asks the device, in JSON (Web Authentication, 5.4). A device that has one makes no second."""
    async with house.transaction(person) as session:
        await enrolment.refuse_if_shared(session, person.person_id)
        address = (await enrolment.own_account(session, person)).address
        rows = await keeping.rows_of(session, person)
    async with house.transaction(enrolment.DOOR) as session:
        challenge = await challenges.ask(session, person, Purpose.ADD)
    options = generate_registration_options(
        rp_id=relying_party(house.settings).id,
        rp_name=NAME,
        user_id=person.person_id.bytes,
        user_name=address,
        challenge=challenge,
        timeout=challenges.LASTS_MILLISECONDS,
        authenticator_selection=_KNOWS_ITS_PERSON,
        exclude_credentials=[PublicKeyCredentialDescriptor(id=row.credential_id) for row in rows],
    )
    return options_to_json(options)


async def add(house: House, person: Person, *, sent: str, device: DeviceName) -> UUID:
    """Keep the passkey that a device has made: its id. `sent` is its answer in JSON, `device` helps to name it.

    Invalid('passkey') if it is not right, is known already, or is one too many.
    """
    credential, challenge = read(parse_registration_credential_json, sent)
    await challenges.use_up(house, person, Purpose.ADD, challenge)
    made = _verified(house, credential, challenge)
    async with house.transaction(person) as session:
        others = await keeping.passkeys(session, person)
        if len(others) >= MOST:
            raise Invalid("passkey", "passkey.too_many")
        aaguid = UUID(made.aaguid)
        name = names.suggested(aaguid, device, taken=[each.name for each in others])
        return await _kept(session, person, made, name=name, aaguid=aaguid, transports=_transports(credential))


async def _kept(
    session: DbSession, person: Person, made: VerifiedRegistration, *, name: str, aaguid: UUID, transports: str
) -> UUID:
    passkey_id = new_id()
    session.add(
        Passkey(
            id=passkey_id,
            account_id=person.person_id,
            credential_id=made.credential_id,
            public_key=made.credential_public_key,
            sign_count=made.sign_count,
            transports=transports,
            aaguid=aaguid,
            is_backed_up=made.credential_backed_up,
            name_sealed=keeping.sealed_name(session, name, passkey_id),
            created_at=session.house.clock.now(),
        )
    )
    try:
        await session.flush()
    except IntegrityError:
        raise Invalid("passkey", "passkey.known_already") from None
    audit.record(session, person, "passkey.added", subject_table="passkey", subject_id=passkey_id)
    await notices.tell(session, person, account_id=person.person_id, event=notices.Event.PASSKEY_ADDED)
    return passkey_id


def _verified(house: House, credential: RegistrationCredential, challenge: bytes) -> VerifiedRegistration:
    """It is for us, was made now, and asks its person to show that it is them (Web Authentication, 7.1)."""
    we = relying_party(house.settings)
    try:
        return verify_registration_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=we.id,
            expected_origin=we.origin,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError):
        raise Invalid("passkey", "passkey.not_right") from None


def _transports(credential: RegistrationCredential) -> str:
    return ",".join(each.value for each in credential.response.transports or [])
