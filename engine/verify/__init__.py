"""What holds for every patient: properties proven, and faults found without running a patient."""
