"""Settings that hold for every test."""

from hypothesis import HealthCheck, settings

# A loaded machine is no failure: neither slow examples nor slow generation fail a test.
settings.register_profile("project", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("project")
