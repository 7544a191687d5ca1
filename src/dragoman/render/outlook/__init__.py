"""An outlook (red lines, alarms, precedents) as part of the HTML pages of a brief and of relations."""

from dragoman.render.outlook.panel import Panel, panel_of

__all__ = ["Panel", "panel_of"]
