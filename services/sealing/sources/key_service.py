"""Keys that a key service has wrapped: the file holds them wrapped, and they are unwrapped once, at the start.

It speaks the transit interface of HashiCorp Vault and of OpenBao: `POST /v1/transit/decrypt/:name` with `batch_input`,
the token in `X-Vault-Token` (https://openbao.org/api-docs/secret/transit/#decrypt-data). A wrapped key is what
`bao write -f transit/datakey/wrapped/<name>` prints as its ciphertext.
"""

import binascii
from typing import Any
from urllib.parse import urlsplit

import httpx

from db.cannot_start import CannotStart
from services.sealing.sources.keys import Keys
from services.sealing.sources.keys_file import NAMES, KeysFile

_PATIENCE_SECONDS = 10
_SENTENCES = {
    httpx.codes.FORBIDDEN: "it does not take KEY_SERVICE_TOKEN",
    httpx.codes.NOT_FOUND: "it has no transit engine",
    httpx.codes.SERVICE_UNAVAILABLE: "it is sealed itself",
}


class KeyService:
    """The service, and the file with what it wrapped."""

    name = "service"

    def __init__(self, file: KeysFile, *, url: str, token: str, wrapped_by: str) -> None:
        self.host = urlsplit(url).netloc
        self._file = file
        self._address = f"{url}/v1/transit/decrypt/{wrapped_by}"
        self._token = token

    def keys(self) -> Keys:
        """Unwrap all keys in one request. CannotStart if the service does not answer, or refuses one of them."""
        wrapped = self._file.values()
        entries = [entry.strip() for name in NAMES for entry in wrapped[name].split(",")]
        named = [entry.partition(":") if not entry.startswith("vault:") else ("", "", entry) for entry in entries]
        opened = iter(self._unwrapped([ciphertext for _, _, ciphertext in named]))
        plain = iter(f"{name}{colon}{next(opened)}" for name, colon, _ in named)
        return self._file.checked({name: ",".join(next(plain) for _ in wrapped[name].split(",")) for name in NAMES})

    def _unwrapped(self, wrapped: list[str]) -> list[str]:
        body = {"batch_input": [{"ciphertext": each} for each in wrapped]}
        try:
            reply = httpx.post(
                self._address, json=body, headers={"X-Vault-Token": self._token}, timeout=_PATIENCE_SECONDS
            )
        except httpx.HTTPError as problem:
            raise self._refusal(f"it does not answer ({type(problem).__name__})") from None
        if reply.status_code in _SENTENCES:
            raise self._refusal(_SENTENCES[httpx.codes(reply.status_code)])
        try:
            return [self._opened(each) for each in reply.json()["data"]["batch_results"]]
        except (ValueError, KeyError, TypeError, binascii.Error):
            raise self._refusal(f"it could not unwrap every key (status {reply.status_code})") from None

    def _opened(self, result: dict[str, Any]) -> str:
        if result.get("error"):
            raise ValueError
        return str(result["plaintext"])

    def _refusal(self, why: str) -> CannotStart:
        return CannotStart(f"The key service at {self.host} gives no keys: {why}. What is sealed can't be opened.")
