"""Edges of cyclophosphamide beside other drugs, and of what the labels of regions say."""

from engine.language import Edges, edges, fires_for_each, silent_for_each
from rules.edges.diagnoses import GPA, LUPUS, cyclophosphamide_named
from rules.vocabulary.patient import Region, region
from rules.vocabulary.treatments import Medicine, anthracycline_or_chest_radiotherapy, medicines

REGION = {each: region.is_(each) for each in Region}
TAKES = {each: medicines.has(each) for each in Medicine}
NO_RADIOTHERAPY = anthracycline_or_chest_radiotherapy.no

INTERACTIONS: tuple[Edges, ...] = (
    edges(
        "RCYC-27",
        cyclophosphamide_named(REGION[Region.US]),
        silent_for_each((LUPUS,), (), REGION[Region.EU], REGION[Region.UK], REGION[Region.OTHER]),
    ),
    edges(
        "RCYC-28",
        cyclophosphamide_named(REGION[Region.UK]),
        silent_for_each((LUPUS,), (), REGION[Region.EU], REGION[Region.US], REGION[Region.OTHER]),
    ),
    edges(
        "RCYC-29",
        cyclophosphamide_named(TAKES[Medicine.AZATHIOPRINE]),
        fires_for_each(
            (GPA,),
            TAKES[Medicine.AZATHIOPRINE],
            TAKES[Medicine.MYCOPHENOLATE],
            TAKES[Medicine.METHOTREXATE],
        ),
        silent_for_each(
            (
                GPA,
                medicines.has_not(Medicine.AZATHIOPRINE),
                medicines.has_not(Medicine.MYCOPHENOLATE),
                medicines.has_not(Medicine.METHOTREXATE),
            ),
            (),
            TAKES[Medicine.ALLOPURINOL],
        ),
    ),
    edges("RCYC-30", cyclophosphamide_named(TAKES[Medicine.ALLOPURINOL])),
    edges("RCYC-31", cyclophosphamide_named(TAKES[Medicine.WARFARIN])),
    edges("RCYC-32", cyclophosphamide_named(TAKES[Medicine.SUXAMETHONIUM_PLANNED])),
    edges(
        "RCYC-33",
        cyclophosphamide_named(TAKES[Medicine.THIAZIDE]),
        fires_for_each((GPA,), TAKES[Medicine.THIAZIDE], TAKES[Medicine.ACE_INHIBITOR]),
        silent_for_each(
            (GPA,),
            (medicines.has_not(Medicine.THIAZIDE), medicines.has_not(Medicine.ACE_INHIBITOR)),
        ),
    ),
    edges("RCYC-34", cyclophosphamide_named(TAKES[Medicine.ENZYME_INDUCER])),
    edges(
        "RCYC-35",
        cyclophosphamide_named(TAKES[Medicine.OTHER_CARDIOTOXIC]),
        fires_for_each(
            (GPA,), TAKES[Medicine.OTHER_CARDIOTOXIC], anthracycline_or_chest_radiotherapy.yes
        ),
        fires_for_each((GPA, NO_RADIOTHERAPY), TAKES[Medicine.OTHER_CARDIOTOXIC]),
        silent_for_each((GPA, NO_RADIOTHERAPY), medicines.has_not(Medicine.OTHER_CARDIOTOXIC)),
    ),
)
