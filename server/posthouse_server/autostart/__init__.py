"""Start with the computer: what each system wants for that, shown before it is done, and undone again."""
