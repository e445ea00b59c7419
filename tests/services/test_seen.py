"""What people typed is kept as others read it."""

import pytest

from services.seen import in_lines, in_one_line


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (" Rosa  Diaz ", "Rosa Diaz"),
        ("Ro\u0000sa\u202e Diaz", "Ro sa Diaz"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\N{WOMAN}\u200d\N{PERSONAL COMPUTER} writes", "\N{WOMAN}\u200d\N{PERSONAL COMPUTER} writes"),
        ("inter\u00adpreter\ufeff, tax\u200b", "interpreter, tax"),
        *((f"pay{chr(sign)}100{chr(sign)}", "pay100") for sign in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))),
        ("\u200b", ""),
        ("\u200d \u3164\u2800", ""),
    ],
)
def test_one_line_has_no_sign_that_nobody_sees(typed: str, read: str) -> None:
    assert in_one_line(typed) == read


def test_lines_stay_lines() -> None:
    assert in_lines("\n One\u2028two \r\n\r\nthree\u200b\n") == "One\ntwo\n\nthree"
