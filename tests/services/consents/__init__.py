"""Consents to other uses of what people tell for a return."""
