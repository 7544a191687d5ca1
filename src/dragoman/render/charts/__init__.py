"""Charts: functions that take what the desk answers and give a `Figure` of SVG shapes; None where there is none.

`svg` has the shapes and the figure, `axis` the axis of days that they share; then a file for each chart. A chart's
measures are units of its drawing, which is `svg.WIDTH` wide. Links go to the lines (`line-3`) or citations (`s5`) of
the sheet that the figure stands on.
"""
