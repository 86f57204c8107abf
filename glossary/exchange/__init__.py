"""Room: exchange."""
