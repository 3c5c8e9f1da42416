"""The document layer: one file a paragraph, rules in the order of its statements.

Nothing here goes beyond what the document says. Conjunctions are read exactly.
"""
