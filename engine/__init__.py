"""How the program reasons: language, inference, trace, verdict, explanation.

Nothing here knows a disease or a drug. Every function that needs a rule book or a vocabulary takes
it as an argument.
"""
