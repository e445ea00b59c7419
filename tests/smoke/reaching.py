"""Whether anything answers at the address, before it is walked: one cause is told in one line."""

import ssl

import httpx

from tests.smoke.site import Site

_PATIENCE_SECONDS = 5
_HEALTH = "/api/internal/health"


async def out_of_reach(site: Site) -> str:
    """Why nothing can be walked there, with what to do; empty if something answers, whatever it says."""
    try:
        await site.client.get(_HEALTH, timeout=_PATIENCE_SECONDS)
    except httpx.HTTPError as trouble:
        return f"Nothing can be tried at {site.origin}: {in_words(trouble)}. {_what_to_do(trouble)}"
    return ""


def in_words(trouble: Exception) -> str:
    """What went wrong with an answer, without the name that a program has for it."""
    if tls := _of_tls(trouble):
        is_untrusted = isinstance(tls, ssl.SSLCertVerificationError)
        return "its certificate is not trusted here" if is_untrusted else "no encrypted connection can be made"
    if isinstance(trouble, httpx.ConnectTimeout | httpx.ConnectError | httpx.PoolTimeout):
        return "nothing answers"
    if isinstance(trouble, httpx.TimeoutException | TimeoutError):
        return "it takes the connection, but no answer comes"
    if isinstance(trouble, ValueError):
        return "the answer is not JSON"
    return "the connection broke before the answer was there"


def _what_to_do(trouble: httpx.HTTPError) -> str:
    if _of_tls(trouble):
        return "See that https is right here, and that the certificate is for this name, whole, and not over."
    return "See that the address is right, that the app and its proxy run, and that no firewall is in between."


def _of_tls(trouble: BaseException | None) -> ssl.SSLError | None:
    """What TLS said, if that was the cause."""
    while trouble is not None and not isinstance(trouble, ssl.SSLError):
        trouble = trouble.__cause__ or trouble.__context__
    return trouble
