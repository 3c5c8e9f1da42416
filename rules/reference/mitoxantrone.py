"""Safety of mitoxantrone: lifetime dose, blood, liver, allergy.

The heart, and what is left to the team, have files of their own. Fever and serious infection,
pregnancy and contraception concern both drugs and stand in the room ``safety``.
"""

from engine.language import (
    Chapter,
    Concept,
    Confidence,
    Rule,
    all_of,
    any_of,
    fires,
    silent,
)
from rules.reference import mitoxantrone_heart, mitoxantrone_team
from rules.reference.concepts import MITOX_STOP, MITOXANTRONE_CANDIDATE
from rules.reference.mitoxantrone_flags import (
    CARDIOLOGY,
    KNOWN_RISKS,
    LIMIT_UNKNOWN,
    NEAR_CAP,
    REGION_UNKNOWN,
    ROUTE,
    SEQUENCE,
    STALE_LVEF,
    SULFITE_US,
)
from rules.reference.mitoxantrone_limits import (
    ALT_3,
    CAP_EU,
    CAP_US,
    CAUTION_100,
    NEUTROPHILS_1500,
    NEVER_GIVEN,
)
from rules.reference.sclerosis_criteria import ARM_A, MS, RELAPSING
from rules.vocabulary.blood import alt, neutrophils
from rules.vocabulary.calculated import mitoxantrone_after_next
from rules.vocabulary.heart import (
    Hypersensitivity,
    hypersensitivity,
)
from rules.vocabulary.patient import Region, region
from rules.vocabulary.sclerosis import MsCourse, ms_course
from rules.vocabulary.treatments import (
    GIVEN,
    MitoxantroneCourse,
    Outcome,
    Treatment,
    mitoxantrone_course,
    outcome,
    prior_mitoxantrone,
    treatments,
)

NOT_US = region.is_one_of(Region.EU, Region.UK, Region.OTHER)


allergy = Rule(
    id="RMIT-1",
    title="hypersensitivity to mitoxantrone",
    cites=("MITOX-TEVA",),
    when=all_of(MS, hypersensitivity.has(Hypersensitivity.MITOXANTRONE)),
    then=MITOX_STOP,
    because="What caused an allergic reaction once may cause a worse one the next time.",
    misuse="Blue-green urine after a dose is expected and is no allergy.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(MS, hypersensitivity.has(Hypersensitivity.MITOXANTRONE)),
        silent(MS, hypersensitivity.has_not(Hypersensitivity.MITOXANTRONE)),
    ),
)

sulfite_allergy = Rule(
    id="RMIT-2",
    title="hypersensitivity to sulfite outside the United States",
    cites=("MITOX-TEVA", "MITOX-SULF"),
    when=all_of(MS, hypersensitivity.has(Hypersensitivity.SULFITE), NOT_US),
    then=MITOX_STOP,
    because="The product may contain metabisulfite; the European leaflet excludes it then.",
    misuse="A sulfonamide allergy is something else.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(MS, hypersensitivity.has(Hypersensitivity.SULFITE), region.is_(Region.EU)),
        silent(MS, hypersensitivity.has(Hypersensitivity.SULFITE), region.is_(Region.US)),
    ),
)

low_neutrophils = Rule(
    id="RMIT-10",
    title="neutrophils below 1.5 ×10⁹/L before a dose",
    cites=("MITOX-US",),
    when=all_of(MS, neutrophils.below(NEUTROPHILS_1500)),
    then=MITOX_STOP,
    because="The drug lowers the count further within two weeks; the boxed warning draws the line.",
    misuse="A count that is low all life long is for haematology to judge.",
    confidence=Confidence.READ,
    examples=(fires(MS, neutrophils.is_(1.4)), silent(MS, neutrophils.is_(1.5))),
)

