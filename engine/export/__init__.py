"""What leaves the program: a consultation, a rule or a statement as text, Markdown or data.

Pure functions of rule book and trace. Nothing here reads or writes a file.
"""

from engine.export.answer import Answer, answer
from engine.export.consultation import consultation_report
from engine.export.index import rule_index, statement_index
from engine.export.markdown import as_markdown
from engine.export.report import Item, Part, Report
from engine.export.rule_report import rule_report, statement_report
from engine.export.schema import patient_schema
from engine.export.text import as_text, part_text, wrapped

__all__ = [
    "Answer",
    "Item",
    "Part",
    "Report",
    "answer",
    "as_markdown",
    "as_text",
    "consultation_report",
    "part_text",
    "patient_schema",
    "rule_index",
    "rule_report",
    "statement_index",
    "statement_report",
    "wrapped",
]
