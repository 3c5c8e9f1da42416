"""Questions beyond "what fired?": why, why not, what would change it, is it settled, what to ask.

All of them are put to one picture of the rules, in propositions that a SAT solver reads
(``encoding``); what it finds is run through both engines before anyone sees it.
"""
