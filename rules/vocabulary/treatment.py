"""What has been tried, and whether it worked."""

from engine.language import Choice, YesNo
from rules.vocabulary.options import (
    ARTHRITIS_OR_MYOPATHY,
    MULTIPLE_SCLEROSIS,
    VASCULITIS,
    ConventionalResponse,
)
from rules.vocabulary.sections import TREATMENT

unresponsive_to_safer_therapy = YesNo(
    id="unresponsive_to_safer_therapy",
    label="Unresponsive to safer therapy",
    question="Has the disease failed to respond to safer (standard) therapies?",
    help="Yes: they were tried and do not work. No: they work, none has been tried yet, or it "
    "was stopped only for side effects.",
    section=TREATMENT.id,
    synonyms=("refractory", "resistant", "standard therapy", "failed"),
    said=(
        "the disease has failed to respond to safer therapies",
        "safer therapies work, have not been tried or were stopped only for side effects",
    ),
)

first_line_tried = YesNo(
    id="first_line_tried",
    label="First-line therapy tried",
    question="Has a first-line therapy already been tried?",
    help="Yes: at least one has been given, whatever came of it. No: none has been given yet.",
    section=TREATMENT.id,
    applies_to=MULTIPLE_SCLEROSIS,
    synonyms=("first line", "disease-modifying", "DMT", "interferon"),
    said=("a first-line therapy has been tried", "no first-line therapy has been tried"),
)

response_to_conventional_immunosuppressants = Choice(
    id="response_to_conventional_immunosuppressants",
    label="Response to conventional immunosuppressants",
    question="What did conventional immunosuppressants achieve?",
    help='"Not tried" is not "sufficient": the document treats neither as insufficient.',
    section=TREATMENT.id,
    applies_to=VASCULITIS,
    options=ConventionalResponse,
    synonyms=("azathioprine", "methotrexate", "conventional", "immunosuppressant"),
    said=((ConventionalResponse.NOT_TRIED, "no conventional immunosuppressant has been tried"),),
)

all_other_options_failed = YesNo(
    id="all_other_options_failed",
    label="All other options failed",
    question="Have all other treatment options failed?",
    help="Yes: every other option was tried and failed. No: at least one remains, works, has "
    "not been tried, or was stopped or ruled out without having failed.",
    section=TREATMENT.id,
    applies_to=ARTHRITIS_OR_MYOPATHY,
    synonyms=("exhausted", "refractory", "last resort"),
    said=(
        "all other treatment options have failed",
        "at least one other treatment option has not failed",
    ),
)
