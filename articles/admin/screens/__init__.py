"""What the desk's own screens show: template values, prepared one subject a module."""
