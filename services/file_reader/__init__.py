"""Looks into files of strangers, in a process of its own: parsers are where such files do harm.

The process is handed bytes and gives back pictures and text. It gets no setting, no key and no address of ours, may
write no file, and has a limit of memory and time. docs/decisions/0013-documents.md says why it is so.
"""

from services.file_reader.asking import Refused, pages_of
from services.file_reader.kinds import kind_of
from services.file_reader.page import Page

__all__ = ["Page", "Refused", "kind_of", "pages_of"]