cap_everywhere = Rule(
    id="RMIT-11",
    title="the next dose would exceed 140 mg/m²",
    cites=("MITOX-LATER", "MITOX-US"),
    when=all_of(MS, mitoxantrone_after_next.above(CAP_US)),
    then=MITOX_STOP,
    because="The risk of heart failure rises with the lifetime dose, so that the dose is capped.",
    misuse="Twelve doses of 12 do not fit into 140: the eleventh is the last.",
    confidence=Confidence.OWN,
    examples=(
        fires(MS, prior_mitoxantrone.is_(132)),
        silent(MS, prior_mitoxantrone.is_(128)),
    ),
)

cap_outside_us = Rule(
    id="RMIT-12",
    title="the next dose would exceed 72 mg/m² outside the United States",
    cites=("MITOX-EU", "TEACH"),
    when=all_of(MS, NOT_US, mitoxantrone_after_next.above(CAP_EU)),
    then=MITOX_STOP,
    because="The European decision halved the cap; where no other label is known, it counts here.",
    misuse="The cap is for a lifetime, not for a course.",
    confidence=Confidence.OWN,
    examples=(
        fires(MS, region.is_(Region.EU), prior_mitoxantrone.is_(61)),
        silent(MS, region.is_(Region.EU), prior_mitoxantrone.is_(60)),
        silent(MS, region.is_(Region.US), prior_mitoxantrone.is_(61)),
    ),
)

no_second_course = Rule(
    id="RMIT-13",
    title="an earlier course of mitoxantrone in Europe",
    cites=("MITOX-EU",),
    when=all_of(
        MS,
        region.is_one_of(Region.EU, Region.UK),
        mitoxantrone_course.is_(MitoxantroneCourse.STOPPED),
    ),
    then=MITOX_STOP,
    because="The European decision does not allow a second course after one has ended.",
    misuse="Interrupted years ago is ended, even where the cap would leave room.",
    confidence=Confidence.READ,
    examples=(
        fires(MS, region.is_(Region.EU), mitoxantrone_course.is_(MitoxantroneCourse.STOPPED)),
        silent(MS, region.is_(Region.EU), mitoxantrone_course.is_(MitoxantroneCourse.ONGOING)),
    ),
)

raised_liver_enzymes = Rule(
    id="RMIT-14",
    title="liver enzymes above three times the upper limit",
    cites=("MITOX-US", "GENERAL"),
    when=all_of(MS, alt.above(ALT_3)),
    then=MITOX_STOP,
    because="The drug leaves the body through the liver; impaired, it stays longer and harms more.",
    misuse="The number is not the label's; the label speaks of impaired liver function.",
    confidence=Confidence.UNSURE,
    examples=(fires(MS, alt.is_(3.1)), silent(MS, alt.is_(3))),
)

near_the_cap = Rule(
    id="RMIT-15",
    title="the next dose would reach 100 mg/m²",
    cites=("MITOX-US", "MITOX-CARD"),
    when=all_of(MS, mitoxantrone_after_next.at_least(CAUTION_100)),
    then=NEAR_CAP,
    because="The risk does not begin at the cap; it rises on the way there.",
    misuse="Below 100 is not safe: falls were seen after the first doses.",
    confidence=Confidence.SECONDARY,
    examples=(fires(MS, prior_mitoxantrone.is_(88)), silent(MS, prior_mitoxantrone.is_(87))),
)

region_not_known = Rule(
    id="RMIT-16",
    title="between the two caps while the region is not known",
    cites=("MITOX-EU", "MITOX-LATER", "TEACH"),
    when=all_of(
        MS,
        region.is_not_known(),
        mitoxantrone_after_next.above(CAP_EU),
        mitoxantrone_after_next.at_most(CAP_US),
    ),
    then=REGION_UNKNOWN,
    because="Two labels draw two lines, and only the region tells which one holds.",
    misuse="Not knowing the region is no reason to take the higher cap.",
    confidence=Confidence.OWN,
    examples=(
        fires(MS, prior_mitoxantrone.is_(72)),
        silent(MS, prior_mitoxantrone.is_(72), region.is_(Region.US)),
        silent(MS, prior_mitoxantrone.is_(60)),
    ),
)


