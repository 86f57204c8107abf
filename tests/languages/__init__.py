"""Tests of what is known of single languages."""
