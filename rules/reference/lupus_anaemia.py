"""Lupus: haemolytic anaemia, and the published cut for severe."""

from engine.language import Confidence, Rule, all_of, fires, silent
from rules.reference.guards import LUPUS
from rules.reference.lupus_flags import ANAEMIA_NOT_SEVERE
from rules.reference.lupus_limits import HAEMOGLOBIN_80
from rules.vocabulary.blood import haemoglobin
from rules.vocabulary.lupus import HaematologicalEmergency, haematological_emergency

HAEMOLYSIS = haematological_emergency.has(HaematologicalEmergency.SEVERE_HAEMOLYTIC_ANAEMIA)

anaemia_not_severe = Rule(
    id="RLUP-41",
    title="severe haemolytic anaemia with haemoglobin above 8 g/dL",
    cites=("GLADEL-AIHA", "S13"),
    when=all_of(LUPUS, HAEMOLYSIS, haemoglobin.above(HAEMOGLOBIN_80)),
    then=ANAEMIA_NOT_SEVERE,
    because="A word and a number say different things about the same blood.",
    misuse="How fast it falls counts as well as where it stands.",
    confidence=Confidence.READ,
    examples=(
        fires(LUPUS, HAEMOLYSIS, haemoglobin.is_(81)),
        silent(LUPUS, HAEMOLYSIS, haemoglobin.is_(80)),
    ),
)
