"""What is different between two rule bases, and for which patients it comes to another verdict.

Pure: each side is known by a description and by the answers that it gives to patients. Who reads
the two sides, and how, is none of its business (``ui.rulebase``).
"""
