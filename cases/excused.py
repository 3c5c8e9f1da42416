"""The rules of published criteria that no case brings, each by name and with the reason.

Every other rule is met in some case, and every other rule of advice decides a verdict in one.
"""

from __future__ import annotations

from collections.abc import Mapping

DECIDES_NOWHERE: Mapping[str, str] = {
    "RLUP-20": "Asks for the biopsy that the cases begin with; its flag is RLUP-34.",
    "RVAS-14": "Says only that no criterion was read for that vasculitis: nothing about a patient.",
    "RSAF-19": "The same hold as untreated latent tuberculosis before a dose, which is told.",
    "RSAF-25": "A cancer now; a past one in the bladder, which closes the drug, is told instead.",
    "RSAF-26": "The same gate as RSAF-25, for the other drug.",
    "RCYC-9": "The same gate as RCYC-10, at another answer to the same question.",
}
"""Rules of advice that decide no verdict in any case."""

_OTHER_ARM = "Another arm of a concept that a case reaches otherwise."
_OTHER_NUMBER = "The same thought as a rule that a case tells, at another number."
_OTHER_DISEASE = "The same thought as a rule that a case tells, in another disease."
_BESIDE = "A note beside the verdict on a detail that would draw a story away from its one point."

_BY_REASON: Mapping[str, tuple[str, ...]] = {
    _OTHER_ARM: (
        *("RLUP-6", "RLUP-7", "RLUP-9", "RLUP-10", "RLUP-12"),
        *("RVAS-6", "RVAS-7", "RMS-5", "RRA-3", "RRA-4", "RRA-5", "RRA-6"),
        *("RMYO-1", "RMYO-5", "RMYO-6", "RMYO-8"),
    ),
    _OTHER_NUMBER: (
        *("RLUP-35", "RLUP-37", "RLUP-41", "RLUP-44", "RVAS-29", "RSAF-18"),
        *("RCYC-14", "RCYC-15", "RCYC-17", "RCYC-18", "RCYC-20", "RCYC-23", "RCYC-24", "RCYC-25"),
        *("RCYC-26", "RCYC-39", "RCYC-40", "RMIT-16", "RMTX-5", "RMTX-6"),
    ),
    _OTHER_DISEASE: (
        *("RGOV-11", "RGOV-12", "RGOV-13", "RGOV-14", "RCMP-8", "RCMP-9", "RCMP-10", "RCMP-11"),
        *("RMS-19", "RRA-11", "RRA-17", "RVAS-24", "RVAS-33"),
    ),
    _BESIDE: (
        *("RLUP-27", "RLUP-29", "RLUP-34", "RLUP-36", "RLUP-40", "RMS-16"),
        *("RMYO-16", "RMYO-17", "RMYO-20", "RSAF-7", "RSAF-17", "RSAF-27", "RSAF-30"),
        *("RCYC-27", "RCYC-28", "RCYC-32", "RCYC-33", "RCYC-34", "RCYC-35", "RMIT-18"),
        *("RMTX-3", "RMTX-7", "RPRE-2", "RPRE-6", "RGOV-18", "RCMP-5", "RCMP-6"),
    ),
}

MET_NOWHERE: Mapping[str, str] = {
    rule: reason for reason, rules in _BY_REASON.items() for rule in rules
}
"""Rules of concepts and of flags that neither fire nor are waited for in any case."""
