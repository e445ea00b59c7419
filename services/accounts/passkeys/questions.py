"""What the browser asks the device to sign, so that its person comes in or shows that an account is theirs."""

from collections.abc import Sequence

from webauthn import generate_authentication_options, options_to_json
from webauthn.helpers.structs import PublicKeyCredentialDescriptor, UserVerificationRequirement

from db.tables.ways_in.passkeys import Passkey
from services.accounts.passkeys import challenges
from services.accounts.passkeys.relying_party import relying_party
from services.house import House


def to_be_signed(house: House, challenge: bytes, *, only_by: Sequence[Passkey] = ()) -> str:
    """The question in JSON (Web Authentication, 5.5). Without `only_by`, any passkey for our name may answer."""
    options = generate_authentication_options(
        rp_id=relying_party(house.settings).id,
        challenge=challenge,
        timeout=challenges.LASTS_MILLISECONDS,
        allow_credentials=[PublicKeyCredentialDescriptor(id=row.credential_id) for row in only_by],
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return options_to_json(options)
