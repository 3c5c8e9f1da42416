"""The parts of the Teaching cases screen."""
