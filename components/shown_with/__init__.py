"""A field that is there only while another one has a certain answer."""

from nicegui.element import Element

from components.native import element


def shown_with(name: str, value: str, *, now: str) -> Element:
    """Put the field into it. It is shown while the select of this name, in the same form, has this value.

    `now` is what the select has while the page is drawn. A field out of sight is posted too: whoever reads it has to
    look at the select first.
    """
    return element("div", data_shown_with=name, data_shown_value=value, hidden=now != value)
