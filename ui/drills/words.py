"""What is said of the mode itself: plainly, always, and the same everywhere."""

ANNOUNCEMENT = (
    "In this mode some of the advice is deliberately wrong. Everything is explained afterwards. "
    "Elsewhere in the program no rule is ever altered."
)
BAND = "Drill: this advice may be deliberately wrong"
LEFT = (
    "You left a scrutiny drill in front of advice that may be deliberately wrong. Go back to have "
    "it explained."
)
ENDED = "All advice that you were shown is explained here. Outside the drills no rule is altered."
STEPS = (
    "You read about a fictional patient, answer, and say how sure you are.",
    (
        "You see advice, as the program explains it. It may be sound, or one rule behind it may "
        "have been altered."
    ),
    "You answer again: keep your answer or switch.",
    (
        "You are told whether the advice was sound; where it was not, which rule was altered, and "
        "how one could have noticed."
    ),
)
WHY = (
    "Wrong advice draws even good readers along, and an explanation makes it more convincing. "
    "Noticing it can be practised."
)
