"""Word lists that ship with the program, each with source and licence in NOTICE.md."""
