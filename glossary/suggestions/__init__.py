"""Where renderings come from: sources of suggestions in the target languages, and transcription by rule."""
