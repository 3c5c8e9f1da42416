"""Vasculitis: which other drugs are open beside cyclophosphamide or instead of it."""

from engine.language import Confidence, IsNotKnown, Rule, all_of, any_of, fires, silent
from rules.reference.concepts import CRITERIA_SEVERE, CYC_NOT, CYC_STOP, CYC_TEAM
from rules.reference.guards import ANY_VASCULITIS, GPA, GPA_OR_MPA
from rules.reference.methotrexate import EXCLUDING, NOT_EXCLUDED
from rules.reference.vasculitis_criteria import SEVERE_ORGANS
from rules.reference.vasculitis_flags import (
    ALTERNATIVES,
    MILDER_OPTIONS,
    MILDER_WITHOUT_METHOTREXATE,
    RITUXIMAB_BESIDE,
    WITHOUT_RITUXIMAB,
)
from rules.vocabulary.heart import (
    Hypersensitivity,
    UrinaryFindings,
    hypersensitivity,
    urinary_findings,
)
from rules.vocabulary.organs import OrganThreat, dialysis_needed, organ_threats
from rules.vocabulary.treatments import Outcome, Treatment, outcome, treatments
from rules.vocabulary.vasculitis import VasculitisPhase, vasculitis_phase

NERVES = organ_threats.has(OrganThreat.MONONEURITIS)
NO_NERVES = organ_threats.has_not(OrganThreat.MONONEURITIS)
ON_RITUXIMAB = vasculitis_phase.is_(VasculitisPhase.RELAPSE_ON_RITUXIMAB)
OFF_RITUXIMAB = vasculitis_phase.is_(VasculitisPhase.RELAPSE_OFF_RITUXIMAB)
RITUXIMAB = treatments.cell(Treatment.ANTI_CD20, outcome)
IN_VAIN_OR_CLOSED = (
    Outcome.FAILED,
    Outcome.NOT_TOLERATED,
    Outcome.CONTRAINDICATED,
    Outcome.NOT_AVAILABLE,
)
ALLERGIC = hypersensitivity.has(Hypersensitivity.RITUXIMAB)
RITUXIMAB_CLOSED = any_of(RITUXIMAB.is_one_of(*IN_VAIN_OR_CLOSED), ALLERGIC, ON_RITUXIMAB)
RITUXIMAB_OPEN = all_of(
    any_of(
        RITUXIMAB.is_not_known(),
        RITUXIMAB.is_one_of(*(each for each in Outcome if each not in IN_VAIN_OR_CLOSED)),
    ),
    any_of(IsNotKnown(ALLERGIC.finding), hypersensitivity.has_not(Hypersensitivity.RITUXIMAB)),
    any_of(
        vasculitis_phase.is_not_known(),
        vasculitis_phase.is_one_of(
            *(
                phase
                for phase in VasculitisPhase
                if phase is not VasculitisPhase.RELAPSE_ON_RITUXIMAB
            )
        ),
    ),
)
CYCLOPHOSPHAMIDE_NOT_SETTLED = any_of(CYC_STOP.yes, CYC_NOT.yes, CYC_TEAM.yes)
CYSTITIS = urinary_findings.is_(UrinaryFindings.HAEMORRHAGIC_CYSTITIS)

rituximab = Rule(
    id="RVAS-20",
    title="rituximab stands beside cyclophosphamide in severe GPA and MPA",
    cites=("ACRVF21", "EULAR-AAV22"),
    when=all_of(GPA_OR_MPA, CRITERIA_SEVERE.yes, RITUXIMAB_OPEN),
    then=RITUXIMAB_BESIDE,
    because="Guidelines list both for induction; the American one prefers rituximab.",
    misuse="Preferred has exceptions: hepatitis B, low immunoglobulin, the worst kidneys.",
    confidence=Confidence.READ,
    examples=(
        fires(GPA, NERVES),
        silent(GPA, NO_NERVES),
        fires(GPA, NERVES, OFF_RITUXIMAB),
        silent(GPA, NERVES, ON_RITUXIMAB),
        fires(GPA, NERVES, RITUXIMAB.is_(Outcome.WORKED)),
        silent(GPA, NERVES, RITUXIMAB.is_(Outcome.CONTRAINDICATED)),
    ),
)

