"""Measurements of the program: ratios within one run, never a pass or a fail by time."""
