"""The states of signed_message."""

from components.signed_message import signed_message
from components.text_area import text_area


def with_its_written_version() -> None:
    """With its written version, which somebody fills in"""
    signed_message("/development/no-such-video.mp4", label="Signed message", size="12 MB")
    text_area("In written words", value="I can’t find the button to go on.")
