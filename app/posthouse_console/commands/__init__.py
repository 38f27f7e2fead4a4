"""What the actions do: the dialogs they open, the questions they ask, the work they start."""
