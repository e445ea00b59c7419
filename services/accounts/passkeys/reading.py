"""What a device sends when it has made a passkey, or has signed with one (Web Authentication, 5.1)."""

from collections.abc import Callable
from typing import TypeVar

from webauthn.helpers import parse_client_data_json
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import AuthenticationCredential, RegistrationCredential

from services.errors import Invalid

Credential = TypeVar("Credential", RegistrationCredential, AuthenticationCredential)


def read(parse: Callable[[str], Credential], sent: str) -> tuple[Credential, bytes]:
    """The answer, and the question that it names; neither is checked yet. Invalid('passkey') if it is none."""
    try:
        credential = parse(sent)
        return credential, parse_client_data_json(credential.response.client_data_json).challenge
    except (WebAuthnException, ValueError):
        raise Invalid("passkey", "passkey.unreadable") from None
