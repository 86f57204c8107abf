"""Room: candidates."""
