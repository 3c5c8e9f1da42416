"""Edges of notes on later evidence, and of stricter and looser readings: for whom each is shown."""

from engine.language import Edges, edges, fires_for_each, silent_for_each
from rules.edges.diagnoses import (
    ARTHRITIS,
    GPA,
    LUPUS,
    MPA,
    MYOPATHY,
    NOT_AUTOIMMUNE,
    OTHER_VASCULITIS,
    PSORIASIS,
    SCLEROSIS,
    sclerosis_only,
)
from rules.vocabulary.arthritis import ExtraArticular, das28, extra_articular
from rules.vocabulary.disease import highly_active, severity
from rules.vocabulary.lupus import NephritisClass, nephritis_class, sledai_2k
from rules.vocabulary.myopathy import LungDiseaseCourse, lung_disease_course
from rules.vocabulary.options import ConventionalResponse, Severity
from rules.vocabulary.organs import (
    OrganThreat,
    active_urinary_sediment,
    creatinine_rise,
    organ_threats,
)
from rules.vocabulary.sclerosis import (
    disabling_relapses_12_months,
    edss,
    edss_a_year_ago,
    gadolinium_lesions,
)
from rules.vocabulary.treatment import (
    first_line_tried,
    response_to_conventional_immunosuppressants,
    unresponsive_to_safer_therapy,
)

VASCULITIS = (GPA, MPA, OTHER_VASCULITIS)
NEITHER = (PSORIASIS, NOT_AUTOIMMUNE)
RESPONSE = response_to_conventional_immunosuppressants
SEVERE = severity.is_(Severity.SEVERE)
HEART = organ_threats.has(OrganThreat.HEART)
CLASS = {each: nephritis_class.is_(each) for each in NephritisClass}
# The alarm of the kidney: creatinine up by half, with a nephritic sediment.
ALARM = (creatinine_rise.is_(50), active_urinary_sediment.yes)
NO_ALARM = (creatinine_rise.is_(49), active_urinary_sediment.yes)
RHEUMATOID_LUNG = (
    extra_articular.has(ExtraArticular.INTERSTITIAL_LUNG_DISEASE),
    lung_disease_course.is_(LungDiseaseCourse.RAPIDLY_PROGRESSIVE),
)
WORSENING = (SCLEROSIS, edss.is_(5.5), edss_a_year_ago.is_(4))

EVIDENCE: tuple[Edges, ...] = (
    edges(
        "REVI-1",
        fires_for_each((), GPA, MPA),
        silent_for_each((), OTHER_VASCULITIS, LUPUS, ARTHRITIS, MYOPATHY, SCLEROSIS, *NEITHER),
    ),
    edges(
        "REVI-2",
        fires_for_each(
            (LUPUS,),
            CLASS[NephritisClass.III],
            CLASS[NephritisClass.IV],
            CLASS[NephritisClass.III_V],
            CLASS[NephritisClass.IV_V],
        ),
        silent_for_each((CLASS[NephritisClass.IV],)),
        silent_for_each(
            (LUPUS,),
            (),
            CLASS[NephritisClass.NONE],
            CLASS[NephritisClass.I],
            CLASS[NephritisClass.II],
            CLASS[NephritisClass.V],
            CLASS[NephritisClass.VI],
            CLASS[NephritisClass.NOT_BIOPSIED],
        ),
    ),
    edges(
        "REVI-3",
        fires_for_each((), LUPUS),
        silent_for_each((), *VASCULITIS, ARTHRITIS, MYOPATHY, SCLEROSIS, *NEITHER),
    ),
    edges(
        "REVI-4",
        fires_for_each((LUPUS, SEVERE, unresponsive_to_safer_therapy.yes)),
        silent_for_each((LUPUS,), (), SEVERE),
        # The claim is one about lupus, though the document names the drug elsewhere too.
        silent_for_each((GPA, SEVERE, RESPONSE.is_(ConventionalResponse.INSUFFICIENT))),
    ),
    edges(
        "REVI-5",
        fires_for_each((SCLEROSIS, highly_active.yes, first_line_tried.yes)),
        silent_for_each((SCLEROSIS, highly_active.yes), (), first_line_tried.no),
        silent_for_each((SCLEROSIS, first_line_tried.yes), (), highly_active.no),
    ),
    edges("REVI-6", sclerosis_only()),
    edges(
        "REVI-7",
        fires_for_each((), ARTHRITIS, MYOPATHY),
        silent_for_each((), LUPUS, *VASCULITIS, SCLEROSIS, *NEITHER),
    ),
    edges("REVI-8", sclerosis_only()),
    edges(
        "REVI-9",
        fires_for_each((), LUPUS),
        silent_for_each((), *VASCULITIS, ARTHRITIS, MYOPATHY, SCLEROSIS, *NEITHER),
    ),
    edges(
        "REVI-10",
        fires_for_each((), MYOPATHY),
        silent_for_each((), LUPUS, *VASCULITIS, ARTHRITIS, SCLEROSIS, *NEITHER),
    ),
    edges("REVI-11", sclerosis_only()),
)

VARIANTS: tuple[Edges, ...] = (
    edges(
        "RVAR-1",
        # Severe by the criterion itself, or by the score of the wider band.
        fires_for_each((LUPUS, sledai_2k.is_(10)), CLASS[NephritisClass.IV], HEART),
        fires_for_each((LUPUS, CLASS[NephritisClass.II]), sledai_2k.is_(11)),
        silent_for_each((LUPUS, CLASS[NephritisClass.II]), (), sledai_2k.is_(10)),
        silent_for_each((HEART,), *VASCULITIS, ARTHRITIS, MYOPATHY),
    ),
    edges(
        "RVAR-2",
        fires_for_each((HEART,), *VASCULITIS, ARTHRITIS, MYOPATHY),
        fires_for_each((ARTHRITIS,), das28.is_(5.2)),
        silent_for_each((ARTHRITIS,), (), das28.is_(5.1)),
        silent_for_each((LUPUS,), HEART, CLASS[NephritisClass.IV]),
    ),
    edges(
        "RVAR-3",
        fires_for_each((SCLEROSIS, disabling_relapses_12_months.is_(2), gadolinium_lesions.is_(1))),
        silent_for_each(
            (SCLEROSIS, disabling_relapses_12_months.is_(2), gadolinium_lesions.is_(1)),
            disabling_relapses_12_months.is_(1),
            gadolinium_lesions.is_(0),
        ),
    ),
    edges(
        "RVAR-4",
        fires_for_each(ALARM, LUPUS, *VASCULITIS),
        silent_for_each(NO_ALARM, LUPUS, *VASCULITIS),
        fires_for_each((HEART,), LUPUS, *VASCULITIS),
        silent_for_each((), LUPUS, *VASCULITIS),
        # Elsewhere neither danger nor haste makes it the wider reading of the kidney.
        silent_for_each((HEART,), ARTHRITIS, MYOPATHY),
        silent_for_each((ARTHRITIS, *RHEUMATOID_LUNG)),
        silent_for_each(WORSENING),
    ),
    edges(
        "RVAR-5",
        fires_for_each((HEART,), ARTHRITIS, MYOPATHY),
        fires_for_each((ARTHRITIS, *RHEUMATOID_LUNG)),
        silent_for_each((HEART,), LUPUS, *VASCULITIS),
        silent_for_each((), ARTHRITIS, MYOPATHY),
        silent_for_each(WORSENING),
    ),
)
