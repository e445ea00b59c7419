"""The forms by which somebody decides about their data: consents, a copy of everything, and deleting it."""

from api.forms.privacy import consents, your_data
from api.joining import joined

router = joined(consents.router, your_data.router)
