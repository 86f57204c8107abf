"""Findings and the glossary for people and for other programs."""
