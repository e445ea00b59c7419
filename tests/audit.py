"""What every page promises, checked whenever a test opens one (after GOV.UK Notify's `client_request`)."""

import re
from collections import Counter
from itertools import pairwise

from nicegui import Client
from nicegui.element import Element

from components.field.drafted import NO_DRAFT

_LABELLED = {"input", "select", "textarea"}
_SCRIPT = re.compile(r"<script(?![^>]*\bnonce=)[^>]*>")


def audit_page(client: Client, html: str) -> None:
    """Raise AssertionError for the first promise that the page breaks."""
    elements = list(client.elements.values())
    headings = [element for element in elements if element.tag == "h1"]
    assert len(headings) == 1, "A page has one h1."
    assert (client.title or "").startswith(_words(headings[0])), "The title begins with the heading."
    assert [element for element in elements if element.tag == "main"] == [], "NiceGUI's main is the only one."
    assert _SCRIPT.findall(html) == [], "Every script carries the nonce."
    ids = Counter(str(element.props["id"]) for element in elements if "id" in element.props)
    assert [name for name, times in ids.items() if times > 1] == [], "Ids are unique."
    assert [element.html_id for element in elements if not _has_label(element, elements)] == [], "Inputs have labels."
    typed = [element for element in elements if _is_typed_or_chosen(element)]
    unkept = [e.html_id for e in typed if not {"data-draft", NO_DRAFT} & set(e.props) and not _is_of_a_kept_group(e)]
    assert unkept == [], "What is typed or chosen is kept in the tab, or its field opts out."
    assert _kept_twice(client, typed) == [], "No two fields share a draft."
    assert _levels_in_order(client), "Headings come in order."
    silent = [e.html_id for e in elements if e.tag == "video" and not _has_captions(e)]
    assert silent == [], "Media has captions or words."


def _words(element: Element) -> str:
    own = str(getattr(element, "text", "") or "")
    return own + "".join(_words(child) for child in element)


def _has_label(element: Element, elements: list[Element]) -> bool:
    if element.tag not in _LABELLED or element.props.get("type") == "hidden" or element.props.get("aria-label"):
        return True
    pointed_at = any(other.tag == "label" and other.props.get("for") == element.html_id for other in elements)
    return pointed_at or any(above.tag == "label" for above in element.ancestors())


def _is_typed_or_chosen(element: Element) -> bool:
    return element.tag in _LABELLED and element.props.get("type") != "hidden"


def _is_of_a_kept_group(element: Element) -> bool:
    """The first radio button of a question has the draft of all."""
    group = next((above for above in element.ancestors() if above.tag == "fieldset"), None)
    if element.props.get("type") != "radio" or group is None:
        return False
    return any({"data-draft", NO_DRAFT} & set(each.props) for each in group.descendants())


def _kept_twice(client: Client, typed: list[Element]) -> list[tuple[str, str]]:
    """The gallery and the whole interview on one page show a field more than once."""
    if client.page.path.startswith("/development/"):
        return []
    names = Counter(
        (_thing_around(each), str(each.props["data-draft"])) for each in typed if "data-draft" in each.props
    )
    return [name for name, times in names.items() if times > 1]


def _thing_around(element: Element) -> str:
    return next((str(a.props["data-drafts-of"]) for a in element.ancestors() if "data-drafts-of" in a.props), "")


def _levels_in_order(client: Client) -> bool:
    levels = [int(e.tag[1]) for e in client.layout.descendants() if re.fullmatch("h[1-6]", e.tag) and e.visible]
    return all(after <= before + 1 for before, after in pairwise(levels))


def _has_captions(video: Element) -> bool:
    """A video of ours has captions; what a person filmed for us has none, and says where its written version is."""
    captions = any(child.tag == "track" and child.props.get("kind") == "captions" for child in video)
    return captions or bool(video.props.get("aria-describedby"))
