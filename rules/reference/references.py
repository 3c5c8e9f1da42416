"""Every published source, once: who, what, when, what of it is used, and how sure we are."""

from engine.language import Reference
from rules.reference.references_diseases import DISEASE_REFERENCES
from rules.reference.references_drugs import DRUG_REFERENCES

REFERENCES: tuple[Reference, ...] = (*DISEASE_REFERENCES, *DRUG_REFERENCES)
