"""Trusted persons on pages: the form that invites, the customer's list, and whose data it is on every such screen."""
