"""The ID token: who signed it, for whom, when, and in answer to which question (OpenID Connect Core 1.0, 3.1.3.7)."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

SKEW_SECONDS = 60
_SIGNED = frozenset(
    {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"}
)
"""By a key that only they have: never `none`, and no HMAC, for which our secret or a public key would do."""
_LONGEST_SUBJECT = 255


async def checked(
    token: str,
    keys: Callable[[bool], Awaitable[KeySet]],
    *,
    issuer: str,
    client_id: str,
    nonce: str,
    access_token: str,
    algorithms: tuple[str, ...],
    now: datetime,
) -> dict[str, Any]:
    """The claims. `keys(anew)` gives the keys. Raises JoseError or ValueError, whose texts are not for a log."""
    registry = JWSRegistry(algorithms=sorted(_SIGNED.intersection(algorithms)), strict_check_header=False)
    try:
        read = jwt.decode(token, await keys(False), registry=registry)
    except InvalidKeyIdError:
        read = jwt.decode(token, await keys(True), registry=registry)
    claims = CodeIDToken(
        read.claims,
        read.header,
        {"iss": {"essential": True, "value": issuer}, "aud": {"essential": True, "value": client_id}},
        {"nonce": nonce, "client_id": client_id, "access_token": access_token},
    )
    claims.validate(now=int(now.timestamp()), leeway=SKEW_SECONDS)
    if not isinstance(claims["sub"], str) or not 0 < len(claims["sub"]) <= _LONGEST_SUBJECT:
        raise ValueError("no subject")
    return dict(claims)