after_natalizumab = Rule(
    id="RMIT-18",
    title="natalizumab was given before",
    cites=("GENERAL",),
    when=all_of(
        MS,
        treatments.cell(Treatment.NATALIZUMAB, outcome).is_one_of(*GIVEN),
    ),
    then=SEQUENCE,
    because="Its rare brain infection can show after it was stopped, and looks like a relapse.",
    misuse="Earlier natalizumab does not exclude what follows; it asks for a second look.",
    confidence=Confidence.UNSURE,
    examples=(
        fires(MS, treatments.cell(Treatment.NATALIZUMAB, outcome).is_(Outcome.FAILED)),
        silent(MS, treatments.cell(Treatment.NATALIZUMAB, outcome).is_(Outcome.NOT_TRIED)),
    ),
)

counted_risks = Rule(
    id="RMIT-19",
    title="how often mitoxantrone harms heart and marrow",
    cites=("AAN10", "RENEW", "MITOX-NOV", "S34", "S35"),
    when=all_of(MS, MITOXANTRONE_CANDIDATE.yes),
    then=KNOWN_RISKS,
    because="The document names risks without numbers; a review, a study and a label count them.",
    misuse="Rates of groups, measured in different ways; not a prognosis.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(*ARM_A, RELAPSING),
        silent(*ARM_A, ms_course.is_(MsCourse.PRIMARY_PROGRESSIVE)),
    ),
)

only_into_a_vein = Rule(
    id="RMIT-20",
    title="the route of mitoxantrone",
    cites=("MITOX-US",),
    when=all_of(MS, any_of(MITOXANTRONE_CANDIDATE.yes, prior_mitoxantrone.above(NEVER_GIVEN))),
    then=ROUTE,
    because="Outside a vein it destroys tissue; in the spinal canal it has paralysed.",
    misuse="A line that ran freely yesterday may not today.",
    confidence=Confidence.READ,
    examples=(
        fires(MS, prior_mitoxantrone.is_(12)),
        silent(*ARM_A, ms_course.is_(MsCourse.PRIMARY_PROGRESSIVE), prior_mitoxantrone.is_(0)),
        fires(*ARM_A, RELAPSING, prior_mitoxantrone.is_(0)),
    ),
)

CONCEPTS: tuple[Concept, ...] = (
    LIMIT_UNKNOWN,
    REGION_UNKNOWN,
    SULFITE_US,
    NEAR_CAP,
    STALE_LVEF,
    CARDIOLOGY,
    SEQUENCE,
    KNOWN_RISKS,
    ROUTE,
)

CHAPTER = Chapter(
    id="reference_mitoxantrone",
    title="Safety of mitoxantrone",
    paragraphs=(),
    intro="What excludes or pauses mitoxantrone. A value that is missing leaves the question open; "
    "it is never taken for harmless.",
    rules=(
        allergy,
        sulfite_allergy,
        mitoxantrone_team.sulfite_allergy_us,
        mitoxantrone_heart.below_laboratory_limit,
        mitoxantrone_heart.below_fifty,
        mitoxantrone_heart.limit_not_known,
        mitoxantrone_heart.fall_of_ten_points,
        mitoxantrone_heart.heart_failure,
        mitoxantrone_heart.earlier_cardiotoxins,
        low_neutrophils,
        cap_everywhere,
        cap_outside_us,
        no_second_course,
        raised_liver_enzymes,
        near_the_cap,
        region_not_known,
        mitoxantrone_heart.stale_measurement,
        after_natalizumab,
        counted_risks,
        only_into_a_vein,
        *mitoxantrone_team.LEFT_TO_THE_TEAM,
        mitoxantrone_heart.stale_under_treatment,
        mitoxantrone_heart.cardiology_takes_part,
    ),
)
