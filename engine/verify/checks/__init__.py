"""What a rule base is searched for without running a patient, one kind of fault a module."""
