"""The states of form_picture."""

from components.form_picture import asks_for, form_picture, with_picture
from components.form_picture.papers import papers
from components.layout import column
from components.money_field import money_field


def two_boxes_lit() -> None:
    """A W-2 with two boxes lit"""
    form_picture(papers(2025)["w2"], ["1", "2"], values={"1": "31,200.00", "2": "2,184.00"})


def large_amounts() -> None:
    """A W-2 with large amounts"""
    form_picture(papers(2025)["w2"], ["1", "2"], values={"1": "9,999,999.99", "2": "3,652,184.00"})


def one_box_lit() -> None:
    """A W-2 with one box lit, at the bottom"""
    form_picture(papers(2025)["w2"], ["17"])


def it_follows_the_fields() -> None:
    """Beside its fields: the box of the field with the focus is lit"""
    with with_picture():
        form_picture(papers(2025)["ssa_1099"], ["3", "5", "6"], follows=True)
        with column():
            for box, label in (
                ("3", "Box 3: benefits paid"),
                ("5", "Box 5: net benefits"),
                ("6", "Box 6: tax withheld"),
            ):
                with column() as place:
                    money_field(label, value=None)
                asks_for(place, box)


def benefits() -> None:
    """An SSA-1099"""
    form_picture(papers(2025)["ssa_1099"], ["5"], values={"5": "19,200.00"})


def pay() -> None:
    """A 1099-NEC"""
    form_picture(papers(2025)["nec_1099"], ["1", "4"])


def pay_from_2026() -> None:
    """A 1099-NEC for 2026, whose boxes are others"""
    form_picture(papers(2026)["nec_1099"], ["1a", "4"])


def pension() -> None:
    """A 1099-R"""
    form_picture(papers(2025)["r_1099"], ["1", "2a", "2b", "4", "7"])


def unemployment() -> None:
    """A 1099-G"""
    form_picture(papers(2025)["g_1099"], ["1", "4"])


def interest() -> None:
    """A 1099-INT"""
    form_picture(papers(2025)["int_1099"], ["1", "3", "4", "8"], values={"1": "310.00"})


def dividends() -> None:
    """A 1099-DIV"""
    form_picture(papers(2025)["div_1099"], ["1a", "1b", "2a", "4"])


def sales() -> None:
    """A 1099-B"""
    form_picture(papers(2025)["b_1099"], ["1d", "1e", "4"])
