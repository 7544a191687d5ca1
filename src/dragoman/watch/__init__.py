"""Red lines and alarm: has a line been crossed, is a relationship in trouble.

Begin with `look.look`: it goes through the desk's lines (`lines.read_lines`), gives each its standing
(`standing.stand`), each dyad its alarm (`alarm.alarm`), and tells what moved.
"""
