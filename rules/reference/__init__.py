"""The reference layer: published criteria, labels and guidelines, each cited.

It makes the vague words of the document computable and corrects its age. It stands beside the
document and changes nothing in it.
"""
