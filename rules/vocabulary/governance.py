"""Who decides, and who keeps watch."""

from engine.language import Choice, YesNo
from rules.vocabulary.options import LUPUS, Progress
from rules.vocabulary.sections import GOVERNANCE

multidisciplinary_review = Choice(
    id="multidisciplinary_review",
    label="Multidisciplinary review",
    question="Has a multidisciplinary team weighed benefits against risks?",
    help="The document says that the decision involves it; it does not say who sits in the team.",
    section=GOVERNANCE.id,
    options=Progress,
    synonyms=("MDT", "team", "board"),
    said=(
        (Progress.DONE, "a multidisciplinary team has weighed benefits against risks"),
        (Progress.PLANNED, "a multidisciplinary review is planned"),
        (Progress.NOT_DONE, "no multidisciplinary review has been done"),
    ),
)

monitoring_plan = Choice(
    id="monitoring_plan",
    label="Monitoring plan",
    question="Is there a plan for close monitoring throughout treatment?",
    help="The document requires close monitoring; it does not say which tests.",
    section=GOVERNANCE.id,
    options=Progress,
    synonyms=("blood count", "follow-up", "surveillance"),
    said=(
        (Progress.DONE, "there is a plan for close monitoring"),
        (Progress.PLANNED, "a plan for close monitoring is to be made"),
        (Progress.NOT_DONE, "there is no plan for close monitoring"),
    ),
)

specialist_supervision = YesNo(
    id="specialist_supervision",
    label="Close specialist supervision",
    question="Is close specialist supervision in place?",
    help="The document says that cyclophosphamide for lupus is given under close supervision. "
    "No: not in place, planned included.",
    section=GOVERNANCE.id,
    applies_to=LUPUS,
    synonyms=("supervision", "specialist", "rheumatologist"),
    said=(
        "close specialist supervision is in place",
        "close specialist supervision is not in place",
    ),
)
