"""That there is one answer, and that each layer speaks for itself."""

from engine.language import (
    OneVerdict,
    Property,
    Untouched,
)
from rules.properties.terms import (
    DOCUMENT,
    REFERENCE,
)

WHOLE = (
    *(
        Property(
            id=f"P-ONE-{short}",
            sentence=f"Every patient gets exactly one answer about every drug, by {layer.label}.",
            because="How this program decides: an answer is always given, and never two.",
            cites=() if layer is DOCUMENT else ("TEACH",),
            harm="Somebody would get no answer, or two that contradict each other.",
            claim=OneVerdict(layer),
        )
        for layer, short in ((DOCUMENT, "D"), (REFERENCE, "R"))
    ),
    Property(
        id="P-APART",
        sentence="Nothing that published criteria add changes what the document says of a patient.",
        because="How this program is built: the two layers are told apart, so that a reader knows "
        "who says what.",
        harm="A reader would take the words of a guideline for those of the document.",
        claim=Untouched(DOCUMENT),
    ),
)
