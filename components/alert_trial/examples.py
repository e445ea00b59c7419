"""The states of alert_trial."""

from components.alert_trial import alert_trial


def not_tried_yet() -> None:
    """Not tried yet"""
    alert_trial("Show me an alert")
