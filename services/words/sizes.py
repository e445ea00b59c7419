"""The size of a file as people read it."""

from services.words import sentence

_KILO = 1000  # as the file managers of phones and computers count


def size_in_words(size: int) -> str:
    """A size in bytes: 640 KB, 1.5 MB. No line ends between the figure and its unit."""
    if size < _KILO:
        return sentence("file.bytes", size=size)
    if size < _KILO**2:
        return sentence("file.kilobytes", size=f"{size / _KILO:.0f}")
    return sentence("file.megabytes", size=f"{size / _KILO**2:.1f}".removesuffix(".0"))
