"""Every published figure is a named function."""
