"""What the forward engine is made of, all but durable-rules itself.

The rule book as clauses, their text for durable-rules, the facts told to it, its static limits, and
what came back.
"""
