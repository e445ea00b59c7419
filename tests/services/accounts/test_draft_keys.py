"""Who gets which key for what they typed and did not save."""

import base64
import secrets
from uuid import uuid4

import pytest

from services.accounts.draft_keys import draft_secret
from services.sealing import Keyring

ROSA, CARL = uuid4(), uuid4()


def _key(name: str) -> str:
    return f"{name}:{base64.b64encode(secrets.token_bytes(32)).decode()}"


OLD, NEW = _key("old"), _key("new")
KEYRING = Keyring.from_setting(OLD)


def test_a_person_gets_the_same_key_again_in_the_same_browser_and_everybody_else_another() -> None:
    first = draft_secret(KEYRING, "")
    again, elsewhere = draft_secret(KEYRING, first.cookie), draft_secret(KEYRING, "")
    assert again.cookie == first.cookie
    assert again.key_for(ROSA) == first.key_for(ROSA)
    keys = {first.key_for(ROSA), first.key_for(CARL), first.key_for(None), elsewhere.key_for(ROSA)}
    assert len(keys) == 4
    assert {len(key) for key in keys} == {32}


def test_a_cookie_holds_neither_the_secret_nor_a_key() -> None:
    made = draft_secret(KEYRING, "")
    held = bytes.fromhex(made.cookie)
    assert made.secret not in held
    assert made.key_for(None) not in held
    assert made.cookie not in repr(made)


def test_what_an_older_key_sealed_opens_and_is_sealed_again_with_the_newest() -> None:
    first = draft_secret(KEYRING, "")
    between = draft_secret(Keyring.from_setting(f"{NEW},{OLD}"), first.cookie)
    after = draft_secret(Keyring.from_setting(NEW), between.cookie)
    assert between.cookie != first.cookie
    assert after.key_for(ROSA) == first.key_for(ROSA)


@pytest.mark.parametrize("brought", ["", "é", "zz", "00", "ab" * 200, "x" * 5000])
def test_a_cookie_that_is_none_of_ours_is_replaced(brought: str) -> None:
    made = draft_secret(KEYRING, brought)
    assert draft_secret(KEYRING, made.cookie).key_for(ROSA) == made.key_for(ROSA)


def test_a_cookie_that_was_changed_is_replaced_whole() -> None:
    first = draft_secret(KEYRING, "")
    other_row = ("0" if first.cookie[0] != "0" else "1") + first.cookie[1:]
    assert draft_secret(KEYRING, other_row).key_for(ROSA) != first.key_for(ROSA)
