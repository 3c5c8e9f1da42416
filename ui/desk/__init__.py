"""The educator's desk: a case is written, looked at, checked and saved."""
