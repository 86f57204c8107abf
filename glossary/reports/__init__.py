"""Findings and the glossary for people: on the terminal; ``rules`` documents the codes."""
