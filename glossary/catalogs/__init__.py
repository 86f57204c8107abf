"""Room: catalogs."""
