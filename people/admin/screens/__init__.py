"""What the desk's own screens of who's who show."""
