"""Why some statements are cited by no rule. Every other statement must be cited by one."""

from engine.language import Excuse

EXCUSES: tuple[Excuse, ...] = (
    Excuse(
        statements=("S2", "S3", "S4", "S6", "S7", "S8", "S9", "S10"),
        reason="Defines terms and decides nothing; shown in the glossary.",
    ),
    Excuse(
        statements=("S15", "S17", "S22", "S27"),
        reason='States what the drug is meant to do; shown as an aim beside "may be considered".',
    ),
    Excuse(
        statements=("S42", "S43"),
        reason="An opinion about progress and hope; decides nothing.",
    ),
)
