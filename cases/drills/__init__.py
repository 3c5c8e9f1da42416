"""Scrutiny drills: some advice is deliberately wrong, the learner is told so, and all is explained.

``altered.py`` alone runs a broken rule book. Everything else in the program consults sound ones.
"""
