"""Files that a person chooses on their device."""

from nicegui.element import Element

from components.field import Commit, Field, Says, Typed
from components.file_picker.chosen import Allowed, ChosenFile, read_files
from components.native import element, written
from services.words import sentence
from services.words.sizes import size_in_words

__all__ = ["Allowed", "ChosenFile", "Files", "file_picker"]
Files = tuple[ChosenFile, ...]


def file_picker(
    label: str,
    *,
    name: str,
    allowed: Allowed,
    several: bool = False,
    hint: str = "",
    error: str = "",
    required: bool = False,
    on_choice: Commit[Files] | None = None,
) -> Field[Files]:
    """A native file input. What is allowed and how large it may be is said before; what is wrong, beside it at once.

    Files can also be dragged into its box. The browser posts them with the form around it,
    `form(..., carries_files=True)`; whoever takes them must judge them again. `on_choice` hears names and sizes of
    files that are allowed.
    """
    says = Says(label, f"{hint} {allowed.in_words(several=several)}".strip(), error, required)
    field = Field[Files](says, value=(), write=_as_typed)
    with field, element("div", "file-zone", data_takes_files=""):
        control = element("input", type="file", name=name, accept=allowed.for_the_browser(), multiple=several)
        written("p", sentence("file.drag_several" if several else "file.drag"), "small soft")
        listed = element("ul", "files")
    field.hold(control)
    field.commits(control, _NAMES_AND_SIZES, read_files, _judging(allowed, listed, on_choice))
    return field


_NAMES_AND_SIZES = """(e) => emit([
    e.target.files.length ? JSON.stringify([...e.target.files].map(({ name, size }) => ({ name, size }))) : ""
])"""


def _judging(allowed: Allowed, listed: Element, on_choice: Commit[Files] | None) -> Commit[Files]:
    async def judge(files: Files) -> str | None:
        listed.clear()
        with listed:
            for file in files:  # the browser cuts a long name, and says only how many there are
                written("li", f"{file.name}, {size_in_words(file.size)}")
        wrong = allowed.what_is_wrong(files)
        return wrong or (await on_choice(files) if on_choice else None)

    return judge


def _as_typed(_: Files) -> Typed:
    return [""]
