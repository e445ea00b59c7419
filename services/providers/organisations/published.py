"""What an identity provider publishes of itself: its addresses, and the keys that it signs with.

Both are remembered for an hour. A key that we don't know is looked up at once (OpenID Connect Core 1.0, 10.1.1).
"""

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from joserfc.errors import JoseError
from joserfc.jwk import Key, KeySet, import_key
from pydantic import BaseModel, ConfigDict

from services.providers.organisations.connection import fetched

REMEMBERED = timedelta(hours=1)
_PATH = "/.well-known/openid-configuration"


class Metadata(BaseModel):
    """What we need of the document (OpenID Connect Discovery 1.0, 3; RFC 9207, 3)."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    userinfo_endpoint: str = ""
    id_token_signing_alg_values_supported: tuple[str, ...] = ("RS256",)
    token_endpoint_auth_methods_supported: tuple[str, ...] = ("client_secret_basic",)
    authorization_response_iss_parameter_supported: bool = False

    def checked(self, issuer: str) -> "Metadata":
        """Itself, if it is about this issuer and leads from TLS to nothing without. ValueError otherwise."""
        if self.issuer != issuer:
            raise ValueError("another issuer")
        schemes = {"https", urlsplit(issuer).scheme}
        for address in (self.authorization_endpoint, self.token_endpoint, self.jwks_uri, self.userinfo_endpoint):
            parts = urlsplit(address)
            if address and (parts.scheme not in schemes or not parts.hostname or parts.username):
                raise ValueError("an address that is not safe")
        return self


class Published:
    """The document and the keys of one issuer."""

    def __init__(self, issuer: str) -> None:
        self._issuer = issuer
        self._metadata: tuple[datetime, Metadata] | None = None
        self._keys: tuple[datetime, KeySet] | None = None

    async def metadata(self, *, now: datetime) -> Metadata:
        """The document. Raises ValueError when it is not about this issuer, and what `fetched` raises."""
        if self._metadata is None or now - self._metadata[0] > REMEMBERED:
            found = Metadata.model_validate(await fetched(self._issuer.rstrip("/") + _PATH))
            self._metadata = now, found.checked(self._issuer)
        return self._metadata[1]

    async def keys(self, *, now: datetime, anew: bool = False) -> KeySet:
        """The keys for signatures; `anew` when one is missing. Raises what `fetched` raises."""
        if anew or self._keys is None or now - self._keys[0] > REMEMBERED:
            address = (await self.metadata(now=now)).jwks_uri
            found = await fetched(address)
            if not (keys := _for_signatures(found.get("keys"))):
                raise ValueError("no keys")
            self._keys = now, KeySet(keys)
        return self._keys[1]


def _for_signatures(found: Any) -> list[Key]:
    """Those of kinds that we know. A secret among them is none of theirs: everybody can read it."""
    keys: list[Key] = []
    for each in found if isinstance(found, list) else []:
        if isinstance(each, dict) and each.get("kty") in {"RSA", "EC", "OKP"} and each.get("use", "sig") == "sig":
            try:
                keys.append(import_key(each))
            except (JoseError, ValueError, TypeError):
                continue
    return keys
