"""Forms around links in letters: asking for one, and the press on the page that the link leads to."""

from api.forms.signing_in.links import asking, pressing
from api.joining import joined

router = joined(asking.router, pressing.router)