milder_options = Rule(
    id="RVAS-26",
    title="what comes first in GPA and MPA that is not severe",
    cites=("ACRVF21", "EULAR-AAV22"),
    when=all_of(GPA_OR_MPA, CRITERIA_SEVERE.no, NOT_EXCLUDED),
    then=MILDER_OPTIONS,
    because="Two societies agree that less suffices, and differ on what.",
    misuse="Less is not nothing: untreated it may become severe.",
    confidence=Confidence.READ,
    examples=(
        fires(GPA, *(organ_threats.has_not(organ) for organ in SEVERE_ORGANS)),
        silent(
            GPA,
            *(
                organ_threats.has_not(organ)
                for organ in SEVERE_ORGANS
                if organ is not OrganThreat.MONONEURITIS
            ),
            NERVES,
        ),
        silent(
            GPA, *(organ_threats.has_not(organ) for organ in SEVERE_ORGANS), dialysis_needed.yes
        ),
    ),
)

other_steps = Rule(
    id="RVAS-30",
    title="what else there is when cyclophosphamide is closed or left open",
    cites=("ACRVF21", "EULAR-AAV22", "KDIGO-AAV24"),
    when=all_of(ANY_VASCULITIS, CYCLOPHOSPHAMIDE_NOT_SETTLED, RITUXIMAB_OPEN),
    then=ALTERNATIVES,
    because="Active vasculitis harms by itself; not this drug is never the same as nothing.",
    misuse="A list of steps, not an order for this patient.",
    confidence=Confidence.READ,
    examples=(
        fires(GPA, vasculitis_phase.is_(VasculitisPhase.REMISSION)),
        silent(GPA, vasculitis_phase.is_(VasculitisPhase.NEW)),
        fires(GPA, CYSTITIS),
        silent(GPA, CYSTITIS, ON_RITUXIMAB),
    ),
)

without_rituximab = Rule(
    id="RVAS-32",
    title="what else there is where rituximab is closed or in vain as well",
    cites=("ACRVF21", "EULAR-AAV22", "KDIGO-AAV24"),
    when=all_of(ANY_VASCULITIS, CYCLOPHOSPHAMIDE_NOT_SETTLED, RITUXIMAB_CLOSED),
    then=WITHOUT_RITUXIMAB,
    because="A list that begins with what is closed helps nobody.",
    misuse="Closed is looked at again: hepatitis B has a plan, and a reaction has a cause.",
    confidence=Confidence.READ,
    examples=(
        fires(GPA, CYSTITIS, RITUXIMAB.is_(Outcome.CONTRAINDICATED)),
        silent(GPA, CYSTITIS, RITUXIMAB.is_(Outcome.NOT_TRIED)),
        fires(GPA, CYSTITIS, ON_RITUXIMAB),
        silent(GPA, CYSTITIS, OFF_RITUXIMAB),
        fires(GPA, CYSTITIS, hypersensitivity.has(Hypersensitivity.RITUXIMAB)),
        silent(GPA, CYSTITIS, hypersensitivity.has_not(Hypersensitivity.RITUXIMAB)),
    ),
)

milder_without_methotrexate = Rule(
    id="RVAS-33",
    title="GPA or MPA that is not severe, and methotrexate is excluded",
    cites=("ACRVF21", "EULAR-AAV22", "MTX-LBL", "ACR-REPRO20"),
    when=all_of(GPA_OR_MPA, CRITERIA_SEVERE.no, EXCLUDING),
    then=MILDER_WITHOUT_METHOTREXATE,
    because="Of the two first choices one is closed to this patient.",
    misuse="Excluded now is not excluded for ever: pregnancies end and kidneys may recover.",
    confidence=Confidence.UNSURE,
    examples=(
        fires(GPA, *(organ_threats.has_not(organ) for organ in SEVERE_ORGANS), dialysis_needed.yes),
        silent(GPA, *(organ_threats.has_not(organ) for organ in SEVERE_ORGANS), dialysis_needed.no),
    ),
)
