"""What was measured, by a name that people know."""

from services.words import sentence

_OF_THE_FRAMEWORK = "/_nicegui"


def name_of(measured: str) -> str:
    """As the log and the metrics have it. What did not fit any address of ours is counted as "-"."""
    return sentence("health.answers.nowhere") if measured == "-" else measured


def in_words(measured: str) -> str:
    """The same in a sentence: the files that NiceGUI serves for our pages have addresses that tell nobody anything."""
    is_file = measured.startswith(_OF_THE_FRAMEWORK)
    return sentence("health.answers.files") if is_file else name_of(measured)
