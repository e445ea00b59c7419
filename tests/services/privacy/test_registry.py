"""The list of what comes into the copy of a person's data is whole, and names no secret."""

import pytest

from db.tables import metadata
from services.privacy.registry import EVERY_TABLE, Copied, NotCopied, ToldOtherwise
from services.words import known

COPIED = [each for each in EVERY_TABLE if isinstance(each, Copied)]
SECRETS = ("hash", "token", "secret", "salt", "challenge", "credential", "public_key", "index", "signature")


def test_every_table_comes_into_the_copy_or_is_known_not_to() -> None:
    listed = [str(each.model.__tablename__) for each in EVERY_TABLE]
    assert sorted(listed) == sorted(metadata.tables), "Add the table to services/privacy/registry.py."


@pytest.mark.parametrize("table", COPIED, ids=lambda table: table.name)
def test_no_copied_column_is_a_secret(table: Copied) -> None:
    assert [column for column in table.columns if any(word in column for word in SECRETS)] == []
    assert set(table.without) <= {column.name for column in metadata.tables[table.name].columns}


@pytest.mark.parametrize("table", COPIED, ids=lambda table: table.name)
def test_everything_that_is_copied_has_words(table: Copied) -> None:
    named = [column.removesuffix("_sealed") for column in table.columns]
    shown = [column for column in named if column != "id" and not column.endswith("_id")]
    codes = [f"your_data.part.{table.name}", *(f"your_data.column.{column}" for column in shown)]
    assert [code for code in codes if not known(code)] == []


def test_what_is_not_copied_says_why_and_what_is_told_otherwise_names_its_part() -> None:
    names = [str(each.model.__tablename__) for each in EVERY_TABLE if isinstance(each, NotCopied)]
    assert [name for name in names if not known(f"your_data.not_copied.{name}")] == []
    parts = {each.part for each in EVERY_TABLE if isinstance(each, ToldOtherwise)}
    assert [part for part in parts if not known(f"your_data.part.{part}")] == []
