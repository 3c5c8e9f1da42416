"""What we teach with: the cases in ``library/``, and what loads, checks and plays them."""
