import base64
import secrets
from uuid import UUID

import pytest

from db.types import new_id
from services.sealing import Keyring, Unsealable, blind_index, open_sealed, seal
from services.sealing.index_keys import IndexKeys

ROW = UUID("019341f0-0000-7000-8000-000000000001")
PLACE = {"table": "account", "column": "email_sealed"}


def key(name: str) -> str:
    return f"{name}:{base64.b64encode(secrets.token_bytes(32)).decode()}"


KEYRING = Keyring.from_setting(key("2026-a"))


@pytest.mark.parametrize("value", [b"", b"\x00\xff", "", "ada@example.org", "🤟 née", "x" * 100_000])
def test_what_was_sealed_opens_again_in_its_place(value: bytes | str) -> None:
    sealed = seal(KEYRING, value, **PLACE, row_id=ROW)
    expected = value.encode() if isinstance(value, str) else value
    assert open_sealed(KEYRING, sealed, **PLACE, row_id=ROW) == expected


def test_a_sealed_value_does_not_show_what_is_in_it_or_that_two_are_equal() -> None:
    first, second = (seal(KEYRING, "ada@example.org", **PLACE, row_id=ROW) for _ in range(2))
    assert b"ada" not in first
    assert first != second


def test_changing_any_single_bit_is_noticed() -> None:
    sealed = seal(KEYRING, "123-45-6789", **PLACE, row_id=ROW)
    for bit in range(len(sealed) * 8):
        changed = bytearray(sealed)
        changed[bit // 8] ^= 1 << (bit % 8)
        with pytest.raises(Unsealable):
            open_sealed(KEYRING, bytes(changed), **PLACE, row_id=ROW)


def test_cutting_a_value_anywhere_is_noticed() -> None:
    sealed = seal(KEYRING, "123-45-6789", **PLACE, row_id=ROW)
    for length in range(len(sealed)):
        with pytest.raises(Unsealable):
            open_sealed(KEYRING, sealed[:length], **PLACE, row_id=ROW)


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"table": "account", "column": "email_sealed", "row_id": new_id()},
        {"table": "account", "column": "phone_sealed", "row_id": ROW},
        {"table": "return", "column": "email_sealed", "row_id": ROW},
        {"table": "accountemail", "column": "_sealed", "row_id": ROW},
    ],
)
def test_a_value_moved_to_another_place_does_not_open(elsewhere: dict[str, object]) -> None:
    sealed = seal(KEYRING, "ada@example.org", **PLACE, row_id=ROW)
    with pytest.raises(Unsealable):
        open_sealed(KEYRING, sealed, **elsewhere)  # type: ignore[arg-type]  # a mix of text and id, as the cases need


def test_after_a_new_key_comes_in_old_values_still_open_and_new_ones_use_it() -> None:
    old, new = key("2026-a"), key("2026-b")
    sealed_before = seal(Keyring.from_setting(old), "kept", **PLACE, row_id=ROW)
    both = Keyring.from_setting(f"{new}, {old}")
    assert open_sealed(both, sealed_before, **PLACE, row_id=ROW) == b"kept"
    sealed_after = seal(both, "fresh", **PLACE, row_id=ROW)
    assert open_sealed(Keyring.from_setting(new), sealed_after, **PLACE, row_id=ROW) == b"fresh"
    with pytest.raises(Unsealable, match="not on the keyring"):
        open_sealed(Keyring.from_setting(old), sealed_after, **PLACE, row_id=ROW)


def test_another_key_of_the_same_name_does_not_open_it() -> None:
    sealed = seal(KEYRING, "ada@example.org", **PLACE, row_id=ROW)
    with pytest.raises(Unsealable):
        open_sealed(Keyring.from_setting(key("2026-a")), sealed, **PLACE, row_id=ROW)


@pytest.mark.parametrize(
    "setting",
    [
        pytest.param("", id="empty"),
        pytest.param("a", id="no key"),
        pytest.param("a:", id="an empty key"),
        pytest.param("a:not base64", id="not base64"),
        pytest.param(f"a:{base64.b64encode(b'short').decode()}", id="too short"),
        pytest.param(key("Upper"), id="a name with a capital"),
        pytest.param(f"{key('a')},{key('a')}", id="one name twice"),
    ],
)
def test_a_keyring_that_is_not_one_is_refused(setting: str) -> None:
    with pytest.raises(ValueError, match="Key "):
        Keyring.from_setting(setting)


def test_neither_a_refusal_nor_a_printed_keyring_shows_a_key() -> None:
    secret = base64.b64encode(secrets.token_bytes(31)).decode()
    with pytest.raises(ValueError, match="32 bytes") as refusal:
        Keyring.from_setting(f"a:{secret}")
    assert secret not in str(refusal.value)
    assert repr(Keyring.from_setting(key("a"))) == "Keyring()"


def test_what_an_index_key_finds_names_the_key_unless_it_has_no_name() -> None:
    bare, place = key("").removeprefix(":"), {"table": "account", "column": "email"}
    several, alone = IndexKeys.from_setting(f"{key('i2')},{bare}"), IndexKeys.from_setting(bare)
    newest, oldest = several.indexes("ada@example.org", **place)
    assert (several.newest, newest[:3], len(newest)) == ("i2", b"\x02i2", 35)
    assert [oldest] == alone.indexes("ada@example.org", **place)
    assert (alone.newest, alone.header, len(oldest)) == ("", b"", 32)
    assert several.index("ada@example.org", **place) == newest
    assert bare not in repr(several)
    with pytest.raises(ValueError, match="Key 2 needs a name of its own"):
        IndexKeys.from_setting(f"{bare},{bare}")


def test_a_blind_index_finds_the_same_value_of_the_same_column_only() -> None:
    index_key = secrets.token_bytes(32)
    address = blind_index(index_key, "ada@example.org", table="account", column="email")
    assert len(address) == 32
    assert address == blind_index(index_key, "ada@example.org", table="account", column="email")
    others = {
        blind_index(index_key, "bob@example.org", table="account", column="email"),
        blind_index(index_key, "ada@example.org", table="partner", column="email"),
        blind_index(index_key, "da@example.org", table="account", column="emaila"),
        blind_index(secrets.token_bytes(32), "ada@example.org", table="account", column="email"),
    }
    assert address not in others
    assert len(others) == 4
