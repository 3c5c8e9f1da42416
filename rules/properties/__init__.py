"""What must hold for every patient: the promises of the rule base, proven by ``verify``.

Each: a sentence to check, what it rests on, whom it harms otherwise, the claim.
"""

from engine.language import Property
from rules.properties.asked import ASKED
from rules.properties.document import BESIDE, DEMANDED, FIRST_LINE
from rules.properties.exact import DIFFERENCES, OPEN_QUESTIONS
from rules.properties.granted import GRANTED
from rules.properties.holds import HOLDS
from rules.properties.named import NAMED
from rules.properties.safety import SAFE
from rules.properties.steady import STEADY
from rules.properties.whole import WHOLE

GROUPS: dict[str, tuple[Property, ...]] = {
    "What the document demands": (*DEMANDED, *FIRST_LINE, *BESIDE),
    "What the document leaves open": GRANTED,
    "Only the diseases that are named": NAMED,
    "Safety comes first": (*SAFE, *ASKED, *HOLDS),
    "Steady when more is known, or the disease is worse": STEADY,
    "Said exactly where it is so": (*OPEN_QUESTIONS, *DIFFERENCES),
    "One answer, and each layer for itself": WHOLE,
}

PROPERTIES: tuple[Property, ...] = tuple(each for group in GROUPS.values() for each in group)
