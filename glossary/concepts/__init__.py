"""Room: concepts."""
