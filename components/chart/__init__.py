"""Numbers as pictures, each with its words and with the same numbers in a table."""

from components.chart.bars import Amount, bar_chart
from components.chart.drawing import Kind
from components.chart.timeline import Moment, timeline_chart
from components.chart.waterfall import Step, Waterfall

__all__ = ["Amount", "Kind", "Moment", "Step", "Waterfall", "bar_chart", "timeline_chart"]
