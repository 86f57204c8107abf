"""The coordinator's desk: what the review page shows, and what it changes in the project's files.

A part of the pipeline, apart from it because nothing here needs the model.  The files are the truth: they are looked
at again before every answer, and every change is made on what they say at that moment; a file that someone else
changed in between is read again and changed from there.  Nothing else is kept but what undoing needs.
"""

from glossary.reviewing.desk import ConflictError, Desk

__all__ = ["ConflictError", "Desk"]
