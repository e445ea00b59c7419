"""The states of code_list."""

from components.code_list import code_list, key_in_groups, print_button, save_link
from components.layout import row

_CODES = ("abcd-efgh-jkmn", "pqrs-tuvw-xyz2", "3456-789a-bcde", "fghj-kmnp-qrst")


def codes_to_keep() -> None:
    """Codes to keep"""
    code_list(_CODES, label="Recovery codes")
    with row():
        save_link("Save as a file", "\n".join(_CODES), file_name="codes.txt")
        print_button("Print")


def a_key_to_type_off() -> None:
    """A key to type off"""
    key_in_groups("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
