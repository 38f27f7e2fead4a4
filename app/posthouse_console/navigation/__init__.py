"""The console tree and what the result pane shows for each node."""
