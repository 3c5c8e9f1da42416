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

# The reference layer asks these as well.
ORGANS = Section(
    id="organs", title="Organs and kidneys", help="Which organs the active disease threatens."
)
LUPUS_DETAILS = Section(
    id="lupus_details", title="Lupus in detail", help="Activity, biopsy, brain and blood."
)
VASCULITIS_DETAILS = Section(
    id="vasculitis_details",
    title="Vasculitis in detail",
    help="Which vasculitis it is, and where in its course.",
)
SCLEROSIS_DETAILS = Section(
    id="sclerosis_details",
    title="Multiple sclerosis in detail",
    help="Course, relapses, lesions and disability.",
)
ARTHRITIS_DETAILS = Section(
    id="arthritis_details",
    title="Arthritis in detail",
    help="Joints, and what the disease does beyond them.",
)
MYOPATHY_DETAILS = Section(
    id="myopathy_details",
    title="Myopathy and lungs in detail",
    help="Subtype, antibodies, muscles and lungs.",
)
REPRODUCTION = Section(
    id="reproduction",
    title="Pregnancy and fertility",
    help="Asked of everyone; unknown is never taken for no.",
)
INFECTION = Section(
    id="infection", title="Infection and screening", help="What may flare under treatment."
)
BLOOD = Section(id="blood", title="Blood and liver", help="Counts, and why they are low.")
HEART = Section(
    id="heart",
    title="Heart, bladder and other risks",
    help="What the two drugs can harm, and what speaks against them.",
)
