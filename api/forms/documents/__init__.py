"""The forms that add documents: whole files, or files that came in parts before."""

from api.forms.documents import in_parts, sending
from api.joining import joined

router = joined(sending.router, in_parts.router)
