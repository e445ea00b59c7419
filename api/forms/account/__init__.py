"""The forms by which somebody changes how they sign in, and what they tell of themselves."""

from api.forms.account import email_address, password, profile
from api.joining import joined

router = joined(email_address.router, password.router, profile.router)
