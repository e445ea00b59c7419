"""The native forms of those who work here."""

from api.forms.staff import export

router = export.router
