"""How dates are written where Django writes them, by language; found by FORMAT_MODULE_PATH."""
