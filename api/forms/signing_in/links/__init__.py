"""Forms around links in letters: asking for one, and the press on the page that the link leads to."""

from fastapi import APIRouter

from api.forms.signing_in.links import asking, pressing

router = APIRouter()
for form in (asking, pressing):
    router.include_router(form.router)
