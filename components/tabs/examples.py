"""The states of tabs."""

from components.prose import bullet_list, paragraph
from components.tabs import Tabs


def three_parts() -> None:
    """Three parts"""
    tabs = Tabs("Ways to talk with a preparer")
    with tabs.tab("By text"):
        paragraph("Letters appear as you both type. You need nothing but this page.")
    with tabs.tab("By video"):
        paragraph("An interpreter joins the call. You see both of them.")
    with tabs.tab("In person"):
        paragraph("Bring these:")
        bullet_list(["Your W-2", "An identity card"])


def long_words() -> None:
    """Long words"""
    tabs = Tabs("Parts with long names")
    for name in ("Telecommunicationsdevicesandvideorelayequipment", "Interpreters and captioned calls"):
        with tabs.tab(name):
            paragraph(f"All about {name.lower()}.")
