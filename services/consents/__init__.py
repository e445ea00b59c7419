"""Dated consents: before what people tell for a return is used for anything else, each use needs one of its own.

26 U.S.C. 7216 and its rules ask for that: docs/decisions/0016 says what we read, and what we decided.
"""

from services.consents.asked import ASKED, Asked
from services.consents.giving import Consent, given, require, withdraw

__all__ = ["ASKED", "Asked", "Consent", "given", "require", "withdraw"]
