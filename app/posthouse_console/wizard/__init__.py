"""Set Up Posthouse: one page, one file; nothing is saved before the last question is answered."""
