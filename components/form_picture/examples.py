"""The states of form_picture."""

from components.form_picture import Box, PaperForm, form_picture
from components.form_picture.w2 import W2


def two_boxes_lit() -> None:
    """A W-2 with two boxes lit"""
    form_picture(W2, ["1", "2"], values={"1": "31,200.00", "2": "2,184.00"})


def one_box_lit() -> None:
    """A W-2 with one box lit, at the bottom"""
    form_picture(W2, ["17"])


def a_small_form() -> None:
    """A small form"""
    boxes = [Box("1", "Interest income", 1, 2), Box("4", "Federal tax withheld", 2, 2), Box("", "Payer", 1, 1, rows=2)]
    form_picture(PaperForm("Form 1099-INT", boxes), ["1"], values={"1": "310.00"})
