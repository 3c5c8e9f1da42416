"""The parts of the screen *Scrutiny drills*."""
