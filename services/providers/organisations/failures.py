"""What goes wrong at an organisation, told apart by what a person can do, and logged without a word of theirs.

What an organisation says of a mistake may name the person, so only codes of the standards are written down.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import httpx2
from authlib.common.errors import AuthlibBaseError
from joserfc.errors import JoseError

from services.errors import Conflict, HouseError, Invalid, Unavailable

_log = logging.getLogger(__name__)
_REFUSED = frozenset({"access_denied", "login_required", "consent_required", "interaction_required"})
_AWAY = frozenset({"server_error", "temporarily_unavailable"})
_OURS = frozenset(
    {"invalid_request", "invalid_client", "unauthorized_client", "unsupported_response_type", "invalid_scope"}
)


@contextmanager
def told_apart(key: str) -> Iterator[None]:
    """Turns whatever fails inside into one of the expected failures, and logs it under the organisation's key."""
    try:
        yield
    except HouseError as failure:
        _log.warning("sign-in at organisation %s: %s", key, failure.code)
        raise
    except (httpx2.HTTPError, httpx2.InvalidURL, TimeoutError) as problem:
        _log.warning("sign-in at organisation %s: it does not answer: %s", key, type(problem).__name__)
        raise Unavailable("organisation.away") from None
    except AuthlibBaseError as problem:
        raise _logged(key, str(problem.error)) from None
    except (JoseError, ValueError) as problem:
        _log.warning("sign-in at organisation %s can't be believed: %s", key, _kind(problem))
        raise Invalid("organisation", "organisation.not_believed") from None


def refusal(error: str) -> HouseError:
    """The failure that an error code means (RFC 6749, 4.1.2.1 and 5.2; OpenID Connect Core 1.0, 3.1.2.6)."""
    if error in _REFUSED:
        return Conflict("organisation.refused")
    if error in _AWAY:
        return Unavailable("organisation.away")
    if error == "invalid_grant":
        return Conflict("organisation.begin_again")
    return Unavailable("organisation.not_set_up")


def _logged(key: str, error: str) -> HouseError:
    _log.warning("sign-in at organisation %s: %s", key, error if error in _OURS else "an error of its own")
    return refusal(error)


def _kind(problem: Exception) -> str:
    """Which check failed: a name of ours or of the library, and the name of a claim."""
    return f"{type(problem).__name__} {getattr(problem, 'claim', '')}".strip()
