"""The sections of the form, in the order in which they are shown."""

from engine.language import Section

PATIENT = Section(id="patient", title="Patient", help="Who it is about, and what the disease is.")
DISEASE = Section(id="disease", title="Disease now", help="How severe and how active it is.")
TREATMENT = Section(
    id="treatment", title="Treatment so far", help="What was tried, and whether it worked."
)
GOVERNANCE = Section(
    id="governance", title="Team and monitoring", help="Who decides, and who keeps watch."
)
