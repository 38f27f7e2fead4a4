"""The Properties dialogs: a frame that knows no page by name, and pages that know only their contract."""
