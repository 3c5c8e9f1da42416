"""The rooms of the screen *Proofs*."""
