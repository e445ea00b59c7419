"""Files that a spreadsheet program opens as they are, and in which it computes nothing."""

import csv
from io import StringIO

import pytest

from services.staff.export.spreadsheet import BYTE_ORDER_MARK, as_csv


def _opened(*rows: list[str | int]) -> list[list[str]]:
    content = b"".join(as_csv(["Name", "Number"], rows))
    assert content.startswith(BYTE_ORDER_MARK)
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_every_sign_comes_back_as_it_was() -> None:
    name = 'Zoë "Zo" Quetzal, Jr.\n王小明'
    assert _opened([name, 12]) == [["Name", "Number"], [name, "12"]]


def test_lines_end_as_the_standard_says() -> None:
    assert b"".join(as_csv(["A", "B"], [["1", 2]])) == BYTE_ORDER_MARK + b"A,B\r\n1,2\r\n"


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", " ="])  # a wide sign
def test_no_cell_of_a_person_is_a_formula(begins: str) -> None:
    typed = f'{begins}HYPERLINK("http://evil.example","Press")'
    assert _opened([typed, -3]) == [["Name", "Number"], [f"'{typed}", "-3"]]


def test_a_long_file_comes_in_pieces_and_whole() -> None:
    pieces = list(as_csv(["Name"], ([str(number)] for number in range(1_000))))
    assert len(pieces) > 4
    assert b"".join(pieces).count(b"\r\n") == 1_001
