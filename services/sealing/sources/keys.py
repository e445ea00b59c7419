"""All keys of a house."""

from dataclasses import dataclass

from services.sealing import Keyring
from services.sealing.index_keys import IndexKeys
from services.sealing.signing import SigningKeys


@dataclass(frozen=True, slots=True)
class Keys:
    """What seals, what finds again, what signs the audit trail."""

    sealing: Keyring
    index: IndexKeys
    audit: SigningKeys

    @classmethod
    def read(cls, sealing_keys: str, index_key: str, audit_keys: str) -> "Keys":
        """From three texts, as the settings write them. ValueError says what is wrong, and no key."""
        return cls(
            Keyring.from_setting(sealing_keys),
            IndexKeys.from_setting(index_key),
            SigningKeys.from_setting(audit_keys),
        )
