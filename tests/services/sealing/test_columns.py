"""The list of what is sealed is whole."""

from dataclasses import fields

from sqlalchemy import LargeBinary

from db.tables import metadata
from services.house import House
from services.sealing.columns import EVERY_SEALED_TABLE
from services.storage import SealedFiles

NOT_SEALED = ("_hash", "_index", "challenge", "credential_id", "digest", "public_key", "salt", "signature")
"""What bytes may be besides: hashes, seals of the audit trail, and what a passkey shows to everybody."""


def test_every_column_of_bytes_is_in_the_list_of_what_is_sealed_or_is_known_not_to_be() -> None:
    listed = {f"{table.name}.{column}" for table in EVERY_SEALED_TABLE for column in table.holds}
    found = {
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, LargeBinary) and not column.name.endswith(NOT_SEALED)
    }
    assert found == listed, "Add the column to services/sealing/columns.py: else its key can never be taken away."


def test_a_sealed_column_says_so_by_its_name_because_the_right_to_seal_it_again_goes_by_that() -> None:
    assert {column.rpartition("_")[2] for table in EVERY_SEALED_TABLE for column in table.holds} == {"sealed"}


def test_every_part_of_the_house_that_has_sealed_files_is_in_the_list(house: House) -> None:
    parts = {field.name for field in fields(house) if isinstance(getattr(house, field.name), SealedFiles)}
    assert {table.files for table in EVERY_SEALED_TABLE if table.files} == parts
