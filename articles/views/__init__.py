"""The public pages. Each module prepares one kind of page; templates only print."""
