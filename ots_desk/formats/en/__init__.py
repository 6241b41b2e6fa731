"""English as the region prints it: day first, 24 hours."""
