"""One organisation: the address where people sign in, and who somebody is that comes back from there."""

import hmac
from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Any

from authlib.integrations.httpx_client import AsyncOAuth2Client
from joserfc.jwk import KeySet

from services.errors import Conflict, Invalid
from services.providers.organisations import Identity, Secrets
from services.providers.organisations.connection import connection, json_object
from services.providers.organisations.failures import refusal, told_apart
from services.providers.organisations.id_token import checked
from services.providers.organisations.published import Metadata, Published
from services.settings.organisation import Organisation

_LONGEST_SECONDS = 12 * 60 * 60
"""As long as a session of ours lasts. Asked so, the organisation also says when it was (OpenID Connect Core 1.0, 2)."""
_NO_MOMENT = 2**40


class IdentityProvider:
    """Remembers what the organisation publishes. Never call it while a transaction is open.

    Conflict means that the person has to begin again, or was refused; Unavailable that the organisation does not
    answer, or does not know us; Invalid that what it says can't be believed.
    """

    def __init__(self, key: str, organisation: Organisation) -> None:
        self.key, self.name, self.issuer = key, organisation.name, organisation.issuer
        self._organisation = organisation
        self._published = Published(organisation.issuer)

    async def look(self, *, now: datetime) -> None:
        """See that what it publishes can be used."""
        with told_apart(self.key):
            await self._published.keys(now=now)

    async def address(self, secrets: Secrets, *, back_to: str, now: datetime, anew: bool = False) -> str:
        """Where somebody signs in, who then comes back to our address `back_to`.

        `anew` asks the organisation not to rely on an earlier sign-in at all; else it may for so long as we would.
        """
        asked = {"max_age": 0, "prompt": "login"} if anew else {"max_age": _LONGEST_SECONDS}
        with told_apart(self.key):
            metadata = await self._published.metadata(now=now)
        async with self._client(metadata, back_to) as client:
            address, _ = client.create_authorization_url(
                metadata.authorization_endpoint,
                state=secrets.state,
                nonce=secrets.nonce,
                code_verifier=secrets.verifier,
                **asked,
            )
        return str(address)

    async def identity(self, answer: Mapping[str, str], secrets: Secrets, *, back_to: str, now: datetime) -> Identity:
        """Who came back to `back_to` with this answer."""
        with told_apart(self.key):
            metadata = await self._published.metadata(now=now)
            code = self._code_in(answer, secrets, metadata)
            async with self._client(metadata, back_to) as client:
                tokens = await client.fetch_token(
                    metadata.token_endpoint,
                    grant_type="authorization_code",
                    code=code,
                    code_verifier=secrets.verifier,
                    redirect_uri=back_to,
                )
                claims = await self._claims(tokens, secrets, metadata, now)
                told = claims if "email" in claims else await _more_about(client, metadata, claims["sub"])
        address = told.get("email")
        is_theirs = told.get("email_verified") is True and isinstance(address, str)
        return Identity(
            self.issuer, claims["sub"], str(address) if is_theirs else "", _seconds(claims.get("auth_time"))
        )

    def _client(self, metadata: Metadata, back_to: str) -> AbstractAsyncContextManager[AsyncOAuth2Client]:
        methods = metadata.token_endpoint_auth_methods_supported
        by_header = "client_secret_basic" in methods or "client_secret_post" not in methods
        return connection(
            client_id=self._organisation.client_id,
            client_secret=self._organisation.client_secret.get_secret_value(),
            token_endpoint_auth_method="client_secret_basic" if by_header else "client_secret_post",
            code_challenge_method="S256",
            scope="openid email",
            redirect_uri=back_to,
        )

    def _code_in(self, answer: Mapping[str, str], secrets: Secrets, metadata: Metadata) -> str:
        if not hmac.compare_digest(answer.get("state", "").encode(), secrets.state.encode()):
            raise Conflict("organisation.begin_again")
        unnamed = "" if metadata.authorization_response_iss_parameter_supported else self.issuer
        if answer.get("iss", unnamed) != self.issuer:  # RFC 9207, 2.4
            raise Invalid("organisation", "organisation.not_believed")
        if "error" in answer:
            raise refusal(answer["error"])
        if not answer.get("code"):
            raise Conflict("organisation.begin_again")
        return answer["code"]

    async def _claims(
        self, tokens: Mapping[str, Any], secrets: Secrets, metadata: Metadata, now: datetime
    ) -> dict[str, Any]:
        async def keys(anew: bool) -> KeySet:
            return await self._published.keys(now=now, anew=anew)

        return await checked(
            str(tokens.get("id_token", "")),
            keys,
            issuer=self.issuer,
            client_id=self._organisation.client_id,
            nonce=secrets.nonce,
            access_token=str(tokens.get("access_token", "")),
            algorithms=metadata.id_token_signing_alg_values_supported,
            now=now,
        )


def _seconds(told: object) -> int:
    if isinstance(told, int | float) and not isinstance(told, bool) and 0 < told < _NO_MOMENT:
        return int(told)
    return 0


async def _more_about(client: AsyncOAuth2Client, metadata: Metadata, subject: str) -> dict[str, Any]:
    """What the organisation tells at another address of its own; it must be about the same person (5.3.2)."""
    if not metadata.userinfo_endpoint:
        return {}
    told = json_object(await client.get(metadata.userinfo_endpoint))
    if told.get("sub") != subject:
        raise ValueError("somebody else")
    return told
