"""The few native forms. Only these set a cookie; everything else that a visitor does is an action (ui/actions.py)."""

from api.forms import account, display, documents, feedback, intake, privacy, signing_in, staff, tax, trusted
from api.joining import joined

router = joined(
    account.router,
    display.router,
    documents.router,
    feedback.router,
    intake.router,
    privacy.router,
    signing_in.router,
    staff.router,
    tax.router,
    trusted.router,
)
